"""A line of the source: its indentation, with tabs as CommonMark counts them, and its positions."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.source_line import SourceLine


@pytest.mark.parametrize(
    ("raw", "text", "next_nonspace"),
    [
        ("a b", "a b", 0),
        ("  a", "  a", 2),
        ("\ta", "    a", 4),
        ("  \ta", "    a", 4),
        ("-\ta\tb", "-   a\tb", 0),
        ("", "", 0),
    ],
)
def test_the_tabs_of_a_prefix_are_spaces(raw: str, text: str, next_nonspace: int) -> None:
    line = SourceLine(raw, 0)
    assert (line.text, line.next_nonspace) == (text, next_nonspace)


@pytest.mark.parametrize(("offset", "blank"), [(0, False), (2, False), (3, True)])
def test_a_line_is_blank_where_nothing_follows(offset: int, blank: bool) -> None:
    assert SourceLine("> a  ", 0, offset=offset).is_blank is blank


@pytest.mark.parametrize(
    ("raw", "start", "text", "at"), [("> abc", 2, "abc", 12), ("\tabc", 4, "abc", 11)]
)
def test_a_part_of_a_line_has_its_position_in_the_source(
    raw: str, start: int, text: str, at: int
) -> None:
    assert SourceLine(raw, 10).line(start)[:2] == (text, at)


@pytest.mark.parametrize(
    ("raw", "column", "text"),
    [("    x", 4, "x"), ("  \t\tx", 4, "\tx"), ("\tx", 2, "  x"), ("\t\tx", 4, "\tx")],
)
def test_code_keeps_its_tabs_from_a_column_on(raw: str, column: int, text: str) -> None:
    assert SourceLine(raw, 0).code(column).text == text
