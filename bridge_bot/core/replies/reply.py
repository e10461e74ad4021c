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
    LinkRefused,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.model import Destination, File, ShownMessage
from bridge_bot.core.ports import Platform, Priority
from bridge_bot.core.replies.draft import Draft
from bridge_bot.core.replies.messages import Messages
from bridge_bot.core.replies.notices import as_answer, has_notice
from bridge_bot.discord_markdown import Pages, without_mark

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
        self._draft = Draft(platform.limit_chars, max_pages=max_pages)
        self._settled = 0  # so many pages from the first are shown as they will stay
        self._only_grows = False  # all is shown but for what comes on the last page
        self._shows_hint = False
        self._adopted = False
        self._refused: dict[int, int] = {}  # how long a page was that was not taken so far
        self._attached = False
        self._changed = asyncio.Event()
        self._urgent = asyncio.Event()  # someone waits now for what is to be written
        self.shown = False
        """Whether the reply is over, and shown to its end."""

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far, page by page."""
        return tuple(self._messages.ids)

    def is_told(self) -> bool:
        """Whether its messages say already why it ends; then it is over."""
        self.shown = any(has_notice(message) for message in self._messages.texts[-1:])
        return self.shown

    def hint(self, words: str) -> None:
        """Show these words while there is no text; the first text takes their place."""
        if not self._adopted:
            self._draft.hint(words)
            self._changed.set()

    def preface(self, words: str) -> None:
        """Have words of the bot's own stand above the answer, once there is one, or a notice.

        They take the place of earlier ones, and come too late once there is text.
        """
        self._draft.preface(words)

    def add(self, text: str) -> None:
        """The answer goes on with this text."""
        self._draft.add(text)
        self._changed.set()
        if self._shows_hint:
            self._urgent.set()

    def end(self, notice: str = "", *, if_blank: str = "") -> None:
        """The answer is complete; a notice stands apart below it. Only the first end counts.

        Of an answer that shows nothing, `if_blank` is shown instead.
        """
        self._draft.end(notice, if_blank=if_blank)
        self._changed.set()
        self._urgent.set()

    def fail(self, notice: str) -> None:
        """The answer ends before it is complete, and the notice below it says why.

        If nothing of it came, messages from before a crash stay as they are above the notice.
        """
        if self._adopted and not self._draft.ended and not self._draft.has_text:
            self._draft.keep(as_answer(self._messages.texts))
        self.end(notice)

    def adopt(self, messages: Sequence[ShownMessage]) -> None:
        """These messages stand already, from before a crash: the answer goes into them."""
        self._messages.adopt(messages)
        self._adopted = bool(messages)

    async def write(self, opening: Awaitable[Destination] | Destination) -> None:
        """Bring the messages after the wanted pages, until the reply has ended and is shown.

        Raises `PlatformError` when a message can't be written and no retry helps.
        """
        place = opening if isinstance(opening, Destination) else await opening
        await self._type_until_text(place)
        await self._show_pages(place)
        if self._draft.overflows and not await self._attach(place):
            self._draft.lay_out_without_limit()
            self._settled = 0
            await self._show_pages(place)
        await self._remove_surplus(place)
        self.shown = True

    async def break_off(self, place: Destination, notice: str, *, may_post: bool = True) -> None:
        """End here with what is shown: no mark says that it goes on, and the notice is below it.

        The notice is a message of its own where it doesn't fit or what stands there is not taken
        any more; unless no message may be posted. Raises `PlatformError`.
        """
        if self._attached:
            return
        shown = [] if self._shows_hint else as_answer(self._messages.texts)
        with_notice = Pages.of(shown, self._platform.limit_chars)
        with_notice.end(notice)
        wanted = [with_notice[page] for page in range(len(with_notice))]
        try:
            await self._messages.bring(place, wanted, may_post=may_post)
        except (TextRefused, PlatformRejected):
            with contextlib.suppress(TextRefused, PlatformRejected):
                await self._messages.bring(place, shown, may_post=False)
            if not (notice and may_post):
                raise
            await self._messages.bring(place, [*self._messages.texts, notice])

    async def _show_pages(self, place: Destination) -> None:
        while (page := self._due()) is not None or not self._draft.ended:
            if page is None:
                await self._changed.wait()
            else:
                await self._write_page(place, page)
            self._changed.clear()

    def _due(self) -> int | None:
        """The page to write next, as far as can be told without looking at it: what has come for
        the last page is read once it may be written.
        """
        if self._only_grows and self._draft.has_news and not self._draft.ended:
            return len(self._messages) - 1
        return self._unshown()

    def _unshown(self) -> int | None:
        """The first page whose message does not show what is wanted."""
        for page in range(self._settled, len(self._draft)):
            growing = not self._draft.is_final(page)
            if not (self._shows(page) or (growing and self._can_wait(page))):
                return page
            if page == self._settled and not growing:
                self._settled += 1
        return None

    def _shows(self, page: int) -> bool:
        return page < len(self._messages) and self._messages.texts[page] == self._draft[page]

    def _can_wait(self, page: int) -> bool:
        """Whether a page that grows is better written later.

        One that Discord refused is tried again when it is twice as long, or complete: what it
        refuses it mostly goes on to refuse, and each refusal may alert who looks after the server.
        And a message that shows more than has come, an adopted one, is not taken back.
        """
        wanted = self._draft[page]
        if len(wanted) < 2 * self._refused.get(page, 0):
            return True
        runs_ahead = page < len(self._messages) and without_mark(
            self._messages.texts[page]
        ).startswith(without_mark(wanted))
        return runs_ahead and not self._shows_hint

    def _urgency(self, page: int) -> Priority:
        if page >= len(self._messages):
            return Priority.FIRST_TEXT
        waited_for = self._shows_hint and self._draft.has_text
        if self._draft.ended or waited_for:
            return Priority.FINAL
        return Priority.INTERIM

    async def _type_until_text(self, place: Destination) -> None:
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
        return self._draft.ended or len(self._draft) > 0

    async def _type(self, place: Destination) -> None:
        while True:
            with contextlib.suppress(PlatformError):  # a courtesy; the first write will tell
                await self._platform.typing(place)
            await asyncio.sleep(TYPING_EVERY_S)

    async def _write_page(self, place: Destination, page: int) -> None:
        async def write() -> None:
            await self._permit(place, page)
            if page < len(self._messages) and self._unshown() != page:
                self._platform.waive(place)  # what came can't be seen, as half a link can't
                return
            # The newest, now that it may be sent.
            text, is_hint = self._draft[page], not self._draft.has_text
            is_last = page + 1 == self._draft.pages and not self._draft.is_final(page)
            self._only_grows = is_last and page == self._settled and page + 1 >= len(self._messages)
            await self._messages.write(place, page, text)
            self._shows_hint = is_hint

        try:
            await self._messages.insist(write)
        except TextRefused as refusal:
            self._only_grows = False
            if not self._goes_on_without(refusal, page):
                raise

    def _goes_on_without(self, refusal: TextRefused, page: int) -> bool:
        """Whether there is something else to show than the text that was refused."""
        if not self._draft.has_text and not self._draft.ended:
            self._draft.hint("")
            return True
        if isinstance(refusal, LinkRefused) and self._draft.write_links_as_code(page):
            return True
        if self._draft.is_final(page):
            return False
        self._refused[page] = len(self._draft[page])
        return True

    async def _attach(self, place: Destination) -> bool:
        """Send the whole answer as a file below the pages; False if that is not permitted."""
        file = File(FILE_NAME, self._draft.source.encode())
        try:
            await self._messages.show(place, self._draft.pages, self._rest, file)
        except (PlatformForbidden, PlatformRejected, TextRefused):
            return False
        self._attached = True
        return True

    async def _remove_surplus(self, place: Destination) -> None:
        """Delete the messages that the answer did not need: of a longer one from before a crash,
        or of a hint to which nothing came.
        """
        while len(self._messages) > self._draft.pages + self._attached:
            await self._messages.remove_last(place)

    async def _permit(self, place: Destination, page: int) -> None:
        """Wait until the page may be written; if it grows urgent meanwhile, ask again."""
        if self._urgency(page) is Priority.INTERIM:
            self._urgent.clear()
            permit = asyncio.ensure_future(self._platform.permit(place, Priority.INTERIM))
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
