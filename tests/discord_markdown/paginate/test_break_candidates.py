"""Where a page could end inside of a block."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, RenderedBlock, Wrap
from bridge_bot.discord_markdown.paginate.break_candidates import BlockCandidates, Break, BreakRank

BOLD = Wrap("strong", "**", "**", 0, "**")
LINES = [
    Fragment("One end. And two", 0),
    Fragment("\n", 16, FragmentKind.BREAK),
    Fragment("next", 17),
]
BOLD_WORDS = [Fragment("a b", 2, wraps=(BOLD,))]
CODE = [Fragment("e\u0301x", 0, FragmentKind.CODE), Fragment("whole", 3, FragmentKind.ATOM)]


def places(fragments: list[Fragment], rank: BreakRank, room: int) -> list[Break]:
    block = RenderedBlock(0, fragments)
    return list(BlockCandidates(block, 0, 0, room).of_rank(rank))


@pytest.mark.parametrize(
    ("fragments", "rank", "expected"),
    [
        (LINES, BreakRank.LINE, [(16, 17)]),
        (LINES, BreakRank.ITEM, []),
        (LINES, BreakRank.SENTENCE, [(8, 9)]),
        (LINES, BreakRank.WORD, [(12, 13), (8, 9), (3, 4)]),
        (CODE, BreakRank.CHARACTER, [(3, 3), (2, 2)]),
        ([Fragment("made up", -1)], BreakRank.WORD, []),
    ],
)
def test_places_of_a_rank_come_from_the_last_on_with_where_the_next_page_begins(
    fragments: list[Fragment], rank: BreakRank, expected: list[tuple[int, int]]
) -> None:
    found = places(fragments, rank, 20)
    assert [(each.offset, each.at) for each in found] == expected


def test_no_place_lies_beyond_the_room_of_the_page() -> None:
    assert [each.offset for each in places(LINES, BreakRank.WORD, 9)] == [8, 3]


def test_a_style_is_closed_at_the_page_s_end_and_opened_again() -> None:
    (found,) = places(BOLD_WORDS, BreakRank.WORD, 8)
    assert (found.offset, found.at, found.wraps, found.reopen) == (3, 4, (BOLD,), "**")


def test_a_visible_character_is_cut_only_if_nothing_else_fits() -> None:
    candidates = BlockCandidates(RenderedBlock(0, CODE), 0, 0, 100)
    assert [each.offset for each in candidates.characters(whole=False)] == [3, 2, 1]
