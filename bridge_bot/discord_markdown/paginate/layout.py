"""Divides a growing text into pages.

Whether a page is full is decided at stops that follow from the text alone, never from how it was
cut into chunks: at ends of lines, and inside of long lines after so many characters, as soon as
the page could be full. So pages depend neither on how the text arrives nor on when somebody
looks. Between two stops a page shows what fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from bridge_bot.discord_markdown.blank import is_blank
from bridge_bot.discord_markdown.citations import ANY_MARK, NO_CITATIONS, Citations
from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, RenderedBlock, trimmed
from bridge_bot.discord_markdown.paginate.break_candidates import Break
from bridge_bot.discord_markdown.paginate.breaks import MAX_NODES, before, best_break
from bridge_bot.discord_markdown.paginate.escapes import escaped
from bridge_bot.discord_markdown.paginate.open_page import OpenPage
from bridge_bot.discord_markdown.render.context import PageStart

_LONGEST_LINE = 2048  # the rest of a longer one is read on its own
_CONTROL = re.compile("[\r\0]")
_CONTROLS = str.maketrans({"\r": " ", "\0": "\ufffd"})  # one character each: positions stay
_MAX_TRIES = 8
_ROW_GROWTH = 8  # a row of a table may show so many times the characters of its source
_UNDERSCORE_ENDS = re.compile(r"_(?![A-Za-z0-9])")
_MAX_SOURCE_PER_ROOM = 2  # times the room: then a page ends however little it shows


class PageText(NamedTuple):
    """The text of a page. `closing` closes a code block that is still open in the source."""

    body: str = ""
    closing: str = ""

    def __len__(self) -> int:
        return len(self.body) + len(self.closing)

    @property
    def text(self) -> str:
        """The whole page, with its code closed."""
        return self.body + self.closing


class Layout:
    """The pages of one growing text.

    `room` returns the characters that a page has room for, by its index. A text that needs more
    than `max_pages` pages `overflows`: what does not fit on the last of them is left out.
    `citations` are what the text may cite.
    """

    def __init__(
        self,
        room: Callable[[int], int],
        max_pages: int | None,
        citations: Citations = NO_CITATIONS,
    ) -> None:
        self.closed: list[PageText] = []
        self.open_text = PageText()
        self.starts = [0]  # the position in the source where each page begins
        self.overflows = False
        self._number = 0  # of the open page
        self._room = room
        self._max_pages = max_pages
        self._open_page = OpenPage(room(0), citations)
        self._citations = citations
        self._marks_read = 0  # the position behind the last mark that was reckoned with
        self._expected: set[Hashable] = set()  # the sources that are links on the open page
        self._text = ""  # the last line, which has not ended yet
        self._at = 0  # its position in the source
        self._next_stop = room(0) // 2
        self._next_row = room(0) // _ROW_GROWTH  # the same in a table
        self._ended = False

    def grow(self, text: str, *, ended: bool) -> None:
        """Append to the text. If it has ended, also show what was withheld so far."""
        if self.overflows or self._ended:
            return
        self._text += text.translate(_CONTROLS) if _CONTROL.search(text) else text
        read = 0
        while (taken := self._step(read)) is not None:
            read += taken
        self._text = self._text[read:]
        if ended and not self.overflows:
            self._ended = True
            self._open_page.end(self._text, self._at)
            self._text = ""
            self._close_full_pages(growing=False)
        self._show_open_page()

    def open_page_above(self, notice: str) -> str:
        """Return the last page's text as it has to be above a notice, so that no delimiter of one
        pairs with a delimiter of the other.
        """
        if self.overflows:
            return self.open_text.text
        below = RenderedBlock(0, [Fragment(notice, -1, FragmentKind.ATOM)], "\n\n")
        room = self._room(self._number)
        with self._open_page.preview("", self._at, room, growing=False) as (blocks, _):
            return _text_of([*blocks, below]).body.removesuffix(notice).rstrip()

    def take_closed(self) -> list[PageText]:
        """Return the pages that were closed since the last call."""
        taken, self.closed = self.closed, []
        return taken

    def _step(self, read: int) -> int | None:
        """Read up to the next stop. Returns how many characters are done with, or None if more text
        is needed first.
        """
        if self.overflows:
            return None
        limit = read + _LONGEST_LINE
        line_end = self._text.find("\n", read, limit + 1)
        end = line_end if line_end >= 0 else min(len(self._text), limit)
        if self._citations:
            self._expect_links(read, end)
        stop = self._next_stop - self._at
        if 0 < stop < end - read:
            self._close_full_pages(self._text[read : read + stop])
            return 0
        if line_end < 0 and end < limit:
            return None
        self._open_page.feed_line(self._text[read:end], self._at, complete=line_end >= 0)
        taken = end - read + (line_end >= 0)
        self._at += taken
        if self._at >= (self._next_row if self._open_page.in_table else self._next_stop):
            self._close_full_pages()
        return taken

    def _expect_links(self, begin: int, end: int) -> None:
        """Bring the next stop forward where marks in a part of the text will be links, which take
        more characters than the marks have.
        """
        start = self._at - begin
        for found in ANY_MARK.finditer(self._text, max(begin, self._marks_read - start), end):
            entry, at = int(found[1] or found[2]), start + found.end()
            if at >= self._next_stop:
                break
            self._marks_read = at
            if self._citations.has(entry) and self._citations.identity(entry) not in self._expected:
                self._expected.add(self._citations.identity(entry))
                self._next_stop = max(at, self._next_stop - self._citations.link_chars(entry))

    def _close_full_pages(self, partial_line: str = "", *, growing: bool = True) -> None:
        """Close pages until the rest fits on one; `partial_line` is the last line so far."""
        at = self._at + len(partial_line)
        while not self.overflows:
            room = self._room(self._number)
            preview = self._open_page.preview(partial_line, self._at, room, growing=growing)
            with preview as (blocks, withheld):
                size = len(_text_of(blocks)) + withheld
                size += sum(block.withheld_chars for block in blocks)
                source = at - self._open_page.start.at
                shows_little = growing and source > _MAX_SOURCE_PER_ROOM * room
                if not (
                    size > room
                    or _has_too_many_nodes(blocks)
                    or (shows_little and self._open_page.is_stuck(room))
                ):
                    # The next stop is where the page would be full if what comes shows as many
                    # characters as what has come.
                    free = (room - size) * min(source, size) * 7 // (8 * size) if size else room
                    self._next_stop = at + max(free, 1, (source - size) // 16)
                    if not partial_line:
                        self._next_row = at + (room - size) // _ROW_GROWTH
                    return
                page_text, start = self._end_page(blocks, room, at)
            self._close_page(page_text, start, at)

    def _end_page(
        self, blocks: Sequence[RenderedBlock], room: int, at: int
    ) -> tuple[PageText, PageStart]:
        """Return the text of the page that is full, and where the next one begins."""
        page_break, page_text = _fit(blocks, room)
        if page_break is None or page_break.at <= self._open_page.start.at:
            return page_text, PageStart(at)
        reopen = page_break.reopen if len(page_break.reopen) <= room // 4 else ""
        return page_text, PageStart(page_break.at, reopen)

    def _close_page(self, page_text: PageText, start: PageStart, at: int) -> None:
        blank = is_blank(page_text.text)
        if not blank:
            self.starts.append(start.at)
        elif len(self.starts) > 1:
            self.starts[-1] = start.at
        if not blank:
            if self._number + 1 == self._max_pages:
                self.overflows, self.open_text = True, page_text
                return
            self.closed.append(page_text)
            self._number += 1
        self.open_text = PageText()
        self._expected.clear()
        self._open_page.begin_page(start)
        self._next_stop = self._next_row = at

    def _show_open_page(self) -> None:
        """Bring the text of the open page up to date."""
        if self.overflows:
            return
        room, growing = self._room(self._number), not self._ended
        with self._open_page.preview(self._text, self._at, room, growing=growing) as (blocks, _):
            self.open_text = _text_of(blocks)
            if len(self.open_text) > room or _has_too_many_nodes(blocks):
                _, self.open_text = _fit(blocks, room, anywhere=True)
            if is_blank(self.open_text.text):
                self.open_text = PageText()


def _has_too_many_nodes(blocks: Sequence[RenderedBlock]) -> bool:
    return sum(block.nodes for block in blocks) > MAX_NODES


def _fit(
    blocks: Sequence[RenderedBlock], room: int, *, anywhere: bool = False
) -> tuple[Break | None, PageText]:
    """Return where a page ends so that it fits in `room`, and its text."""
    less, page_text = 0, PageText()
    for _ in range(_MAX_TRIES):
        page_break = best_break(blocks, room - less, anywhere=anywhere or less > room // 2)
        if page_break is None:
            break
        page_text = _text_of(blocks, page_break)
        if len(page_text) <= room:
            return page_break, page_text
        less += len(page_text) - room
    text = "".join(block.above + block.text for block in blocks).strip()
    return None, PageText(text[:room])


def _text_of(blocks: Sequence[RenderedBlock], page_break: Break | None = None) -> PageText:
    """Return the text of the blocks, up to a page's end."""
    if page_break:
        above = blocks[page_break.block].above
        fragments = trimmed(before(blocks, page_break))
        blocks = list(blocks[: page_break.block])
        if any(fragment.text.strip() for fragment in fragments):
            blocks.append(RenderedBlock(0, fragments, above))
    if not blocks:
        return PageText()
    text = "".join([block.above + block.text for block in blocks])
    if any(block.risky for block in blocks) or (
        any(block.underscored for block in blocks) and _UNDERSCORE_ENDS.search(text)
    ):
        text = escaped(blocks)
    text = text.strip()
    wraps = blocks[-1].fragments[-1].wraps
    if wraps and wraps[0].kind == "block" and wraps[0].growing:
        closing = wraps[0].close
        if text.endswith(closing):
            return PageText(text[: -len(closing)], closing)
    return PageText(text)
