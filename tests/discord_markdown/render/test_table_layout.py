"""Whether a table becomes aligned columns or a list, and how wide a text is."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.fragments import Fragment
from bridge_bot.discord_markdown.render.table_layout import (
    PHONE_COLUMNS,
    Cell,
    TableLayout,
    columns,
)


def cells(*texts: str, has_link: bool = False) -> list[Cell]:
    return [Cell.of([Fragment(text, 0)], has_link=has_link) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0), ("a\tb", 3)],
)
def test_a_text_takes_so_many_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("header", "first", "has_columns"),
    [
        (cells("a", "b"), cells("1", "2"), True),
        (cells("a" * 20, "b" * (PHONE_COLUMNS - 22)), cells("1", "2"), True),
        (cells("a" * 20, "b" * (PHONE_COLUMNS - 21)), cells("1", "2"), False),
        (cells("a", "b"), cells("1", "2" * PHONE_COLUMNS), False),
        (cells("a", "b"), cells("1", "2", has_link=True), False),
    ],
)
def test_a_table_has_columns_if_they_fit_on_a_phone_and_it_has_no_link(
    header: list[Cell], first: list[Cell], has_columns: bool
) -> None:
    assert bool(TableLayout.of(header, first, ["", ""]).widths) is has_columns


def test_columns_are_aligned_and_a_cell_that_is_too_wide_pushes_the_next_one_on() -> None:
    layout = TableLayout(("a", "b", "c"), ("", "right", "center"), (3, 4, 3))
    assert layout.header() == ["a       b   c", "───  ────  ───"]
    assert layout.line(cells("1", "22", "3")) == "1      22   3"
    assert layout.line(cells("12345678", "2", "3")) == "12345678  2  3"
