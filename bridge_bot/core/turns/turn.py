"""Answering a question: the whole story of a turn, from taking it up to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

from bridge_bot.core.errors import (
    AnswerError,
    BridgeError,
    QuestionEdited,
    RequestRefused,
    StoreError,
    TurnAbandoned,
    TurnGivenUp,
    TurnInterrupted,
    TurnTakenOver,
)
from bridge_bot.core.events import ReplyOpened
from bridge_bot.core.fairness.fair_slots import HeldSlot
from bridge_bot.core.model import (
    Destination,
    Question,
    StopReason,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.replies.completion import notify_asker
from bridge_bot.core.replies.messages import Ownership
from bridge_bot.core.replies.notices import notice, subtext
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.asking import Asking
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.destination import ReplyDestination
from bridge_bot.core.turns.ending.outcome import Outcome, Withdrawal, known_error
from bridge_bot.core.turns.ending.turn_end import BeginNext, TurnEnd
from bridge_bot.core.turns.late_uids import LateUids
from bridge_bot.core.turns.queued_reaction import QueuedReaction
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.core.turns.retry_queue import RetryQueue


class TurnRunner:
    """Does the work of one turn. `take` tells the story; the other methods are its steps.

    `unfinished` is what an earlier process left of it: then the answer goes into the same messages.
    The `slot` is taken here, and given back by the caller, who may withdraw a turn that waits for
    it. Nothing is written while the `ownership` is in doubt.
    """

    next: TurnRunner | None = None
    """The attempt that takes its place, once it has ended for that."""
    restarts = 0
    """How often the question was edited while it was being answered."""
    is_told = False
    """Whether its asker was told that an edit is not answered."""
    _begin_next: BeginNext | None = None
    _is_ending = False
    _error: BridgeError | None = None  # why the answer ends, once that is known
    _withdrawal: Withdrawal | None = None

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
        self.turn, self.turn_id, self.slot = turn, turn.id, slot
        self.turn_ids = {turn.id}
        """Also those of the attempts that it took the place of: buttons may still name them."""
        self._question = question = turn.question
        self._unfinished = unfinished
        self._dependencies, self._options = dependencies, options
        self._texts = dependencies.texts_of(question.locale)
        self._recorder = recorder = TurnRecorder(turn, dependencies.store, dependencies.observe)
        self._reply = Reply(
            dependencies.platform,
            turn.id,
            recorder.save_message,
            max_pages=options.most_pages(question),
            file_text=self._texts.get("answer-attached"),
            row=options.control_row(turn, self._texts),
            is_again=turn.attempt > 1,
            ownership=ownership,
        )
        self._destination = ReplyDestination(turn, unfinished, dependencies, recorder, self._reply)
        self.allowance = dependencies.allowance_of(question)
        """What it needs before it asks the Chat API."""
        self._asking = Asking(
            *(question, self._texts, dependencies, options),
            *(recorder, self._reply, late_uids, self.allowance),
        )
        self.queued_reaction = QueuedReaction(
            dependencies.platform, question, retry_queue, may_be_present=unfinished is not None
        )
        """Shows that the question waits. An earlier process may have added it."""
        self._end_of_turn = TurnEnd(
            *(question, self._texts, dependencies, retry_queue, recorder, self._reply),
            *(self._destination, self._asking, self.queued_reaction),
        )
        self._withdrawn = asyncio.Event()
        self.is_over = asyncio.Event()
        """Set by the caller once all its work is done."""

    @property
    def channel_id(self) -> int:
        """Where the reply goes or, until that is known, where the question was asked."""
        return self._destination.channel_id

    @property
    def message_ids(self) -> tuple[int, ...]:
        """The messages that show the reply so far."""
        return self._reply.message_ids

    @property
    def place(self) -> Destination | None:
        """Where the reply goes, once that is known."""
        return self._destination.place

    @property
    def question(self) -> Question:
        """The question, with the text that is or will be asked."""
        return self._asking.question

    def take_text(self, question: Question) -> bool:
        """Ask this text of the question. False: too late, or the turn is to end anyway."""
        if self._asking.has_begun or self._withdrawal is not None or self._is_ending:
            return False
        was = self._question
        question = replace(question, language=was.language, locale=was.locale)
        self._asking.question = question
        self._destination.turn = replace(self.turn, question=question)
        return True

    def restart(self, begin_next: BeginNext) -> bool:
        """Give the answer up for a further attempt, which `begin_next` begins as soon as nothing
        more is written of this one. False: the turn ends anyway.
        """
        if self._withdrawal is not None or self._is_ending:
            return False
        self._begin_next = begin_next
        self.withdraw(QuestionEdited("the question was edited"))
        return True

    def take_place_of(self, former: TurnRunner) -> None:
        """Go on in the messages of the attempt before, which has just ended, and with its slot."""
        self._reply.take_over(former._reply)
        self._destination.place = former.place
        self.slot = former.slot
        self.turn_ids |= former.turn_ids
        self.restarts, self.is_told = former.restarts + 1, former.is_told
        withdrawal = former._withdrawal  # it may have come after the edit
        if withdrawal is not None and not isinstance(withdrawal, QuestionEdited | TurnTakenOver):
            self.withdraw(withdrawal)

    def withdraw(self, error: Withdrawal) -> None:
        """End the turn, unless it has ended or another process goes on with it: what it needs was
        taken away, as `error` says.
        """
        if isinstance(self._withdrawal, TurnTakenOver) or self._end_of_turn.is_final:
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

        Raises nothing but a cancellation; then, and where a stop was told before, the next start
        goes on with that.
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
            self._end_of_turn.emit(Outcome(TurnState.ENDING, StopReason.SHUTDOWN), reason)
            raise
        except Exception as failure:  # noqa: BLE001 - as in `take`
            self._error = self._known_error(failure)
            if isinstance(self._error, TurnInterrupted):
                self._end_of_turn.emit(Outcome(TurnState.ENDING, StopReason.SHUTDOWN), reason)
                return
        await self._end(self._error)

    async def _take_slot(self) -> None:
        """Take the slot while the bot is not paused. TurnGivenUp: the pause was too long."""
        while not self.slot.is_held:
            was_paused = await self.allowance.until_resumed(self.queued_reaction.add)
            if was_paused and self._end_of_turn.took_s() > self._options.catch_up_s:
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
            ReplyOpened(self._question.origin, self.channel_id, self._end_of_turn.took_s())
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
        await self._destination.update_controls()
        hint = ""
        if self._options.mention_needed and await self._destination.is_own_thread(opening):
            hint = subtext("mention-needed", self._texts)
        self._reply.end(hint, if_blank=self._texts.get("reply-empty"))

    async def _end(self, error: BridgeError | None) -> None:
        """End the turn, whatever ended it."""
        self._is_ending = True
        await self._end_of_turn.end(
            error, is_withdrawn=self._withdrawal is not None, begin_next=self._begin_next
        )

    async def _notify_asker(self) -> None:
        """Notify the asker of a complete answer that took long."""
        pages = self._reply.message_ids
        answer = self._destination.reply_to(pages[0]) if pages else None
        took_long = 0 < self._options.notify_after_s < self._end_of_turn.took_s()
        if self._error or answer is None or not took_long:
            return
        text, parts = self._texts.get("answer-complete"), self._dependencies
        await notify_asker(
            *(parts.platform, self.turn, answer, text, parts.observe),
            may_write=self._reply.may_write,
        )
