"""The turns that wait or are being answered, those of each conversation one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.events import Operation
from bridge_bot.core.keyed_queue import KeyedQueue, Work
from bridge_bot.core.model import ConversationKey, Question, Turn, UnfinishedTurn
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.owned_turns import OwnedTurns
from bridge_bot.core.turns.recovery import recovery_of
from bridge_bot.core.turns.retry_queue import RetryQueue
from bridge_bot.core.turns.turn import TurnRunner


class TurnQueue:
    """Makes turns of accepted questions, has them answered in order, and ends them."""

    def __init__(self, dependencies: Dependencies, options: AnswerOptions) -> None:
        self._dependencies = dependencies
        self._options = options
        self._retry_queue = RetryQueue(dependencies.observe)
        self._owned_turns = OwnedTurns(dependencies.store.turns, dependencies.observe)
        self._runners: set[TurnRunner] = set()  # of turns that wait or are being answered
        self._queue: KeyedQueue[ConversationKey] = KeyedQueue(
            dependencies.observe, operation=Operation.ANSWER_QUESTION
        )

    def waiting(self, conversation: ConversationKey) -> int:
        """How many questions wait in a conversation, not counting the one being answered."""
        return self._queue.waiting(conversation)

    @property
    def closing(self) -> bool:
        """Whether no further turn will be begun."""
        return self._queue.closing

    async def accept(self, question: Question) -> Turn | None:
        """Write a question down as a turn; None if it is known. Raises `StoreError`."""
        return await self._owned_turns.accept(question)

    def put(self, turn: Turn) -> None:
        """Answer a turn's question once the earlier ones of its conversation are answered."""
        runner = self._runner(turn)
        if self._queue.busy(turn.question.conversation):
            runner.queued_reaction.add()
        self._put(turn, runner, runner.take)

    async def resume(self, *, now_s: float, catch_up_s: float) -> None:
        """Take up what the last process left unfinished, each conversation in order.

        `now_s` is in seconds since the Unix epoch, `catch_up_s` how old a question may be.
        """
        for left in await self._owned_turns.take_up():
            runner = self._runner(left.turn, left)
            recovery = recovery_of(left, now_s=now_s, catch_up_s=catch_up_s)
            self._put(left.turn, runner, partial(runner.recover, recovery))

    def channel_ids(self) -> frozenset[int]:
        """The channels in which a reply grows or is going to."""
        return frozenset(runner.channel_id for runner in self._runners)

    def withdraw(
        self, channel_id: int, error: PlatformError, message_ids: Collection[int] | None = None
    ) -> None:
        """Give up the replies that grow in a channel, since `error` has happened to it.

        With `message_ids` it has happened to these messages, and only their replies are given up.
        """
        for runner in self._runners:
            if runner.channel_id != channel_id:
                continue
            if message_ids is None or set(message_ids) & set(runner.message_ids):
                runner.lose_place(error)

    async def close(self, grace_s: float) -> None:
        """Begin no further turn and give the running ones `grace_s` seconds."""
        await self._queue.close(grace_s)
        await asyncio.gather(*(runner.queued_reaction.leave() for runner in self._runners))
        await self._retry_queue.close()
        await self._owned_turns.close()

    def _runner(self, turn: Turn, former: UnfinishedTurn | None = None) -> TurnRunner:
        return TurnRunner(turn, self._dependencies, self._options, self._retry_queue, former)

    def _put(self, turn: Turn, runner: TurnRunner, work: Work) -> None:
        async def work_and_forget() -> None:
            try:
                await work()
            finally:
                self._runners.discard(runner)

        self._runners.add(runner)
        self._queue.put(turn.question.conversation, work_and_forget)
