"""The one command of this site: `build.py build`, `check`, `serve`, `new` and more; `build.py --help` lists them."""

from __future__ import annotations

import sys

NO_ENVIRONMENT = 3

try:
    from briefsmith.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("briefsmith."):
        raise  # a fault of the engine's own, which no installing cures
    sys.stderr.write(
        f"build.py: `{missing.name}` is not installed in {sys.executable}\n"
        "  help: run `make site` once, then use `.venv/bin/python build.py`\n"
    )
    raise SystemExit(NO_ENVIRONMENT) from None

if __name__ == "__main__":
    main()
