"""What a reply is to say at the moment, as a text for each of its messages."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.core.replies.links import links_as_code
from bridge_bot.discord_markdown import MARK, Pages


class Draft:
    """A hint, then the pages of an answer, with the bot's own words above and below it.

    A sequence of texts. Of an answer of more than `max_pages` pages the rest is left out; then
    `overflows` is true, and `source` has the whole of it.
    """

    def __init__(self, limit_chars: int, *, max_pages: int | None = None) -> None:
        self._limit_chars = limit_chars
        self._pages = Pages(limit_chars, mark=MARK, max_pages=max_pages)
        self._hint = ""
        self._preface = ""
        self._notice = ""
        self._begun = False
        self._without_links: set[int] = set()
        self.ended = False

    def hint(self, words: str) -> None:
        """Say these words while there is nothing else to say."""
        self._hint = words

    def preface(self, words: str) -> None:
        """Have words stand above what comes; too late once there is text."""
        self._preface = words

    def add(self, text: str) -> None:
        """The answer goes on with this text."""
        self._begin()
        self._pages.feed(text)

    def end(self, notice: str = "", *, if_blank: str = "") -> None:
        """The answer is complete, or ended by a notice; see `Pages.end`. Only the first counts."""
        if self.ended:
            return
        self._begin()
        self._notice = notice
        self._pages.end(notice, if_blank=if_blank)
        self.ended = True

    def keep(self, shown: Sequence[str]) -> None:
        """What is shown already is all that there is of the answer."""
        self._pages = Pages.of(shown, self._limit_chars)
        self._preface = ""
        self._begun = self.ended = False

    def lay_out_without_limit(self) -> None:
        """Show the whole of an ended answer, however many pages it takes."""
        source = self._pages.source
        self._pages = Pages(self._limit_chars, mark=MARK)
        if self._preface:
            self._pages.preface(self._preface)
        self._pages.feed(source)
        self._pages.end(self._notice)

    def write_links_as_code(self, page: int) -> bool:
        """Show that page's addresses as code from now on; False if that changes nothing."""
        before = self[page]
        self._without_links.add(page)
        return self[page] != before

    @property
    def has_text(self) -> bool:
        """Whether there is anything to say but a hint."""
        return len(self._pages) > 0

    @property
    def has_news(self) -> bool:
        """Whether something came since this was looked at last; to tell costs nothing."""
        return self._pages.has_news

    @property
    def overflows(self) -> bool:
        """Whether the answer needs more than `max_pages` pages."""
        return self._pages.overflows

    @property
    def source(self) -> str:
        """The whole answer as it came, where there is a `max_pages`."""
        return self._pages.source

    @property
    def pages(self) -> int:
        """The number of pages, without a hint."""
        return len(self._pages)

    def __len__(self) -> int:
        return self.pages or bool(self._hint and not self.ended)

    def __getitem__(self, page: int) -> str:
        if not self.has_text:
            return [self._hint][page]
        text = self._pages[page]
        return links_as_code(text, self._limit_chars) if page in self._without_links else text

    def is_final(self, page: int) -> bool:
        """Whether that page will not change any more."""
        return self.ended or (self.has_text and self._pages.is_closed(page))

    def _begin(self) -> None:
        if self._preface and not self._begun:
            self._pages.preface(self._preface)
        self._begun = True
