"""The progress of the bench, on standard error: standard output gets the table alone."""

from __future__ import annotations

import sys


def progress(words: str) -> None:
    """Print how far the bench is."""
    print(f"  {words}", file=sys.stderr, flush=True)  # noqa: T201
