"""Conversations: the uid that a chatbot of the Chat API gave each, and the language that was chosen
for it.

The statements are built once, and what changes from call to call is a parameter: building one would
take half of a call's time (measured). The names of parameters end in `_`: in an UPDATE, SQLAlchemy
keeps the names of columns for their new values.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import BindParameter, bindparam, func, select, update

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import Conversation, ConversationKey
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import PerDialect, upsert
from bridge_bot.store.tables import CONVERSATIONS, REPLY_MESSAGES, TURNS

_KEY: BindParameter[str] = bindparam("key_")
_MESSAGE: BindParameter[int] = bindparam("message_id_")

_CONVERSATION = select(
    CONVERSATIONS.c.conversation_uid, CONVERSATIONS.c.language, CONVERSATIONS.c.chat_bot
).where(CONVERSATIONS.c.key == _KEY)

# A message is a question, a page of a reply, or the one whose id is the key of a conversation.
_KEY_OF_MESSAGE = select(
    func.coalesce(
        select(TURNS.c.conversation_key)
        .where(TURNS.c.question_id == _MESSAGE)
        .limit(1)  # of several attempts at the question
        .scalar_subquery(),
        select(TURNS.c.conversation_key)
        .join(REPLY_MESSAGES, REPLY_MESSAGES.c.turn_id == TURNS.c.id)
        .where(REPLY_MESSAGES.c.message_id == _MESSAGE)
        .scalar_subquery(),
        select(CONVERSATIONS.c.key).where(CONVERSATIONS.c.key == _KEY).scalar_subquery(),
    )
)

_SET_UID = upsert(CONVERSATIONS, replaced=["conversation_uid", "chat_bot", "updated_at"])
_REPLACE_UID = update(CONVERSATIONS).where(
    CONVERSATIONS.c.key == _KEY,
    CONVERSATIONS.c.conversation_uid.is_not_distinct_from(bindparam("former_")),  # it may be NULL
)
_SET_LANGUAGE = upsert(CONVERSATIONS, replaced=["language", "updated_at"])


class SqlConversations:
    """The core's `ConversationStore`. `now_s` gives seconds since the Unix epoch."""

    def __init__(self, database: Database, now_s: Callable[[], float]) -> None:
        self._database = database
        self._now_s = now_s

    async def get(self, key: ConversationKey) -> Conversation:
        """What is known of a conversation; of an unknown one, only its key."""
        row = await self._database.transaction(
            lambda connection: connection.execute(_CONVERSATION, {"key_": key}).one_or_none()
        )
        return Conversation(key, *row) if row else Conversation(key)

    async def key_of_message(self, message_id: int) -> ConversationKey | None:
        """The conversation in which a message is a question or a page of a reply."""
        parameters = {"message_id_": message_id, "key_": str(message_id)}
        found = await self._database.transaction(
            lambda connection: connection.scalar(_KEY_OF_MESSAGE, parameters)
        )
        return None if found is None else ConversationKey(found)

    async def set_uid(
        self, key: ConversationKey, conversation_uid: str | None, chat_bot: str = ""
    ) -> None:
        """Keep the uid that this chatbot gave the conversation; None: it has none any more."""
        await self._set(_SET_UID, key, conversation_uid=conversation_uid, chat_bot=chat_bot)

    async def replace_uid(
        self, key: ConversationKey, former: str | None, conversation_uid: str, chat_bot: str = ""
    ) -> None:
        """Keep the uid if `former` is still what is kept: no later question has got another."""
        uid = {"conversation_uid": conversation_uid, "chat_bot": chat_bot}
        changed = {**uid, "updated_at": int(self._now_s())}
        await execute(self._database, _REPLACE_UID, {"key_": key, "former_": former, **changed})

    async def set_language(self, key: ConversationKey, code: str) -> None:
        """Keep the language of this conversation; `ValueError` if the Chat API has no such code."""
        if code not in LANGUAGES:
            raise ValueError(f"the Chat API has no language {code!r}")
        await self._set(_SET_LANGUAGE, key, language=code)

    async def _set(self, change: PerDialect, key: ConversationKey, **value: str | None) -> None:
        now = int(self._now_s())
        row = {"key": key, "created_at": now, "updated_at": now, **value}
        await execute(self._database, change, row)
