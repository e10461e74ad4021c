"""A reply: an answer that grows, in messages that follow it.

Whoever reads the answer only ever adds to the draft, and never waits. One writer brings the
messages after it, one write at a time; `reconcile` decides which.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import assert_never

from bridge_bot.core.errors import (
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.model import Destination, OutgoingMessage, ShownMessage
from bridge_bot.core.ports import Platform, Priority
from bridge_bot.core.replies.draft import NOTHING_CAME, Draft, Phase
from bridge_bot.core.replies.messages import ReplyMessages, retry_while_busy
from bridge_bot.core.replies.notices import as_answer, has_notice
from bridge_bot.core.replies.reconcile import DeleteLast, Reconciler, Write
from bridge_bot.discord_markdown import Pages

TYPING_EVERY_S = 8.0
"""Discord shows "is typing" for 10 s after each request (its documentation)."""


class Reply:
    """The reply of one turn.

    `posted` is called with a message's number, counted from 0, and its id, once it is posted. An
    answer of more than `max_pages` pages goes on in a file, whose message says `rest`; where files
    are not permitted it goes on in further messages.
    """

    def __init__(
        self,
        platform: Platform,
        turn_id: int,
        posted: Callable[[int, int], Awaitable[None]],
        *,
        max_pages: int | None = None,
        rest: str = "",
    ) -> None:
        self._platform = platform
        self._draft = Draft(platform.limit_chars, max_pages=max_pages, rest=rest)
        self._messages = ReplyMessages(platform, turn_id, posted)
        self._reconciler = Reconciler(self._draft, self._messages.contents)
        self._changed = asyncio.Event()
        self._waiting: asyncio.Task[None] | None = None  # an interim write, until it is rendered
        self.shown = False
        """Whether the reply is over, and shown to its end."""

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far, in order."""
        return tuple(self._messages.ids)

    def is_told(self) -> bool:
        """Whether its messages say already why it ends; then it is over."""
        self.shown = any(has_notice(text) for text in self._messages.texts[-1:])
        return self.shown

    def hint(self, hint: str) -> None:
        """Show this while there is no text; the first text takes its place. Not if there are
        messages from before a crash.
        """
        if not self._reconciler.shows_earlier_answer:
            self._draft.set_hint(hint)
            self._changed.set()

    def preface(self, preface: str) -> None:
        """Have this stand above the answer, once there is one, or above a notice.

        It takes the place of an earlier preface, and comes too late once there is text.
        """
        self._draft.set_preface(preface)

    def add(self, text: str) -> None:
        """The answer goes on with this text."""
        self._draft.add(text)
        self._changed.set()
        if self._reconciler.shows_hint:
            self._raise_priority()

    def end(self, notice: str = "", *, if_blank: str = "") -> None:
        """The answer is complete; a notice stands apart below it. Only the first end counts.

        Of an answer that shows nothing, `if_blank` is shown instead.
        """
        self._draft.end(notice, if_blank=if_blank)
        self._changed.set()
        self._raise_priority()

    def fail(self, notice: str) -> None:
        """The answer ends before it is complete, and the notice below it says why.

        If nothing of it came, messages from before a crash stay as they are above the notice.
        """
        if self._reconciler.shows_earlier_answer and self._draft.phase in NOTHING_CAME:
            self._draft.keep(as_answer(self._messages.texts))
        self.end(notice)

    def attach_existing(self, messages: Sequence[ShownMessage]) -> None:
        """These messages exist already, from before a crash: the answer goes into them."""
        self._messages.attach_existing(messages)

    async def write(self, opening: Awaitable[Destination] | Destination) -> None:
        """Write the messages, until the reply has ended and all of it is shown.

        Raises `PlatformError` when a message can't be written and no retry helps.
        """
        destination = opening if isinstance(opening, Destination) else await opening
        await self._type_until_text(destination)
        while True:
            self._changed.clear()
            match self._reconciler.next_step():
                case Write(number):
                    await self._write(destination, number)
                case DeleteLast():
                    await self._messages.delete_last(destination)
                case None if self._draft.phase is Phase.ENDED:
                    break
                case None:
                    await self._changed.wait()
                case step:
                    assert_never(step)
        self.shown = True

    async def break_off(
        self, destination: Destination, notice: str, *, may_post: bool = True
    ) -> None:
        """End here with what is shown: no cursor says that it goes on, and the notice is below it.

        The notice is a message of its own where it doesn't fit or Discord does not take what is
        shown any more; unless no message may be posted. Raises `PlatformError`.
        """
        if any(content and content.file for content in self._messages.contents):
            return  # its last message has been written
        shown = [] if self._reconciler.shows_hint else as_answer(self._messages.texts)
        with_notice = Pages.of(shown, self._platform.limit_chars)
        with_notice.end(notice)
        wanted = [with_notice[page] for page in range(len(with_notice))]
        try:
            await self._messages.bring(destination, wanted, may_post=may_post)
        except (TextRefused, PlatformRejected):
            with contextlib.suppress(TextRefused, PlatformRejected):
                await self._messages.bring(destination, shown, may_post=False)
            if not (notice and may_post):
                raise
            await self._messages.bring(destination, [*self._messages.texts, notice])

    async def _type_until_text(self, destination: Destination) -> None:
        """Show typing while there is nothing to show; the first text does not wait for it."""
        if self._draft.phase is not Phase.EMPTY:
            return
        typing = asyncio.create_task(self._type(destination), name="showing that an answer comes")
        try:
            while self._draft.phase is Phase.EMPTY:
                self._changed.clear()
                await self._changed.wait()
        finally:
            typing.cancel()
            await asyncio.wait({typing})

    async def _type(self, destination: Destination) -> None:
        while True:
            with contextlib.suppress(PlatformError):  # a courtesy; the first write will tell
                await self._platform.typing(destination)
            await asyncio.sleep(TYPING_EVERY_S)

    async def _write(self, destination: Destination, number: int) -> None:
        """Write the newest state of that message, or find that there is nothing to write."""
        try:
            await retry_while_busy(partial(self._write_once, destination, number))
        except (PlatformForbidden, PlatformRejected, TextRefused) as refusal:
            if not self._reconciler.can_do_without(number, refusal):
                raise

    async def _write_once(self, destination: Destination, number: int) -> None:
        priority = self._reconciler.priority(number)
        render = partial(self._render, number)
        writing = self._messages.write(destination, number, render, priority)
        if priority is Priority.INTERIM:
            await self._until_priority_is_raised(writing)
        else:
            await writing

    def _render(self, number: int) -> OutgoingMessage | None:
        self._waiting = None
        return self._reconciler.render(number)

    async def _until_priority_is_raised(self, writing: Coroutine[None, None, None]) -> None:
        """Write, unless the write grows urgent before it may be sent: then give it up, so that it
        is asked for again with the priority that it has now.
        """
        task = asyncio.create_task(writing, name="writing a message of a reply")
        self._waiting = task
        try:
            await asyncio.wait({task})
        finally:
            self._waiting = None
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        if not task.cancelled():
            task.result()

    def _raise_priority(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
