"""A stretch of Markdown source with what is shown in its place.

All positions are offsets into the stretch. What Discord can render stays as it was written;
`Edit`s take the place of what it can't. `Unit`s are what is open between two positions and has
to be closed and opened again if a page ends there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple

from bridge_bot.core.pages.tables import Form


class Edit(NamedTuple):
    """This text is shown instead of that span; nothing inside it can be a page's end."""

    start: int
    end: int
    text: str


class Kind(IntEnum):
    """What a unit is, which decides how it is opened again."""

    QUOTE = 0
    ITEM = 1
    LIST = 2
    CODE = 3
    TABLE = 4
    INLINE = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """What opens at `start` and is over at `end`; a page may end between the body's ends only.

    `lead` is the Markdown that opens it again, `closing` what closes it for show. A unit is
    `open` if the stretch ends before it does.
    """

    kind: Kind
    start: int
    end: int
    body_start: int
    body_end: int
    lead: str = ""
    closing: str = ""
    open: bool = False
    form: Form | None = None


class Rank(IntEnum):
    """How good a place is for a page's end, the best first."""

    BLOCK = 0
    ITEM = 1
    LINE = 2
    SENTENCE = 3
    WORD = 4
    CHARACTER = 5


class Break(NamedTuple):
    """One page ends at `end`, the next begins at `start`: a line's beginning, or inside it."""

    end: int
    start: int
    rank: Rank
    at_line: bool


class Part(NamedTuple):
    """A piece of Markdown that opens something again, and whether it is shown."""

    source: str
    shown: bool = True


@dataclass(slots=True)
class Sheet:
    """Filled by `blocks.read`, then asked what to show."""

    source: str
    lead_chars: int
    edits: list[Edit] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    whole: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    prose: list[tuple[int, int]] = field(default_factory=list)
    row_ends: list[int] = field(default_factory=list)
    last_block: int = 0
    references: dict[str, Any] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _pieces: list[tuple[int, int, str, bool, int]] = field(default_factory=list)
    length: int = 0
    """Characters shown of all of it, without what closes it."""

    def finish(self) -> None:
        """Lay the edits over the source; of two that overlap the earlier counts."""
        at = shown = 0

        def lay(start: int, end: int, text: str, *, verbatim: bool) -> None:
            nonlocal at, shown
            self._starts.append(start)
            self._pieces.append((start, end, text, verbatim, shown))
            at, shown = end, shown + len(text)

        for start, end, text in sorted(self.edits, key=lambda edit: edit[:2]):
            if start < at:
                continue
            if start > at:
                lay(at, start, self.source[at:start], verbatim=True)
            lay(start, end, text, verbatim=False)
        if at < len(self.source):
            lay(at, len(self.source), self.source[at:], verbatim=True)
        self.length = shown
        self.units.sort(key=lambda unit: (unit.start, -unit.end, unit.kind))

    def offset(self, position: int) -> int:
        """How many characters are shown of what stands before a position."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return 0
        start, end, text, verbatim, shown = self._pieces[index]
        if position >= end:
            return shown + len(text)
        return shown + (position - start if verbatim else 0)

    def position(self, offset: int) -> int:
        """The last position before which no more than so many characters are shown."""
        low, high = 0, len(self.source)
        while low < high:
            middle = (low + high + 1) // 2
            if self.offset(middle) <= offset:
                low = middle
            else:
                high = middle - 1
        return low

    def is_inside(self, position: int) -> bool:
        """Whether a position is inside of what is replaced, or must stay together."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0:
            start, end, _, verbatim, _ = self._pieces[index]
            if not verbatim and start < position < end:
                return True
        return any(start < position < end for start, end in self.whole)

    def shown(self, start: int, end: int) -> str:
        """What is shown of the source between two positions."""
        parts = []
        for piece_start, piece_end, text, verbatim, _ in self._pieces:
            if piece_start > end:
                break
            if piece_end < start:
                continue
            if verbatim:
                parts.append(text[max(0, start - piece_start) : end - piece_start])
            elif piece_start >= start and piece_end <= end:
                parts.append(text)
        return "".join(parts)

    def around(self, position: int) -> Iterable[Unit]:
        """The units that a position is inside of, the outermost first."""
        return (unit for unit in self.units if unit.start < position < unit.end)

    def body_and_closing(self, end: int) -> tuple[str, str]:
        """What a page shows that ends there, and what then closes it."""
        body, closing = self.unstripped(end)
        return body.lstrip(), closing

    def unstripped(self, end: int) -> tuple[str, str]:
        """The same, with the white space that it begins with."""
        units = [unit for unit in self.around(end) if unit.closing]
        body = self.shown(0, end).rstrip()
        while units and units[-1].kind is Kind.INLINE and self._is_bare(units[-1], end):
            unit = units.pop()
            opening = self.shown(unit.start, unit.body_start).rstrip()
            body = body[: len(body) - len(opening)].rstrip()
        return body, "".join(unit.closing for unit in reversed(units))

    def line_start(self, line: int) -> int:
        """Where a line begins; for a line before the first, there."""
        at = 0
        for _ in range(line):
            at = self.source.find("\n", at) + 1 or len(self.source)
        return at

    def _is_bare(self, unit: Unit, end: int) -> bool:
        """Whether nothing is shown yet of what a unit holds."""
        return not self.shown(unit.body_start, end).strip()

    def says_something(self, end: int) -> bool:
        """Whether anything but white space is shown of it, besides what opens it again."""
        lead = self.lead_chars
        return not is_blank(self.shown(lead, end)) or any(
            start < lead < piece_end <= end and not is_blank(text)
            for start, piece_end, text, verbatim, _ in self._pieces
            if not verbatim
        )


# White space, control characters, and what Unicode wants to be ignored where it is not supported
# (Default_Ignorable_Code_Point); the braille and Hangul letters among them are blank.
_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_VISIBLE = re.compile(f"[^{_INVISIBLE}]")
_EMPTY_CODE = re.compile(rf"```[^\n`]*\n[{_INVISIBLE}>]*```")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing; Discord refuses such a message (error 50006)."""
    first = _VISIBLE.search(text)
    if first is None or first[0] != "`":
        return first is None
    return _VISIBLE.search(_EMPTY_CODE.sub("", text)) is None
