"""Which prefix the lines of a leaf block get, and what stands above it."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.block_parser import BlockParser
from bridge_bot.discord_markdown.render.containers import BlockPosition, PageState, position_of

ZERO = "\u200b"


def positions(*lines: str, **more: bool) -> list[BlockPosition]:
    """The positions of all leaf blocks of a text; `more` is said of the last one."""
    parser, at = BlockParser(longest_comment=100), 0
    for line in lines:
        parser.feed_line(line, at)
        at += len(line) + 1
    page, found = PageState(), []
    for number, leaf in enumerate(parser.leaves, 1):
        options = more if number == len(parser.leaves) else {}
        found.append(position_of(page, leaf, **{"begins_here": True, **options}))
        page = PageState(found[-1].open_containers, ends_with_text=True, has_block=True)
    return found


@pytest.mark.parametrize(
    ("lines", "above", "first_prefix", "prefix"),
    [
        (["a"], "", "", ""),
        (["# a", "b"], "\n", "", ""),
        (["a", "", "b"], "\n\n", "", ""),
        (["> a"], "", "> ", "> "),
        (["> > a"], "", "> ", "> "),  # Discord knows no quotes in quotes
        (["> a", "", "> b"], "\n\n", "> ", "> "),
        (["- a", "- b"], "\n", "- ", "  "),
        (["- a", "", "- b"], "\n\n", "- ", "  "),
        (["+ a"], "", "- ", "  "),
        (["9. a", "10. b"], "\n", "10. ", "   "),  # the width of the list's first marker
        (["- a", "  1. b"], "\n", "  1. ", "     "),
        (["> - a"], "", "> - ", ">   "),
        (["- a", "", "1. b"], "\n\n", "1. ", "   "),  # two lists
        (["- a", "  - b", "  1. c"], f"\n  {ZERO}\n", "  1. ", "     "),
        (["- a", "", "  b"], "\n", "  ", "  "),
    ],
)
def test_the_last_block_stands_there(
    lines: list[str], above: str, first_prefix: str, prefix: str
) -> None:
    last = positions(*lines)[-1]
    assert (last.above, last.first_prefix, last.prefix) == (above, first_prefix, prefix)


def test_a_block_outside_of_its_lists_has_no_prefix_of_them() -> None:
    last = positions("> - a", "> ", ">   b", outside_lists=True)[-1]
    assert (last.first_prefix, last.in_item) == ("> ", False)


def test_a_padded_block_has_a_line_of_spaces_above_it() -> None:
    assert positions("- a", "", "  b", padded=True)[-1].above == "\n  \n"


def test_an_item_that_began_on_an_earlier_page_is_opened_again() -> None:
    assert positions("- a", "  - b", begins_here=True)[-1].opens_all_items is False
    parser = BlockParser(longest_comment=100)
    parser.feed_line("- a", 0)
    parser.feed_line("  - b", 4)
    again = position_of(PageState(), parser.leaves[1], begins_here=True)
    assert (again.first_prefix, again.new_lists) == ("- …\n  - ", 2)


@pytest.mark.parametrize(
    ("text", "above", "first_prefix"),
    [("word", "\n", "  "), ("**bold", " ", ""), ("(x)", " ", ""), ("", "\n", "  ")],
)
def test_inside_an_item_a_space_stands_where_discord_would_drop_the_line_break(
    text: str, above: str, first_prefix: str
) -> None:
    last = positions("- a", "", "  b")[-1].beginning_with(text)
    assert (last.above, last.first_prefix) == (above, first_prefix)
