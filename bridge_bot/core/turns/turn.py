"""Answering a question: the whole story of a turn, from taking it up to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from functools import partial

from bridge_bot.core.errors import (
    AnswerError,
    BridgeError,
    RequestRefused,
    StoreError,
    TurnAbandoned,
    TurnGivenUp,
    TurnInterrupted,
    TurnTakenOver,
)
from bridge_bot.core.events import Operation, ReplyOpened, TurnEnded
from bridge_bot.core.fairness.fair_slots import HeldSlot
from bridge_bot.core.model import Destination, StopReason, Turn, TurnState, UnfinishedTurn
from bridge_bot.core.replies.completion import notify_asker
from bridge_bot.core.replies.control_row import ControlRow
from bridge_bot.core.replies.messages import Ownership
from bridge_bot.core.replies.notices import notice, subtext
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.asking import Asking
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.destination import ReplyDestination
from bridge_bot.core.turns.ending_notice import NOTICE_WITHIN_S, STOP_WITHIN_S, EndingNotice
from bridge_bot.core.turns.late_uids import LateUids
from bridge_bot.core.turns.outcome import Outcome, Withdrawal, failure_of, known_error, outcome_of
from bridge_bot.core.turns.queued_reaction import QueuedReaction
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.core.turns.retry_queue import RetryQueue


class TurnRunner:
    """Does the work of one turn. `take` tells the story; the other methods are its steps.

    `unfinished` is what an earlier process left of it: then the answer goes into the same messages.
    The `slot` is taken here, and given back by the caller, who may withdraw a turn that waits for
    it. Nothing is written while the `ownership` is in doubt.
    """

    def __init__(
        self,
        turn: Turn,
        dependencies: Dependencies,
        options: AnswerOptions,
        retry_queue: RetryQueue,
        unfinished: UnfinishedTurn | None = None,
        *,
        late_uids: LateUids,
        slot: HeldSlot,
        ownership: Ownership | None = None,
    ) -> None:
        self.turn_id = turn.id
        self.slot = slot
        self._turn = turn
        self._question = question = turn.question
        self._unfinished = unfinished
        self._dependencies = dependencies
        self._texts = dependencies.texts_of(turn.question.locale)
        self._options = options
        self._retry_queue = retry_queue
        self._recorder = TurnRecorder(turn, dependencies.store, dependencies.observe)
        has_controls = options.show_controls and question.response is None
        self._reply = Reply(
            dependencies.platform,
            turn.id,
            self._recorder.save_message,
            max_pages=options.most_pages(question),
            file_text=self._texts.get("answer-attached"),
            row=ControlRow(turn.id, self._texts) if has_controls else None,
            is_again=turn.attempt > 1,
            ownership=ownership,
        )
        self._destination = ReplyDestination(
            turn, unfinished, dependencies, self._recorder, self._reply
        )
        self.allowance = dependencies.allowance_of(turn.question)
        """What it needs before it asks the Chat API."""
        self._asking = Asking(
            *(question, self._texts, dependencies, options),
            *(self._recorder, self._reply, late_uids, self.allowance),
        )
        self.queued_reaction = QueuedReaction(
            dependencies.platform, question, retry_queue, may_be_present=unfinished is not None
        )
        """Shows that the question waits. An earlier process may have added it."""
        self._queued_at_s = asyncio.get_running_loop().time()
        self._error: BridgeError | None = None  # why the answer ends, once that is known
        self._withdrawal: Withdrawal | None = None
        self._withdrawn = asyncio.Event()

    @property
    def channel_id(self) -> int:
        """Where the reply goes or, until that is known, where the question was asked."""
        return self._destination.channel_id

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far."""
        return self._reply.message_ids

    def withdraw(self, error: Withdrawal) -> None:
        """End the turn, unless another process goes on with it: what it needs was taken away, as
        `error` says.
        """
        if isinstance(self._withdrawal, TurnTakenOver):
            return
        self._withdrawal = error
        if isinstance(error, TurnTakenOver):
            self._reply.disown()
        self._withdrawn.set()

    async def take(self) -> None:
        """Answer the question, from opening its thread to the end of the reply.

        Raises nothing but a cancellation; then the next start takes the turn up again.
        """
        try:
            self._raise_if_withdrawn()
            async with asyncio.TaskGroup() as tasks:
                watching = tasks.create_task(self._raise_once_withdrawn())
                await self._take_slot()
                self._destination.raise_if_expired()
                self.queued_reaction.remove()
                opening = tasks.create_task(self._open_destination())
                writing = tasks.create_task(self._reply.write(opening))
                await self._read_answer(tasks, opening)
                await writing
                watching.cancel()
        except asyncio.CancelledError:
            # A reply that is shown to its end is complete; asked again, it would be paid for twice.
            await self._end(self._error if self._reply.shown else TurnInterrupted("the bot stops"))
            raise
        except Exception as failure:  # noqa: BLE001 - a fault of ours ends one turn, and is shown
            self._error = self._known_error(failure)
        await self._end(self._error)
        await self._notify_asker()

    async def give_up(self, reason: TurnGivenUp | TurnAbandoned) -> None:
        """Do not ask the question again: leave what an earlier process has shown as it is, with a
        notice below it that says why it ends there.

        Raises nothing but a cancellation; then the next start goes on with that.
        """
        if isinstance(reason, TurnAbandoned):
            await self._end(reason)
            return
        try:
            self._raise_if_withdrawn()
            await self.allowance.check_asker()
            await self._recorder.save_state(TurnState.ENDING, reason)
            await self.slot.take()
            self.queued_reaction.remove()
            destination = await self._open_destination()
            was_ending = self._unfinished and self._unfinished.state is TurnState.ENDING
            if not (was_ending and self._reply.ends_with_notice()):
                self._reply.fail(notice(reason, self._texts))
                await self._reply.write(destination)
            self._error = reason
        except asyncio.CancelledError:
            self._emit_end(Outcome(TurnState.ENDING, StopReason.SHUTDOWN), reason)
            raise
        except Exception as failure:  # noqa: BLE001 - as in `take`
            self._error = self._known_error(failure)
        await self._end(self._error)

    async def _take_slot(self) -> None:
        """Take the slot while the bot is not paused. TurnGivenUp: the pause was too long."""
        while not self.slot.is_held:
            was_paused = await self.allowance.until_resumed(self.queued_reaction.add)
            if was_paused and self._took_s() > self._options.catch_up_s:
                raise TurnGivenUp("given-up-late")
            await self.slot.take()
            if self.allowance.is_paused:  # since it waited for the slot
                self.slot.give_back()

    def _raise_if_withdrawn(self) -> None:
        if self._withdrawal is not None:
            raise self._withdrawal

    async def _raise_once_withdrawn(self) -> None:
        await self._withdrawn.wait()
        self._raise_if_withdrawn()

    def _known_error(self, failure: Exception) -> BridgeError:
        """Why the turn ends: what withdrew it, which may be what failed, or this failure."""
        error = known_error(failure, self._question.origin, self._dependencies.observe)
        return self._withdrawal or error

    async def _open_destination(self) -> Destination:
        """Find out where the reply goes, and store it."""
        place = await self._destination.open()
        self._dependencies.observe(
            ReplyOpened(self._question.origin, self.channel_id, self._took_s())
        )
        await self._recorder.save_destination(place)
        return place

    async def _read_answer(self, tasks: asyncio.TaskGroup, opening: Awaitable[Destination]) -> None:
        """Add the answer to the reply as it comes, to its end or to a notice of what failed."""
        if self._unfinished is not None:
            await opening  # not to pay for an answer that can't be shown
        try:
            await self._asking.run(tasks)
        except (AnswerError, RequestRefused, StoreError) as error:
            self._error = error
            self._reply.fail(notice(error, self._texts))
            return
        hint = ""
        if self._options.mention_needed and await self._destination.is_own_thread(opening):
            hint = subtext("mention-needed", self._texts)
        self._reply.end(hint, if_blank=self._texts.get("reply-empty"))

    async def _end(self, error: BridgeError | None) -> None:
        """End the turn, whatever ended it: store that, show a notice if it is due, emit one event.

        It is stored first, so that a process that ends here does not pay for the answer again.
        """
        error = self._destination.final_error(error)
        outcome = outcome_of(error, had_place=bool(self._withdrawal or self._reply.message_ids))
        ending_notice = EndingNotice(
            self._question, self._texts, self._dependencies, self._reply, self._destination, error
        )
        reached = outcome
        if outcome.state is not TurnState.QUEUED:
            self.queued_reaction.remove()
        try:
            if outcome.stop_reason is StopReason.TAKEN_OVER:
                pass  # its row and its reply are another process's
            elif outcome.state is TurnState.QUEUED:
                await self._requeue()
                await ending_notice.show(STOP_WITHIN_S)
            elif ending_notice.is_due:
                reached = outcome._replace(state=TurnState.ENDING)  # if it is cancelled now
                await self._recorder.save_state(TurnState.ENDING, error)
                show_and_save = partial(self._show_and_save_end, ending_notice, outcome.state)
                if not await show_and_save(within_s=NOTICE_WITHIN_S):
                    self._retry_queue.put(Operation.SHOW_NOTICE, show_and_save, failures=1)
                reached = outcome
            else:
                await self._save_end(outcome.state, error)
        finally:
            self._emit_end(reached, error)

    async def _show_and_save_end(
        self, ending_notice: EndingNotice, state: TurnState, within_s: float | None = None
    ) -> bool:
        """Show the notice and store the end. Returns False if that has to be tried again."""
        is_over = await ending_notice.show(within_s)
        if is_over:
            await self._save_end(state, ending_notice.error)
        return is_over

    async def _save_end(self, state: TurnState, error: BridgeError | None) -> None:
        """Store that the turn is over, if need be later, or the next process would ask again."""
        await self._asking.close(state)
        save = partial(self._recorder.save_state, state, error)
        if not await save():
            self._retry_queue.put(Operation.SAVE_TURN_END, save, failures=1)

    async def _requeue(self) -> None:
        """Keep the turn for the next start."""
        # What was being stored was cancelled as well; the next start needs it.
        await self._asking.save_uid()
        for page, message_id in enumerate(self._reply.message_ids):
            await self._recorder.save_message(page, message_id)
        await self._recorder.requeue()

    async def _notify_asker(self) -> None:
        """Notify the asker of a complete answer that took long."""
        pages = self._reply.message_ids
        answer = self._destination.reply_to(pages[0]) if pages else None
        if self._error or answer is None or not 0 < self._options.notify_after_s < self._took_s():
            return
        text, parts = self._texts.get("answer-complete"), self._dependencies
        await notify_asker(parts.platform, self._turn, answer, text, parts.observe)

    def _emit_end(self, outcome: Outcome, error: BridgeError | None) -> None:
        first_at_s = self._asking.first_text_at_s
        self._dependencies.observe(
            TurnEnded(
                origin=self._question.origin,
                state=outcome.state,
                took_s=self._took_s(),
                first_text_s=None if first_at_s is None else first_at_s - self._queued_at_s,
                pages=len(self._reply.message_ids),
                error=failure_of(error),
                stop_reason=outcome.stop_reason,
                edits=self._reply.edits,
                reader_delay_s=self._reply.reader_delay_s,
            )
        )

    def _took_s(self) -> float:
        return asyncio.get_running_loop().time() - self._queued_at_s
