"""What a page is made of: pieces of text, with what is open around each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Sort(IntEnum):
    """What a piece is, which decides where a page may end in it."""

    TEXT = 0  # a page may end anywhere in it; its marks are meant as text
    CODE = 1  # a page may end anywhere in it; Discord reads no marks there
    ATOM = 2  # stays whole
    BREAK = 3  # between two lines


class Rank(IntEnum):
    """How good a place is for a page's end, the best first."""

    BLOCK = 0
    ITEM = 1
    LINE = 2
    SENTENCE = 3
    WORD = 4
    CHARACTER = 5


TEXT, OPAQUE = "\0", "\1"
_FIRST_OWNER, _OWNERS = 2, 0xD000  # more than there are on a page
_NUMBERS = itertools.count()


@dataclass(slots=True, eq=False)
class Wrap:
    """What is open around pieces, and is closed at a page's end.

    `carry` opens it again on the next page, in the source's Markdown; without one, whatever it
    belongs to opens it again by itself. It begins at `at` in the source; one that is `growing`
    has not ended there yet.
    """

    kind: str
    open: str
    close: str
    at: int = -1
    carry: str = ""
    growing: bool = False
    owner: str = OPAQUE  # tells its marks from those of others

    def __post_init__(self) -> None:
        if self.kind not in ("code", "block", "link", "half"):
            self.owner = chr(_FIRST_OWNER + next(_NUMBERS) % _OWNERS)


class Piece(NamedTuple):
    """A text as it is written, and where it begins in the source.

    No page begins where `at` is negative. `plain` is what is seen of it, if that is something
    else; `drawn` says how many things Discord draws for it, beside the wraps.
    """

    text: str
    at: int
    sort: Sort = Sort.TEXT
    wraps: tuple[Wrap, ...] = ()
    plain: str | None = None
    drawn: int = 0

    @property
    def seen(self) -> str:
        """What is seen of it."""
        return self.text if self.plain is None else self.plain


class Segment(NamedTuple):
    """A part of a page's text: a piece's, or the mark of a wrap."""

    text: str
    sort: Sort
    wrap: Wrap | None = None
    piece: int = -1  # its number


def segments_of(pieces: Sequence[Piece]) -> list[Segment]:
    """The pieces with the marks around them."""
    segments: list[Segment] = []
    opened: tuple[Wrap, ...] = ()
    for number, piece in enumerate(pieces):
        if piece.wraps is not opened:
            _change(segments, opened, piece.wraps)
            opened = piece.wraps
        segments.append(Segment(piece.text, piece.sort, piece=number))
    _change(segments, opened, ())
    return segments


def _change(segments: list[Segment], before: tuple[Wrap, ...], after: tuple[Wrap, ...]) -> None:
    same = _shared(before, after)
    segments += [Segment(wrap.close, Sort.ATOM, wrap) for wrap in reversed(before[same:])]
    segments += [Segment(wrap.open, Sort.ATOM, wrap) for wrap in after[same:]]


def _shared(one: tuple[Wrap, ...], other: tuple[Wrap, ...]) -> int:
    """How many of the outermost wraps are the same."""
    same = 0
    while same < len(one) and same < len(other) and one[same] is other[same]:
        same += 1
    return same


def trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Without the white space at the end, and what then holds nothing."""
    left = list(pieces)
    while left:
        last = left[-1]
        text = last.text.rstrip()
        in_block = bool(last.wraps) and last.wraps[0].kind == "block"
        if last.sort is Sort.ATOM or text == last.text or (in_block and text):
            break
        left.pop()
        if text and last.sort is not Sort.BREAK:
            left.append(last._replace(text=text))
            break
    return left


@dataclass(slots=True)
class Block:
    """Pieces that stand together on a page, and begin at `at` in the source.

    `above` parts them from the block before; `apart` says that this is an empty line.
    `containers` are what they are in, the outermost first; those of the same kind as others are
    kept together if they are short. One that is `alone` needs none of them opened again on a new
    page. A `glued` block has to be followed by the next one. `hidden`
    characters of its source are held back; `labels` may become links.
    """

    at: int
    pieces: list[Piece]
    above: str = ""
    apart: bool = False
    containers: tuple[object, ...] = ()
    glued: bool = False
    alone: bool = True
    hidden: int = 0
    drawn: int = 0
    labels: Sequence[str] = ()
    text: str = ""
    underscored: bool = False  # it holds an underscore that is meant as one
    risky: bool = False  # it holds marks that Discord might read otherwise than they are meant
    _segments: list[Segment] | None = None

    def __post_init__(self) -> None:
        wraps = {id(wrap): wrap for piece in self.pieces for wrap in piece.wraps}
        self.drawn += len(wraps) + sum([piece.drawn for piece in self.pieces])
        self.text = _text_of(self.pieces)
        if not _MARK.search(self.text):
            return
        styled = any(wrap.owner != OPAQUE for wrap in wraps.values())
        if styled or any(piece.sort is Sort.TEXT for piece in self.pieces):
            self._find_risks()

    @property
    def segments(self) -> list[Segment]:
        """The pieces with the marks around them."""
        if self._segments is None:
            self._segments = segments_of(self.pieces)
        return self._segments

    @property
    def owners(self) -> str:
        """For each character whose it is: text, nobody's, or a wrap's mark."""
        return "".join([_owner(segment) * len(segment.text) for segment in self.segments])

    def _find_risks(self) -> None:
        self.underscored = "_" in self.text and any(
            "_" in piece.text for piece in self.pieces if piece.sort is Sort.TEXT
        )
        self.risky = any(
            _MARK.search(piece.text) and any(wrap.owner != OPAQUE for wrap in piece.wraps)
            for piece in self.pieces
            if piece.wraps
        )
        if not self.risky:
            owners = self.owners
            self.risky = any(
                owners[found.start()] == TEXT or len(found[0]) > 2
                for found in _RISKY.finditer(self.text)
            )


def _text_of(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    opened: tuple[Wrap, ...] = ()
    for piece in pieces:
        if piece.wraps is not opened:
            same = _shared(opened, piece.wraps)
            parts += [wrap.close for wrap in reversed(opened[same:])]
            parts += [wrap.open for wrap in piece.wraps[same:]]
            opened = piece.wraps
        parts.append(piece.text)
    parts += [wrap.close for wrap in reversed(opened)]
    return "".join(parts)


def _owner(segment: Segment) -> str:
    if segment.wrap:
        return segment.wrap.owner
    return TEXT if segment.sort is Sort.TEXT else OPAQUE


_MARK = re.compile(r"[*_~|`\[]")
# Also marks that run together.
_RISKY = re.compile(
    r"\*{3,}|_{3,}|~{3,}|\|{3,}|\*(?!\s)|`{1,2}|_(?![A-Za-z0-9])|__|~~_|~~|\|\|"
    r"|\[(?=[^\n]*\]\()"
)
