"""The `Store` port over SQL: each verb of the domain is one short transaction.

Two processes may share the file for a moment (a restart that overlaps, a `migrate`), so nothing
is decided by reading first: constraints and conditions inside the statements decide. That also
keeps SQLite from failing a read transaction that turns into a write.

What each turn needs is in `statements`, made once; the rest is made where it is used.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Executable, Select, Update, func, select
from sqlalchemy.dialects.sqlite import Insert, insert

from bridge_bot.core.errors import StoreError
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import (
    Conversation,
    ConversationKey,
    Destination,
    Question,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.store import statements
from bridge_bot.store.engine import StoreConnection, sqlite_url
from bridge_bot.store.faults import as_store_errors
from bridge_bot.store.leftovers import unfinished_turns
from bridge_bot.store.tables import (
    CONVERSATIONS,
    REPLY_MESSAGES,
    SYNCED_COMMANDS,
    TURNS,
    WATERMARKS,
)

Scalar = str | int | None
Result = TypeVar("Result")
Key = TypeVar("Key")
Value = TypeVar("Value")


class SqlStore:
    """The store on an SQLite file. Use it inside `async with`, which opens and closes it.

    `now` gives the current time in seconds since the Unix epoch. The schema must be there
    already (`schema.upgrade`). Every method may raise `StoreError`.
    """

    def __init__(self, database_url: str, *, now: Callable[[], float] = time.time) -> None:
        self._connection = StoreConnection(sqlite_url(database_url))
        self._now = now

    async def __aenter__(self) -> Self:
        """Open the file, so that a database that cannot be used is known at once."""
        try:
            with as_store_errors():
                await self._connection
            await self._do(lambda _: None)
        except BaseException:
            await self._connection.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file; the thread that served it ends."""
        await self._connection.close()

    async def conversation(self, key: ConversationKey) -> Conversation:
        """What is known of a conversation; of an unknown one, only its key."""
        row = await self._do(
            lambda connection: connection.execute(
                statements.CONVERSATION, {"key_": key}
            ).one_or_none()
        )
        return Conversation(key, *row) if row else Conversation(key)

    async def knows(self, key: ConversationKey) -> bool:
        """Whether a question was ever accepted in that conversation."""
        return await self._scalar(statements.FIRST_ASKED_IN, key_=key) is not None

    async def conversation_of(self, message_id: int) -> ConversationKey | None:
        """The conversation in which a message is a question or a page of a reply."""
        found = await self._scalar(
            statements.CONVERSATION_OF, message_id_=message_id, key_=str(message_id)
        )
        return None if found is None else ConversationKey(str(found))

    async def adopt(self, key: ConversationKey, conversation_uid: str | None) -> None:
        """Keep the uid that the Chat API gave this conversation; None: it has none any more."""
        await self._keep(statements.UID_KEPT, key, conversation_uid=conversation_uid)

    async def choose_language(self, key: ConversationKey, code: str) -> None:
        """Keep the language of this conversation; `ValueError` if the Chat API has no such code."""
        if code not in LANGUAGES:
            raise ValueError(f"the Chat API has no language {code!r}")
        await self._keep(statements.LANGUAGE_KEPT, key, language=code)

    async def accept(self, question: Question) -> bool:
        """Write a question down as a queued turn; False if it is known.

        Its text is kept until the turn is finished, and no longer.
        """
        now = int(self._now())
        conversation = {
            "key": question.conversation,
            "channel_id": question.place.channel_id,
            "guild_id": question.guild_id,
            "created_at": now,
            "updated_at": now,
        }
        turn = {
            "id": question.id,
            "conversation_key": question.conversation,
            "asker_id": question.asker.id,
            "channel_id": question.place.channel_id,
            "thread_on": question.thread_on,
            "question": question.text,
            "guild_id": question.guild_id,
            "reply_to": question.place.reply_to,
            "state": TurnState.QUEUED.value,
            "created_at": now,
            "updated_at": now,
        }

        def accept(connection: Connection) -> bool:
            connection.execute(statements.MET, conversation)
            is_new = connection.execute(statements.ACCEPTED, turn).rowcount == 1
            if not is_new:
                connection.rollback()
            return is_new

        return await self._do(accept)

    async def advance(self, turn_id: int, state: TurnState, *, error: str = "") -> None:
        """Note how far a turn has come; `error` is the name of what ended it.

        To note the present state again changes nothing. A move that is not in `TRANSITIONS` is a
        `ValueError`, a turn that is not there a `StoreError`.
        """
        await self._move(statements.MOVES[state], turn_id, state, error=error or None)

    async def begin(self, turn_id: int) -> None:
        """Note that a turn is asked now, for the first time or once more. Errors as `advance`."""
        await self._move(statements.BEGUN, turn_id, TurnState.ASKED)

    async def keep(self, turn_id: int) -> None:
        """Keep a turn that was begun for the next start, as if it had not been."""
        await self._move(statements.SET_ASIDE, turn_id, TurnState.QUEUED)

    async def opened(self, turn_id: int, place: Destination) -> None:
        """Note where a turn's reply goes."""
        where = {"reply_channel_id": place.channel_id, "reply_to": place.reply_to}
        await self._execute(statements.OPENED, {"turn_id_": turn_id, **where})

    async def unfinished(self) -> list[UnfinishedTurn]:
        """The turns that were accepted and are not finished, in the order of their questions."""
        return await self._do(unfinished_turns)

    async def turns_of(self, message_ids: Collection[int]) -> dict[int, int]:
        """The turns whose pages these messages are known to show, by message."""
        shows = REPLY_MESSAGES.c
        known = select(shows.message_id, shows.turn_id).where(shows.message_id.in_(message_ids))
        return await self._do(lambda connection: _pairs(connection, known))

    async def wrote(self, turn_id: int, page: int, message_id: int) -> None:
        """Note which message shows a page, counted from 0, of a turn's reply.

        A page has one message and a message shows one page; the newest word counts.
        """
        former = {"message_id_": message_id, "turn_id_": turn_id, "page_": page}
        entry = {"message_id": message_id, "turn_id": turn_id, "page": page}

        def write(connection: Connection) -> None:
            connection.execute(statements.PAGE_AS_BEFORE, former)
            connection.execute(statements.PAGE, entry)

        await self._do(write)

    async def synced_commands(self, application_id: int) -> str | None:
        """The fingerprint of the commands that Discord was last told, None before the first."""
        synced = SYNCED_COMMANDS.c
        told = select(synced.fingerprint).where(synced.application_id == application_id)
        found = await self._scalar(told)
        return None if found is None else str(found)

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        """Keep the fingerprint of the commands that Discord has been told."""
        entry = insert(SYNCED_COMMANDS).values(
            application_id=application_id, fingerprint=fingerprint
        )
        await self._execute(
            entry.on_conflict_do_update(
                index_elements=[SYNCED_COMMANDS.c.application_id],
                set_={"fingerprint": fingerprint},
            )
        )

    async def watermark(self, shard_id: int) -> int | None:
        """The message up to which everything was taken in; of an unknown shard the oldest of all.

        None before the first.
        """
        marks = WATERMARKS.c
        own = select(marks.message_id).where(marks.shard_id == shard_id)
        oldest = select(func.min(marks.message_id))
        found = await self._scalar(
            select(func.coalesce(own.scalar_subquery(), oldest.scalar_subquery()))
        )
        return None if found is None else int(found)

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        """Note that everything up to this message has been taken in; it never goes back."""
        entry = insert(WATERMARKS).values(shard_id=shard_id, message_id=message_id)
        newest = func.max(WATERMARKS.c.message_id, entry.excluded.message_id)
        await self._execute(
            entry.on_conflict_do_update(
                index_elements=[WATERMARKS.c.shard_id], set_={"message_id": newest}
            )
        )

    async def asked_in(self, since: int) -> dict[int, int | None]:
        """The channels where a question was asked, or its turn went on, since then.

        `since` is in seconds since the Unix epoch. Each channel comes with its server.
        """
        asked = (
            select(TURNS.c.channel_id, CONVERSATIONS.c.guild_id)
            .join(CONVERSATIONS, CONVERSATIONS.c.key == TURNS.c.conversation_key)
            # All states by name, so that SQLite uses the index and reads nothing that is older.
            .where(TURNS.c.state.in_(list(TurnState)), TURNS.c.updated_at >= since)
            .distinct()
        )
        return await self._do(lambda connection: _pairs(connection, asked))

    async def _move(
        self, move: Update, turn_id: int, state: TurnState, **changes: str | None
    ) -> None:
        changed = {"turn_id_": turn_id, "updated_at": int(self._now()), **changes}

        def go(connection: Connection) -> str | None:
            if connection.execute(move, changed).rowcount == 1:
                return state
            present: str | None = connection.scalar(statements.STATE, {"turn_id_": turn_id})
            return present

        present = await self._do(go)
        if present is None:
            raise StoreError(f"turn {turn_id} is not in the database")
        if present != state:
            raise ValueError(f"turn {turn_id} is {present} and cannot become {state}")

    async def _keep(self, row: Insert, key: ConversationKey, **known: str | None) -> None:
        """Keep what is newly known of a conversation, whether it has a row already or not."""
        now = int(self._now())
        await self._execute(row, {"key": key, "created_at": now, "updated_at": now, **known})

    async def _scalar(self, query: Select[Scalar], **parameters: Scalar) -> Scalar:
        return await self._do(lambda connection: connection.scalar(query, parameters))

    async def _execute(
        self, change: Executable, parameters: Mapping[str, Scalar] | None = None
    ) -> None:
        await self._do(lambda connection: connection.execute(change, parameters))

    async def _do(self, work: Callable[[Connection], Result]) -> Result:
        """The result of some work in one transaction; in the store's thread."""
        with as_store_errors():
            return await self._connection.transaction(work)


def _pairs(connection: Connection, query: Select[Key, Value]) -> dict[Key, Value]:
    # As a list: a result has `keys`, so `dict` would take it for a mapping.
    return dict(connection.execute(query).all())
