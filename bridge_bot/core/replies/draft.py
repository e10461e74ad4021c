"""What a reply is to show at the moment. `compose` makes messages of it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field

from bridge_bot.core.model import Control, File, NumberedSource
from bridge_bot.core.replies.control_row import Buttons, ControlRow
from bridge_bot.core.sources.sources import Sources
from bridge_bot.discord_markdown import CURSOR, Pages, SourcesLine

FILE_NAME = "answer.md"


class Phase(enum.Enum):
    """How far a reply has come. It only ever goes forward, but that a hint may be withdrawn."""

    EMPTY = enum.auto()
    """There is nothing to show."""
    HINT = enum.auto()
    """A hint stands in the place of the answer."""
    GROWING = enum.auto()
    """Something of the answer can be shown, and more may come."""
    ENDED = enum.auto()
    """Nothing more will come."""


BEFORE_TEXT = (Phase.EMPTY, Phase.HINT)
"""The phases in which nothing of an answer can be shown."""


@dataclass(eq=False, repr=False, slots=True)
class Draft:
    """A hint, then the pages of an answer, with the bot's own texts above and below it.

    Each page has `limit_chars` characters at the most. An answer of more than `max_pages` pages
    goes on in a file, whose message says `file_text`.
    """

    limit_chars: int
    max_pages: int | None = None
    file_text: str = ""
    hint: str = ""
    code_links: set[int] = field(default_factory=set)
    """The pages whose links are shown as code: Discord refused them otherwise."""
    row: ControlRow | None = None
    """The buttons under the last message, if it has any."""
    keeps_files: bool = False
    """Whether the messages show an earlier answer, and go on to have its file."""
    has_earlier_sources: bool = False
    """Whether the sources of that are kept."""
    _preface: str = ""
    _notice: str = ""
    _sources: Sources = field(default_factory=Sources)
    _sources_line: SourcesLine | None = None  # none while the answer is not complete
    _phase: Phase = Phase.EMPTY
    _is_complete: bool = False
    _pages: Pages | None = None  # made when something comes
    _attachment: File | None = None

    @property
    def phase(self) -> Phase:
        """How far the reply has come. Costs little as soon as something can be shown."""
        if self._phase in BEFORE_TEXT and self._pages:
            self._phase = Phase.GROWING
        return self._phase

    @property
    def buttons(self) -> Buttons:
        """What stands under the last message now."""
        if self.row is None:
            return ()
        if self._phase is not Phase.ENDED:
            return self.row.growing
        return self.row.complete if self._is_complete else self.buttons_ended_early

    @property
    def buttons_ended_early(self) -> Buttons:
        """What stands there where the answer ends before it is complete."""
        row = self.row
        if row is not None and self.keeps_files and self.has_earlier_sources:
            row = row.with_offer(Control.SOURCES)
        return () if row is None else row.ended_early

    @property
    def offered_sources(self) -> list[NumberedSource] | None:
        """The sources that a button shows, those first that the answer cites, with their numbers;
        empty where there is no such button. None: nothing of this answer is shown, and an earlier
        one may stay with its own.
        """
        if self.keeps_files or self.phase in BEFORE_TEXT:
            return None
        if self.row is None or Control.SOURCES not in self.row.offered:
            return []
        return self._sources.kept(self._pages.cited if self._pages is not None else {})

    @property
    def pages(self) -> Pages | Sequence[str]:
        """The pages of the answer; while there is a hint or nothing there are none."""
        return self._pages or ()

    @property
    def closed_pages(self) -> int:
        """How many pages, from the first, will not change any more."""
        if self._pages is None or self._phase is Phase.ENDED:
            return len(self.pages)
        count = len(self._pages)
        return count if not count or self._pages.is_closed(count - 1) else count - 1

    @property
    def attachment(self) -> File | None:
        """The whole answer, if it has ended and takes more than `max_pages` pages. Below it stands
        where its citations lead, since they are there as they came.
        """
        if self._attachment is None and self._phase is Phase.ENDED:
            pages = self._pages
            if pages is not None and pages.overflows:
                parts = filter(None, (pages.source, self._sources.definitions))
                self._attachment = File(FILE_NAME, "\n\n".join(parts).encode())
        return self._attachment

    @property
    def attachment_text(self) -> str:
        """What the message of the attachment says: that there is one, and the line of sources."""
        if self._sources_line is None or self._pages is None:
            return self.file_text
        return f"{self.file_text}\n{self._sources_line(self._pages.cited)}".strip()

    @property
    def has_news(self) -> bool:
        """Whether text was added since the pages were looked at last. This costs nothing, while
        looking at the pages lays that text out.
        """
        return self._pages is not None and self._pages.has_news

    def set_hint(self, hint: str) -> None:
        """Show this while there is nothing of an answer; empty: show nothing."""
        if self._phase in BEFORE_TEXT:
            self.hint = hint
            self._phase = Phase.HINT if hint else Phase.EMPTY

    def set_preface(self, preface: str) -> None:
        """Put this above the answer, or above a notice, in place of an earlier preface. It is left
        out once there is text.
        """
        if self._pages is None:
            self._preface = preface

    def set_sources(self, sources: Sources) -> None:
        """Let the answer cite these sources, in place of earlier ones. Once there is text it is
        too late.
        """
        if self._pages is None:
            self._sources = sources

    def add(self, text: str) -> None:
        """Add the next piece of the answer."""
        self._lay_out().feed(text)

    def end(
        self,
        notice: str = "",
        *,
        if_blank: str = "",
        sources_line: SourcesLine | None = None,
        is_complete: bool = True,
    ) -> None:
        """End the answer, with a line of sources and a notice below it; see `Pages.end`. Only the
        first end counts. `is_complete` tells whether the answer is.
        """
        if self._phase is not Phase.ENDED:
            self._is_complete = is_complete
            self._notice, self._sources_line = notice, sources_line
            self._lay_out().end(notice, if_blank=if_blank, sources_line=sources_line)
            self._phase = Phase.ENDED

    def keep_texts(self, texts: Sequence[str]) -> None:
        """Take the texts of existing messages for all that there is of the answer."""
        self._pages = Pages.of(texts, self.limit_chars)
        self.keeps_files = True

    def lay_out_without_limit(self) -> None:
        """Show all of an ended answer, however many pages it takes, instead of attaching it."""
        source = self._lay_out().source
        self._pages = self._attachment = self.max_pages = None
        pages = self._lay_out()
        pages.feed(source)
        pages.end(self._notice, sources_line=self._sources_line)

    def _lay_out(self) -> Pages:
        if self._pages is None:
            self._pages = Pages(
                self.limit_chars,
                cursor=CURSOR,
                max_pages=self.max_pages,
                sources=self._sources.citable(),
            )
            if self._preface:
                self._pages.preface(self._preface)
        return self._pages
