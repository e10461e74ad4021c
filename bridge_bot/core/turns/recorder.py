"""What is stored of one turn while it is answered.

A failing disk does not end an answer that is under way: what can't be stored is observed, and the
turn goes on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass

from bridge_bot.core.errors import BridgeError, StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import (
    ChannelDestination,
    Destination,
    NumberedSource,
    Turn,
    TurnState,
)
from bridge_bot.core.ports import Store


@dataclass(eq=False, repr=False, slots=True)
class TurnRecorder:
    """Stores the steps of one turn. No method raises `StoreError`; each returns whether what it
    was given could be stored.
    """

    turn: Turn
    store: Store
    observe: Observe

    async def save_destination(self, destination: Destination) -> bool:
        """Where the reply goes. The token of an interaction is not stored."""
        if not isinstance(destination, ChannelDestination):
            return True
        saving = self.store.turns.set_destination(self.turn.id, destination)
        return await self._save(Operation.SAVE_DESTINATION, saving)

    async def save_asked(self) -> bool:
        """The question is asked now, for the first time or once more."""
        return await self._save(Operation.SAVE_ASKED, self.store.turns.begin(self.turn.id))

    async def save_message(self, page: int, message_id: int) -> bool:
        """Which message shows a page, counted from 0."""
        saving = self.store.turns.set_message(self.turn.id, page, message_id)
        return await self._save(Operation.SAVE_REPLY_MESSAGE, saving)

    async def save_sources(self, sources: Sequence[NumberedSource]) -> bool:
        """The sources of the answer, in place of those of attempts before."""
        if not sources and self.turn.attempt == 1:
            return True
        saving = self.store.sources.replace(self.turn, sources)
        return await self._save(Operation.SAVE_SOURCES, saving)

    async def save_uid(self, uid: str | None, chat_bot: str = "") -> bool:
        """The uid that this chatbot gave the conversation; None: it knows the former no more."""
        question = self.turn.question
        saving = self.store.conversations.set_uid(
            question.conversation, uid, chat_bot, question_id=question.id
        )
        return await self._save(Operation.SAVE_CONVERSATION_UID, saving)

    async def save_state(self, state: TurnState, error: BridgeError | None = None) -> bool:
        """How far the turn has come, and what ended it."""
        name = type(error).__name__ if error else ""
        saving = self.store.turns.set_state(self.turn.id, state, error=name)
        return await self._save(Operation.SAVE_TURN_STATE, saving, detail=state)

    async def requeue(self) -> bool:
        """The turn is kept for the next start, as if it had not been begun."""
        return await self._save(Operation.REQUEUE_TURN, self.store.turns.requeue(self.turn.id))

    async def claim_disclosure(self) -> bool:
        """Whether this answer is the first one of its asker's. Not if the store can't tell."""
        claiming = self.store.disclosures.claim(self.turn.question.asker.id, self.turn.id)
        try:
            return await claiming
        except StoreError as error:
            origin = self.turn.question.origin
            self.observe(OperationFailed(Operation.CLAIM_DISCLOSURE, error, origin))
            return False

    async def release_disclosure(self) -> bool:
        """The asker has seen nothing of this answer: another one is the first."""
        releasing = self.store.disclosures.release(self.turn.question.asker.id, self.turn.id)
        return await self._save(Operation.CLAIM_DISCLOSURE, releasing)

    async def _save(self, operation: Operation, saving: Awaitable[None], detail: str = "") -> bool:
        try:
            await saving
        except StoreError as error:
            origin = self.turn.question.origin
            self.observe(OperationFailed(operation, error, origin, detail))
            return False
        return True
