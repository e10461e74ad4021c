"""The bridge: what comes from the platform goes in here, and every accepted question is answered.

Who may ask is decided first, then the question is written down, then it waits in its lane.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from functools import partial

from bridge_bot.core.errors import BridgeError, PlatformError, StoreError
from bridge_bot.core.events import Operation, OperationFailed, QuestionAccepted, QuestionRefused
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import (
    ConversationKey,
    Destination,
    Origin,
    Question,
)
from bridge_bot.core.policy.admission import Admission, Refusal
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.messages import insist
from bridge_bot.core.replies.notices import notice
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.owned_turns import OwnedTurns
from bridge_bot.core.turns.recovery import recovery_of
from bridge_bot.core.turns.retry_queue import RetryQueue
from bridge_bot.core.turns.turn import TurnRunner
from bridge_bot.texts import text

SAYING_ATTEMPTS = 6
"""Attempts at a sentence of the bot's own; the messages of its channel wait for it meanwhile."""


class Bridge:
    """Takes questions in, keeps their order and answers them. `queue_limit` is per conversation."""

    def __init__(
        self,
        dependencies: Dependencies,
        admission: Admission,
        options: AnswerOptions,
        *,
        queue_limit: int = 10,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._dependencies = dependencies
        self._options = options
        self._admission = admission
        self._late_admission = admission.for_late()
        self._queue_limit = queue_limit
        self._now = now
        self._retry_queue = RetryQueue(dependencies.observe)
        self._owned_turns = OwnedTurns(dependencies.store.turns, dependencies.observe)
        self._runners: set[TurnRunner] = set()  # of turns that wait or are being answered
        self._lanes: KeyedQueue[ConversationKey, Callable[[], Awaitable[None]]] = KeyedQueue(
            lambda work: work(), dependencies.observe, operation=Operation.ANSWER_QUESTION
        )

    def refuses(
        self,
        origin: Origin,
        conversation: ConversationKey,
        guild_ids: frozenset[int],
    ) -> Refusal | None:
        """Why a question from there is not taken, or None if it is; it counts as asked then.

        `guild_ids` are the servers that the asker speaks for, see `Admission.refuses`.
        """
        now_s, asker_id = self._now(), origin.member_id
        refusal = self._admission.refuses_place(
            asker_id, guild_ids, direct=origin.guild_id is None, now_s=now_s
        )
        if refusal is None and self._lanes.waiting(conversation) >= self._queue_limit:
            refusal = self._admission.tell(
                asker_id, now_s, "refused-queue-full", limit=self._queue_limit
            )
        if refusal is None:
            refusal = self._admission.refuses_pace(asker_id, now_s)
        if refusal is not None:
            self._dependencies.observe(QuestionRefused(origin, refusal.text_key))
        return refusal

    async def take(self, question: Question) -> None:
        """Write an admitted question down and answer it in its turn; one seen before is ignored.

        While closing it is kept for the next start, and marked as waiting. Where it can't be
        written down, the asker is told so: it would be forgotten.
        """
        try:
            turn = await self._owned_turns.accept(question)
        except BridgeError as error:
            self._dependencies.observe(
                OperationFailed(Operation.ACCEPT_QUESTION, error, question.origin)
            )
            await self.say(question, notice(error))
            return
        if turn is None:
            return
        self._dependencies.observe(QuestionAccepted(question.origin, question.conversation))
        if self._lanes.closing:
            await self._dependencies.platform.set_queued_reaction(question, present=True)
            return
        runner = TurnRunner(turn, self._dependencies, self._options, self._retry_queue)
        if self._lanes.busy(question.conversation):
            runner.queued_reaction.add()
        self._put(question, runner, runner.take)

    def writing_in(self) -> frozenset[int]:
        """The channels in which a reply grows or is going to."""
        return frozenset(runner.channel_id for runner in self._runners)

    def withdraw(
        self, channel_id: int, error: PlatformError, message_ids: Collection[int] | None = None
    ) -> None:
        """A channel was taken away, `error` says how: replies that grow there are given up.

        With `message_ids`, only these messages were; then it is their replies.
        """
        for runner in self._runners:
            if runner.channel_id != channel_id:
                continue
            if message_ids is None or set(message_ids) & set(runner.message_ids):
                runner.lose_place(error)

    def refuses_place(
        self, asker_id: int, guild_ids: frozenset[int], *, direct: bool
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None."""
        return self._admission.refuses_place(asker_id, guild_ids, direct=direct, now_s=self._now())

    def refuses_late(
        self, asker_id: int, guild_ids: frozenset[int], *, direct: bool, asked_s: float
    ) -> Refusal | None:
        """Why a question that is found late is not taken: as when it was asked, at `asked_s`."""
        return self._late_admission.refuses(asker_id, guild_ids, direct=direct, now_s=asked_s)

    async def conversation_of(self, message_id: int) -> ConversationKey | None:
        """The conversation that a message belongs to. Raises `StoreError`."""
        return await self._dependencies.store.conversations.key_of_message(message_id)

    async def knows_turn(self, question_id: int) -> bool:
        """Whether that question was accepted before; a doubt counts as no, `take` will tell."""
        try:
            return await self.conversation_of(question_id) is not None
        except StoreError as error:
            self._dependencies.observe(OperationFailed(Operation.LOOK_UP_QUESTION, error))
            return False

    async def resume(self, *, now_s: float, catch_up_s: float) -> None:
        """Take up what the last process left unfinished, each conversation in order.

        `now_s` is in seconds since the Unix epoch, `catch_up_s` how old a question may be.
        """
        for left in await self._owned_turns.take_up():
            runner = TurnRunner(
                left.turn, self._dependencies, self._options, self._retry_queue, left
            )
            recovery = recovery_of(left, now_s=now_s, catch_up_s=catch_up_s)
            self._put(left.turn.question, runner, partial(runner.recover, recovery))

    async def choose_language(self, conversation: ConversationKey, code: str) -> str:
        """Set a conversation's language and return what to tell the member.

        An unknown code changes nothing.
        """
        if code not in LANGUAGES:
            return text("language-unknown", code=code[:20])
        try:
            await self._dependencies.store.conversations.set_language(conversation, code)
        except BridgeError as error:
            self._dependencies.observe(OperationFailed(Operation.CHOOSE_LANGUAGE, error))
            return notice(error)
        if code == "auto":
            return text("language-chosen-auto")
        return text("language-chosen", language=LANGUAGES[code].label)

    async def say(self, question: Question, words: str) -> None:
        """Say a sentence of the bot's own about a question; said once, however often it is asked.

        Always as a reply to it, so that it is never taken for a page of an answer.
        """
        place = Destination(question.place.channel_id, question.place.reply_to or question.id)

        async def write() -> None:
            await self._dependencies.platform.permit(place, Priority.FIRST_TEXT)
            await self._dependencies.platform.post(place, words, nonce=f"{question.id}.say")

        try:
            await insist(write, attempts=SAYING_ATTEMPTS)
        except PlatformError as error:
            self._dependencies.observe(OperationFailed(Operation.SAY_HINT, error, question.origin))

    def _put(
        self, question: Question, runner: TurnRunner, work: Callable[[], Awaitable[None]]
    ) -> None:
        async def do() -> None:
            try:
                await work()
            finally:
                self._runners.discard(runner)

        self._runners.add(runner)
        self._lanes.put(question.conversation, do)

    async def close(self, grace_s: float) -> None:
        """Begin no further turn and give the running ones `grace_s` seconds."""
        await self._lanes.close(grace_s)
        await asyncio.gather(*(runner.queued_reaction.leave() for runner in self._runners))
        await self._retry_queue.close()
        await self._owned_turns.close()
