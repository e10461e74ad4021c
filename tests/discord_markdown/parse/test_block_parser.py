"""Which leaf blocks a text has, and in which containers they stand."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.block_parser import BlockParser
from bridge_bot.discord_markdown.parse.blocks import BlockQuote, LeafBlock, LeafKind

LONGEST_COMMENT = 100

Leaf = tuple[LeafKind, str, list[str]]
"""The kind of a leaf block, a character for each container (`>` or `-`), and its lines."""


def leaf(block: LeafBlock) -> Leaf:
    containers = (">" if isinstance(each, BlockQuote) else "-" for each in block.containers)
    return block.kind, "".join(containers), [line.text for line in block.lines]


def leaves(*lines: str) -> list[Leaf]:
    parser, at = BlockParser(LONGEST_COMMENT), 0
    for line in lines:
        parser.feed_line(line, at)
        at += len(line) + 1
    return [leaf(block) for block in parser.leaves]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["one", "two"], [(LeafKind.PARAGRAPH, "", ["one", "two"])]),
        (
            ["one", "", "two"],
            [(LeafKind.PARAGRAPH, "", ["one"]), (LeafKind.PARAGRAPH, "", ["two"])],
        ),
        (["# Title", "x"], [(LeafKind.HEADING, "", ["Title"]), (LeafKind.PARAGRAPH, "", ["x"])]),
        (["Title", "==="], [(LeafKind.HEADING, "", ["Title"])]),
        (["> - one", "two"], [(LeafKind.PARAGRAPH, ">-", ["one", "two"])]),
        (["- a", "  - b"], [(LeafKind.PARAGRAPH, "-", ["a"]), (LeafKind.PARAGRAPH, "--", ["b"])]),
        (["```py", "x", "", "y", "```"], [(LeafKind.FENCE, "", ["x", "", "y"])]),
        (["    code"], [(LeafKind.INDENTED, "", ["code"])]),
        (["$$", "x^2", "$$"], [(LeafKind.MATH, "", ["x^2"])]),
        (["a", "", "***"], [(LeafKind.PARAGRAPH, "", ["a"]), (LeafKind.RULE, "", [""])]),
        (
            ["| a | b |", "|---|--:|", "| 1 | 2 |"],
            [(LeafKind.TABLE, "", ["| a | b |", "|---|--:|", "| 1 | 2 |"])],
        ),
    ],
)
def test_a_text_has_these_leaf_blocks(lines: list[str], expected: list[Leaf]) -> None:
    assert leaves(*lines) == expected


def test_a_line_that_comes_in_parts_is_one_line_of_its_block() -> None:
    parser = BlockParser(LONGEST_COMMENT)
    parser.feed_line("one ", 0, complete=False)
    parser.feed_rest("line", 4, complete=True)
    (block,) = parser.leaves
    assert [(line.text, line.at, line.continues_line) for line in block.lines] == [
        ("one ", 0, False),
        ("line", 4, True),
    ]
