"""What is told while the bench runs, on standard error: the table alone goes to standard output."""

from __future__ import annotations

import sys


def progress(words: str) -> None:
    """Tell how far it is."""
    print(f"  {words}", file=sys.stderr, flush=True)  # noqa: T201
