"""The one entrance of a question, whether a message, a command or a missed message asks it.

The policy decides first whether its member may ask it, then the question is written down, then it
waits in its conversation's queue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bridge_bot.core.errors import BridgeError, PlatformError
from bridge_bot.core.events import Operation, OperationFailed, QuestionAccepted, QuestionRefused
from bridge_bot.core.incoming import IncomingQuestion, Source
from bridge_bot.core.model import ChannelDestination, OutgoingMessage, Question
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.messages import retry_while_busy
from bridge_bot.core.replies.notices import notice
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue

SAYING_ATTEMPTS = 6
"""Attempts at a sentence of the bot's own; the messages of its channel wait for it meanwhile."""

Show = Callable[[], Awaitable[Question]]
"""Shows a question that came by a command, and returns it as if the message that shows it had
asked it."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The question is written down, now or when it came before, and is answered in its turn."""


class Intake:
    """Takes questions in, or refuses them."""

    def __init__(self, dependencies: Dependencies, turns: TurnQueue, policy: Policy) -> None:
        self._dependencies = dependencies
        self._turns = turns
        self._policy = policy
        self.texts_of = dependencies.texts_of
        """Gives the bot's own sentences for a locale, for what else is told of a question."""

    async def submit(
        self, incoming: IncomingQuestion, show: Show | None = None
    ) -> Accepted | Refusal:
        """Accept a question if its member may ask it now, and have it answered in its turn.

        A question that nobody sees yet, as by a command, is shown by `show` once it may be asked.
        Raises what that raises, and the question does not count as asked then.
        """
        # Between asking the policy and counting, nothing is awaited.
        now_s = asyncio.get_running_loop().time()
        question = incoming.question
        waiting = self._turns.waiting(question.conversation)
        refusal = self._policy.check(incoming, waiting=waiting, now_s=now_s)
        if refusal is not None:
            if incoming.source is not Source.MISSED:
                self._dependencies.observe(QuestionRefused(question.origin, refusal.text_key))
            return refusal
        self._policy.count(incoming, now_s)
        if not question.text:
            return Refusal("hint-text-only" if incoming.attachments else "hint-empty")
        if show is not None:
            try:
                question = await show()
            except Exception:
                self._policy.take_back(incoming, now_s)
                raise
        return await self._accept(question)

    def refuses_place(
        self, member_id: int, guild_ids: frozenset[int], *, direct: bool
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None; see `Policy.check_place`."""
        now_s = asyncio.get_running_loop().time()
        return self._policy.check_place(member_id, guild_ids, direct=direct, now_s=now_s)

    async def tell(self, question: Question, refusal: Refusal) -> None:
        """Tell who asked why the question is refused, unless that has been told."""
        if not refusal.already_told:
            texts = self.texts_of(question.locale)
            await self.say(question, texts.get(refusal.text_key, **refusal.text_args))

    async def say(self, question: Question, words: str) -> None:
        """Say a sentence of the bot's own about a question; said once, however often it is asked.

        Always as a reply to it, so that it is never taken for a page of an answer.
        """
        place = ChannelDestination(
            question.place.channel_id, question.place.reply_to or question.id
        )

        async def write() -> None:
            await self._dependencies.platform.write(
                place,
                lambda: OutgoingMessage(words),
                Priority.FIRST_TEXT,
                nonce=f"{question.id}.say",
            )

        try:
            await retry_while_busy(write, attempts=SAYING_ATTEMPTS)
        except PlatformError as error:
            self._dependencies.observe(OperationFailed(Operation.SAY_HINT, error, question.origin))

    async def _accept(self, question: Question) -> Accepted | Refusal:
        """Write a question down and queue it; one that was accepted before is left as it is.

        While closing it is kept for the next start, with the reaction that it waits. Where it can't
        be written down, its member is told so: it would be forgotten.
        """
        try:
            turn = await self._turns.accept(question)
        except BridgeError as error:
            self._dependencies.observe(
                OperationFailed(Operation.ACCEPT_QUESTION, error, question.origin)
            )
            await self.say(question, notice(error, self.texts_of(question.locale)))
            return Refusal(error.text_key, error.text_args(), already_told=True)
        if turn is None:
            return Accepted()
        self._dependencies.observe(QuestionAccepted(question.origin, question.conversation))
        if self._turns.closing:
            await self._dependencies.platform.set_queued_reaction(question, present=True)
        else:
            self._turns.put(turn)
        return Accepted()
