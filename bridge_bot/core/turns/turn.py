"""Answering a question: the whole story, from taking it up to the last word of its reply."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from functools import partial
from typing import assert_never

from bridge_bot.core.errors import (
    AnswerError,
    BridgeError,
    PlatformError,
    StoreError,
    TurnAbandoned,
    TurnGivenUp,
    TurnInterrupted,
)
from bridge_bot.core.events import Operation, ReplyOpened, TurnEnded
from bridge_bot.core.model import ChannelDestination, StopReason, Turn, TurnState, UnfinishedTurn
from bridge_bot.core.replies.notices import notice, quiet
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.asking import Asking
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.ending import Ending
from bridge_bot.core.turns.locate import attach_all, attach_known, locate
from bridge_bot.core.turns.outcome import Outcome, known_error, outcome_of
from bridge_bot.core.turns.queued_reaction import QueuedReaction
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.core.turns.recovery import Abandon, AskAgain, GiveUp, Recovery
from bridge_bot.core.turns.retry_queue import RetryQueue


class TurnRunner:
    """Does the work of one turn. `take` tells the story; the other methods are its sentences.

    `former` is what an earlier process left of it: then the answer goes into the same messages.
    """

    def __init__(
        self,
        turn: Turn,
        dependencies: Dependencies,
        options: AnswerOptions,
        retry_queue: RetryQueue,
        former: UnfinishedTurn | None = None,
    ) -> None:
        self._turn = turn
        self._question = turn.question
        self._former = former
        self._dependencies = dependencies
        self._texts = dependencies.texts_of(turn.question.locale)
        self._options = options
        self._retry_queue = retry_queue
        self._recorder = TurnRecorder(turn, dependencies.store, dependencies.observe)
        self._reply = Reply(
            dependencies.platform,
            turn.id,
            self._recorder.save_message,
            max_pages=options.max_pages,
            rest=self._texts.get("answer-attached"),
        )
        self._asking = Asking(turn, dependencies, options, self._recorder, self._reply)
        self.queued_reaction = QueuedReaction(
            dependencies.platform, self._question, retry_queue, may_be_present=former is not None
        )
        """Shows that the question waits. That of a turn from before a crash may have one."""
        self._begun_s = asyncio.get_running_loop().time()
        self._destination: ChannelDestination | None = None
        self._error: BridgeError | None = None  # why the answer ends, once that is known
        self._loss: PlatformError | None = None
        self._place_lost = asyncio.Event()

    @property
    def channel_id(self) -> int:
        """Where the reply goes or, until that is known, where the question was asked."""
        return (self._destination or self._question.asked_in).channel_id

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far."""
        return self._reply.message_ids

    def lose_place(self, error: PlatformError) -> None:
        """What the reply needs was taken away, `error` says what: end the turn."""
        self._loss = error
        self._place_lost.set()

    async def take(self) -> None:
        """Answer the question, from opening its thread to the last word of the reply.

        Raises nothing but a cancellation; then the next start takes the turn up again.
        """
        try:
            self._check_place()
            self.queued_reaction.remove()
            async with asyncio.TaskGroup() as tasks:
                watching = tasks.create_task(self._until_place_is_lost())
                opening = tasks.create_task(self._open())
                writing = tasks.create_task(self._reply.write(opening))
                await self._read_answer(tasks, opening)
                await writing
                watching.cancel()
        except asyncio.CancelledError:
            # What is shown to its end is over, or it would be paid for again.
            is_over = self._reply.shown
            error = self._error if is_over else TurnInterrupted("the bot stops")
            await self._end(error, notify=False)
            raise
        except Exception as failure:  # noqa: BLE001 - a fault of ours ends one turn, told to its reader
            self._error = self._known_error(failure)
        await self._end(self._error)

    async def recover(self, recovery: Recovery) -> None:
        """Go on with what an earlier process left, as was decided. Raises as `take`."""
        match recovery:
            case AskAgain():
                await self.take()
            case GiveUp(text_key):
                await self._give_up(TurnGivenUp(text_key))
            case Abandon():
                await self._end(TurnAbandoned("its last word was refused for too long"))
            case _:
                assert_never(recovery)

    async def _give_up(self, error: TurnGivenUp) -> None:
        """Do not ask again: leave what was shown as it is, and say below it why it ends there.

        If it is cancelled, the next start goes on with that.
        """
        try:
            self._check_place()
            await self._recorder.save_state(TurnState.ENDING, error=type(error).__name__)
            self.queued_reaction.remove()
            destination = await self._open()
            was_ending = self._former is not None and self._former.state is TurnState.ENDING
            if not (was_ending and self._reply.is_told()):
                self._reply.fail(notice(error, self._texts))
                await self._reply.write(destination)
            self._error = error
        except asyncio.CancelledError:
            self._emit_end(Outcome(TurnState.ENDING, StopReason.SHUTDOWN), error)
            raise
        except Exception as failure:  # noqa: BLE001 - as in `take`
            self._error = self._known_error(failure)
        await self._end(self._error)

    def _check_place(self) -> None:
        """Raise what took the place away, if it was lost while the question waited."""
        if self._loss is not None:
            raise self._loss

    async def _until_place_is_lost(self) -> None:
        await self._place_lost.wait()
        self._check_place()

    def _known_error(self, failure: Exception) -> BridgeError:
        """Why the turn ends: the loss of its place, which may be what failed, or this failure."""
        error = known_error(failure, self._question.origin, self._dependencies.observe)
        return self._loss or error

    async def _open(self) -> ChannelDestination:
        """Where the reply goes. Existing messages from before a crash are attached to it."""
        if self._former is None:
            self._destination = await self._dependencies.platform.open(self._question)
        else:
            self._destination, existing = await locate(self._former, self._dependencies)
            await attach_all(
                self._former, existing, self._dependencies, self._reply, self._recorder
            )
        self._dependencies.observe(
            ReplyOpened(self._question.origin, self._destination.channel_id, self._took_s())
        )
        await self._recorder.save_destination(self._destination)
        return self._destination

    async def _destination_of_last_word(self) -> ChannelDestination:
        """Where a last word goes: below the known messages of a former reply, or beside the
        question. Raises `PlatformError`.
        """
        if self._former is not None:
            self._destination, existing = await locate(self._former, self._dependencies)
            attach_known(self._former, existing, self._reply)
            return self._destination
        asked = self._question
        return ChannelDestination(
            asked.asked_in.channel_id, asked.thread_on or asked.asked_in.reply_to
        )

    async def _read_answer(
        self, tasks: asyncio.TaskGroup, opening: Awaitable[ChannelDestination]
    ) -> None:
        """Hand the answer to the reply as it comes, to its end or to a notice of what failed."""
        if self._former is not None:
            await opening  # not to pay for an answer that has no place to go
        try:
            await self._asking.to_the_end(tasks)
        except (AnswerError, StoreError) as error:
            self._error = error
            self._reply.fail(notice(error, self._texts))
        else:
            self._reply.end(
                await self._closing_words(opening), if_blank=self._texts.get("reply-empty")
            )

    async def _closing_words(self, opening: Awaitable[ChannelDestination]) -> str:
        """What the bot itself has to say below a complete answer."""
        if self._options.mention_needed and (await opening).channel_id == self._question.thread_on:
            return quiet("mention-needed", self._texts)
        return ""

    async def _end(self, error: BridgeError | None, *, notify: bool = True) -> None:
        """End the turn, whatever ended it: store that, say the last word, emit the one event.

        It is stored first, so that a process that ends here does not pay for the answer again.
        """
        outcome = outcome_of(error, begun=bool(self._loss or self._reply.message_ids))
        ending = Ending(
            self._turn,
            self._dependencies,
            self._reply,
            self._destination,
            find=self._destination_of_last_word,
            error=error,
        )
        reached = outcome
        try:
            if outcome.state is TurnState.QUEUED:
                await self._requeue()
                await ending.last_word()
            elif ending.has_to_be_told:
                reached = outcome._replace(state=TurnState.ENDING)  # if it is cancelled now
                await self._recorder.save_state(TurnState.ENDING, error=type(error).__name__)
                await self._tell(ending, outcome.state)
                reached = outcome
            else:
                await self._save_end(outcome.state, error)
        finally:
            self._emit_end(reached, error)
        if notify and error is None:
            await ending.notify(self._took_s(), after_s=self._options.notify_after_s)

    async def _tell(self, ending: Ending, state: TurnState) -> None:
        """Say the last word or, where it can't be said soon, have it said later."""

        async def told(saying: Awaitable[bool]) -> bool:
            is_told = await saying
            if is_told:
                await self._save_end(state, ending.error)
            return is_told

        if not await told(ending.last_word()):
            self._retry_queue.put(
                Operation.SHOW_NOTICE, lambda: told(ending.last_word_late()), failures=1
            )

    async def _save_end(self, state: TurnState, error: BridgeError | None) -> None:
        """Store that the turn is over. A failing store is told later, or the next process would
        ask again.
        """
        name = type(error).__name__ if error else ""
        save = partial(self._recorder.save_state, state, error=name)
        if not await save():
            self._retry_queue.put(Operation.SAVE_TURN_END, save, failures=1)

    async def _requeue(self) -> None:
        # What was being stored was cancelled as well; the next start needs it.
        await self._asking.save_uid()
        for page, message_id in enumerate(self._reply.message_ids):
            await self._recorder.save_message(page, message_id)
        await self._recorder.requeue()

    def _emit_end(self, outcome: Outcome, error: BridgeError | None) -> None:
        first_text_at_s = self._asking.first_text_at_s
        self._dependencies.observe(
            TurnEnded(
                origin=self._question.origin,
                conversation=self._question.conversation,
                state=outcome.state,
                took_s=self._took_s(),
                first_text_s=None if first_text_at_s is None else first_text_at_s - self._begun_s,
                pages=len(self._reply.message_ids),
                # That the bot is stopped is no error: the turn is queued for the next start.
                error=None if isinstance(error, TurnInterrupted) else error,
                stop_reason=outcome.stop_reason,
            )
        )

    def _took_s(self) -> float:
        return asyncio.get_running_loop().time() - self._begun_s
