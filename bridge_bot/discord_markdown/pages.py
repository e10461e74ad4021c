"""A growing Markdown text as pages: messages that Discord shows as the text means.

What holds whatever the text is, however it is cut into chunks and whenever somebody looks: every
page fits the limit; while the text grows, the number of pages never shrinks, and a closed page
never changes; each character of the source belongs to exactly one page, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Self

from bridge_bot.discord_markdown.citations import PRIVATE_MARK, Citations, SourceEntry
from bridge_bot.discord_markdown.cursor import with_cursor, without_cursor
from bridge_bot.discord_markdown.paginate.layout import Layout
from bridge_bot.discord_markdown.preface import as_subtext
from bridge_bot.discord_markdown.private_marks import PrivateMarks
from bridge_bot.discord_markdown.shown_address import ORDER_OVERRIDES

NOTICE_CHARS = 200
"""Characters that the last of `max_pages` pages keeps free for a notice; a quarter at most."""

_MIN_LIMIT_CHARS = 100
_MIN_PREFACE_CHARS = len("-# a…")
_BLANK_LINE = "\n\n"

SourcesLine = Callable[[Mapping[Hashable, int]], str]
"""A function from the numbers of the sources that a text cites, by their identity, to a line that
stands below the text; it may be empty."""


class Pages:
    """The pages of one reply. Feed it the text as it comes; look at the pages at any time.

    A page has at most `limit_chars` characters. `cursor` stands at the end while the text grows.
    Of a text that needs more than `max_pages` pages the rest is not shown; `source` then has all
    of it. `sources` are the entries that the text may cite, in their order.

    Raises `ValueError` for a limit below 100 characters, or below one page.
    """

    def __init__(
        self,
        limit_chars: int,
        *,
        cursor: str = "",
        max_pages: int | None = None,
        sources: Sequence[SourceEntry | None] = (),
    ) -> None:
        if limit_chars < _MIN_LIMIT_CHARS:
            raise ValueError("a page needs room for 100 characters at least")
        if max_pages is not None and max_pages < 1:
            raise ValueError("there has to be one page at least")
        self._limit_chars = limit_chars
        self._cursor = cursor
        self._max_pages = max_pages
        self._citations = Citations(sources)
        self._private_marks = PrivateMarks(self._citations.entry_named)
        self._closed_pages: list[str] = []
        self._above = ""  # the text above the answer on the open page
        self._layout = Layout(self._room, max_pages, self._citations)
        self._shows_above = False  # that is shown even without an answer
        self._chunks: list[str] = []
        self._has_text = False
        self._source: list[str] = []
        self._open_page = ""
        self._notice = ""
        self._if_blank = ""
        self._sources_line: SourcesLine | None = None
        self._ended = False
        self._stale = False

    @classmethod
    def of(cls, shown: Sequence[str], limit_chars: int) -> Self:
        """Return pages that begin with messages that are shown already, after a crash.

        The last of them may grow, e.g. by a notice; a cursor at its end is taken off.
        """
        pages = cls(limit_chars)
        pages._closed_pages = list(shown[:-1])
        if shown:
            pages._open_page = without_cursor(shown[-1])
            pages._above = f"{pages._open_page}\n" if pages._open_page else ""
            pages._shows_above = bool(pages._open_page)
        return pages

    def preface(self, text: str) -> None:
        """Put a text of the bot's own above the answer, as subtext, once there is any answer.

        All of them take half a page at most; one that has no room there is left out.
        Raises `RuntimeError` if text has come already.
        """
        if self._has_text or self._shows_above:
            raise RuntimeError("a preface comes before the text")
        room = self._limit_chars // 2 - len(self._above) - 1
        if room >= _MIN_PREFACE_CHARS and (lines := as_subtext(text, room)):
            self._above += f"{lines}\n"
            self._stale = True

    def feed(self, text: str) -> None:
        """Append to the text, but for characters that turn the order of letters. After `end`
        nothing is appended.
        """
        text = ORDER_OVERRIDES.sub("", text)
        if not text or self._ended:
            return
        if self._shows_above and not self._has_text and len(self._above) > self._limit_chars // 2:
            self._closed_pages.append(self._open_page)
            self._above, self._shows_above = "", False
        self._has_text = True
        self._stale = True
        self._append(self._private_marks.feed(text))

    def _append(self, text: str) -> None:
        self._chunks.append(text)
        if self._max_pages is not None:
            self._source.append(PRIVATE_MARK.sub(r"[\1]", text))

    def end(
        self, notice: str = "", *, if_blank: str = "", sources_line: SourcesLine | None = None
    ) -> None:
        """End the text: what was withheld so far is shown, and the cursor is gone.

        A notice stands below a blank line, outside of anything that is still open, or on a page
        of its own if it does not fit there. The last of `max_pages` pages has room for
        `NOTICE_CHARS`; a longer notice is cut there. Where the text shows nothing, `if_blank`
        stands in place of the notice. Only the first call counts.

        The line of sources stands right below the text, or on a page of its own where it does not
        fit, even if that is one more than `max_pages`. A text that shows nothing or `overflows` has
        none.
        """
        if not self._ended:
            self._append(self._private_marks.feed("", ended=True))
            self._ended, self._notice, self._if_blank, self._stale = True, notice, if_blank, True
            self._sources_line = sources_line

    @property
    def has_news(self) -> bool:
        """Whether something came since the pages were last looked at. Asking costs nothing."""
        return self._stale

    @property
    def overflows(self) -> bool:
        """Whether the text needs more than `max_pages` pages, the last of which keeps
        `NOTICE_CHARS` free.
        """
        self._refresh()
        return self._layout.overflows

    @property
    def source(self) -> str:
        """The whole text as it came, without private marks; one that named a source is `[1]` there.

        Raises `ValueError` without `max_pages`, since it is not kept then.
        """
        if self._max_pages is None:
            raise ValueError("the source is kept with max_pages only")
        self._source = ["".join(self._source)]
        return self._source[0]

    @property
    def cited(self) -> Mapping[Hashable, int]:
        """The numbers of the sources that the text cites so far, by their identity."""
        self._refresh()
        return self._citations.cited

    @property
    def starts(self) -> list[int]:
        """The position in the source where each page begins; of a text that overflows also where
        the rest begins.
        """
        self._refresh()
        return list(self._layout.starts)

    def __len__(self) -> int:
        """The number of pages to show now."""
        self._refresh()
        return len(self._closed_pages) + bool(self._open_page)

    def __getitem__(self, page: int) -> str:
        """The text of a page as it is to be shown now, by its index."""
        self._refresh()
        if page < len(self._closed_pages):
            return self._closed_pages[page]
        return ([self._open_page] if self._open_page else [])[page - len(self._closed_pages)]

    def is_closed(self, page: int) -> bool:
        """Whether the page will never change again."""
        self._refresh()
        return page < len(self._closed_pages)

    def _room(self, page: int) -> int:
        """Return how many characters of the text a page has room for, by its index."""
        room = self._limit_chars - (len(self._cursor) + 1 if self._cursor else 0)
        if page == 0:
            room -= len(self._above)
        if self._max_pages is not None and page == self._max_pages - 1:
            room -= min(NOTICE_CHARS, self._limit_chars // 4) + len(_BLANK_LINE)
        return room

    def _refresh(self) -> None:
        """Bring the pages up to date with the text, if something came since the last time."""
        if not self._stale:
            return
        self._stale = False
        layout = self._layout
        if self._has_text:
            layout.grow("".join(self._chunks), ended=self._ended)
        self._chunks.clear()
        for page in layout.take_closed():
            self._closed_pages.append(self._above + page.text)
            self._above, self._shows_above = "", False
        body, closing = layout.open_text
        if body:
            cursor = "" if self._ended else self._cursor
            self._open_page = self._above + with_cursor(body, closing, cursor)
        elif self._shows_above or self._ended:
            self._open_page = self._above.rstrip("\n")
        else:
            self._open_page = ""
        if self._ended:
            self._add_below(has_body=bool(body))

    def _add_below(self, *, has_body: bool) -> None:
        """Add the line of sources and the notice below the text that has ended."""
        has_text_above = has_body or self._shows_above
        line, notice = "", self._notice
        if not (has_text_above or self._closed_pages):
            notice = self._if_blank or notice
        if self._sources_line and not self.overflows and (has_body or self._closed_pages):
            line = self._sources_line(self._citations.cited)
        if not (below := "\n".join(filter(None, (line, notice)))[: self._limit_chars]):
            return
        separator = _BLANK_LINE if has_text_above and not line else "\n"
        text = f"{self._open_page}{separator}"
        if has_body:
            text = f"{self._above}{self._layout.open_page_above(below)}{separator}"
        if not self._open_page:
            self._open_page = below
        elif len(text) + len(below) <= self._limit_chars:
            self._open_page = text + below
        elif line or self._max_pages is None or len(self._closed_pages) + 1 < self._max_pages:
            self._closed_pages.append(self._open_page)
            self._open_page = below
        else:
            self._open_page = (text + below)[: self._limit_chars - 1] + "…"
