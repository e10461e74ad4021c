"""The reply of a turn: an answer that grows, and the messages that show it.

Whoever reads the answer adds it to the draft, which never waits. `Reply.write` writes the messages
of that draft, one write at a time; `reconcile` decides which.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, assert_never

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import (
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.model import (
    Control,
    Destination,
    NumberedSource,
    OutgoingMessage,
    ShownMessage,
)
from bridge_bot.core.ports import Platform, Priority
from bridge_bot.core.replies.control_row import ControlRow
from bridge_bot.core.replies.draft import BEFORE_TEXT, Draft, Phase
from bridge_bot.core.replies.messages import Ownership, ReplyMessages, retry_while_busy
from bridge_bot.core.replies.notices import has_notice, without_ending, without_notice
from bridge_bot.core.replies.reader_delay import ReaderDelay
from bridge_bot.core.replies.reconcile import DeleteLast, Reconciler, Write
from bridge_bot.core.replies.typing_indicator import typing_indicator
from bridge_bot.core.sources.sources import Sources
from bridge_bot.core.sources.sources_line import sources_line
from bridge_bot.discord_markdown import Pages, SourcesLine
from bridge_bot.texts import Texts


class Reply:
    """The reply of one turn.

    `on_posted` is awaited with a message's number, counted from 0, and its id, once it is posted.
    An answer of more than `max_pages` pages goes on in a file, whose message says `file_text`;
    where files are not permitted it goes on in further messages. `row` has the buttons under the
    last message. One that `is_again` shown may have the notice of an attempt before at its end.
    Nothing is written while the `ownership` is in doubt.
    """

    def __init__(
        self,
        platform: Platform,
        turn_id: int,
        on_posted: Callable[[int, int], Awaitable[object]],
        *,
        max_pages: int | None = None,
        file_text: str = "",
        row: ControlRow | None = None,
        is_again: bool = False,
        ownership: Ownership | None = None,
    ) -> None:
        self._platform = platform
        self._draft = Draft(platform.limit_chars, max_pages=max_pages, file_text=file_text, row=row)
        self._messages = ReplyMessages(platform, turn_id, on_posted, ownership)
        self._reconciler = Reconciler(self._draft, self._messages.contents)
        self._changed = asyncio.Event()
        self._is_again = is_again
        self._tasks = BackgroundTasks()
        self._sources_line: SourcesLine | None = None
        self._delay = ReaderDelay()
        self._waiting: asyncio.Task[None] | None = None  # an interim write, until it is rendered
        self.shown = False
        """Whether the reply is over, and shown to its end."""

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far, in order."""
        return tuple(self._messages.ids)

    @property
    def edits(self) -> int:
        """How many edits of its messages were made."""
        return self._messages.edits

    @property
    def reader_delay_s(self) -> float | None:
        """How many seconds a word took to be visible, in the mean; None while none is."""
        return self._delay.mean_s

    def ends_with_notice(self) -> bool:
        """Whether the existing messages say at their end why the answer ends there. Then the reply
        is over.
        """
        self.shown = any(has_notice(text, Texts.every()) for text in self._messages.texts[-1:])
        return self.shown

    async def owned(self) -> None:
        """Wait until it is certain who writes. Raises `TurnTakenOver` if another process does."""
        await self._messages.owned()

    def may_write(self) -> bool:
        """Whether a request that is sent now is certainly this process's to send."""
        return self._messages.may_write()

    def disown(self) -> None:
        """Write no more: another process does."""
        self._messages.is_disowned = True

    def hide_controls(self) -> None:
        """Show no buttons."""
        self._draft.row = None

    def offer(self, control: Control) -> None:
        """Offer a control besides those that each reply has, if it shows any."""
        if self._draft.row is not None:
            self._draft.row = self._draft.row.with_offer(control)

    @property
    def offered_sources(self) -> list[NumberedSource] | None:
        """The sources that its button shows, if it offers that; see `Draft.offered_sources`."""
        return self._draft.offered_sources

    def hint(self, hint: str) -> None:
        """Show a hint while there is no text; the first text takes its place. It is left out if
        messages from before a crash are shown.
        """
        if not self._reconciler.shows_earlier_answer:
            self._draft.set_hint(hint)
            self._changed.set()

    def preface(self, preface: str) -> None:
        """Put a preface above the answer, or above a notice, in place of an earlier preface. It is
        left out once there is text.
        """
        self._draft.set_preface(preface)

    def cite(self, sources: Sources, *, show_line: Texts | None) -> None:
        """Let the answer cite these sources, in place of earlier ones, and show a line of them
        below it in this language, if any. Once there is text it is too late.
        """
        self._draft.set_sources(sources)
        self._sources_line = None
        if show_line is not None:
            self._sources_line = partial(sources_line, sources, texts=show_line)

    def add(self, text: str) -> None:
        """Add the next piece of the answer."""
        self._draft.add(text)
        self._delay.added(len(text), asyncio.get_running_loop().time())
        self._changed.set()
        if self._reconciler.shows_hint:
            self._raise_priority()

    def end(self, notice: str = "", *, if_blank: str = "") -> None:
        """End the complete answer, with its sources and a notice apart below it; an end after the
        first changes nothing. If the answer shows nothing, `if_blank` is shown instead of it.
        """
        self._end(notice, if_blank=if_blank, sources_line=self._sources_line)

    def _end(self, notice: str, **more: Any) -> None:
        self._draft.end(notice, **more)
        self._changed.set()
        self._raise_priority()

    def fail(self, notice: str) -> None:
        """End the answer before it is complete, with a notice below it that says why.

        If nothing of it came, messages from before a crash stay as they are above the notice.
        """
        if self._reconciler.shows_earlier_answer and self._draft.phase in BEFORE_TEXT:
            self._draft.keep_texts(self._shown_answer())
        self._end(notice, is_complete=False)

    def take_over(self, former: Reply) -> None:
        """Write the answer into the messages of a reply of which nothing more is written."""
        if former.offered_sources is None:  # it has shown nothing itself
            self._draft.has_earlier_sources = former._draft.has_earlier_sources
        self._messages.take_over(former._messages, with_hint=former._reconciler.shows_hint)

    def attach_existing(self, messages: Sequence[ShownMessage], has_sources: bool = False) -> None:
        """Write the answer into these messages, which exist from before a crash or show an earlier
        answer, which `has_sources` if any are kept."""
        self._draft.has_earlier_sources = has_sources
        self._messages.attach_existing(messages)

    async def write(self, opening: Awaitable[Destination] | Destination) -> None:
        """Write the messages until the reply has ended and all of it is shown; first wait until it
        is known where they go. Raises `PlatformError` if a message can't be written.
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
        self,
        destination: Destination,
        notice: str,
        *,
        may_post: bool = True,
        with_controls: bool = True,
    ) -> None:
        """End the messages as they are shown: remove the cursor, and put the notice below.

        The notice is a message of its own where it doesn't fit, or where Discord does not take what
        is shown any more; it is left out if no message may be posted. Raises `PlatformError`.
        """
        if any(content and content.file for content in self._messages.contents):
            return  # its last message has been written
        shown = [] if self._reconciler.shows_hint else self._shown_answer()
        with_notice = Pages.of(shown, self._platform.limit_chars)
        with_notice.end(notice)
        buttons = self._draft.buttons_ended_early if with_controls else ()
        wanted = [with_notice[page] for page in range(len(with_notice))]
        try:
            await self._messages.set_texts(destination, wanted, buttons, may_post=may_post)
        except (TextRefused, PlatformRejected):
            with contextlib.suppress(TextRefused, PlatformRejected):
                await self._messages.set_texts(destination, shown, may_post=False)
            if not (notice and may_post):
                raise
            await self._messages.set_texts(
                destination, [*[None] * len(self._messages), notice], buttons
            )

    def _shown_answer(self) -> list[str]:
        """What each message shows of the answer."""
        shown = without_ending(self._messages.texts, Texts.every())
        if self._is_again and shown and has_notice(shown[-1], Texts.every()):
            shown[-1] = without_notice(shown[-1])
        return shown

    async def _type_until_text(self, destination: Destination) -> None:
        """Show typing while there is nothing to show; the first text does not wait for it."""
        if self._draft.phase is not Phase.EMPTY:
            return
        async with typing_indicator(self._platform, destination):
            while self._draft.phase is Phase.EMPTY:
                self._changed.clear()
                await self._changed.wait()

    async def _write(self, destination: Destination, number: int) -> None:
        """Write the newest state of that message, if there is anything to write."""
        try:
            await retry_while_busy(partial(self._write_once, destination, number))
            if number >= len(self._draft.pages) - 1:
                self._delay.shown(asyncio.get_running_loop().time())
        except (PlatformForbidden, PlatformRejected, TextRefused) as refusal:
            if not self._reconciler.can_do_without(number, refusal):
                raise

    async def _write_once(self, destination: Destination, number: int) -> None:
        """Write that message once. An interim write that grows urgent before it may be sent is
        cancelled, and `write` begins it again with the priority that it has then.
        """
        priority = self._reconciler.priority(number)
        render = partial(self._render, number)
        writing = self._messages.write(destination, number, render, priority)
        if priority is not Priority.INTERIM:
            await writing
            return
        task = self._waiting = self._tasks.start(writing, name="writing a message of a reply")
        try:
            await asyncio.wait({task})
        finally:
            self._waiting = None
            await self._tasks.close()
            if not task.cancelled():
                task.exception()  # is seen, also where this was cancelled at that moment
        if not task.cancelled():
            task.result()

    def _render(self, number: int) -> OutgoingMessage | None:
        self._waiting = None
        message = self._reconciler.render(number)
        if message is not None and number >= len(self._draft.pages) - 1:
            self._delay.rendered()
        return message

    def _raise_priority(self) -> None:
        """Have an interim write that has not been rendered begun again, since it is urgent now."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
