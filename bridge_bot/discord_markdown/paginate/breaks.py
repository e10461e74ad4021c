"""Where a page ends: at the best place in the second half of what fits on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wcwidth import grapheme_boundary_before

from bridge_bot.discord_markdown.pieces import Block, Piece, Rank, Sort, Wrap

MOST_DRAWN = 185
"""Of more than about 190 styles, links and the like in a message Discord leaves the rest out."""

_SENTENCE_END = re.compile(r"[.!?…]['\")\]’”»*_]*\s+|[。！？](?=[^\s。！？])")
_WORD_END = re.compile(r"[ \t]+|(?<=[、，；：])(?=\S)")
_LONGEST_GRAPHEME = 64


class Break(NamedTuple):
    """A page's end: before a block, or in one before a piece, or `cut` characters behind its
    begin. The next page begins `at` there in the source, with `carry` opened again.
    """

    block: int
    piece: int = 0
    cut: int = 0
    at: int = 0
    carry: str = ""


class _Spot(NamedTuple):
    """A break, and how much of the page stands before it, with what closes it."""

    place: Break
    offset: int
    wraps: tuple[Wrap, ...]


def best_break(blocks: Sequence[Block], room: int, *, anywhere: bool = False) -> Break | None:
    """Where to end a page of these blocks; none if there is no place at all.

    With `anywhere` at the last place that fits, whatever it cuts.
    """
    search = _Search(blocks, room)
    if not anywhere:
        for rank in Rank:
            if found := search.within(rank):
                return found
    return search.last()


class _Search:
    def __init__(self, blocks: Sequence[Block], room: int) -> None:
        self._blocks = blocks
        self._starts: list[int] = []  # of the blocks, without what stands above them
        at = drawn = 0
        for block in blocks:
            if drawn + block.drawn > MOST_DRAWN:
                room = min(room, at + self._drawn_up_to(block, MOST_DRAWN - drawn))
            drawn += block.drawn
            at += len(block.above)
            self._starts.append(at)
            at += len(block.text)
        self._room, self._half = room, room // 2
        self._end = at
        self._sizes: dict[int, tuple[int, int]] = {}  # of what is kept together
        for block, start in zip(blocks, self._starts, strict=True):
            for unit in block.containers:
                if unit is not None:
                    first, _ = self._sizes.get(id(unit), (start, 0))
                    self._sizes[id(unit)] = (first, start + len(block.text))

    @staticmethod
    def _drawn_up_to(block: Block, count: int) -> int:
        at = 0
        for segment in block.segments:
            count -= bool(segment.wrap and segment.text == segment.wrap.open)
            count -= block.pieces[segment.piece].drawn if segment.piece >= 0 else 0
            if count < 0:
                break
            at += len(segment.text)
        return at + len(block.above)

    def within(self, rank: Rank) -> Break | None:
        """The last place of this rank in the second half at which a page may end."""
        for number in range(len(self._blocks) - 1, -1, -1):
            start = self._starts[number]
            if start + len(self._blocks[number].text) <= self._half:
                break
            if start > self._room + len(self._blocks[number].above):
                continue
            if rank >= Rank.ITEM and self._may_be_cut(number, number):
                for spot in self._inside(number, rank):
                    if self._half < spot.offset and self._fits(spot) and self._is_allowed(spot):
                        return spot.place
            if number and rank <= Rank.LINE and self._between(number) is rank:
                return Break(number, at=self._blocks[number].at)
        return None

    def last(self) -> Break | None:
        """The last place at all, also inside of what is too long for a page."""
        for whole in (True, False):
            for number in range(len(self._blocks) - 1, -1, -1):
                if self._starts[number] > self._room:
                    continue
                for spot in self._characters(number, whole=whole):
                    if self._fits(spot) and spot.offset > 0:
                        return spot.place
                if number:
                    return Break(number, at=self._blocks[number].at)
        return None

    def _between(self, number: int) -> Rank | None:
        """How good the place before a block is, if a page may end there."""
        block, before = self._blocks[number], self._blocks[number - 1]
        end = self._starts[number] - len(block.above)
        if before.glued or block.at <= self._blocks[0].at or not self._half < end <= self._room:
            return None
        if not self._may_be_cut(number - 1, number):
            return None
        shared = block.containers[:1] and block.containers[:1] == before.containers[:1]
        if block.apart and not shared:
            return Rank.BLOCK
        return Rank.ITEM if block.alone else Rank.LINE

    def _may_be_cut(self, first: int, second: int) -> bool:
        """Whether what holds both blocks is long, or goes on."""
        others = self._blocks[second].containers
        for unit, other in zip(self._blocks[first].containers, others, strict=False):
            if unit is not other:
                break
            if unit is None:
                continue
            start, end = self._sizes[id(unit)]
            if end < self._end and end - start <= self._half:
                return False
        return True

    def _fits(self, spot: _Spot) -> bool:
        # What is opened again must not run together with what follows.
        if spot.place.carry and self._following(spot.place).startswith(spot.place.carry[-1]):
            return False
        return spot.offset + sum(len(wrap.close) for wrap in spot.wraps) <= self._room

    def _following(self, place: Break) -> str:
        pieces = self._blocks[place.block].pieces
        rest = pieces[place.piece].text[place.cut :].strip()
        if not rest and place.piece + 1 < len(pieces):
            rest = pieces[place.piece + 1].text
        return rest

    def _is_allowed(self, spot: _Spot) -> bool:
        if not spot.wraps:
            return True
        sizes = self._wrap_sizes(spot.place.block)
        for wrap in spot.wraps:
            size = sizes[id(wrap)]
            if size > self._half or (
                wrap.growing and (wrap.kind == "block" or size > self._room // 4)
            ):
                continue
            return False
        return True

    def _wrap_sizes(self, number: int) -> dict[int, int]:
        at, starts, sizes = 0, dict[int, int](), dict[int, int]()
        for segment in self._blocks[number].segments:
            if segment.wrap:
                key = id(segment.wrap)
                if key in starts:
                    sizes[key] = at + len(segment.text) - starts[key]
                starts.setdefault(key, at)
            at += len(segment.text)
        return sizes

    def _inside(self, number: int, rank: Rank) -> Iterator[_Spot]:
        """The places of a rank inside of a block, the last first."""
        if rank is Rank.CHARACTER:
            yield from self._characters(number)
            return
        pieces = self._blocks[number].pieces
        for index, start in reversed(self._offsets(number)):
            piece = pieces[index]
            if start > self._room:
                continue
            if start + len(piece.text) < self._half:
                return
            if piece.sort is Sort.BREAK and rank <= Rank.LINE:
                blank = bool(index) and pieces[index - 1].sort is Sort.BREAK
                if index and piece.at >= 0 and blank == (rank is Rank.ITEM):
                    yield self._before(number, index, start)
            elif piece.sort in (Sort.TEXT, Sort.CODE) and rank > Rank.LINE and piece.at >= 0:
                yield from self._words(number, index, start, rank)

    def _words(self, number: int, index: int, start: int, rank: Rank) -> Iterator[_Spot]:
        piece = self._blocks[number].pieces[index]
        pattern = _SENTENCE_END if rank is Rank.SENTENCE else _WORD_END
        for found in reversed(list(pattern.finditer(piece.text))):
            close = found.end() if rank is Rank.SENTENCE else found.start()
            if rank is Rank.SENTENCE:
                close = found.start() + len(found[0].rstrip())
            if start + close > self._room or not start + close:
                continue
            if found.end() < len(piece.text):
                place = Break(number, index, close, piece.at + found.end(), _carry(piece.wraps))
                yield _Spot(place, start + close, piece.wraps)
            elif index + 1 < len(self._blocks[number].pieces):
                spot = self._before(number, index + 1, start + close)
                if spot.place.at > piece.at:
                    yield spot._replace(place=spot.place._replace(piece=index, cut=close))

    def _characters(self, number: int, *, whole: bool = True) -> Iterator[_Spot]:
        pieces = self._blocks[number].pieces
        for index, start in reversed(self._offsets(number)):
            piece = pieces[index]
            if start > self._room:
                continue
            if piece.sort in (Sort.TEXT, Sort.CODE) and piece.at >= 0:
                at = min(len(piece.text), self._room - start + 1)
                while (at := _boundary(piece.text, at, whole=whole)) > 0:
                    place = Break(number, index, at, piece.at + at, _carry(piece.wraps))
                    yield _Spot(place, start + at, piece.wraps)
            if index and piece.at >= 0 and not (whole and _continues(piece.text)):
                yield self._before(number, index, start)

    def _before(self, number: int, index: int, offset: int) -> _Spot:
        """The place before a piece."""
        pieces = self._blocks[number].pieces
        piece, last = pieces[index], pieces[index - 1]
        following = piece
        if piece.sort is Sort.BREAK and index + 1 < len(pieces):
            following = pieces[index + 1]
        wraps = _common(last.wraps, following.wraps)
        at = following.at if following.at >= 0 else piece.at
        if len(following.wraps) > len(wraps) and following.wraps[len(wraps)].at >= 0:
            at = min(at, following.wraps[len(wraps)].at)
        at = max(at, piece.at) if piece.sort is Sort.BREAK and following.at < 0 else at
        return _Spot(Break(number, index, 0, at, _carry(wraps)), offset, wraps)

    def _offsets(self, number: int) -> list[tuple[int, int]]:
        """Where each piece of a block begins on the page, by its number."""
        at, offsets = self._starts[number], []
        for segment in self._blocks[number].segments:
            if segment.piece >= 0:
                offsets.append((segment.piece, at))
            at += len(segment.text)
        return offsets


def before(blocks: Sequence[Block], place: Break) -> list[Piece]:
    """What of its block stands before a page's end."""
    pieces = list(blocks[place.block].pieces[: place.piece])
    if place.cut:
        piece = blocks[place.block].pieces[place.piece]
        pieces.append(piece._replace(text=piece.text[: place.cut]))
    return pieces


def _common(one: tuple[Wrap, ...], other: tuple[Wrap, ...]) -> tuple[Wrap, ...]:
    same = 0
    while same < len(one) and same < len(other) and one[same] is other[same]:
        same += 1
    return one[:same]


def _carry(wraps: tuple[Wrap, ...]) -> str:
    return "".join(wrap.carry for wrap in wraps)


def _boundary(text: str, at: int, *, whole: bool) -> int:
    """Where the visible character before a position begins."""
    if not whole:
        return at - 1
    begin = grapheme_boundary_before(text, at)
    return begin if at - begin <= _LONGEST_GRAPHEME else at - 1


def _continues(text: str) -> bool:
    """Whether a text begins inside of a visible character."""
    return text[:1] in ("\u200d", "\ufe0f") or bool(text and unicodedata.combining(text[0]))
