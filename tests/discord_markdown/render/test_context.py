"""Which lines of a leaf block stand on a page."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafKind, LeafLine
from bridge_bot.discord_markdown.render.containers import PageState
from bridge_bot.discord_markdown.render.context import (
    LeafOnPage,
    PageStart,
    RenderContext,
    may_be_header,
)


def on_page(start: PageStart, *, growing: bool = False, closed: bool = True) -> LeafOnPage:
    leaf = LeafBlock(
        LeafKind.PARAGRAPH, (), 2, lines=[LeafLine("abc", 4), LeafLine("def", 8)], closed=closed
    )
    return LeafOnPage.of(leaf, PageState(), start, RenderContext(100, growing, {}))


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        (0, [("abc", 4), ("def", 8)]),
        (5, [("bc", 5), ("def", 8)]),
        (8, [("def", 8)]),
        (10, [("f", 10)]),
        (20, []),
    ],
)
def test_a_leaf_has_the_lines_from_the_page_s_start_on(
    at: int, lines: list[tuple[str, int]]
) -> None:
    assert [(line.text, line.at) for line in on_page(PageStart(at)).lines] == lines


def test_only_a_leaf_that_began_before_is_opened_again() -> None:
    assert on_page(PageStart(2, "**")).start == PageStart(2)
    assert on_page(PageStart(5, "**")).start == PageStart(5, "**")
    assert [on_page(PageStart(at)).begins_here for at in (2, 5)] == [True, False]


@pytest.mark.parametrize(
    ("growing", "closed", "expected"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
def test_an_open_leaf_grows_while_the_text_does(
    growing: bool, closed: bool, expected: bool
) -> None:
    assert on_page(PageStart(), growing=growing, closed=closed).growing is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("| a", True), ("|", True), ("|| a", False), ("a | b", False)]
)
def test_a_line_may_be_the_header_of_a_table(text: str, expected: bool) -> None:
    assert may_be_header(LeafLine(text, 0)) is expected
