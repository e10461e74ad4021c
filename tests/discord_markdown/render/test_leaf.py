"""Leaf blocks as blocks of a page."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.fragments import RenderedBlock
from bridge_bot.discord_markdown.parse.block_parser import BlockParser
from bridge_bot.discord_markdown.render.containers import PageState
from bridge_bot.discord_markdown.render.context import PageStart, RenderContext
from bridge_bot.discord_markdown.render.leaf import render_leaf
from bridge_bot.discord_markdown.render.paragraphs import RULE


def blocks(*lines: str, growing: bool = False) -> tuple[list[RenderedBlock | None], PageState]:
    """What each leaf of a text is rendered as, and the state of the page behind them."""
    parser, at = BlockParser(longest_comment=100), 0
    for line in lines:
        parser.feed_line(line, at)
        at += len(line) + 1
    if not growing:
        parser.end()
    context = RenderContext(400, growing, {"references": parser.references})
    page, found = PageState(), []
    for leaf in parser.leaves:
        block, page = render_leaf(leaf, page, PageStart(), context)
        found.append(block)
    return found, page


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a", "b"], "a\nb"),
        (["## a"], "## a"),
        (["#### a"], "**a**"),
        (["- ## a"], "- **a**"),
        (["---"], RULE),
        (["- "], "-"),
        (["3. "], "3."),
        (["```c#", "x", "```"], "```cs\nx\n```"),
        (["    x", "", "    y"], "```\nx\n\ny\n```"),
        (["$$", "x", "$$"], "```tex\nx\n```"),
        (["> ```", "> x"], "> ```\n> x\n> ```"),
        (["| a | b |", "|---|---|", "| 1 | 2 |"], "```\na      b\n─────  ─\n1      2\n```"),
    ],
)
def test_a_leaf_is_shown_as(lines: list[str], text: str) -> None:
    (block,), _ = blocks(*lines)
    assert block
    assert block.text == text


@pytest.mark.parametrize("lines", [["<!-- x -->"], ["```", "", "```"], ["#"]])
def test_what_shows_nothing_is_no_block(lines: list[str]) -> None:
    assert blocks(*lines)[0] == [None]


def test_an_item_without_text_is_shown_once_the_next_begins() -> None:
    (_, empty, _), _ = blocks("- a", "- ", "- b", growing=True)
    assert empty
    assert empty.text == "-"


def test_what_began_with_a_leaf_that_shows_nothing_begins_with_the_next() -> None:
    (comment, paragraph), _ = blocks("- <!-- x -->", "  a")
    assert comment is None
    assert paragraph
    assert (paragraph.text, paragraph.opens_all_items) == ("- a", True)


@pytest.mark.parametrize(
    ("lines", "ends_with_text", "looks_like_bullets"),
    [
        (["a"], True, False),
        (["```", "x", "```"], False, False),
        (["| a | b |", "|---|---|", "| [l](https://x.example) | 2 |"], False, True),
    ],
)
def test_the_page_knows_how_its_last_block_ends(
    lines: list[str], ends_with_text: bool, looks_like_bullets: bool
) -> None:
    _, page = blocks(*lines)
    assert page.has_block
    assert (page.ends_with_text, page.looks_like_bullets) == (ends_with_text, looks_like_bullets)


def test_a_page_does_not_end_behind_a_heading_nor_in_a_short_nested_list() -> None:
    (heading, outer, inner), _ = blocks("# a", "- b", "  - c")
    assert heading
    assert outer
    assert inner
    assert heading.keep_with_next
    assert [group is None for group in outer.containers] == [True]
    assert [group is None for group in inner.containers] == [True, False]
