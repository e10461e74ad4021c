"""A turn: the whole story of one question, from taking it up to the last word of its reply."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial

from bridge_bot.core.errors import (
    AnswerError,
    BridgeError,
    PlatformError,
    StoreError,
    TurnGivenUp,
    TurnInterrupted,
)
from bridge_bot.core.events import Operation, ReplyOpened, TurnEnded
from bridge_bot.core.model import Destination, Question, TurnState, UnfinishedTurn
from bridge_bot.core.replies.notices import notice, quiet
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.asking import Asking
from bridge_bot.core.turns.cleanup import FIRST_PAUSE_S, Cleanup
from bridge_bot.core.turns.dependencies import Desk
from bridge_bot.core.turns.ending import Ending, known_as, state_after
from bridge_bot.core.turns.locate import adopt_pages, locate
from bridge_bot.core.turns.queued_reaction import QueuedReaction
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.texts import text


class Turn:
    """One question being answered. `take` tells the story; the rest are its sentences.

    `former` is what an earlier process left of it: then the answer goes into the same messages.
    """

    def __init__(
        self,
        question: Question,
        desk: Desk,
        cleanup: Cleanup,
        former: UnfinishedTurn | None = None,
    ) -> None:
        self._question = question
        self._former = former
        self._desk = desk
        self._cleanup = cleanup
        self._record = TurnRecorder(question.origin, desk.store, desk.observe)
        self._reply = Reply(
            desk.platform,
            question.id,
            self._record.wrote,
            max_pages=desk.max_pages,
            rest=text("answer-attached"),
        )
        self._asking = Asking(question, desk, self._record, self._reply)
        self.mark = QueuedReaction(desk.platform, question, cleanup, may_stand=former is not None)
        """Shows its asker that the question waits. A turn from before a crash may have one."""
        self._begun_s = time.monotonic()
        self._asks = True  # not, if only its end is yet to be said
        self._ended_before = former is not None and former.state is TurnState.ENDING
        self._place: Destination | None = None
        self._told: BridgeError | None = None  # why the answer ends, as the reply says itself
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
        """Answer the question, from asking to the last word; nothing but a cancellation is raised.

        If it is cancelled, the next start takes it up again.
        """
        await self._until_it_ends(self._answer)

    async def give_up(self, text_key: str) -> None:
        """Do not ask again: leave what was shown as it stands, and say why it ends there.

        If it is cancelled, the next start goes on with that.
        """
        self._asks = False
        await self._until_it_ends(partial(self._leave, TurnGivenUp(text_key)))

    async def _until_it_ends(self, work: Callable[[], Awaitable[BridgeError | None]]) -> None:
        """Do the work, and end the turn by the one door that there is."""
        try:
            error = self._withdrawn or await work()
        except asyncio.CancelledError:
            if not self._asks:
                raise
            # What is shown to its end is over, or it would be paid for again.
            over = self._reply.shown
            await self._end(self._told if over else TurnInterrupted("the bot stops"), notify=False)
            raise
        except Exception as failure:  # noqa: BLE001 - a fault of ours ends one turn, told to its reader
            error = known_as(failure, self._question.origin, self._desk.observe)
            error = self._withdrawn or error
        await self._end(error)

    async def _answer(self) -> BridgeError | None:
        """Open the thread and ask at the same time; write while the answer comes."""
        self.mark.remove()
        async with asyncio.TaskGroup() as tasks:
            watch = tasks.create_task(self._until_withdrawn())
            opening = tasks.create_task(self._open())
            writing = tasks.create_task(self._reply.write(opening))
            error = await self._read_answer(tasks, opening)
            await writing
            watch.cancel()
        return error

    async def _leave(self, error: TurnGivenUp) -> BridgeError:
        await self._record.advanced(TurnState.ENDING, error=type(error).__name__)
        self.mark.remove()
        place = await self._open()
        if self._ended_before and self._reply.is_told():
            return error
        self._reply.fail(notice(error))
        await self._reply.write(place)
        return error

    async def _until_withdrawn(self) -> None:
        await self._withdrawal.wait()
        if self._withdrawn is not None:
            raise self._withdrawn

    async def _open(self) -> Destination:
        """Where the reply goes; what stands there of it from before a crash is adopted."""
        if self._former is None:
            self._place = await self._desk.platform.open(self._question)
        else:
            self._place, standing = await locate(self._former, self._desk)
            await adopt_pages(self._former, standing, self._desk, self._reply, self._record)
        took_s = time.monotonic() - self._begun_s
        self._desk.observe(ReplyOpened(self._question.origin, self._place.channel_id, took_s))
        await self._record.opened(self._place)
        return self._place

    async def _find(self) -> Destination:
        """Where a last word goes: below what is known to stand of a former reply, or beside the
        question. Raises `PlatformError`.
        """
        if self._former is not None:
            self._place, standing = await locate(self._former, self._desk)
            known = self._former.message_ids
            self._reply.adopt([message for message in standing if message.id in known])
            return self._place
        asked = self._question
        return Destination(asked.place.channel_id, asked.thread_on or asked.place.reply_to)

    async def _read_answer(
        self, tasks: asyncio.TaskGroup, opening: Awaitable[Destination]
    ) -> BridgeError | None:
        """Hand the answer to the reply; what fails becomes the reply's ending, and is returned."""
        if self._former is not None:
            await opening  # not to pay for an answer that has no place to go
        try:
            await self._asking.to_the_end(tasks)
        except (AnswerError, StoreError) as error:
            self._told = error
            self._reply.fail(notice(error))
            return error
        self._reply.end(await self._closing_words(opening), if_blank=text("reply-empty"))
        return None

    async def _closing_words(self, opening: Awaitable[Destination]) -> str:
        """What the bot itself has to say below a complete answer."""
        if self._desk.mention_needed and (await opening).channel_id == self._question.thread_on:
            return quiet("mention-needed")
        return ""

    async def _end(self, error: BridgeError | None, *, notify: bool = True) -> None:
        """The one door by which a turn ends, whatever ends it.

        It is written down first, so that a process that ends here does not pay for it again.
        """
        state = state_after(error, begun=bool(self._withdrawn or self._reply.message_ids))
        ending = Ending(
            self._question, self._desk, self._reply, self._place, find=self._find, error=error
        )
        try:
            if state is TurnState.QUEUED:
                await self._set_aside()
                await ending.last_word()
            elif ending.has_to_be_told:
                goal, state = state, TurnState.ENDING  # which it is if it is cancelled now
                await self._record.advanced(state, error=type(error).__name__)
                await self._tell(ending, goal)
                state = goal
            else:
                await self._over(state, error)
        finally:
            self._desk.observe(self._ended(state, error))
        if notify and error is None:
            await ending.notify(took_s=time.monotonic() - self._begun_s)

    async def _tell(self, ending: Ending, state: TurnState) -> None:
        """Say the last word or, where it can't be said soon, have it said later."""

        async def told(saying: Awaitable[bool]) -> bool:
            over = await saying
            if over:
                await self._over(state, ending.error)
            return over

        if not await told(ending.last_word()):
            self._cleanup.put(
                Operation.SAY_ENDING,
                lambda: told(ending.last_word_late()),
                after_s=FIRST_PAUSE_S,
            )

    async def _over(self, state: TurnState, error: BridgeError | None) -> None:
        """The turn is over. What a failing store does not take now it is told later, or the next
        process would ask again.
        """
        write = partial(self._record.advanced, state, error=type(error).__name__ if error else "")
        if not await write():
            self._cleanup.put(Operation.SAVE_TURN_END, write, after_s=FIRST_PAUSE_S)

    async def _set_aside(self) -> None:
        # What was being written was cancelled as well; the next start needs it.
        await self._asking.keep_uid()
        for page, message_id in enumerate(self._reply.message_ids):
            await self._record.wrote(page, message_id)
        await self._record.set_aside()

    def _ended(self, state: TurnState, error: BridgeError | None) -> TurnEnded:
        first_text_at = self._asking.first_text_at
        return TurnEnded(
            origin=self._question.origin,
            conversation=self._question.conversation,
            state=state,
            took_s=time.monotonic() - self._begun_s,
            first_text_s=None if first_text_at is None else first_text_at - self._begun_s,
            pages=len(self._reply.message_ids),
            # That the bot is stopped is no error: the turn is queued for the next start.
            error=None if isinstance(error, TurnInterrupted) else error,
        )
