"""A turn: the whole story of one question, from taking it up to the last word of its reply."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Iterator
from typing import assert_never

from bridge_bot.core.desk import Desk
from bridge_bot.core.errors import (
    AnswerError,
    AnswerTooLong,
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
    StoreError,
    TurnGivenUp,
)
from bridge_bot.core.events import AskedAgain, QuestionDelayed, TurnEnded, WentWrong
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
    Place,
    Question,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.ports import Write
from bridge_bot.core.record import Record
from bridge_bot.core.reply import Reply
from bridge_bot.core.standing import find_again
from bridge_bot.core.waiting_mark import WaitingMark
from bridge_bot.core.words import notice, preface, quiet
from bridge_bot.texts import text

LAST_WORD_S = 3.0
"""How long a turn that a fault has ended may take to say so, in seconds."""

MOST_CHARS = 2_000_000
"""The longest answer. Even of letters of four bytes it fits into a file that Discord takes, of
10 MiB (its documentation)."""

_TAKEN_AWAY = (PlaceGone, PlaceClosed, PlatformForbidden)


class Turn:
    """One question being answered. `take` tells the story; the rest are its sentences.

    `former` is what an earlier process left of it: then the answer goes into the same messages.
    """

    def __init__(
        self, question: Question, desk: Desk, former: UnfinishedTurn | None = None
    ) -> None:
        self._question = question
        self._former = former
        self._desk = desk
        self._record = Record(question.origin, desk.store, desk.observe)
        self._reply = Reply(
            desk.platform,
            question.id,
            self._record.wrote,
            max_pages=desk.max_pages,
            rest=text("answer-attached"),
        )
        self.mark = WaitingMark(desk.platform, question, may_stand=former is not None)
        """Shows its asker that the question waits. A turn from before a crash may have one."""
        self._chars = 0
        self._begun_s = time.monotonic()
        self._first_text_s: float | None = None
        self._place: Place | None = None
        self._sent_uid: str | None = None
        self._header: AnswerHeader | None = None
        self._withdrawn: PlatformError | None = None
        self._withdrawal = asyncio.Event()

    @property
    def channel_id(self) -> int:
        """Where the reply goes or, until that is known, where the question was asked."""
        return (self._place or self._question.place).channel_id

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far."""
        return self._reply.message_ids

    def withdraw(self, error: PlatformError) -> None:
        """What the reply needs was taken away, `error` says what: give the answer up."""
        self._withdrawn = error
        self._withdrawal.set()

    async def take(self) -> None:
        """Answer the question, from asking to the last word.

        Every failure ends as a word to the reader where one can be said, as the turn's state, and
        as one event; only a fault of this program is raised. If it is cancelled, the next start
        takes it up again.
        """
        try:
            error = self._withdrawn or await self._answer()
        except asyncio.CancelledError:
            await self._set_aside()
            raise
        except Exception:
            # A fault of this program, which the lane's worker observes: not without a word.
            await self._last_word(text("error-unexpected"))
            await self._record.advanced(TurnState.FAILED, error="fault")
            raise
        await self._end(error)
        await self._notify(error)

    async def _answer(self) -> BridgeError | None:
        """Open the thread and ask at the same time; write while the answer comes."""
        error: BridgeError | None = None
        try:
            async with asyncio.TaskGroup() as tasks:
                watch = tasks.create_task(self._until_withdrawn())
                tasks.create_task(self.mark.remove())
                opening = tasks.create_task(self._open())
                writing = tasks.create_task(self._reply.write(opening))
                error = await self._read_answer(tasks, opening)
                await writing
                watch.cancel()
        except* PlatformError as group:
            error = next(_leaves(group))
        if isinstance(error, MessageGone | PlatformForbidden):
            await self._tidy()
        return error

    async def give_up(self, text_key: str) -> None:
        """Do not ask again: leave what was shown as it stands, and say why it ends there."""
        error: BridgeError = TurnGivenUp(text_key)
        await self.mark.remove()
        try:
            place = await self._open()
            self._reply.leave_as_it_stands()
            self._reply.end(notice(error))
            await self._reply.write(place)
        except PlatformError as refusal:
            error = refusal
        await self._end(error)

    async def _until_withdrawn(self) -> None:
        await self._withdrawal.wait()
        if self._withdrawn is not None:
            raise self._withdrawn

    async def _open(self) -> Place:
        """Where the reply goes; what stands there of it from before a crash is adopted."""
        if self._former is None:
            self._place = await self._desk.platform.open(self._question)
        else:
            self._place = await find_again(self._former, self._desk, self._reply, self._record)
        await self._record.opened(self._place)
        return self._place

    async def _read_answer(
        self, tasks: asyncio.TaskGroup, opening: Awaitable[Place]
    ) -> BridgeError | None:
        """Hand the answer to the reply; what fails becomes the reply's ending, and is returned."""
        if self._former is not None:
            await opening  # not to pay for an answer that has no place to go
        try:
            request = await self._request()
            await self._record.begun()
            async with self._desk.source.ask(request) as events:
                await self._hand_on(events, tasks)
        except (AnswerError, StoreError) as error:
            if self._former is not None and self._first_text_s is None:
                self._reply.leave_as_it_stands()
            self._reply.end(notice=notice(error))
            return error
        self._reply.end(notice=await self._closing_words(opening))
        return None

    async def _request(self) -> ChatRequest:
        conversation = await self._desk.store.conversation(self._question.conversation)
        self._sent_uid = conversation.conversation_uid
        return ChatRequest(
            question=self._question.text,
            language=conversation.language or self._desk.default_language,
            conversation_uid=conversation.conversation_uid,
        )

    async def _closing_words(self, opening: Awaitable[Place]) -> str:
        """What the bot itself has to say below a complete answer."""
        if self._first_text_s is None:
            return text("reply-empty")
        if self._desk.mention_needed and (await opening).channel_id == self._question.thread_on:
            return quiet("mention-needed")
        return ""

    async def _hand_on(self, events: AsyncIterator[AnswerEvent], tasks: asyncio.TaskGroup) -> None:
        """Hand on what comes; what is kept of it is written beside, so that no text waits."""
        async for event in events:
            match event:
                case AnswerDelayed():
                    self._desk.observe(QuestionDelayed(self._question.origin, event.why))
                    self._reply.hint(quiet(event.text_key))
                case AnswerRetried():
                    self._desk.observe(
                        AskedAgain(self._question.origin, event.error, event.pause_s)
                    )
                case AnswerHeader():
                    self._reply.preface(preface(event))
                    self._header = event
                    tasks.create_task(self._adopt())
                case AnswerText():
                    self._reply.add(event.text)
                    self._chars += len(event.text)
                    if self._chars > MOST_CHARS:
                        raise AnswerTooLong(f"an answer of more than {MOST_CHARS} characters")
                    if self._first_text_s is None:
                        self._first_text_s = time.monotonic() - self._begun_s
                        tasks.create_task(self._record.advanced(TurnState.STREAMING))
                case _:
                    assert_never(event)

    async def _adopt(self) -> None:
        header = self._header
        if header is None:
            return
        uid = header.conversation_uid
        if header.context_lost or (uid and uid != self._sent_uid):
            await self._record.adopted(self._question.conversation, uid)

    async def _set_aside(self) -> None:
        """Write down what the next start needs; what was being written was cancelled as well."""
        await self._adopt()
        for page, message_id in enumerate(self._reply.message_ids):
            await self._record.wrote(page, message_id)
        await self._record.set_aside()

    async def _last_word(self, words: str) -> None:
        """Say why the reply ends here, if there is a place to say it and it has not ended yet."""
        if self._place is None:
            return
        self._reply.end(notice=text("ending-notice", notice=words))
        with contextlib.suppress(PlatformError, TimeoutError):
            async with asyncio.timeout(LAST_WORD_S):
                await self._reply.write(self._place)

    async def _tidy(self) -> None:
        """The reply ends here: no mark is to say that it goes on, if that can still be helped."""
        known_forbidden = isinstance(self._withdrawn, PlatformForbidden)
        if self._place is not None and not known_forbidden:
            with contextlib.suppress(PlatformError, TimeoutError):
                async with asyncio.timeout(LAST_WORD_S):
                    await self._reply.tidy(self._place)

    async def _notify(self, error: BridgeError | None) -> None:
        """Tell the asker of an answer that took long, since edits do not notify.

        As a reply to it, so that it is never taken for one of its pages.
        """
        after_s, place, pages = self._desk.notify_after_s, self._place, self._reply.message_ids
        too_early = time.monotonic() - self._begun_s <= after_s
        if error is not None or not after_s or too_early or place is None or not pages:
            return
        try:
            await self._desk.platform.permit(place, Write.FIRST)
            await self._desk.platform.post(
                Place(place.channel_id, reply_to=pages[0]),
                text("answer-complete"),
                nonce=f"{self._question.id}.done",
                ping=self._question.asker.id,
            )
        except PlatformError as refusal:
            self._desk.observe(
                WentWrong("telling of a complete answer", refusal, self._question.origin)
            )

    async def _end(self, error: BridgeError | None) -> None:
        state = self._state_after(error)
        await self._record.advanced(state, error=type(error).__name__ if error else "")
        self._desk.observe(
            TurnEnded(
                origin=self._question.origin,
                conversation=self._question.conversation,
                state=state,
                took_s=time.monotonic() - self._begun_s,
                first_text_s=self._first_text_s,
                pages=len(self._reply.message_ids),
                error=error,
            )
        )

    def _state_after(self, error: BridgeError | None) -> TurnState:
        if error is None:
            return TurnState.DONE
        began = self._withdrawn is not None or self._reply.message_ids
        return TurnState.STOPPED if began and isinstance(error, _TAKEN_AWAY) else TurnState.FAILED


def _leaves(group: BaseExceptionGroup[PlatformError]) -> Iterator[PlatformError]:
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _leaves(error)
        else:
            yield error
