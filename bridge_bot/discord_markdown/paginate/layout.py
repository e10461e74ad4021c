"""Lays a growing text out on pages.

Whether a page is full is decided at stops that follow from the text alone, never from how much
has come by chance: at ends of lines, and inside of long ones after so many characters, as soon as
the page could be full. So pages depend neither on how the text arrives nor on when somebody
looks. Between two stops a page shows what fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bridge_bot.discord_markdown.blank import is_blank
from bridge_bot.discord_markdown.paginate.breaks import MOST_DRAWN, Break, before, best_break
from bridge_bot.discord_markdown.paginate.escapes import escaped
from bridge_bot.discord_markdown.pieces import Block, Piece, Sort, trimmed
from bridge_bot.discord_markdown.sheet import Sheet, Start

_LONGEST_LINE = 2048  # of one that is longer the rest is read on its own
_CONTROL = re.compile("[\r\0]")
_CONTROLS = str.maketrans({"\r": " ", "\0": "\ufffd"})  # one character each: positions stay
_MOST_TRIES = 8
_MOST_OF_A_ROW = 8  # so many times its source a row of a table may show
_UNDERSCORE_ENDS = re.compile(r"_(?![A-Za-z0-9])")
_MOST_SOURCE = 2  # so many times the room: then a page ends however little it shows


class Shown(NamedTuple):
    """What a page shows, and what closes for show a block that is open at its end."""

    body: str = ""
    closing: str = ""

    def __len__(self) -> int:
        return len(self.body) + len(self.closing)


class Layout:
    """`room` tells how many characters a page has room for, counted from 0; `most_pages` is the
    number of the last page that may be closed.
    """

    def __init__(self, room: Callable[[int], int], most_pages: int | None) -> None:
        self.closed: list[Shown] = []
        self.count = 0  # of the pages that were closed before those
        self.open = Shown()
        self.starts = [0]  # where in the source each page begins
        self.overflows = False
        self._room = room
        self._most_pages = most_pages
        self._sheet = Sheet(room(0))
        self._text = ""  # the line that has not ended yet
        self._at = 0  # where it begins
        self._next_stop = room(0) // 2
        self._next_row = room(0) // _MOST_OF_A_ROW  # the same in a table
        self._ended = False

    def grow(self, text: str, *, ended: bool) -> None:
        """Go on with this text; if it has ended, show also what was held back."""
        if self.overflows or self._ended:
            return
        self._text += text.translate(_CONTROLS) if _CONTROL.search(text) else text
        read = 0
        while (taken := self._step(read)) is not None:
            read += taken
        self._text = self._text[read:]
        if ended and not self.overflows:
            self._ended = True
            self._sheet.end(self._text, self._at)
            self._text = ""
            self._decide(growing=False)
        self._look()

    def open_above(self, words: str) -> str:
        """The text of the last page so that none of its marks pairs with these words below it."""
        if self.overflows:
            return f"{self.open.body}{self.open.closing}"
        below = Block(0, [Piece(words, -1, Sort.ATOM)], "\n\n")
        room = self._room(self._number)
        with self._sheet.looking("", self._at, room, growing=False) as (blocks, _):
            return _shown([*blocks, below]).body.removesuffix(words).rstrip()

    def take_closed(self) -> list[Shown]:
        """The pages that were closed since the last time."""
        taken, self.closed = self.closed, []
        self.count += len(taken)
        return taken

    @property
    def _number(self) -> int:
        """The open page's number, counted from 0."""
        return self.count + len(self.closed)

    def _step(self, read: int) -> int | None:
        """Read up to the next stop; how much was read for good, or nothing if that has to wait."""
        if self.overflows:
            return None
        limit = read + _LONGEST_LINE
        line_end = self._text.find("\n", read, limit + 1)
        end = line_end if line_end >= 0 else min(len(self._text), limit)
        stop = self._next_stop - self._at
        if 0 < stop < end - read:
            self._decide(self._text[read : read + stop])
            return 0
        if line_end < 0 and end < limit:
            return None
        self._sheet.line(self._text[read:end], self._at, complete=line_end >= 0)
        taken = end - read + (line_end >= 0)
        self._at += taken
        if self._at >= (self._next_row if self._sheet.in_table else self._next_stop):
            self._decide()
        return taken

    def _decide(self, half: str = "", *, growing: bool = True) -> None:
        """End pages until what there is fits; `half` is the line so far."""
        at = self._at + len(half)
        while not self.overflows:
            room = self._room(self._number)
            with self._sheet.looking(half, self._at, room, growing=growing) as (blocks, held):
                size = len(_shown(blocks)) + held + sum(block.hidden for block in blocks)
                source = at - self._sheet.start.at
                full = size > room or sum(block.drawn for block in blocks) > MOST_DRAWN
                if growing and source > _MOST_SOURCE * room and self._sheet.is_stuck(room):
                    full = True
                if not full:
                    # As much as would fill the page if it showed as much of what comes.
                    free = (room - size) * min(source, size) * 7 // (8 * size) if size else room
                    self._next_stop = at + max(free, 1, (source - size) // 16)
                    if not half:
                        self._next_row = at + (room - size) // _MOST_OF_A_ROW
                    return
                shown, start = self._ended_page(blocks, room, at)
            self._close(shown, start, at)

    def _ended_page(self, blocks: Sequence[Block], room: int, at: int) -> tuple[Shown, Start]:
        """The page, and where the next one begins."""
        place, shown = _fitting(blocks, room)
        if place is None:
            return shown, Start(at)
        carry = place.carry if len(place.carry) <= room // 4 else ""
        if place.at <= self._sheet.start.at:
            return shown, Start(at)
        return shown, Start(place.at, carry)

    def _close(self, shown: Shown, start: Start, at: int) -> None:
        blank = is_blank(shown.body)
        if not blank:
            self.starts.append(start.at)
        elif len(self.starts) > 1:
            self.starts[-1] = start.at
        if self._most_pages is not None and self._number + 1 >= self._most_pages and not blank:
            self.overflows, self.open = True, shown
            return
        if not blank:
            self.closed.append(shown)
        self.open = Shown()
        self._sheet.turn(start)
        self._next_stop = self._next_row = at

    def _look(self) -> None:
        """Show what there is of a page that is not full yet."""
        if self.overflows:
            return
        room, growing = self._room(self._number), not self._ended
        with self._sheet.looking(self._text, self._at, room, growing=growing) as (blocks, _):
            self.open = _shown(blocks)
            if len(self.open) > room or sum(block.drawn for block in blocks) > MOST_DRAWN:
                _, self.open = _fitting(blocks, room, anywhere=True)
            if is_blank(self.open.body):
                self.open = Shown()


def _fitting(
    blocks: Sequence[Block], room: int, *, anywhere: bool = False
) -> tuple[Break | None, Shown]:
    """Where a page ends so that it fits, and what it then shows."""
    less, shown = 0, Shown()
    for _ in range(_MOST_TRIES):
        place = best_break(blocks, room - less, anywhere=anywhere or less > room // 2)
        if place is None:
            break
        shown = _shown(blocks, place)
        if len(shown) <= room:
            return place, shown
        less += len(shown) - room
    text = "".join(block.above + block.text for block in blocks).strip()
    return None, Shown(text[:room])


def _shown(blocks: Sequence[Block], place: Break | None = None) -> Shown:
    """The text of these blocks, up to a place."""
    if place:
        above = blocks[place.block].above
        pieces = trimmed(before(blocks, place) if place.piece or place.cut else ())
        blocks = list(blocks[: place.block])
        if any(piece.text.strip() for piece in pieces):
            blocks.append(Block(0, pieces, above))
    if not blocks:
        return Shown()
    text = "".join([block.above + block.text for block in blocks])
    if any(block.risky for block in blocks) or (
        any(block.underscored for block in blocks) and _UNDERSCORE_ENDS.search(text)
    ):
        text = escaped(blocks)
    text = text.strip()
    wraps = blocks[-1].pieces[-1].wraps
    if wraps and wraps[0].kind == "block" and wraps[0].growing:
        closing = wraps[0].close
        if text.endswith(closing):
            return Shown(text[: -len(closing)], closing)
    return Shown(text)
