"""What only the Discord adapter keeps: how far it has read, and which commands Discord was told."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from bridge_bot.core.model import TurnState
from bridge_bot.store.database import Database, pairs
from bridge_bot.store.tables import CONVERSATIONS, SYNCED_COMMANDS, TURNS, WATERMARKS


class SqlDiscord:
    """The adapter's `DiscordStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def synced_commands(self, application_id: int) -> str | None:
        """The fingerprint of the commands that Discord was last told, None before the first."""
        synced = SYNCED_COMMANDS.c
        query = select(synced.fingerprint).where(synced.application_id == application_id)
        return await self._database.transaction(lambda connection: connection.scalar(query))

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        """Keep the fingerprint of the commands that Discord has been told."""
        row = insert(SYNCED_COMMANDS).values(application_id=application_id, fingerprint=fingerprint)
        upsert = row.on_conflict_do_update(
            index_elements=[SYNCED_COMMANDS.c.application_id], set_={"fingerprint": fingerprint}
        )
        await self._database.transaction(lambda connection: connection.execute(upsert))

    async def watermark(self, shard_id: int) -> int | None:
        """The message up to which everything was taken in; of an unknown shard the oldest of all.

        None before the first.
        """
        marks = WATERMARKS.c
        own = select(marks.message_id).where(marks.shard_id == shard_id)
        oldest = select(func.min(marks.message_id))
        query = select(func.coalesce(own.scalar_subquery(), oldest.scalar_subquery()))
        return await self._database.transaction(lambda connection: connection.scalar(query))

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        """Note that everything up to this message has been taken in; it never goes back."""
        row = insert(WATERMARKS).values(shard_id=shard_id, message_id=message_id)
        newest = func.max(WATERMARKS.c.message_id, row.excluded.message_id)
        upsert = row.on_conflict_do_update(
            index_elements=[WATERMARKS.c.shard_id], set_={"message_id": newest}
        )
        await self._database.transaction(lambda connection: connection.execute(upsert))

    async def asked_in(self, since: int) -> dict[int, int | None]:
        """The channels where a question was asked, or its turn went on, since then.

        `since` is in seconds since the Unix epoch. Each channel comes with its server, None for a
        direct-message channel.
        """
        query = (
            select(TURNS.c.channel_id, CONVERSATIONS.c.guild_id)
            .join(CONVERSATIONS, CONVERSATIONS.c.key == TURNS.c.conversation_key)
            # All states by name, so that SQLite uses the index and reads nothing that is older.
            .where(TURNS.c.state.in_(list(TurnState)), TURNS.c.updated_at >= since)
            .distinct()
        )
        return await self._database.transaction(lambda connection: pairs(connection, query))
