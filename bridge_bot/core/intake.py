"""The one entrance of a question, whether a message, a command or a missed message asks it.

The policy decides first whether its member may ask it, then the question is stored, then it
waits in its conversation's queue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from bridge_bot.core.errors import BridgeError, PlatformError, PrivateThreadRefused, StoreError
from bridge_bot.core.events import Operation, OperationFailed, QuestionRefused
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.language_choice import LanguageChoice
from bridge_bot.core.model import (
    IncomingQuestion,
    Member,
    OutgoingMessage,
    Question,
    RecentQuestion,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.messages import retry_while_busy
from bridge_bot.core.replies.notices import notice
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue

SEND_ATTEMPTS = 6
"""Attempts at sending a text of the bot's own. Few: its channel's questions wait meanwhile."""

Complete = Callable[[Question], Awaitable[Question]]
"""Completes a question once its member may ask it, and its language is known: reads the files that
belong to it, or shows one that came by a command, or in the private thread where it is answered,
and returns it as if the message that shows it had asked it."""

Accept = Callable[[Question], Awaitable[Refusal | None]]
"""Has a question answered. Returns why that is not possible, and may raise `StoreError`."""


class Intake:
    """Takes questions in, or refuses them."""

    def __init__(self, dependencies: Dependencies, turns: TurnQueue) -> None:
        self._dependencies = dependencies
        self._turns = turns
        self._policy = dependencies.policy
        self._accepting: list[Question] = []  # which are not among the turns yet
        self.texts_of = dependencies.texts_of
        """Gives the bot's own sentences for a locale, for what else is told of a question."""
        self.languages = LanguageChoice(dependencies)
        """Tells in which language members are answered."""

    async def submit(
        self,
        incoming: IncomingQuestion,
        complete: Complete | None = None,
        *,
        accept: Accept | None = None,
    ) -> Refusal | None:
        """Accept a question if its member may ask it now, and have it answered after the earlier
        ones of its conversation. Returns why it is refused; None: it is accepted, now or before.

        With `accept` it is a further attempt at a question, which that has answered.

        `complete` is awaited if it is not refused. Raises what that raises, but a
        `PrivateThreadRefused`, and the question does not count as asked then; also what looking up
        its member's roles raises, and for a missed one `StoreError`, since that can wait.
        """
        try:
            is_opted_out, settings = await self._look_up(incoming)
        except StoreError as error:
            if incoming.is_missed:
                raise
            return self._refusal_by(error, incoming)
        incoming = await _with_roles(incoming, settings)
        refusal = await self._check_and_count(incoming, settings, is_opted_out=is_opted_out)
        if refusal is not None:
            return refusal
        question = incoming.question
        try:
            chosen = await self.languages.of_question(question, incoming.shown_locale)
            whole = await self._complete(complete, replace(incoming, question=chosen))
            if not whole.text:
                return _nothing_to_ask(whole)
            return await self._accept(whole, incoming, accept)
        except PrivateThreadRefused as error:
            failure = OperationFailed(Operation.OPEN_PRIVATE_THREAD, error, question.origin)
            self._dependencies.observe(failure)
            self._dependencies.observe(QuestionRefused(question.origin, error.text_key))
            return self._refusal_by(error, incoming)
        finally:
            self._accepting.remove(question)

    def refuses_place(
        self, member_id: int, guild_ids: frozenset[int], *, direct: bool
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None; see `Policy.check_place`."""
        now_s = asyncio.get_running_loop().time()
        return self._policy.check_place(member_id, guild_ids, direct=direct, now_s=now_s)

    async def refuses_member(
        self, member: Member, guild_id: int | None, place_id: int
    ) -> Refusal | None:
        """Why a member may not use the bot in a channel or forum, or None; for what is no question.
        See `Policy.check_member`.
        """
        try:
            settings = await self._dependencies.guild_settings.place(guild_id, place_id)
        except StoreError as error:
            self._dependencies.observe(OperationFailed(Operation.LOOK_UP_SETTINGS, error))
            return Refusal(error.text_key, error.text_args())
        now_s = asyncio.get_running_loop().time()
        return self._policy.check_member(member, settings, now_s=now_s)

    async def send_refusal(self, question: Question, refusal: Refusal) -> None:
        """Tell who asked why the question is refused where all can read it, unless that has been
        told, or is told privately only. That they have opted out is told once.
        """
        if refusal.already_told or refusal.is_private:
            return
        is_opted_out = refusal.text_key == "refused-opted-out"
        if is_opted_out and not await self._dependencies.opt_outs.may_tell(question.asker.id):
            return
        question = await self.languages.of_question(question)
        texts = self.texts_of(question.locale)
        await self._send(question, texts.get(refusal.text_key, **refusal.text_args))

    async def _look_up(self, incoming: IncomingQuestion) -> tuple[bool, PlaceSettings]:
        """Whether the asker has opted out, and what is set for the place. Raises `StoreError`; of a
        missed question that is not observed here.
        """
        question, operation = incoming.question, Operation.LOOK_UP_OPT_OUTS
        try:
            is_opted_out = await self._dependencies.opt_outs.is_opted_out(question.asker.id)
            operation = Operation.LOOK_UP_SETTINGS
            settings = self._dependencies.guild_settings
            return is_opted_out, await settings.place(question.guild_id, question.place_id)
        except StoreError as error:
            if not incoming.is_missed:
                self._dependencies.observe(OperationFailed(operation, error, question.origin))
            raise

    async def _check_and_count(
        self, incoming: IncomingQuestion, settings: PlaceSettings, *, is_opted_out: bool
    ) -> Refusal | None:
        """Why a question is refused. None: it counts, and is among those that are being accepted.

        After the last look at what was asked today nothing is awaited before it counts.
        """
        question, dependencies = incoming.question, self._dependencies
        accepted = await self._accepted_lately(incoming, settings)
        today = await dependencies.requests.today(question, settings, self._expected)
        now_s = asyncio.get_running_loop().time()
        refusal = self._policy.check(
            incoming,
            settings,
            waiting=self._turns.waiting(question.conversation),
            now_s=now_s,
            today=today,
            paused_since=dependencies.pause.since_s,
            guild_pause=dependencies.guild_settings.pause_of(question.guild_id),
            is_opted_out=is_opted_out,
            accepted=accepted,
        )
        if refusal is None:
            self._policy.count(incoming, now_s)
            self._accepting.append(question)
        elif not incoming.is_missed:
            dependencies.observe(QuestionRefused(question.origin, refusal.text_key))
        return refusal

    def _expected(self) -> list[Question]:
        """The accepted questions for which a request is still to be sent."""
        return [*self._accepting, *self._turns.unasked()]

    async def _accepted_lately(
        self, incoming: IncomingQuestion, settings: PlaceSettings
    ) -> list[RecentQuestion]:
        """What any process accepted from the asker in the last minute, where that is limited; see
        `Policy.check`. A store that fails counts as nothing: then nothing can be accepted either.
        """
        has_limit = self._policy.questions_per_minute or settings.member_questions_per_minute
        if incoming.is_missed or not has_limit:
            return []
        question = incoming.question
        try:
            return await self._dependencies.store.turns.asked_by(question.asker.id, within_s=60)
        except StoreError as error:
            self._dependencies.observe(
                OperationFailed(Operation.COUNT_REQUEST, error, question.origin)
            )
            return []

    async def _complete(self, complete: Complete | None, incoming: IncomingQuestion) -> Question:
        if complete is None:
            return incoming.question
        try:
            return await complete(incoming.question)
        except Exception:
            self._policy.take_back(incoming)
            raise

    def _refusal_by(self, error: BridgeError, incoming: IncomingQuestion) -> Refusal:
        """That a question can't be taken in. That the store fails, who turned to the bot is always
        told; a private thread is refused again and again for the same reason.
        """
        refusal = Refusal(error.text_key, error.text_args())
        if not incoming.is_to_all and not isinstance(error, PrivateThreadRefused):
            return refusal
        return self._policy.told(refusal, incoming, asyncio.get_running_loop().time())

    async def _accept(
        self, question: Question, incoming: IncomingQuestion, accept: Accept | None
    ) -> Refusal | None:
        """Have a question answered. Where it can't be stored, its member is told so: it would be
        forgotten. For a missed one that raises `StoreError`, so that it is tried again.
        """
        try:
            if accept is None:
                await self._turns.accept(question)
            elif (refusal := await accept(question)) is not None:
                self._policy.take_back(incoming)
                return refusal
        except BridgeError as error:
            self._policy.take_back(incoming)
            if incoming.is_missed and isinstance(error, StoreError):
                raise
            self._dependencies.observe(
                OperationFailed(Operation.ACCEPT_QUESTION, error, question.origin)
            )
            refusal = self._refusal_by(error, incoming)
            if accept is not None:
                return refusal
            if not refusal.already_told:
                await self._send(question, notice(error, self.texts_of(question.locale)))
            return replace(refusal, already_told=True)
        return None

    async def _send(self, question: Question, text: str) -> None:
        """Send a text of the bot's own about a question. By its nonce a repetition does not double.

        It is always a reply to the question, so that it is never taken for a page of an answer. A
        failure is observed.
        """
        asked_in = question.asked_in
        reply = replace(asked_in, reply_to=asked_in.reply_to or question.id)
        destination = question.response or reply
        write = partial(
            self._dependencies.platform.write,
            destination,
            lambda: OutgoingMessage(text),
            Priority.FIRST_TEXT,
            nonce=f"{question.id}.say",
        )
        try:
            await retry_while_busy(write, attempts=SEND_ATTEMPTS)
        except PlatformError as error:
            self._dependencies.observe(OperationFailed(Operation.SEND_HINT, error, question.origin))


def _nothing_to_ask(question: Question) -> Refusal:
    if question.note:
        return Refusal("hint-no-text", {"note": question.note})
    return Refusal("hint-empty")


async def _with_roles(incoming: IncomingQuestion, settings: PlaceSettings) -> IncomingQuestion:
    """A question with the roles of its member, where these count and are not known yet."""
    if incoming.find_role_ids is None or not settings.asker_role_ids:
        return incoming
    question = incoming.question
    asker = replace(question.asker, role_ids=await incoming.find_role_ids())
    return replace(incoming, question=replace(question, asker=asker), find_role_ids=None)
