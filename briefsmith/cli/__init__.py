"""The commands of a site.

Exit codes: 0 no errors; 1 errors or, under `--strict`, warnings; 2 wrong use; 3 our fault or the machine's. Standard
output is for results, progress goes to standard error.
"""

from __future__ import annotations

from briefsmith.cli.door import main

__all__ = ["main"]
