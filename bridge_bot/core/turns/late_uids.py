"""The uids of conversations that could not be stored when the Chat API gave them.

Until they are, the next question of the conversation is asked with them all the same: without, the
chatbot would know nothing of what was said.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Conversation, ConversationKey
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.turns.retry_queue import RetryQueue


class _LateUid(NamedTuple):
    """A uid that a chatbot gave to this question in place of `former`, which is stored."""

    former: str | None
    uid: str
    chat_bot: str
    question_id: int


class LateUids:
    """Stores uids as soon as the store works again, and knows them until then."""

    def __init__(self, store: ConversationStore, retry_queue: RetryQueue, observe: Observe) -> None:
        self._store = store
        self._retry_queue = retry_queue
        self._observe = observe
        self._by_conversation: dict[ConversationKey, _LateUid] = {}

    def applied_to(self, stored: Conversation) -> Conversation:
        """The conversation with the uid that is still to be stored, if there is one. Not where
        another question has replaced the former one meanwhile, or the conversation has begun anew.
        """
        late = self._by_conversation.get(stored.key)
        if late is None or late.former != stored.conversation_uid:
            return stored
        if late.question_id <= stored.begins_after:
            return stored
        return replace(stored, conversation_uid=late.uid, chat_bot=late.chat_bot)

    def put(self, stored: Conversation, uid: str, chat_bot: str, question_id: int) -> None:
        """Store the uid that a question got in place of that of `stored`, as soon as that is
        possible. It is dropped if too much is to be tried again already.
        """
        is_new = stored.key not in self._by_conversation
        late = _LateUid(stored.conversation_uid, uid, chat_bot, question_id)
        self._by_conversation[stored.key] = late
        if is_new:
            work = partial(self._save, stored.key)
            if not self._retry_queue.put(Operation.SAVE_CONVERSATION_UID, work, failures=1):
                del self._by_conversation[stored.key]

    async def _save(self, key: ConversationKey) -> bool:
        late = self._by_conversation[key]
        try:
            await self._store.replace_uid(
                key, late.former, late.uid, late.chat_bot, question_id=late.question_id
            )
        except StoreError as error:
            self._observe(OperationFailed(Operation.SAVE_CONVERSATION_UID, error))
            return False
        newest = self._by_conversation.pop(key)
        if newest is late:
            return True
        self._by_conversation[key] = newest._replace(former=late.uid)
        return False
