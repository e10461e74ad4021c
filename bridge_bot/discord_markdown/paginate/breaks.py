"""Where a page ends: at the best place in the second half of what fits on it."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.discord_markdown.fragments import Fragment, RenderedBlock
from bridge_bot.discord_markdown.paginate.break_candidates import (
    BlockCandidates,
    Break,
    BreakRank,
)

MAX_NODES = 185
"""Of more than about 190 nodes (styles, links and the like) in a message Discord drops the rest."""


def best_break(
    blocks: Sequence[RenderedBlock], room: int, *, anywhere: bool = False
) -> Break | None:
    """Return where to end a page of these blocks, or None if there is no place at all.

    That is the best place in the second half of `room` characters; with `anywhere`, or without a
    good place, the last one that fits, whatever it cuts.
    """
    search = _Search(blocks, room)
    if not anywhere:
        for rank in BreakRank:
            if found := search.within(rank):
                return found
    return search.last()


class _Search:
    def __init__(self, blocks: Sequence[RenderedBlock], room: int) -> None:
        self._blocks = blocks
        self._starts: list[int] = []  # of the blocks, without the text above each
        at = nodes = 0
        for block in blocks:
            if nodes + block.nodes > MAX_NODES:
                room = min(room, at + self._chars_with_nodes(block, MAX_NODES - nodes))
            nodes += block.nodes
            at += len(block.above)
            self._starts.append(at)
            at += len(block.text)
        self._room, self._half = room, room // 2
        self._end = at
        self._sizes: dict[int, tuple[int, int]] = {}  # start and end of what is kept together
        for block, start in zip(blocks, self._starts, strict=True):
            for group in block.containers:
                if group is not None:
                    first, _ = self._sizes.get(id(group), (start, 0))
                    self._sizes[id(group)] = (first, start + len(block.text))

    @staticmethod
    def _chars_with_nodes(block: RenderedBlock, count: int) -> int:
        for segment in block.segments:
            count -= bool(segment.wrap and segment.text == segment.wrap.open)
            count -= block.fragments[segment.fragment].nodes if segment.fragment >= 0 else 0
            if count < 0:
                return len(block.above) + segment.start
        return len(block.above) + len(block.text)

    def _candidates(self, number: int) -> BlockCandidates:
        block, start = self._blocks[number], self._starts[number]
        return BlockCandidates(block, number, start, self._room)

    def within(self, rank: BreakRank) -> Break | None:
        """Return the last place of this rank in the second half at which a page may end."""
        for number in range(len(self._blocks) - 1, -1, -1):
            start = self._starts[number]
            if start + len(self._blocks[number].text) <= self._half:
                break
            if start > self._room + len(self._blocks[number].above):
                continue
            if rank >= BreakRank.ITEM and self._may_be_cut(number, number):
                for found in self._candidates(number).of_rank(rank):
                    if self._half < found.offset and self._fits(found) and self._is_allowed(found):
                        return found
            if number and rank <= BreakRank.LINE and self._between(number) is rank:
                return Break(number, at=self._blocks[number].at)
        return None

    def last(self) -> Break | None:
        """Return the last place of all, also inside of what is too long for a page."""
        for whole in (True, False):
            for number in range(len(self._blocks) - 1, -1, -1):
                if self._starts[number] > self._room:
                    continue
                for found in self._candidates(number).characters(whole=whole):
                    if self._fits(found) and found.offset > 0:
                        return found
                if number:
                    return Break(number, at=self._blocks[number].at)
        return None

    def _between(self, number: int) -> BreakRank | None:
        """Return how good the place before a block is, or None if no page may end there."""
        block, before = self._blocks[number], self._blocks[number - 1]
        end = self._starts[number] - len(block.above)
        if (
            before.keep_with_next
            or block.at <= self._blocks[0].at
            or not self._half < end <= self._room
        ):
            return None
        if not self._may_be_cut(number - 1, number):
            return None
        shared = block.containers[:1] and block.containers[:1] == before.containers[:1]
        if block.blank_line_above and not shared:
            return BreakRank.BLOCK
        return BreakRank.ITEM if block.opens_all_items else BreakRank.LINE

    def _may_be_cut(self, first: int, second: int) -> bool:
        """Whether the quotes and lists that hold both blocks are long, or go on below."""
        others = self._blocks[second].containers
        for group, other in zip(self._blocks[first].containers, others, strict=False):
            if group is not other:
                break
            if group is None:
                continue
            start, end = self._sizes[id(group)]
            if end < self._end and end - start <= self._half:
                return False
        return True

    def _fits(self, found: Break) -> bool:
        # The delimiter that opens a style again must not run together with what follows.
        if found.reopen and self._following(found).startswith(found.reopen[-1]):
            return False
        return found.offset + sum(len(wrap.close) for wrap in found.wraps) <= self._room

    def _following(self, page_break: Break) -> str:
        fragments = self._blocks[page_break.block].fragments
        rest = fragments[page_break.fragment].text[page_break.cut :].strip()
        if not rest and page_break.fragment + 1 < len(fragments):
            rest = fragments[page_break.fragment + 1].text
        return rest

    def _is_allowed(self, found: Break) -> bool:
        """Whether what wraps a place is long enough to be closed there."""
        if not found.wraps:
            return True
        starts, sizes = dict[int, int](), dict[int, int]()
        for segment in self._blocks[found.block].segments:
            start = starts.setdefault(id(segment.wrap), segment.start)
            sizes[id(segment.wrap)] = segment.start + len(segment.text) - start
        return all(
            (size := sizes[id(wrap)]) > self._half
            or (wrap.growing and (wrap.kind == "block" or size > self._room // 4))
            for wrap in found.wraps
        )


def before(blocks: Sequence[RenderedBlock], page_break: Break) -> list[Fragment]:
    """Return the fragments of the last block that stand before a page's end."""
    fragments = list(blocks[page_break.block].fragments[: page_break.fragment])
    if page_break.cut:
        fragment = blocks[page_break.block].fragments[page_break.fragment]
        fragments.append(fragment._replace(text=fragment.text[: page_break.cut]))
    return fragments
