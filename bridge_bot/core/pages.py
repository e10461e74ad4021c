"""A growing Markdown text as the pages that a chat platform can show.

Invariants, whatever the text and however it arrives: every page fits the limit; while the text
grows, the number of pages never shrinks and a closed page never changes; no character other
than white space at a page's edges is left out or shown twice.

They hold because a page is closed by looking only at what fits on it, never at what follows,
and because the room for closing a code fence is kept free *always*: were it kept only while a
fence is open, a fence that opens near the end of a page would move the break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Self

_FENCE = re.compile(r"^[ \t]*(?P<marks>`{3,6})[ \t]*(?P<info>[^`\n]*)$")
_LONGEST_CLOSING = len("\n" + "`" * 6)
_LONGEST_OPENING = 40
_HALF_A_FENCE = re.compile(r"(?:^|\n)[ \t]*`{1,2}$")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|[。！？]")
_WORD_END = re.compile(r" +")
_MARK = "`"
_JOINER = "\u200d"
_ATTACHED = "\u200d\ufe0f"


class _Fence:
    """Follows a text line by line, and knows whether a code fence is open at its end."""

    def __init__(self) -> None:
        self.opening = ""
        self.just_opened = False

    def follow(self, text: str) -> None:
        for line in text.split("\n"):
            self.just_opened = False
            match = _FENCE.match(line)
            if not match:
                continue
            marks, info = match["marks"], match["info"].strip()
            if not self.opening:
                self.opening = (marks + info)[:_LONGEST_OPENING]
                self.just_opened = True
            elif not info and marks.startswith(self.marks):
                self.opening = ""

    @property
    def marks(self) -> str:
        return re.match(r"`*", self.opening).group()  # type: ignore[union-attr]


class Pages:
    """The pages of one reply. Feed it the text as it comes; ask it for the pages at any time."""

    def __init__(self, limit_chars: int) -> None:
        if limit_chars < 100:
            raise ValueError("a page needs room for 100 characters at least")
        self._limit_chars = limit_chars
        self._closed: list[str] = []
        self._opening = ""  # reopens on this page the fence that the last one closed
        self._source = ""  # what has come and is on no closed page
        self._ended = False

    @classmethod
    def of(cls, shown: Sequence[str], limit_chars: int) -> Self:
        """Pages that say what is shown already; the last of them may grow."""
        pages = cls(limit_chars)
        pages._closed = list(shown[:-1])
        pages.feed(shown[-1] if shown else "")
        return pages

    def feed(self, text: str) -> None:
        """Append to the text."""
        self._source += text
        room = self._room()
        while len(self._source) > room:
            self._close_page(room)
            room = self._room()

    def end(self, notice: str = "") -> None:
        """The text is complete: show also what could have become something else.

        A notice stands apart below it, outside of any fence that is still open.
        """
        self._ended = True
        if notice:
            fence = _Fence()
            fence.follow(self._opening + self._source)
            closing = f"\n{fence.marks}" if fence.opening else ""
            self.feed(f"{closing}\n\n{notice}" if len(self) else notice)

    def __len__(self) -> int:
        """How many pages there are to show."""
        return len(self._closed) + bool(self._open_page())

    def __getitem__(self, page: int) -> str:
        """The page as it is to be shown now, counted from 0."""
        return self._closed[page] if page < len(self._closed) else self._open_page()

    def is_closed(self, page: int) -> bool:
        """Whether the page will never change again."""
        return page < len(self._closed)

    def _room(self) -> int:
        return self._limit_chars - _LONGEST_CLOSING - len(self._opening)

    def _close_page(self, room: int) -> None:
        cut = _best_break(self._source[:room], following=self._source[room])
        source, self._source = self._source[:cut], self._source[cut:]
        shown, opening = _closed_for_show(self._opening + source)
        if shown:
            self._closed.append(shown)
        self._opening = opening
        if not opening:
            self._source = self._source.lstrip()
        elif self._source.startswith("\n"):
            # The break took the place of this line's end.
            self._source = self._source[1:]

    def _open_page(self) -> str:
        source = self._source if self._ended else _HALF_A_FENCE.sub("", self._source)
        if not source.strip():
            return ""
        return _closed_for_show(self._opening + source)[0]


def _closed_for_show(text: str) -> tuple[str, str]:
    """The text with its open fence closed, and what reopens that fence on the next page."""
    text = text.strip("\n").rstrip()
    fence = _Fence()
    fence.follow(text)
    if not fence.opening:
        return text.strip(), ""
    if fence.just_opened:  # nothing to show of it yet
        return text.rpartition("\n")[0].strip(), fence.opening + "\n"
    return f"{text}\n{fence.marks}", fence.opening + "\n"


def _best_break(text: str, *, following: str) -> int:
    """Where to end a page that begins with this text: the best place in its second half.

    `following` is the one character that is sure to come next.
    """
    half = len(text) // 2
    for end in ("\n\n", "\n"):
        if (found := text.rfind(end, half)) > 0:
            return found
    ahead = text + following
    for places in (_SENTENCE_END.finditer(text, half), _WORD_END.finditer(text, half)):
        if cuts := [match.end() for match in places if _may_begin_a_line(ahead[match.end() :])]:
            return cuts[-1]
    cut = len(text)
    while cut > half and (
        _joined(ahead[cut - 1], ahead[cut]) or not _may_begin_a_line(ahead[cut:])
    ):
        cut -= 1
    return cut


def _may_begin_a_line(text: str) -> bool:
    """Whether a line may begin so: not with marks that would be a fence there, nor with what may
    turn out to be.
    """
    return text.lstrip()[:1] not in ("", _MARK)


def _joined(before: str, after: str) -> bool:
    """Whether two characters belong to one visible one, as far as can be told without a library."""
    return before == _JOINER or after in _ATTACHED or unicodedata.combining(after) != 0
