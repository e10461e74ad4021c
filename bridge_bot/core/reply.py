"""A reply: the wanted pages of an answer against the messages that show them.

Whoever reads the answer only ever adds to the wanted pages and never waits. One writer brings
the messages after them: one write in flight, the newest state wins, what has not changed is not
sent, and the last state is always shown.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

from bridge_bot.core.errors import (
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
)
from bridge_bot.core.messages import Messages
from bridge_bot.core.model import File, Place, ShownMessage
from bridge_bot.core.pages import MARK, Pages, without_mark
from bridge_bot.core.ports import Platform, Write

FILE_NAME = "answer.md"

TYPING_EVERY_S = 8.0
"""Discord shows "is typing" for 10 s after each request (its documentation)."""


class Reply:
    """The reply of one turn.

    `wrote` is called with the page's number, counted from 0, and its message's id, once a page
    has been posted. An answer of more than `max_pages` pages goes on in a file, whose message
    says `rest`; where files are not permitted it goes on in further messages.
    """

    def __init__(
        self,
        platform: Platform,
        turn_id: int,
        wrote: Callable[[int, int], Awaitable[None]],
        *,
        max_pages: int | None = None,
        rest: str = "",
    ) -> None:
        self._platform = platform
        self._messages = Messages(platform, turn_id, wrote)
        self._rest = rest
        self._pages = Pages(platform.limit_chars, mark=MARK, max_pages=max_pages)
        self._settled = 0  # so many pages from the first are shown as they will stay
        self._only_grows = False  # all is shown but for what comes on the last page
        self._hint = ""
        self._shows_hint = False
        self._preface = ""
        self._begun = False
        self._ended = False
        self._notice = ""
        self._attached = False
        self._changed = asyncio.Event()
        self._urgent = asyncio.Event()  # someone waits now for what is to be written

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far, page by page."""
        return tuple(self._messages.ids)

    def hint(self, words: str) -> None:
        """Show these words while there is no text; the first text takes their place."""
        self._hint = words
        self._changed.set()

    def preface(self, words: str) -> None:
        """Have words of the bot's own stand above the answer, once there is one, or a notice.

        They take the place of earlier ones, and come too late once there is text.
        """
        self._preface = words

    def add(self, text: str) -> None:
        """The answer goes on with this text."""
        self._begin_text()
        self._pages.feed(text)
        self._changed.set()
        if self._shows_hint:
            self._urgent.set()

    def end(self, notice: str = "") -> None:
        """The answer is complete, or is ended by a notice that stands apart below it.

        Only the first end counts.
        """
        if self._ended:
            return
        self._begin_text()
        self._notice = notice
        self._pages.end(notice)
        self._ended = True
        self._changed.set()
        self._urgent.set()

    def _begin_text(self) -> None:
        if self._preface and not self._begun:
            self._pages.preface(self._preface)
        self._begun = True

    def adopt(self, messages: Sequence[ShownMessage]) -> None:
        """These messages stand already, from before a crash: the answer goes into them."""
        self._messages.adopt(messages)

    def leave_as_it_stands(self) -> None:
        """What adopted messages say, if there are any, is all that there is of the answer."""
        if self._messages and not self._shows_hint:
            self._pages = Pages.of(self._messages.texts, self._platform.limit_chars)
            self._preface = ""

    async def write(self, opening: Awaitable[Place] | Place) -> None:
        """Bring the messages after the wanted pages, until the reply has ended and is shown.

        Raises `PlatformError` when a message can't be written and no retry helps.
        """
        place = opening if isinstance(opening, Place) else await opening
        await self._type_until_text(place)
        await self._show_pages(place)
        if self._pages.overflows and not await self._attach(place):
            self._pages, self._settled = self._laid_out(max_pages=None), 0
            await self._show_pages(place)
        await self._remove_surplus(place)

    async def tidy(self, place: Place) -> None:
        """Take the mark off a reply that goes on no more. Raises `PlatformError`."""
        if not self._messages:
            return
        last = len(self._messages) - 1
        text = without_mark(self._messages.texts[last])
        if text != self._messages.texts[last]:
            await self._platform.permit(place, Write.LAST)
            await self._messages.write(place, last, text)

    async def _show_pages(self, place: Place) -> None:
        while (page := self._due()) is not None or not self._ended:
            if page is None:
                await self._changed.wait()
            else:
                await self._write_page(place, page)
            self._changed.clear()

    def _laid_out(self, max_pages: int | None) -> Pages:
        """The ended answer once more, with another number of pages at the most."""
        pages = Pages(self._platform.limit_chars, mark=MARK, max_pages=max_pages)
        if self._preface:
            pages.preface(self._preface)
        pages.feed(self._pages.source)
        pages.end(self._notice)
        return pages

    def _wanted(self) -> Pages | list[str]:
        """What the messages are to show."""
        stands_already = bool(self._messages) and not self._shows_hint
        if len(self._pages) or not self._hint or stands_already:
            return self._pages
        return [self._hint]

    def _due(self) -> int | None:
        """The page to write next, as far as can be told without looking at it: what has come for
        the last page is read once it may be written.
        """
        if self._only_grows and self._pages.has_news and not self._ended:
            return len(self._messages) - 1
        return self._unshown()

    def _unshown(self) -> int | None:
        """The first page whose message does not show what is wanted."""
        wanted = self._wanted()
        for page in range(self._settled, len(wanted)):
            if page >= len(self._messages):
                return page
            growing = not (self._ended or self._pages.is_closed(page))
            if self._messages.texts[page] != wanted[page] and not (
                growing and self._runs_ahead(page)
            ):
                return page
            if page == self._settled and not growing:
                self._settled += 1
        return None

    def _runs_ahead(self, page: int) -> bool:
        """Whether a message shows more than has come: an adopted one, which is not taken back."""
        shown, wanted = without_mark(self._messages.texts[page]), without_mark(self._wanted()[page])
        return not self._shows_hint and shown.startswith(wanted)

    def _urgency(self, page: int) -> Write:
        if page >= len(self._messages):
            return Write.FIRST
        waited_for = self._shows_hint and len(self._pages) > 0
        if self._ended or waited_for:
            return Write.LAST
        return Write.NEXT

    async def _type_until_text(self, place: Place) -> None:
        """Show typing while there is nothing to show; the first text does not wait for it."""
        if self._has_begun():
            return
        typing = asyncio.create_task(self._type(place), name="showing that an answer comes")
        try:
            while not self._has_begun():
                self._changed.clear()
                await self._changed.wait()
        finally:
            typing.cancel()
            await asyncio.wait({typing})

    def _has_begun(self) -> bool:
        return self._ended or len(self._wanted()) > 0

    async def _type(self, place: Place) -> None:
        while True:
            with contextlib.suppress(PlatformError):  # a courtesy; the first write will tell
                await self._platform.typing(place)
            await asyncio.sleep(TYPING_EVERY_S)

    async def _write_page(self, place: Place, page: int) -> None:
        async def write() -> None:
            await self._permit(place, page)
            if page < len(self._messages) and self._unshown() != page:
                self._platform.waive(place)  # what came can't be seen, as half a link can't
                return
            # The newest, now that it may be sent.
            text, self._shows_hint = self._wanted()[page], not len(self._pages)
            is_last = page + 1 == len(self._pages) and not self._pages.is_closed(page)
            self._only_grows = is_last and page == self._settled and page + 1 >= len(self._messages)
            await self._messages.write(place, page, text)

        await self._messages.insist(write)

    async def _attach(self, place: Place) -> bool:
        """Send the whole answer as a file below the pages; False if that is not permitted."""
        page, file = len(self._pages), File(FILE_NAME, self._pages.source.encode())

        async def write() -> None:
            stands = page < len(self._messages)
            await self._platform.permit(place, Write.LAST if stands else Write.FIRST)
            await self._messages.write(place, page, self._rest, file)

        try:
            await self._messages.insist(write)
        except (PlatformForbidden, PlatformRejected):
            return False
        self._attached = True
        return True

    async def _remove_surplus(self, place: Place) -> None:
        """Delete the messages that the answer did not need: of a longer one from before a crash,
        or of a hint to which nothing came.
        """
        while len(self._messages) > len(self._pages) + self._attached:
            await self._messages.remove_last(place)

    async def _permit(self, place: Place, page: int) -> None:
        """Wait until the page may be written; if it grows urgent meanwhile, ask again."""
        if self._urgency(page) is Write.NEXT:
            self._urgent.clear()
            permit = asyncio.ensure_future(self._platform.permit(place, Write.NEXT))
            urgent = asyncio.ensure_future(self._urgent.wait())
            try:
                await asyncio.wait({permit, urgent}, return_when=asyncio.FIRST_COMPLETED)
                if permit.done():
                    permit.result()
                    return
            finally:
                permit.cancel()
                urgent.cancel()
        await self._platform.permit(place, self._urgency(page))
