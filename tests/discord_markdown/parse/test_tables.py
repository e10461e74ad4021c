"""The rows of tables: their cells, and the delimiter row with its alignments."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.tables import aligns_of, cells_of, is_delimiter_row


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b\\|c |", ["a", "b|c"]),
        ("a | b", ["a", "b"]),
        ("| a |", ["a"]),
        ("|a||", ["a", ""]),
        ("\\|a|b", ["|a", "b"]),
        ("|", []),
        ("", []),
    ],
)
def test_a_row_has_these_cells(row: str, cells: list[str]) -> None:
    assert cells_of(row) == cells


@pytest.mark.parametrize(
    ("row", "header", "expected"),
    [
        ("|---|:-:|", None, True),
        ("---", None, True),
        ("| - |", "| a |", True),
        ("|---|---|", "| a |", False),
        ("---|---", "a | b", True),
        ("|---|", "a", False),
        ("- a", None, False),
        ("- ", None, False),
        ("text", None, False),
    ],
)
def test_a_delimiter_row_has_as_many_cells_as_the_header(
    row: str, header: str | None, expected: bool
) -> None:
    assert is_delimiter_row(row, header) is expected


def test_the_colons_of_a_delimiter_row_tell_how_columns_are_aligned() -> None:
    assert aligns_of("|---|:--|--:|:-:|") == ["", "left", "right", "center"]
