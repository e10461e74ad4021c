"""What a press on a control does. Each press is checked for itself: a button proves nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from functools import partial

from bridge_bot.core.controls.further_attempt import awaited_attempt
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.controls.until_over import until_over
from bridge_bot.core.errors import (
    QuestionGone,
    StoreError,
    TurnStopped,
    TurnStoppedByModerator,
)
from bridge_bot.core.intake import Intake
from bridge_bot.core.model import (
    FINISHED,
    ConversationKey,
    IncomingQuestion,
    KeptTurn,
    Question,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.turns.queue import TurnQueue

ReadQuestion = Callable[[Question], Awaitable[Question]]
"""Returns a question with the text that it has now. Raises `QuestionGone` if there is none."""


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """What a press that asks a question again depends on: who pressed, when, in seconds since the
    Unix epoch, and in which locale they use Discord; for `guild_ids` see `IncomingQuestion`.
    """

    presser: Presser
    guild_ids: frozenset[int]
    at_s: float
    locale: str | None = None


class Controls:
    """Does what members press for, or tells why not."""

    def __init__(self, intake: Intake, turns: TurnQueue, opt_outs: OptOuts) -> None:
        self._intake = intake
        self._turns = turns
        self._opt_outs = opt_outs

    async def stop(self, turn_id: int, presser: Presser) -> Refusal | None:
        """Stop an answer: its request to the Chat API is given up at once. What came of it stays.
        Returns why it is not stopped.

        It costs nothing, so neither a limit nor a pause prevents it.
        """
        turn = self._turns.running(turn_id)
        asker_ids = {turn.allowance.question.asker.id} if turn is not None else frozenset[int]()
        if turn is None or not _may_steer(
            presser, turn.allowance.question, asker_ids, turn.channel_id
        ):
            kept = await self._kept(turn_id)
            if isinstance(kept, Refusal):
                return kept
            asker_ids = kept.asker_ids  # a moderator may have asked it again
            if not _may_steer(presser, kept.turn.question, asker_ids, kept.channel_id):
                return Refusal("control-not-yours")
            if turn is None:
                is_over = kept.state in FINISHED
                return Refusal("control-over" if is_over else "control-elsewhere")
        kind = TurnStopped if presser.member.id in asker_ids else TurnStoppedByModerator
        turn.withdraw(kind("stopped by its button"))
        return None

    async def ask_again(
        self, turn_id: int, asked: AskedAgain, read: ReadQuestion
    ) -> Refusal | None:
        """Ask the question of a turn again, in the messages of its reply. It counts as a question
        of who pressed. Returns why it is not asked; raises what `read` and `Intake.submit` raise.
        """
        await until_over(self._turns, turn_id)
        kept = await self._kept(turn_id)
        if isinstance(kept, Refusal):
            return kept
        if (refusal := await self._why_not_again(kept, asked.presser)) is not None:
            return refusal
        try:
            if await self._is_opted_out(kept):
                return Refusal("control-asker-opted-out")
        except StoreError as error:
            return Refusal(error.text_key)
        question = replace(kept.turn.question, asker=asked.presser.member, language=None)
        incoming = IncomingQuestion(
            question,
            asked.guild_ids,
            asked.at_s,
            attempt=kept.turn.attempt + 1,
            shown_locale=asked.locale,
        )
        try:
            accept = partial(self._accept, kept)
            return await self._intake.submit(incoming, read, accept=accept)
        except (QuestionGone, StoreError) as error:
            return Refusal(error.text_key)

    async def _accept(self, former: KeptTurn, question: Question) -> Refusal | None:
        is_accepted = await self._turns.accept_again(question, former)
        return None if is_accepted else await self._why_not_newest(former)

    async def conversation_of(self, turn_id: int, channel_id: int) -> ConversationKey | Refusal:
        """The conversation of a turn whose reply stands in that channel; or why there is none, such
        as for a forged press, which may name a reply of another channel.
        """
        kept = await self._kept(turn_id)
        if isinstance(kept, Refusal):
            return kept
        question = kept.turn.question
        if kept.channel_id != channel_id or question.has_lost_response:
            return Refusal("control-forgotten")
        return question.conversation

    async def _why_not_again(self, kept: KeptTurn, presser: Presser) -> Refusal | None:
        if not presser.may_steer(kept.asker_ids, kept.channel_id):
            return Refusal("control-not-yours")
        if kept.turn.question.has_lost_response:  # it has no buttons: a press is forged
            return Refusal("control-forgotten")
        if not kept.is_newest:
            return await self._why_not_newest(kept)
        is_over = kept.state in FINISHED and self._turns.running(kept.turn.id) is None
        return None if is_over else Refusal("control-not-over")

    async def _why_not_newest(self, kept: KeptTurn) -> Refusal:
        """Why there is a later turn: its question is asked again just now, or another one is."""
        try:
            is_asked = await awaited_attempt(self._turns.store, kept.turn) is not None
        except StoreError as error:
            return Refusal(error.text_key)
        return Refusal("control-not-over" if is_asked else "control-not-newest")

    async def _is_opted_out(self, kept: KeptTurn) -> bool:
        """Whether somebody has opted out who asked this: what they wrote is not read again."""
        return any([await self._opt_outs.is_opted_out(each) for each in kept.asker_ids])

    async def _kept(self, turn_id: int) -> KeptTurn | Refusal:
        try:
            return await self._turns.store.kept(turn_id) or Refusal("control-forgotten")
        except StoreError as error:
            return Refusal(error.text_key)


def _may_steer(
    presser: Presser, question: Question, asker_ids: Collection[int], channel_id: int
) -> bool:
    """The same as `Presser.may_steer`, but for a reply that only its asker sees: that is theirs."""
    if question.is_for_asker_alone and presser.member.id not in asker_ids:
        return False
    return presser.may_steer(asker_ids, channel_id)
