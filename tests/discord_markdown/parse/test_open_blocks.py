"""Which blocks are open, and how the parser goes back to an earlier state."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.block_parser import BlockParser
from bridge_bot.discord_markdown.parse.blocks import LeafKind, ListItem


def parser_of(*lines: str) -> tuple[BlockParser, int]:
    """A parser that has read these lines, and the position behind them."""
    parser, at = BlockParser(longest_comment=100), 0
    for line in lines:
        parser.feed_line(line, at)
        at += len(line) + 1
    return parser, at


@pytest.mark.parametrize(
    ("lines", "closed"),
    [
        (["one"], [False]),
        (["one", ""], [True]),
        (["# one"], [True]),
        (["> one", "lazy"], [False]),
        (["- one", "- two"], [True, False]),
        (["```", "", "x"], [False]),
        (["```", "x", "```"], [True]),
    ],
)
def test_a_leaf_is_closed_once_no_line_can_belong_to_it(
    lines: list[str], closed: list[bool]
) -> None:
    assert [leaf.closed for leaf in parser_of(*lines)[0].leaves] == closed


@pytest.mark.parametrize(
    ("lines", "new"),
    [(["> - a"], [2]), (["- a", "", "  b"], [1, 0]), (["- a", "- b"], [1, 1]), (["a"], [0])],
)
def test_a_leaf_knows_which_containers_begin_with_it(lines: list[str], new: list[int]) -> None:
    assert [len(leaf.new_containers) for leaf in parser_of(*lines)[0].leaves] == new


def test_the_outermost_item_counts_the_items_in_it() -> None:
    parser, _ = parser_of("- a", "  - b", "    - c", "  - d")
    outer = parser.leaves[0].containers[0]
    assert isinstance(outer, ListItem)
    assert outer.nested_items == 3
    assert [leaf.nested_items for leaf in parser.leaves] == [0, 1, 2, 3]


def test_an_item_without_content_gets_an_empty_leaf_when_it_ends() -> None:
    parser, _ = parser_of("- a", "-", "- b")
    assert [leaf.kind for leaf in parser.leaves] == [
        LeafKind.PARAGRAPH, LeafKind.EMPTY, LeafKind.PARAGRAPH,
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["- two", "two", "===", "| - |", "> two", "```", ""])
def test_what_is_previewed_is_taken_back(line: str) -> None:
    parser, at = parser_of("one")
    snapshot = parser.snapshot()
    parser.preview_line(line, at)
    parser.restore(snapshot)
    (leaf,) = parser.leaves
    assert (leaf.kind, leaf.containers, leaf.closed) == (LeafKind.PARAGRAPH, (), False)
    assert [each.text for each in leaf.lines] == ["one"]


def test_a_previewed_item_is_a_leaf_in_it() -> None:
    parser, at = parser_of("one")
    parser.preview_line("- two", at)
    assert [len(leaf.containers) for leaf in parser.leaves] == [0, 1]


def test_leaves_that_were_dropped_stay_away_when_an_earlier_state_comes_back() -> None:
    parser, at = parser_of("one", "", "two")
    snapshot = parser.snapshot()
    parser.drop(1)
    parser.preview_line("- three", at)
    parser.restore(snapshot)
    assert [leaf.lines[0].text for leaf in parser.leaves] == ["two"]
