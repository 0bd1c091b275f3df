"""Writes what is generated and kept in the repository: `make generated`.

The manual of findings (`docs/checks/`) and the reference of fields (`docs/reference.md`), so that they can be read
where the code is; the headers in `docs/publishing.md`; the JSON Schemas (`.schema/`), so that editors complete in a
fresh clone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from briefsmith.model.schema import schema_files
from briefsmith.publish.generated_docs import generated_docs
from briefsmith.publish.headers import with_headers

ROOT = Path(__file__).parents[1]


def generated_files() -> dict[str, str]:
    """Path from the root of the repository, and content, of every generated file."""
    docs = {f"docs/{uri}": text for uri, text in generated_docs()}
    publishing = "docs/publishing.md"
    docs[publishing] = with_headers((ROOT / publishing).read_text(encoding="utf-8"))
    return docs | {f".schema/{name}": text for name, text in schema_files()}


def main(root: Path) -> None:
    """Write them all below a folder."""
    for name, text in generated_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT, help="where to write; the repository unless told")
    main(asked.parse_args().folder)
