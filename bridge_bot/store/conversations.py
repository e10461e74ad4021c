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
from bridge_bot.core.ports.store import NEWEST_ID
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import PerDialect, upsert
from bridge_bot.store.tables import CONVERSATIONS, REPLY_MESSAGES, TURNS

_KEY: BindParameter[str] = bindparam("key_")
_MESSAGE: BindParameter[int] = bindparam("message_id_")

_BEGINS_AFTER = func.coalesce(CONVERSATIONS.c.begins_after, 0)

_CONVERSATION = select(
    CONVERSATIONS.c.conversation_uid,
    CONVERSATIONS.c.language,
    CONVERSATIONS.c.chat_bot,
    _BEGINS_AFTER,
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

# Whether it has not begun anew since that question.
_IS_AFTER_BEGIN = bindparam("id_", type_=CONVERSATIONS.c.begins_after.type) > _BEGINS_AFTER

_SET_UID = upsert(
    CONVERSATIONS,
    replaced=["conversation_uid", "chat_bot", "updated_at"],
    where=_IS_AFTER_BEGIN,
)
_REPLACE_UID = update(CONVERSATIONS).where(
    CONVERSATIONS.c.key == _KEY,
    CONVERSATIONS.c.conversation_uid.is_not_distinct_from(bindparam("former_")),  # it may be NULL
    _IS_AFTER_BEGIN,
)
_BEGIN_ANEW = update(CONVERSATIONS).where(CONVERSATIONS.c.key == _KEY, _IS_AFTER_BEGIN)
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
        self,
        key: ConversationKey,
        conversation_uid: str | None,
        chat_bot: str = "",
        *,
        question_id: int = NEWEST_ID,
    ) -> None:
        """Keep the uid that this chatbot gave the conversation; None: it has none any more. Not if
        it has begun anew since this question.
        """
        uid = {"conversation_uid": conversation_uid, "chat_bot": chat_bot}
        await self._set(_SET_UID, key, **uid, id_=question_id)

    async def replace_uid(
        self,
        key: ConversationKey,
        former: str | None,
        conversation_uid: str,
        chat_bot: str = "",
        *,
        question_id: int = NEWEST_ID,
    ) -> None:
        """The same if `former` is still what is kept: no later question has got another."""
        uid = {"conversation_uid": conversation_uid, "chat_bot": chat_bot}
        found = {"key_": key, "former_": former, "id_": question_id}
        changed = {**uid, "updated_at": int(self._now_s())}
        await execute(self._database, _REPLACE_UID, {**found, **changed})

    async def begin_anew(self, key: ConversationKey, after_id: int) -> None:
        """Forget the uid and the chatbot, also a uid that an earlier question still gets."""
        forgotten = {"conversation_uid": None, "chat_bot": "", "begins_after": after_id}
        changed = {**forgotten, "updated_at": int(self._now_s())}
        await execute(self._database, _BEGIN_ANEW, {"key_": key, "id_": after_id, **changed})

    async def set_language(self, key: ConversationKey, code: str | None) -> None:
        """Keep the language of this conversation, or that it has none; `ValueError` if the Chat API
        has no such code.
        """
        if code is not None and code not in LANGUAGES:
            raise ValueError(f"the Chat API has no language {code!r}")
        await self._set(_SET_LANGUAGE, key, language=code)

    async def _set(
        self, change: PerDialect, key: ConversationKey, **value: str | int | None
    ) -> None:
        now = int(self._now_s())
        row = {"key": key, "created_at": now, "updated_at": now, **value}
        await execute(self._database, change, row)
