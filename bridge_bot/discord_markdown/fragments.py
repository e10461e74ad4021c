"""What a page is made of: fragments of text, each with the styles around it.

`a **b**` is the fragments `a ` and `b`; around `b` is a wrap that opens with `**` and closes with
`**`. A page may end in a fragment: what wraps it is closed there and opened again on the next page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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
    without the wraps. A citation has in `cites` the place of the entry that it cites.
    """

    text: str
    at: int
    kind: FragmentKind = FragmentKind.TEXT
    wraps: tuple[Wrap, ...] = ()
    plain: str | None = None
    nodes: int = 0
    cites: int = 0

    @property
    def visible(self) -> str:
        """What a reader sees of it."""
        return self.text if self.plain is None else self.plain


class Segment(NamedTuple):
    """A part of a block's text, which begins at `start`: a fragment, or a delimiter of a wrap.

    `owner` is what RenderedBlock.owners has for each of its characters.
    """

    text: str
    start: int
    owner: str
    wrap: Wrap | None = None
    fragment: int = -1  # the index of the fragment


def segments_of(fragments: Sequence[Fragment]) -> list[Segment]:
    """Return the fragments with the delimiters around them, in order."""
    segments: list[Segment] = []
    opened: tuple[Wrap, ...] = ()
    start = 0
    for number, fragment in enumerate((*fragments, _END)):
        if fragment.wraps is not opened:
            same = shared_wraps(opened, fragment.wraps)
            delimiters = [(wrap.close, wrap) for wrap in reversed(opened[same:])]
            delimiters += [(wrap.open, wrap) for wrap in fragment.wraps[same:]]
            for text, wrap in delimiters:
                segments.append(Segment(text, start, wrap.owner, wrap))
                start += len(text)
            opened = fragment.wraps
        owner = TEXT if fragment.kind is FragmentKind.TEXT else OPAQUE
        segments.append(Segment(fragment.text, start, owner, fragment=number))
        start += len(fragment.text)
    return segments[:-1]


_END = Fragment("", -1)  # closes all wraps


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
    `withheld_chars` of its source are not shown yet. `nodes` is how many nodes Discord draws for
    it.
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
    segments: list[Segment] = field(init=False)
    text: str = field(init=False)
    underscored: bool = False  # an underscore in it is meant as text
    risky: bool = False  # Discord might read delimiters in it otherwise than they are meant

    def __post_init__(self) -> None:
        self.segments = segments_of(self.fragments)
        self.text = "".join([segment.text for segment in self.segments])
        self.nodes += len({id(segment.wrap) for segment in self.segments if segment.wrap})
        self.nodes += sum([fragment.nodes for fragment in self.fragments])
        if _DELIMITER.search(self.text) and any(
            segment.owner != OPAQUE for segment in self.segments
        ):
            self._find_risks()

    @property
    def owners(self) -> str:
        """For each character of the text: TEXT, OPAQUE (no delimiters are read there), or the owner
        character of the wrap whose delimiter it is.
        """
        return "".join([segment.owner * len(segment.text) for segment in self.segments])

    def _find_risks(self) -> None:
        self.underscored = any(
            "_" in segment.text for segment in self.segments if segment.owner == TEXT
        )
        owners = self.owners
        self.risky = any(
            _DELIMITER.search(fragment.text)
            and any(wrap.owner != OPAQUE for wrap in fragment.wraps)
            for fragment in self.fragments
            if fragment.wraps
        ) or any(
            owners[found.start()] == TEXT or len(found[0]) > 2
            for found in _RISKY.finditer(self.text)
        )


_DELIMITER = re.compile(r"[*_~|`\[]")
# Also delimiters that run together.
_RISKY = re.compile(
    r"\*{3,}|_{3,}|~{3,}|\|{3,}|\*(?!\s)|`{1,2}|_(?![A-Za-z0-9])|__|~~_|~~|\|\|"
    r"|\[(?=[^\n]*\]\()"
)
