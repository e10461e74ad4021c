"""Where a page could end inside of a block, by how good a place that is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from wcwidth import grapheme_boundary_before

from bridge_bot.discord_markdown.fragments import FragmentKind, RenderedBlock, Wrap, shared_wraps

_SENTENCE_END = re.compile(r"[.!?…]['\")\]’”»*_]*\s+|[。！？](?=[^\s。！？])")
_WORD_END = re.compile(r"[ \t]+|(?<=[、，；：])(?=\S)")
_LONGEST_GRAPHEME = 64


class BreakRank(IntEnum):
    """How good a place is for a page's end, by what ends there; the best first."""

    BLOCK = 0
    ITEM = 1
    LINE = 2
    SENTENCE = 3
    WORD = 4
    CHARACTER = 5


class Break(NamedTuple):
    """A page's end: before a block, before a fragment of it, or `cut` characters into that.

    The next page begins at the position `at` of the source. `offset` characters of this page stand
    before it, and `wraps` are closed there.
    """

    block: int
    fragment: int = 0
    cut: int = 0
    at: int = 0
    offset: int = 0
    wraps: tuple[Wrap, ...] = ()

    @property
    def reopen(self) -> str:
        """The delimiters with which the next page begins."""
        return "".join(wrap.reopen for wrap in self.wraps)


class BlockCandidates:
    """The places inside of a block at which a page with `room` characters could end.

    The block is the one with this `number` on the page, where its text begins at `start`.
    """

    def __init__(self, block: RenderedBlock, number: int, start: int, room: int) -> None:
        self._block = block
        self._number = number
        self._start = start
        self._room = room

    def of_rank(self, rank: BreakRank) -> Iterator[Break]:
        """Yield the places of a rank, the last first."""
        if rank is BreakRank.CHARACTER:
            yield from self.characters()
            return
        fragments = self._block.fragments
        for index, start in reversed(self._offsets()):
            fragment = fragments[index]
            if start > self._room:
                continue
            if start + len(fragment.text) < self._room // 2:
                return
            if fragment.kind is FragmentKind.BREAK and rank <= BreakRank.LINE:
                blank = bool(index) and fragments[index - 1].kind is FragmentKind.BREAK
                if index and fragment.at >= 0 and blank == (rank is BreakRank.ITEM):
                    yield self._before(index, start)
            elif (
                fragment.kind in (FragmentKind.TEXT, FragmentKind.CODE)
                and rank > BreakRank.LINE
                and fragment.at >= 0
            ):
                yield from self._words(index, start, rank)

    def _words(self, index: int, start: int, rank: BreakRank) -> Iterator[Break]:
        """Yield the ends of sentences or words in a fragment that begins at `start`."""
        fragment = self._block.fragments[index]
        pattern = _SENTENCE_END if rank is BreakRank.SENTENCE else _WORD_END
        for found in reversed(list(pattern.finditer(fragment.text))):
            close = found.start()
            if rank is BreakRank.SENTENCE:
                close += len(found[0].rstrip())
            if start + close > self._room or not start + close:
                continue
            if found.end() < len(fragment.text):
                yield self._inside(index, start, close, found.end())
            elif index + 1 < len(self._block.fragments):
                page_break = self._before(index + 1, start + close)
                if page_break.at > fragment.at:
                    yield page_break._replace(fragment=index, cut=close)

    def characters(self, *, whole: bool = True) -> Iterator[Break]:
        """Yield the places between any two characters, the last first.

        With `whole` none is inside of a visible character of several code points.
        """
        fragments = self._block.fragments
        for index, start in reversed(self._offsets()):
            fragment = fragments[index]
            if start > self._room:
                continue
            if fragment.kind in (FragmentKind.TEXT, FragmentKind.CODE) and fragment.at >= 0:
                at = min(len(fragment.text), self._room - start + 1)
                while (at := _boundary(fragment.text, at, whole=whole)) > 0:
                    yield self._inside(index, start, at, at)
            if index and fragment.at >= 0 and not (whole and _continues(fragment.text)):
                yield self._before(index, start)

    def _inside(self, index: int, start: int, cut: int, rest: int) -> Break:
        """Return the place in a fragment of which `rest` characters are not on the next page."""
        fragment = self._block.fragments[index]
        return Break(self._number, index, cut, fragment.at + rest, start + cut, fragment.wraps)

    def _before(self, index: int, offset: int) -> Break:
        """Return the place before a fragment."""
        fragments = self._block.fragments
        fragment, last = fragments[index], fragments[index - 1]
        following = fragment
        if fragment.kind is FragmentKind.BREAK and index + 1 < len(fragments):
            following = fragments[index + 1]
        wraps = last.wraps[: shared_wraps(last.wraps, following.wraps)]
        at = following.at if following.at >= 0 else fragment.at
        if len(following.wraps) > len(wraps) and following.wraps[len(wraps)].at >= 0:
            at = min(at, following.wraps[len(wraps)].at)
        if fragment.kind is FragmentKind.BREAK and following.at < 0:
            at = max(at, fragment.at)
        return Break(self._number, index, 0, at, offset, wraps)

    def _offsets(self) -> list[tuple[int, int]]:
        """Return the index of each fragment, and where it begins on the page."""
        return [
            (segment.fragment, self._start + segment.start)
            for segment in self._block.segments
            if segment.fragment >= 0
        ]


def _boundary(text: str, at: int, *, whole: bool) -> int:
    """Return where the visible character before a position begins."""
    if not whole:
        return at - 1
    begin = grapheme_boundary_before(text, at)
    return begin if at - begin <= _LONGEST_GRAPHEME else at - 1


def _continues(text: str) -> bool:
    """Whether a text begins inside of a visible character."""
    return text[:1] in ("\u200d", "\ufe0f") or bool(text and unicodedata.combining(text[0]))
