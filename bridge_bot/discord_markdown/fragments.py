"""What a page is made of: fragments of text, each with the styles around it.

`a **b**` is the fragments `a ` and `b`; around `b` is a wrap that opens with `**` and closes with
`**`. A page may end in a fragment: what wraps it is closed there and opened again on the next page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class FragmentKind(IntEnum):
    """What a fragment is, which decides where a page may end in it."""

    TEXT = 0  # a page may end in it; its delimiters are meant as text
    CODE = 1  # a page may end in it; Discord reads no delimiters there
    ATOM = 2  # stays whole: a mention, an address
    BREAK = 3  # between two lines


TEXT, OPAQUE = "\0", "\1"  # see RenderedBlock.owners
_FIRST_OWNER, _OWNERS = 2, 0xD000  # more than there are on a page
_NUMBERS = itertools.count()


@dataclass(slots=True, eq=False)
class Wrap:
    """A style, link or code block around fragments, which is closed at a page's end.

    `open` and `close` are its delimiters on the page. `reopen` opens it again on the next page, in
    the source's Markdown; without one, the block that it belongs to opens it again by itself. It
    begins at `at` in the source; one that is `growing` has not ended there yet.
    """

    kind: str
    open: str
    close: str
    at: int = -1
    reopen: str = ""
    growing: bool = False
    owner: str = OPAQUE  # a character of its own, if its delimiters may be read as those of others

    def __post_init__(self) -> None:
        if self.kind not in ("code", "block", "link", "unfinished"):
            self.owner = chr(_FIRST_OWNER + next(_NUMBERS) % _OWNERS)


class Fragment(NamedTuple):
    """A text as it stands on the page, and its position in the source.

    No page begins where `at` is negative. `plain` is what a reader sees of it, if that is not
    `text` itself. `nodes` is how many nodes (links, mentions and the like) Discord draws for it,
    without the wraps.
    """

    text: str
    at: int
    kind: FragmentKind = FragmentKind.TEXT
    wraps: tuple[Wrap, ...] = ()
    plain: str | None = None
    nodes: int = 0

    @property
    def visible(self) -> str:
        """What a reader sees of it."""
        return self.text if self.plain is None else self.plain


class Segment(NamedTuple):
    """A part of a page's text: a fragment, or one of the two delimiters of a wrap."""

    text: str
    kind: FragmentKind
    wrap: Wrap | None = None
    fragment: int = -1  # the index of the fragment


def segments_of(fragments: Sequence[Fragment]) -> list[Segment]:
    """Return the fragments with the delimiters around them, in order."""
    segments: list[Segment] = []
    opened: tuple[Wrap, ...] = ()
    for number, fragment in enumerate(fragments):
        if fragment.wraps is not opened:
            _add_delimiters(segments, opened, fragment.wraps)
            opened = fragment.wraps
        segments.append(Segment(fragment.text, fragment.kind, fragment=number))
    _add_delimiters(segments, opened, ())
    return segments


def _add_delimiters(
    segments: list[Segment], before: tuple[Wrap, ...], after: tuple[Wrap, ...]
) -> None:
    same = shared_wraps(before, after)
    segments += [Segment(wrap.close, FragmentKind.ATOM, wrap) for wrap in reversed(before[same:])]
    segments += [Segment(wrap.open, FragmentKind.ATOM, wrap) for wrap in after[same:]]


def shared_wraps(one: tuple[Wrap, ...], other: tuple[Wrap, ...]) -> int:
    """Return how many of the outermost wraps are the same."""
    same = 0
    while same < len(one) and same < len(other) and one[same] is other[same]:
        same += 1
    return same


def trimmed(fragments: Iterable[Fragment]) -> list[Fragment]:
    """Return the fragments without white space at their end, and without those left empty by it."""
    left = list(fragments)
    while left:
        last = left[-1]
        text = last.text.rstrip()
        in_block = bool(last.wraps) and last.wraps[0].kind == "block"
        if last.kind is FragmentKind.ATOM or text == last.text or (in_block and text):
            break
        left.pop()
        if text and last.kind is not FragmentKind.BREAK:
            left.append(last._replace(text=text))
            break
    return left


