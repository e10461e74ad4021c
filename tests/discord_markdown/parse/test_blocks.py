"""Leaf blocks, and the markers of the items around them."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.blocks import (
    LeafBlock,
    LeafKind,
    LeafLine,
    ListBlock,
    ListItem,
)


@pytest.mark.parametrize(
    ("marker", "ordered", "expected"),
    [("-", False, "- "), ("*", False, "* "), ("+", False, "- "), (".", True, "3. "),
     (")", True, "3. ")],
)  # fmt: skip
def test_an_item_has_the_marker_that_discord_knows(
    marker: str, ordered: bool, expected: str
) -> None:
    assert ListItem(ListBlock(marker, ordered), 3, 2).marker == expected


@pytest.mark.parametrize(
    ("lines", "end"), [([], 7), ([LeafLine("ab", 9)], 11), ([LeafLine("", 9)], 9)]
)
def test_a_leaf_ends_behind_its_last_line(lines: list[LeafLine], end: int) -> None:
    assert LeafBlock(LeafKind.PARAGRAPH, (), 7, lines=lines).end == end


def test_what_changed_in_a_leaf_since_its_snapshot_is_taken_back() -> None:
    leaf = LeafBlock(LeafKind.PARAGRAPH, (), 0, lines=[LeafLine("a", 0)])
    snapshot = leaf.snapshot()
    leaf.kind, leaf.marker, leaf.closed, leaf.complete = LeafKind.HEADING, "=", True, False
    leaf.definitions = 1
    leaf.lines.append(LeafLine("b", 2))
    leaf.restore(snapshot)
    assert leaf.snapshot() == snapshot
    assert leaf.lines == [LeafLine("a", 0)]


def test_a_fence_that_was_closed_only_for_a_preview_has_its_info_string_and_lines_again() -> None:
    leaf = LeafBlock(LeafKind.FENCE, (), 0, info=LeafLine("npm", 3), lines=[LeafLine("", 7)])
    snapshot = leaf.snapshot()
    leaf.close()
    assert (leaf.lines, leaf.end) == ([LeafLine("npm", 3)], 6)
    leaf.restore(snapshot)
    assert (leaf.info, leaf.lines) == (LeafLine("npm", 3), [LeafLine("", 7)])
