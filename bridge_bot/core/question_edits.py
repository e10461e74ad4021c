"""Edits of questions that wait or are being answered: what is asked then, and what is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from bridge_bot.core.intake import Intake
from bridge_bot.core.model import IncomingQuestion, Question
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.turns.turn import TurnRunner

MOST_RESTARTS = 3
"""So often the answer to one question begins anew since that was edited."""

_OVER = Refusal(
    "edited-not-asked", already_told=True
)  # nothing is told of an answer that has ended


@dataclass(frozen=True, slots=True)
class QuestionEdits:
    """Has the new text of a question answered instead of the former one."""

    intake: Intake
    turns: TurnQueue

    async def take(self, edited: IncomingQuestion) -> bool:
        """A question has this text now. Of one that waits, this is asked in its turn. Of one that
        is being answered, the answer begins anew, as a further question of its member's; where that
        is refused the answer goes on, since it is paid, and the member is told so once. Returns
        whether this text is or will be asked.

        Raises what looking up its member's roles raises.
        """
        question = edited.question
        turn = self.turns.asked_by(question.id)
        if turn is None or not question.text or question.text == turn.question.text:
            return False
        if await self.turns.set_text(question, turn):
            return True
        if turn.restarts >= MOST_RESTARTS:
            refusal: Refusal | None = Refusal("edited-too-often", {"limit": MOST_RESTARTS})
        elif not turn.allowance.is_taken:  # nothing is paid for its former text
            return await self.turns.restart(question, turn)
        else:
            restart = partial(self._restart, turn)
            again = replace(edited, attempt=turn.turn.attempt + 1, has_place=True)
            refusal = await self.intake.submit(again, accept=restart)
        if refusal is not None and not (refusal.already_told or refusal.is_private or turn.is_told):
            turn.is_told = True
            await self._tell(question, refusal)
        return refusal is None

    async def _restart(self, turn: TurnRunner, question: Question) -> Refusal | None:
        return None if await self.turns.restart(question, turn) else _OVER

    async def _tell(self, question: Question, refusal: Refusal) -> None:
        texts = self.intake.texts_of(question.locale)
        why = texts.get(refusal.text_key, **refusal.text_args)
        told = Refusal("edited-not-asked", {"reason": why})
        await self.intake.send_refusal(question, told)