@dataclass(slots=True)
class RenderedBlock:
    """A leaf block as it stands on a page. It begins at `at` in the source.

    `above` is the text between it and the block before, which may be a blank line. `containers`
    are quotes and lists around it, the outermost first, or None for one that need not be kept
    together: a page does not end inside of a short one. With `opens_all_items` no list item has to
    be opened again if a page begins with it. With `keep_with_next` no page ends behind it.
    `withheld_chars` of its source are not shown yet; `labels` are texts in brackets that become
    links if a definition of them comes. `nodes` is how many nodes Discord draws for it.
    """

    at: int
    fragments: list[Fragment]
    above: str = ""
    blank_line_above: bool = False
    containers: tuple[object, ...] = ()
    keep_with_next: bool = False
    opens_all_items: bool = True
    withheld_chars: int = 0
    nodes: int = 0
    labels: Sequence[str] = ()
    text: str = ""
    underscored: bool = False  # an underscore in it is meant as text
    risky: bool = False  # Discord might read delimiters in it otherwise than they are meant
    _segments: list[Segment] | None = None

    def __post_init__(self) -> None:
        wraps = {id(wrap): wrap for fragment in self.fragments for wrap in fragment.wraps}
        self.nodes += len(wraps) + sum([fragment.nodes for fragment in self.fragments])
        self.text = _text_of(self.fragments)
        if not _DELIMITER.search(self.text):
            return
        styled = any(wrap.owner != OPAQUE for wrap in wraps.values())
        if styled or any(fragment.kind is FragmentKind.TEXT for fragment in self.fragments):
            self._find_risks()

    @property
    def segments(self) -> list[Segment]:
        """The fragments with the delimiters around them, in order."""
        if self._segments is None:
            self._segments = segments_of(self.fragments)
        return self._segments

    @property
    def owners(self) -> str:
        """For each character of the text: TEXT, OPAQUE (no delimiters are read there), or the owner
        character of the wrap whose delimiter it is.
        """
        return "".join([_owner(segment) * len(segment.text) for segment in self.segments])

    def _find_risks(self) -> None:
        self.underscored = "_" in self.text and any(
            "_" in fragment.text
            for fragment in self.fragments
            if fragment.kind is FragmentKind.TEXT
        )
        self.risky = any(
            _DELIMITER.search(fragment.text)
            and any(wrap.owner != OPAQUE for wrap in fragment.wraps)
            for fragment in self.fragments
            if fragment.wraps
        )
        if not self.risky:
            owners = self.owners
            self.risky = any(
                owners[found.start()] == TEXT or len(found[0]) > 2
                for found in _RISKY.finditer(self.text)
            )


def _text_of(fragments: Sequence[Fragment]) -> str:
    parts: list[str] = []
    opened: tuple[Wrap, ...] = ()
    for fragment in fragments:
        if fragment.wraps is not opened:
            same = shared_wraps(opened, fragment.wraps)
            parts += [wrap.close for wrap in reversed(opened[same:])]
            parts += [wrap.open for wrap in fragment.wraps[same:]]
            opened = fragment.wraps
        parts.append(fragment.text)
    parts += [wrap.close for wrap in reversed(opened)]
    return "".join(parts)


def _owner(segment: Segment) -> str:
    if segment.wrap:
        return segment.wrap.owner
    return TEXT if segment.kind is FragmentKind.TEXT else OPAQUE


_DELIMITER = re.compile(r"[*_~|`\[]")
# Also delimiters that run together.
_RISKY = re.compile(
    r"\*{3,}|_{3,}|~{3,}|\|{3,}|\*(?!\s)|`{1,2}|_(?![A-Za-z0-9])|__|~~_|~~|\|\|"
    r"|\[(?=[^\n]*\]\()"
)
