"""A growing Markdown text as the pages that Discord can show.

Invariants, whatever the text, however it arrives and whenever it is looked at: every page fits
the limit; while the text grows, the number of pages never shrinks and a closed page never
changes; each character of the source belongs to exactly one page, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from bridge_bot.discord_markdown.citations import Citations, Link
from bridge_bot.discord_markdown.mark import with_mark, without_mark
from bridge_bot.discord_markdown.paginate.layout import Layout
from bridge_bot.discord_markdown.preface import as_subtext

NOTICE_CHARS = 200
"""Room that the last of `max_pages` pages keeps free for the words that end an answer; no more
than a quarter of a page.
"""

_LEAST_LIMIT_CHARS = 100
_APART = "\n\n"


class Pages:
    """The pages of one reply. Feed it the text as it comes; ask it for the pages at any time.

    `mark` stands at the end while the text grows. Of a text that needs more than `max_pages`
    pages the rest is not shown; `source` then has the whole of it. `citations` makes the Markdown
    of a link of a citation's private marks, or nothing; without it they are left out.
    """

    def __init__(
        self,
        limit_chars: int,
        *,
        mark: str = "",
        max_pages: int | None = None,
        citations: Link | None = None,
    ) -> None:
        if limit_chars < _LEAST_LIMIT_CHARS:
            raise ValueError("a page needs room for 100 characters at least")
        if max_pages is not None and max_pages < 1:
            raise ValueError("there has to be one page at least")
        self._limit_chars = limit_chars
        self._mark = mark
        self._max_pages = max_pages
        self._citations = Citations(citations)
        self._done: list[str] = []  # the closed pages
        self._above = ""  # what stands above the text on the open page
        self._above_chars = 0
        self._layout = Layout(self._room, max_pages)
        self._stands = False  # what stands above is shown without any text, too
        self._come: list[str] = []
        self._has_text = False
        self._source: list[str] = []
        self._open = ""
        self._notice = ""
        self._if_blank = ""
        self._ended = False
        self._stale = False

    @classmethod
    def of(cls, shown: Sequence[str], limit_chars: int) -> Self:
        """Pages that say what is shown already; the last of them may grow, e.g. by a notice.

        A mark that was left over on it is taken off.
        """
        pages = cls(limit_chars)
        pages._done = list(shown[:-1])
        if shown:
            pages._open = without_mark(shown[-1])
            pages._above = f"{pages._open}\n" if pages._open else ""
            pages._above_chars = len(pages._above)
            pages._stands = bool(pages._open)
        return pages

    def preface(self, words: str) -> None:
        """Have words of the bot's own stand above the text, as subtext, once there is any.

        Raises `RuntimeError` if text has come already.
        """
        if self._has_text or self._stands:
            raise RuntimeError("a preface comes before the text")
        room = self._limit_chars // 2 - len(self._above)
        if lines := as_subtext(words, room - 1):
            self._above += f"{lines}\n"
            self._above_chars = len(self._above)
            self._stale = True

    def feed(self, text: str) -> None:
        """Append to the text; what comes after its end is left out."""
        if not text or self._ended:
            return
        if self._stands and not self._has_text and len(self._above) > self._limit_chars // 2:
            self._done.append(self._open)
            self._above, self._above_chars, self._stands = "", 0, False
        self._has_text = True
        self._stale = True
        self._take(self._citations.feed(text))

    def _take(self, text: str) -> None:
        self._come.append(text)
        if self._max_pages is not None:
            self._source.append(text)

    def end(self, notice: str = "", *, if_blank: str = "") -> None:
        """The text is complete: show also what could have become something else.

        A notice stands apart below it, outside of anything that is still open, or on a page of
        its own if it does not fit there. The last of `max_pages` pages has room for
        `NOTICE_CHARS`; a longer notice is cut there. Where the text shows nothing, `if_blank`
        stands instead, and no notice. Only the first end counts.
        """
        if not self._ended:
            self._take(self._citations.feed("", ended=True))
            self._ended, self._notice, self._if_blank, self._stale = True, notice, if_blank, True

    @property
    def has_news(self) -> bool:
        """Whether something came since the pages were looked at last; to tell costs nothing."""
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
        """The whole text as it came, but for private marks.

        Raises `ValueError` without `max_pages`: it is not kept.
        """
        if self._max_pages is None:
            raise ValueError("the source is kept with max_pages only")
        self._source = ["".join(self._source)]
        return self._source[0]

    @property
    def starts(self) -> list[int]:
        """Where in the source each page begins; one more of a text that overflows."""
        self._refresh()
        return list(self._layout.starts)

    def __len__(self) -> int:
        """How many pages there are to show."""
        self._refresh()
        return len(self._done) + bool(self._open)

    def __getitem__(self, page: int) -> str:
        """The page as it is to be shown now, counted from 0."""
        self._refresh()
        if page < len(self._done):
            return self._done[page]
        return ([self._open] if self._open else [])[page - len(self._done)]

    def is_closed(self, page: int) -> bool:
        """Whether the page will never change again."""
        self._refresh()
        return page < len(self._done)

    def _room(self, page: int) -> int:
        """The characters that a page's text may have, whatever else stands on it."""
        room = self._limit_chars - (len(self._mark) + 1 if self._mark else 0)
        if page == 0:
            room -= self._above_chars
        if self._max_pages is not None and page == self._max_pages - 1:
            room -= min(NOTICE_CHARS, self._limit_chars // 4) + len(_APART)
        return room

    def _refresh(self) -> None:
        """Bring the pages after the text, once for each state of it."""
        if not self._stale:
            return
        self._stale = False
        layout = self._layout
        if self._has_text:
            layout.grow("".join(self._come), ended=self._ended)
        self._come.clear()
        for page in layout.take_closed():
            self._done.append(f"{self._above}{page.body}{page.closing}")
            self._above, self._stands = "", False
        body, closing = layout.open
        if body:
            mark = "" if self._ended else self._mark
            self._open = self._above + with_mark(body, closing, mark)
        elif self._stands or self._ended:
            self._open = self._above.rstrip("\n")
        else:
            self._open = ""
        is_below = bool(body) or self._stands
        notice = self._notice if is_below or self._done else self._if_blank or self._notice
        if self._ended and notice:
            self._add_notice(notice[: self._limit_chars], has_text=bool(body), is_below=is_below)

    def _add_notice(self, notice: str, *, has_text: bool, is_below: bool) -> None:
        separator = _APART if is_below else "\n"
        text = f"{self._open}{separator}"
        if has_text:
            text = f"{self._above}{self._layout.open_above(notice)}{separator}"
        if not self._open:
            self._open = notice
        elif len(text) + len(notice) <= self._limit_chars:
            self._open = text + notice
        elif self._max_pages is None or len(self._done) + 1 < self._max_pages:
            self._done.append(self._open)
            self._open = notice
        else:
            self._open = (text + notice)[: self._limit_chars - 1] + "…"
