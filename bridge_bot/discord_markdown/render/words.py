"""The words of an inline text as pieces, with backslashes where a line looks like a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap

_LINE_START = re.compile(r"([-*]|\d+\.|>>>|>)(?= )|(#{1,3})(?= |\Z)")
_BACKSLASH = re.compile(r"\\(?=[^0-9A-Za-z\s]|\Z)")
_KEEPS_ITS_LINE = re.compile(r"(?!\w+:\S|\d+\.)[^\W_]")


def _same(position: int) -> int:
    return position


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is read.

    Its first `lead` characters only open again what was open before; `place` has the source's
    position for one of the text. A link or an image whose target is longer than `longest` is
    left as plain text. `bold` texts lose the emphasis that would end their boldness.
    `line_break` is what a further line begins with; in an item a line break becomes a space
    wherever Discord would drop it.
    """

    growing: bool
    longest: int
    place: Callable[[int], int] = _same
    lead: int = 0
    bold: bool = False
    line_break: str = "\n"
    in_item: bool = False


class Words:
    """Adds `pieces` of a text."""

    def __init__(self, content: str, manner: Manner) -> None:
        self.pieces: list[Piece] = []
        self._content = content
        self._manner = manner
        self._place = manner.place
        self._wraps: tuple[Wrap, ...] = ()  # what is open
        self._in_label = False  # of a link
        self._line_starts = True
        self._hidden: list[tuple[int, int]] = []
        self._half: Wrap | None = None  # around the text of half a link

    def _text(self, start: int, end: int) -> None:
        """Text of the source, without what is hidden of it."""
        start = max(start, self._manner.lead)
        for hidden, until in self._hidden:
            if hidden <= start < until:
                start = until
            elif start < hidden < end:
                self._text(start, hidden)
                start = until
        if start >= end:
            return
        outer = self._wraps
        if self._half and self._half.at <= self._place(start):
            self._wraps = (*outer, self._half)
        self._words(self._content[start:end], self._place(start))
        self._wraps = outer

    def _words(self, words: str, at: int) -> None:
        """Text, with a backslash where it looks like a block's marker."""
        if self._in_label:
            self._add(words, at, Sort.CODE)
            return
        if self._line_starts and words.strip():
            self._line_starts = False
            blank = len(words) - len(words.lstrip())
            if found := _LINE_START.match(words, blank):
                mark = found.end() - 1 if found[0].endswith(".") else blank
                self._literal(words[:mark], at)
                self._add("\\" + words[mark], at + mark, Sort.ATOM, plain=words[mark])
                words, at = words[mark + 1 :], at + mark + 1
        self._literal(words, at)

    def _literal(self, words: str, at: int) -> None:
        done = 0
        for found in _BACKSLASH.finditer(words):
            self._add(words[done : found.start()], at + done, Sort.TEXT)
            self._add("\\\\", at + found.start(), Sort.ATOM, plain="\\")
            done = found.end()
        self._add(words[done:], at + done, Sort.TEXT)

    def _add(
        self, text: str, at: int, sort: Sort, *, plain: str | None = None, drawn: int = 0
    ) -> None:
        if text:
            self.pieces.append(Piece(text, at, sort, self._wraps, plain, drawn))

    def _atom(self, text: str, position: int, *, plain: str | None = None, drawn: int = 0) -> None:
        if not self._is_hidden(position):
            self._line_starts = False
            self._add(text, self._place(position), Sort.ATOM, plain=plain, drawn=drawn)

    def _is_hidden(self, position: int) -> bool:
        if position < self._manner.lead:
            return True
        return any(start <= position < end for start, end in self._hidden)

    def _break(self, start: int, end: int, spaces: str = "") -> None:
        if self._is_hidden(start):
            return
        manner = self._manner
        text = f"{spaces}{manner.line_break}"
        if self._in_label or (manner.in_item and not _KEEPS_ITS_LINE.match(self._content, end)):
            text = " "
        else:
            self._line_starts = True
        self.pieces.append(Piece(text, self._place(start), Sort.BREAK, self._wraps, " "))


def mapped(lines: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """From a position in a content to the source: each line's begin in both is given."""
    firsts = [first for first, _ in lines]

    def place(position: int) -> int:
        first, at = lines[max(0, bisect_right(firsts, position) - 1)]
        return at + position - first

    return place
