"""Where a page ends: at the best place in the second half of what fits on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wcwidth import grapheme_boundary_before

from bridge_bot.core.pages.sheet import Break, Kind, Part, Rank, Sheet, Unit

_SENTENCE_END = re.compile(r"[.!?…]['\")\]’”»*_]*\s+|[。！？](?=[^\s。！？])")
_WORD_END = re.compile(r"[ \t]+|(?<=[、，；：])(?=\S)")
_BEGINS_A_BLOCK = re.compile(
    r"\s|[-+*_](?:[\s_*-]|$)|#{1,6}(?:\s|$)|[>=|]|~~~|```|<!|\$\$|\\\[|:?-+[\s:|]"
    r"|\d{1,9}(?:[.)](?:\s|$)|$)|\[[^\]]*\]:|$"
)
_EMPHASIS = re.compile(r"(?:\*\*|__)(?=[^\s*_])")
_LONGEST_GRAPHEME = 64


def best_break(sheet: Sheet, room: int, *, first: Rank = Rank.BLOCK) -> Break | None:
    """Where to end a page that begins with this sheet; none if there is no place at all.

    What fits is looked at, and one character beyond. `first` leaves out what is better.
    """
    search = _Search(sheet, room)
    for rank in range(first, Rank.CHARACTER + 1):
        if found := search.within(Rank(rank)):
            return found
    return search.anywhere()


def lead_after(sheet: Sheet, at: Break) -> list[Part]:
    """What opens again, on the page that begins there, all that is open at its beginning."""
    units = list(sheet.around(at.start))
    containers = [unit for unit in units if unit.kind in (Kind.QUOTE, Kind.ITEM)]
    block = next((unit for unit in units if unit.kind in (Kind.CODE, Kind.TABLE)), None)
    in_item = any(unit.kind is Kind.ITEM for unit in containers)
    hidden = [Part(unit.lead, unit.kind is Kind.QUOTE) for unit in containers]
    if block:
        if not block.lead:  # indented code opens itself again, by its indentation
            return [] if at.at_line else [Part("    ")]
        parts = [*hidden, Part(block.lead)]
        return parts if at.at_line else [*parts, *_continued(containers)]
    if at.at_line:
        if in_item:
            return [*(Part(unit.lead) for unit in containers), Part("…\n")]
        return [] if sheet.source.startswith(">", at.start) else hidden
    return [*hidden, *(Part(unit.lead) for unit in units if unit.kind is Kind.INLINE)]


def _continued(containers: list[Unit]) -> list[Part]:
    return [
        Part(unit.lead if unit.kind is Kind.QUOTE else " " * len(unit.lead)) for unit in containers
    ]


class _Search:
    def __init__(self, sheet: Sheet, room: int) -> None:
        self._sheet = sheet
        self._room = room
        self._half = room // 2
        self._latest = min(sheet.position(room), len(sheet.source) - 1)
        self._earliest = max(sheet.position(room // 2), sheet.lead_chars)

    def within(self, rank: Rank) -> Break | None:
        """The last place of this rank in the second half at which a page may end."""
        return next((place for place in self._places(rank) if self._is_allowed(place)), None)

    def anywhere(self) -> Break | None:
        """The last place at all, also inside of what is too long for a page."""
        for keep in (True, False):
            at = self._latest + 1
            while (at := self._boundary(at, grapheme=keep)) > self._sheet.lead_chars:
                place = Break(at, at, Rank.CHARACTER, at_line=False)
                if not self._sheet.is_inside(at) and self._fits(place):
                    return place
        return None

    def _places(self, rank: Rank) -> Iterator[Break]:
        sheet = self._sheet
        if rank <= Rank.LINE:
            for place in sorted(sheet.breaks, key=lambda place: place.start, reverse=True):
                if place.rank is rank and self._earliest < place.end <= self._latest:
                    yield place
            return
        if rank is Rank.CHARACTER:
            at = self._latest + 1
            while (at := self._boundary(at)) > self._earliest:
                yield Break(at, at, rank, at_line=False)
            return
        pattern = _SENTENCE_END if rank is Rank.SENTENCE else _WORD_END
        for start, end in sorted(sheet.prose, reverse=True):
            if start > self._latest or end <= self._earliest:
                continue
            low = max(start, self._earliest)
            text = sheet.source[low : min(end, self._latest + 64)]
            ends = [(match.start(), match.end()) for match in pattern.finditer(text)]
            for before, after in reversed(ends):
                close = after if rank is Rank.SENTENCE else before
                if low + close <= self._latest + 1 and low + after < end:
                    yield Break(low + close, low + after, rank, at_line=False)

    def _boundary(self, at: int, *, grapheme: bool = True) -> int:
        """Where the visible character before a position begins."""
        before = at - 1
        if grapheme and at > 0:
            before = grapheme_boundary_before(self._sheet.source, at)
            if at - before > _LONGEST_GRAPHEME:
                before = at - 1
        return before

    def _is_allowed(self, place: Break) -> bool:
        sheet = self._sheet
        start = place.start
        if start <= sheet.lead_chars or start >= len(sheet.source):
            return False
        if sheet.is_inside(place.end) or sheet.is_inside(start):
            return False
        if not place.at_line and place.rank > Rank.LINE and not self._in_code(start):
            ahead = sheet.source[start : start + 20]
            if _BEGINS_A_BLOCK.match(ahead) and not _EMPHASIS.match(ahead):
                return False
        return all(self._may_cut(unit, start) for unit in sheet.around(start)) and self._fits(place)

    def _in_code(self, at: int) -> bool:
        return any(unit.kind is Kind.CODE for unit in self._sheet.around(at))

    def _may_cut(self, unit: Unit, at: int) -> bool:
        if unit.kind is Kind.ITEM:
            return True
        if unit.kind in (Kind.LIST, Kind.QUOTE):
            return unit.open or self._is_long(unit)
        if not unit.body_start < at < unit.body_end:
            return False
        if unit.open and unit.kind is Kind.INLINE:
            return self._length(unit) > self._room // 4  # it may well turn out short
        return unit.open or self._is_long(unit)

    def _is_long(self, unit: Unit) -> bool:
        return self._length(unit) > self._half

    def _length(self, unit: Unit) -> int:
        return self._sheet.offset(unit.end) - self._sheet.offset(unit.start)

    def _fits(self, place: Break) -> bool:
        body, closing = self._sheet.body_and_closing(place.end)
        return len(body) + len(closing) <= self._room and self._sheet.says_something(place.end)
