"""The rows of tables in GitHub's Markdown, which knows cells between `|`."""

from __future__ import annotations

import re

_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")


def cells_of(row: str) -> list[tuple[int, str]]:
    """Return the cells of a row: where each begins, and its text.

    `| a | b\\|c |` has `(1, "a")` and `(5, "b|c")`.
    """
    row = row.rstrip()
    cells, start = [], int(row.startswith("|"))
    while True:
        end = row.find("|", start)
        while end > 0 and row[end - 1] == "\\":
            end = row.find("|", end + 1)
        if end < 0:
            if start < len(row):
                cells.append((start, row[start:]))
            break
        cells.append((start, row[start:end]))
        start = end + 1
    return [(at, text.strip().replace("\\|", "|")) for at, text in cells]


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
    for _, cell in cells_of(row):
        left, right = cell.startswith(":"), cell.endswith(":")
        aligns.append("center" if left and right else "right" if right else "left" if left else "")
    return aligns
