"""The end of a turn, whatever ended it: it is stored, shown where that is due, and told once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from bridge_bot.core.errors import BridgeError, QuestionEdited, StoreError, TurnTakenOver
from bridge_bot.core.events import Operation, OperationFailed, TurnEnded
from bridge_bot.core.model import Question, StopReason, TurnState
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.asking import Asking
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.destination import ReplyDestination
from bridge_bot.core.turns.ending.ending_notice import (
    NOTICE_WITHIN_S,
    STOP_WITHIN_S,
    EndingNotice,
)
from bridge_bot.core.turns.ending.outcome import Outcome, failure_of, outcome_of
from bridge_bot.core.turns.queued_reaction import QueuedReaction
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.core.turns.retry_queue import RetryQueue
from bridge_bot.texts import Texts

BeginNext = Callable[[], Awaitable[None]]
"""Stores the end of a turn together with the next attempt at its question, which goes on from
there. Raises `StoreError` and `TurnTakenOver`; then there is no next attempt."""

_STORED_ALREADY = frozenset({StopReason.TAKEN_OVER, StopReason.EDITED})


def _now_s() -> float:
    return asyncio.get_running_loop().time()


@dataclass(eq=False, repr=False, slots=True)
class TurnEnd:
    """The end of one turn, which was queued at `queued_at_s` of the event loop's clock. Once it
    `is_final`, its state is or is being stored, and nothing more of the reply is written.
    """

    question: Question
    texts: Texts
    dependencies: Dependencies
    retry_queue: RetryQueue
    recorder: TurnRecorder
    reply: Reply
    destination: ReplyDestination
    asking: Asking
    queued_reaction: QueuedReaction
    queued_at_s: float = field(default_factory=_now_s)
    is_final: bool = False

    async def end(
        self,
        error: BridgeError | None,
        *,
        is_withdrawn: bool,
        begin_next: BeginNext | None = None,
    ) -> None:
        """End the turn: store that, show a notice if it is due, emit one event.

        It is stored first, so that a process that ends here does not pay for the answer again. An
        edited question is handed over to the next attempt: nothing is shown of that.
        """
        if isinstance(error, QuestionEdited) and begin_next is not None:
            error = await self._hand_over(error, begin_next)
        error = self.destination.final_error(error)
        outcome = outcome_of(error, had_place=is_withdrawn or bool(self.reply.message_ids))
        ending_notice = EndingNotice(
            self.question, self.texts, self.dependencies, self.reply, self.destination, error
        )
        reached = outcome
        if outcome.state is not TurnState.QUEUED:
            self.queued_reaction.remove()
        try:
            if outcome.stop_reason in _STORED_ALREADY:
                pass  # its reply is another process's, or the next attempt's
            elif outcome.state is TurnState.QUEUED:
                await self._requeue()
                await ending_notice.show(STOP_WITHIN_S)
            elif ending_notice.is_due:
                reached = outcome._replace(state=TurnState.ENDING)  # if it is cancelled now
                await self.recorder.save_state(TurnState.ENDING, error)
                await self.asking.save_uid()  # what was being stored was cancelled
                show_and_save = partial(self._show_and_save_end, ending_notice, outcome.state)
                if not await show_and_save(within_s=NOTICE_WITHIN_S):
                    self.retry_queue.put(Operation.SHOW_NOTICE, show_and_save, failures=1)
                reached = outcome
            else:
                await self._save_end(outcome.state, error)
        finally:
            self.emit(reached, error)

    def emit(self, outcome: Outcome, error: BridgeError | None) -> None:
        """Tell that the turn has ended."""
        question, first_at_s = self.question, self.asking.first_text_at_s
        self.dependencies.observe(
            TurnEnded(
                origin=question.origin,
                state=outcome.state,
                took_s=self.took_s(),
                first_text_s=None if first_at_s is None else first_at_s - self.queued_at_s,
                pages=len(self.reply.message_ids),
                error=failure_of(error),
                stop_reason=outcome.stop_reason,
                edits=self.reply.edits,
                reader_delay_s=self.reply.reader_delay_s,
                place_id=question.place_id if question.response is None else None,
                chat_bot=self.asking.chat_bot,
                is_paid=self.asking.allowance.is_taken,
            )
        )

    def took_s(self) -> float:
        """How long the turn has taken so far, in seconds."""
        return _now_s() - self.queued_at_s

    async def _hand_over(self, edited: QuestionEdited, begin_next: BeginNext) -> BridgeError:
        """Let the next attempt go on with what there is of this one. Returns what ends the turn."""
        await self._save_progress()
        await self.asking.close()
        try:
            await begin_next()
        except TurnTakenOver as error:
            return error
        except StoreError as error:
            origin = self.question.origin
            self.dependencies.observe(OperationFailed(Operation.ACCEPT_QUESTION, error, origin))
            return error
        return edited

    async def _show_and_save_end(
        self, ending_notice: EndingNotice, state: TurnState, within_s: float | None = None
    ) -> bool:
        """Show the notice and store the end. Returns False if that has to be tried again."""
        is_over = await ending_notice.show(within_s)
        if is_over:
            await self._save_end(state, ending_notice.error)
        return is_over

    async def _save_end(self, state: TurnState, error: BridgeError | None) -> None:
        """Store that the turn is over, if need be later, or the next process would ask again. What
        the answer offers is stored before: the first look at the sources may come at once.
        """
        self.is_final = True
        save = partial(self.recorder.save_state, state, error)
        save_later = partial(self.retry_queue.put, Operation.SAVE_TURN_END, save, failures=1)
        try:
            await self.asking.close()
            is_saved = await save()
        except asyncio.CancelledError:
            save_later()  # the queue tries it once more when it is closed, which comes after this
            raise
        if not is_saved:
            save_later()

    async def _requeue(self) -> None:
        """Keep the turn for the next start."""
        await self._save_progress()
        await self.recorder.requeue()

    async def _save_progress(self) -> None:
        """Store what the next attempt or process needs. Storing it may have been cancelled."""
        await self.asking.save_uid()
        for page, message_id in enumerate(self.reply.message_ids):
            await self.recorder.save_message(page, message_id)
