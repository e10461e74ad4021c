"""The rows of tables in GitHub's Markdown, which knows cells between `|`."""

from __future__ import annotations

import re

_BAR = re.compile(r"(?<!\\)\|")
_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")


def cells_of(row: str) -> list[str]:
    """Return the texts of a row's cells: `| a | b\\|c |` has `a` and `b|c`."""
    cells = _BAR.split(row.rstrip().removeprefix("|"))
    if not cells[-1]:
        cells.pop()
    return [cell.strip().replace("\\|", "|") for cell in cells]


def is_delimiter_row(row: str, header: str | None = None) -> bool:
    """Whether a line is the delimiter row (`|---|:-:|`) below a table's header.

    If the header is given, the row has to have as many cells.
    """
    if row[:1] not in "|:-" or not _DELIMITER_ROW.match(row) or row.startswith("- "):
        return False
    if header is None:
        return True
    return "|" in header and len(cells_of(row)) == len(cells_of(header))


def aligns_of(row: str) -> list[str]:
    """Return for each column of a delimiter row `left`, `right`, `center` or nothing."""
    aligns = []
    for cell in cells_of(row):
        left, right = cell.startswith(":"), cell.endswith(":")
        aligns.append("center" if left and right else "right" if right else "left" if left else "")
    return aligns
