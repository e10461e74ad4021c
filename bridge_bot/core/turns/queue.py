"""The turns that wait or are being answered, those of each conversation one after the other."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection
from functools import partial

from bridge_bot.core.controls.former_row import FormerRow
from bridge_bot.core.errors import (
    AskerOptedOut,
    PlatformError,
    QuestionDeleted,
    StoreError,
    TurnInterrupted,
    TurnTakenOver,
)
from bridge_bot.core.events import Operation, OperationFailed, QuestionAccepted
from bridge_bot.core.fairness.fair_slots import FairSlots, HeldSlot
from bridge_bot.core.keyed_queue import KeyedQueue, Work
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    KeptTurn,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.late_uids import LateUids
from bridge_bot.core.turns.ownership.owned_turns import Accepted, Claim, OwnedTurns
from bridge_bot.core.turns.recovery import reason_not_to_ask_again
from bridge_bot.core.turns.retry_queue import RetryQueue
from bridge_bot.core.turns.turn import TurnRunner


class TurnQueue:
    """Makes turns of accepted questions, has them answered in order, and ends them.

    Each turn that is under way holds one of the `slots`. One that waits for a slot costs nothing
    but its place: no thread is opened, nothing is asked, and nothing is shown of it. While the bot
    is paused none is taken.
    """

    def __init__(
        self, dependencies: Dependencies, options: AnswerOptions, slots: FairSlots
    ) -> None:
        self._dependencies = dependencies
        self.store = dependencies.store.turns
        """Where the turns are kept."""
        self._options = options
        self._slots = slots
        self._retry_queue = RetryQueue(dependencies.observe)
        self._late_uids = LateUids(
            dependencies.store.conversations, self._retry_queue, dependencies.observe
        )
        self._owned_turns = OwnedTurns(dependencies.store.turns, dependencies.observe)
        self.claim_soon = self._owned_turns.claim_soon
        """Has turns taken up now rather than in a few seconds."""
        self._runners: set[TurnRunner] = set()  # of turns that wait or are being answered
        self._queue: KeyedQueue[ConversationKey] = KeyedQueue(
            dependencies.observe, operation=Operation.ANSWER_QUESTION
        )
        dependencies.opt_outs.watch(self._asker_ids, self._withdraw_asker)

    def waiting(self, conversation: ConversationKey) -> int:
        """How many questions wait in a conversation, not counting the one being answered."""
        return self._queue.waiting(conversation) + self._owned_turns.held.count(conversation)

    def waiting_in_all(self) -> int:
        """How many accepted questions wait for the answer to be begun."""
        return sum(not runner.slot.is_held for runner in self._runners)

    async def accept(self, question: Question) -> None:
        """Store a question and answer it after the earlier ones of its conversation; one that was
        stored before is left as it is. Raises `StoreError`.

        While closing it is kept for the next start, with the reaction that it waits.
        """
        accepted = await self._owned_turns.accept(question)
        if accepted is not None:
            await self._queue_accepted(accepted)

    async def accept_again(self, question: Question, former: KeptTurn) -> bool:
        """The same for a further attempt, whose answer goes into the messages of the former one.
        False if a later attempt or question is known. Raises `StoreError`.
        """
        accepted = await self._owned_turns.accept_again(question, former)
        if accepted is None:
            return False
        unfinished = UnfinishedTurn(
            accepted.turn,
            TurnState.QUEUED,
            accepted_at_s=0,  # it is asked, however old the question is
            destination=former.destination,
            message_ids=former.message_ids,
        )
        await self._queue_accepted(accepted, unfinished)
        return True

    async def set_text(self, question: Question, runner: TurnRunner) -> bool:
        """Have another text of a question asked in its turn. False if that is too late. What can't
        be stored is observed: after a crash the former text would be asked.
        """
        if not runner.take_text(question):
            return False
        try:
            await self.store.set_question(runner.turn_id, question.text)
        except StoreError as error:
            failure = OperationFailed(Operation.ACCEPT_QUESTION, error, question.origin)
            self._dependencies.observe(failure)
        return True

    def asked_by(self, message_id: int) -> TurnRunner | None:
        """The turn of the question that a message asks, if it waits or is being answered here."""
        asked = [each for each in self._runners if each.question.id == message_id]
        return max(asked, key=lambda each: each.turn.attempt, default=None)

    async def restart(self, question: Question, former: TurnRunner) -> bool:
        """Give up the answer to a question that was edited, and ask its new text at once, in the
        same messages, before the later questions of its conversation. False if the answer has
        ended meanwhile.
        """

        async def begin_next() -> None:
            place = former.place
            stored = place if isinstance(place, ChannelDestination) else None
            accepted = await self._owned_turns.accept_edited(question, former.turn, stored)
            if accepted is None:
                raise TurnTakenOver("another process has taken the turn up")
            self._dependencies.observe(QuestionAccepted(question.origin, question.conversation))
            former.next = self._runner(accepted.turn)
            former.next.take_place_of(former)
            self._runners.add(former.next)
            self._runners.discard(former)

        if not former.restart(begin_next):
            return False
        await former.is_over.wait()
        return former.next is not None

    async def _queue_accepted(
        self, accepted: Accepted, unfinished: UnfinishedTurn | None = None
    ) -> None:
        question = accepted.turn.question
        self._dependencies.observe(QuestionAccepted(question.origin, question.conversation))
        if self._queue.closing:
            await self._dependencies.platform.set_queued_reaction(question, present=True)
            return
        runner = self._runner(accepted.turn, unfinished)
        if self._queue.busy(question.conversation):
            runner.queued_reaction.add()
        self._hold_or_put(accepted.turn, accepted.waits_for, runner, runner.take)

    async def resume(self, *, now_s: Callable[[], float], catch_up_s: float) -> None:
        """Take up the turns that earlier processes left unfinished, each conversation in order; and
        from then on those of other processes that have ended, until this is closed.

        `now_s` gives seconds since the Unix epoch, `catch_up_s` is how old a question may be.
        """

        def on_claim(claim: Claim) -> None:
            if not self._queue.closing:
                self._take_up(claim, now_s(), catch_up_s)
                self._owned_turns.held.release(claim.over, claim.ending)
            for runner in self._runners:
                if runner.turn_id in claim.gone:
                    runner.withdraw(TurnTakenOver("another process has taken the turn up"))

        on_claim(await self._owned_turns.claim_first())
        self._owned_turns.keep_claiming(on_claim)

    def _take_up(self, claim: Claim, now_s: float, catch_up_s: float) -> None:
        for unfinished in claim.taken_up:
            turn = unfinished.turn
            runner = self._runner(turn, unfinished)
            reason = reason_not_to_ask_again(unfinished, now_s=now_s, catch_up_s=catch_up_s)
            work = runner.take if reason is None else partial(runner.give_up, reason)
            self._hold_or_put(turn, claim.earlier_than(turn.question), runner, work)

    def unasked(self) -> list[Question]:
        """The questions that were accepted, and for which the Chat API was not asked yet."""
        allowances = [runner.allowance for runner in self._runners]
        return [each.question for each in allowances if not each.is_taken]

    def questions(self) -> list[Question]:
        """The questions that wait or are being answered."""
        return [runner.allowance.question for runner in self._runners]

    def running(self, turn_id: int) -> TurnRunner | None:
        """The turn of that id, or which took its place, if it waits or is being answered here."""
        return next((each for each in self._runners if turn_id in each.turn_ids), None)

    def channel_ids(self) -> frozenset[int]:
        """The channels in which replies grow or are going to."""
        return frozenset(runner.channel_id for runner in self._runners)

    def is_answering(self, channel_id: int, *, besides: int) -> bool:
        """Whether another reply than that of the turn `besides` grows in a channel, or is to."""
        others = (each for each in self._runners if besides not in each.turn_ids)
        return any(each.channel_id == channel_id for each in others)

    def withdraw(
        self, channel_id: int, error: PlatformError, message_ids: Collection[int] | None = None
    ) -> None:
        """End the turns whose replies grow in a channel that was taken away; `error` says how.

        With `message_ids` these messages were deleted, and only the turns that they show are ended.
        """
        for runner in self._runners:
            if runner.channel_id != channel_id:
                continue
            if message_ids is None or set(message_ids) & set(runner.message_ids):
                runner.withdraw(error)

    def withdraw_questions(self, message_ids: Collection[int]) -> None:
        """End the turns whose questions were asked, or are shown, by these messages, which were
        deleted.
        """
        for runner in self._runners:
            question = runner.allowance.question
            if question.id in message_ids or question.asked_in.reply_to in message_ids:
                runner.withdraw(QuestionDeleted("the question was deleted"))

    def _asker_ids(self) -> frozenset[int]:
        """The members whose questions wait or are being answered."""
        return frozenset(runner.allowance.question.asker.id for runner in self._runners)

    def _withdraw_asker(self, member_id: int) -> None:
        """End the turns of a member who has opted out."""
        for runner in self._runners:
            if runner.allowance.question.asker.id == member_id:
                runner.withdraw(AskerOptedOut("the asker has opted out"))

    async def close(self, grace_s: float) -> None:
        """Begin no further turn and give the running ones `grace_s` seconds."""
        for runner in self._runners:
            if runner.slot.is_waiting or runner.allowance.is_waiting:  # a grace would not help it
                runner.withdraw(TurnInterrupted("the bot stops"))
        await self._queue.close(grace_s)
        await asyncio.gather(*(runner.queued_reaction.close() for runner in self._runners))
        await self._retry_queue.close()
        await self._owned_turns.close()

    def _runner(self, turn: Turn, unfinished: UnfinishedTurn | None = None) -> TurnRunner:
        is_shared = self._dependencies.is_store_shared
        return TurnRunner(
            turn,
            self._dependencies,
            self._options,
            self._retry_queue,
            unfinished,
            late_uids=self._late_uids,
            slot=HeldSlot(self._slots, turn.question.flow),
            ownership=self._owned_turns.write_lease if is_shared else None,
        )

    def _hold_or_put(
        self, turn: Turn, waits_for: Collection[int], runner: TurnRunner, work: Work
    ) -> None:
        """Have a turn's work done after what is queued of its conversation, once the turns that it
        waits for are over. What has to wait for those shows the reaction.
        """
        self._runners.add(runner)
        put = partial(self._put, turn, runner, work)
        if self._owned_turns.held.hold(turn, waits_for, put):
            runner.queued_reaction.add()
        else:
            put()

    def _put(self, turn: Turn, runner: TurnRunner, work: Work) -> None:
        async def work_and_forget() -> None:
            last = await self._work_to_end(runner, work)
            if not (self._options.show_controls and last.message_ids):
                return
            former_row = FormerRow(turn.question, self._dependencies, self._options)
            if self._queue.closing:  # then the retry queue ends, too
                with contextlib.suppress(StoreError):
                    await former_row.reduce()
            else:
                self._retry_queue.put(Operation.REMOVE_BUTTONS, former_row.reduce)

        self._queue.put(turn.question.conversation, work_and_forget)

    async def _work_to_end(self, runner: TurnRunner, work: Work) -> TurnRunner:
        """Do the work of a turn, and then of each that has taken its place; returns the last."""
        while True:
            try:
                await work()
            finally:
                if runner.next is None:
                    runner.slot.give_back()
                    self._runners.discard(runner)
                runner.is_over.set()
            if runner.next is None:
                return runner
            runner = runner.next
            work = runner.take
