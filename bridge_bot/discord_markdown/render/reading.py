"""What is needed to read a leaf for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bridge_bot.discord_markdown.parse.leaves import Leaf, Line
from bridge_bot.discord_markdown.pieces import Piece
from bridge_bot.discord_markdown.render.flow import Place


class Start(NamedTuple):
    """Where in the source a page begins, and what opens again what was open there."""

    at: int = 0
    carry: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How leaves are read: while the text grows, on a page with so much room."""

    room: int
    growing: bool
    references: dict[str, Any]

    @property
    def longest(self) -> int:
        """So many characters of half a construct are held back at the most."""
        return self.room // 4


class Seen(NamedTuple):
    """A leaf as a page has it: `fresh` if it begins there, from `start` on."""

    leaf: Leaf
    lines: list[Line]
    start: Start
    reading: Reading
    fresh: bool
    growing: bool

    @classmethod
    def of(cls, leaf: Leaf, start: Start, reading: Reading) -> Seen:
        """A leaf on the page that begins at `start`."""
        fresh = leaf.at >= start.at or not leaf.lines
        growing = reading.growing and not leaf.closed
        if fresh:
            return cls(leaf, leaf.lines, Start(leaf.at), reading, fresh, growing)
        return cls(leaf, _from(leaf.lines, start.at), start, reading, fresh, growing)


class Shown(NamedTuple):
    """A leaf's pieces and where they stand; without a place it shows nothing.

    `labels` may become links; `hidden` characters of its source are held back.
    """

    pieces: list[Piece] = []  # noqa: RUF012 - never added to
    place: Place | None = None
    labels: Sequence[str] = ()
    hidden: int = 0


def may_be_header(line: Line) -> bool:
    """Whether a line may turn out to be the header of a table."""
    return line.text.startswith("|") and not line.text.startswith("||")


def _from(lines: list[Line], at: int) -> list[Line]:
    """The lines from a position on, the first of which may be cut."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle].at + len(lines[middle].text) <= at:
            low = middle + 1
        else:
            high = middle
    left = lines[low:]
    if left and left[0].at < at:
        left[0] = Line(left[0].text[at - left[0].at :], at)
    return left
