"""Fragments of text: the delimiters around them, and what is trimmed at their end."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.fragments import (
    OPAQUE,
    TEXT,
    Fragment,
    FragmentKind,
    RenderedBlock,
    Wrap,
    segments_of,
    shared_wraps,
    trimmed,
)

BOLD, ITALIC, CODE = Wrap("strong", "**", "**"), Wrap("em", "*", "*"), Wrap("code", "`", "`")


@pytest.mark.parametrize(
    ("fragments", "text"),
    [
        ([Fragment("a ", 0), Fragment("b", 4, wraps=(BOLD,))], "a **b**"),
        ([Fragment("a", 0, wraps=(BOLD,)), Fragment("b", 1, wraps=(BOLD, ITALIC))], "**a*b***"),
        ([Fragment("a", 0, wraps=(ITALIC,)), Fragment("b", 1, wraps=(BOLD,))], "*a***b**"),
        ([], ""),
    ],
)
def test_delimiters_stand_where_a_wrap_begins_and_ends(
    fragments: list[Fragment], text: str
) -> None:
    assert "".join(segment.text for segment in segments_of(fragments)) == text
    assert RenderedBlock(0, fragments).text == text


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((), (), 0),
        ((BOLD,), (BOLD, ITALIC), 1),
        ((BOLD, ITALIC), (ITALIC, BOLD), 0),
        ((BOLD,), (Wrap("strong", "**", "**"),), 0),  # equal, but another one
    ],
)
def test_the_outermost_wraps_are_shared(
    one: tuple[Wrap, ...], other: tuple[Wrap, ...], expected: int
) -> None:
    assert shared_wraps(one, other) == expected


@pytest.mark.parametrize(
    ("fragments", "left"),
    [
        ([Fragment("a  ", 0)], ["a"]),
        ([Fragment("a", 0), Fragment("\n", 1, FragmentKind.BREAK)], ["a"]),
        ([Fragment("a ", 0), Fragment("  ", 2)], ["a"]),
        ([Fragment("a ", 0, FragmentKind.ATOM)], ["a "]),
        ([Fragment("x ", 0, wraps=(Wrap("block", "```\n", "\n```"),))], ["x "]),
        ([Fragment(" ", 0)], []),
    ],
)
def test_white_space_at_the_end_is_trimmed_but_not_of_atoms_and_code(
    fragments: list[Fragment], left: list[str]
) -> None:
    assert [fragment.text for fragment in trimmed(fragments)] == left


def test_each_character_has_an_owner_that_tells_what_its_delimiters_are() -> None:
    block = RenderedBlock(0, [Fragment("a*", 0, wraps=(BOLD,)), Fragment("b", 2, wraps=(CODE,))])
    assert block.text == "**a***`b`"
    assert block.owners == 2 * BOLD.owner + 2 * TEXT + 2 * BOLD.owner + OPAQUE + TEXT + OPAQUE
