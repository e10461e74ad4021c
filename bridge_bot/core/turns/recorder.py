"""What is written down of one turn while it is answered.

A failing disk does not end an answer that is under way: what can't be written is observed, and
the turn goes on.
"""

from __future__ import annotations

from collections.abc import Awaitable

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ConversationKey, Destination, Origin, TurnState
from bridge_bot.core.ports import Store


class TurnRecorder:
    """One turn's steps into the store; none of them raises `StoreError`."""

    def __init__(self, origin: Origin, store: Store, observe: Observe) -> None:
        self._origin = origin
        self._turn_id = origin.question_id
        self._store = store
        self._observe = observe

    async def opened(self, place: Destination) -> None:
        """Where the reply goes."""
        await self._keep(Operation.SAVE_DESTINATION, self._store.opened(self._turn_id, place))

    async def begun(self) -> None:
        """The question is asked now, for the first time or once more."""
        await self._keep(Operation.SAVE_ASKED, self._store.begin(self._turn_id))

    async def wrote(self, page: int, message_id: int) -> None:
        """Which message shows a page, counted from 0."""
        await self._keep(
            Operation.SAVE_REPLY_MESSAGE,
            self._store.wrote(self._turn_id, page, message_id),
        )

    async def adopted(self, conversation: ConversationKey, uid: str | None) -> None:
        """The uid that the Chat API calls the conversation by; None: none any more."""
        await self._keep(Operation.SAVE_CONVERSATION_UID, self._store.adopt(conversation, uid))

    async def advanced(self, state: TurnState, *, error: str = "") -> bool:
        """How far the turn has come; `error` is the name of what ended it. False if that could not
        be written down.
        """
        return await self._keep(
            Operation.SAVE_TURN_STATE,
            self._store.advance(self._turn_id, state, error=error),
            detail=state,
        )

    async def set_aside(self) -> None:
        """The turn is kept for the next start, as if it had not been begun."""
        await self._keep(Operation.SET_TURN_ASIDE, self._store.keep(self._turn_id))

    async def _keep(self, operation: Operation, writing: Awaitable[None], detail: str = "") -> bool:
        try:
            await writing
        except StoreError as error:
            self._observe(OperationFailed(operation, error, self._origin, detail))
            return False
        return True
