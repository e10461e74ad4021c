"""What only the Discord adapter stores: how far it has read, and which commands Discord knows."""

from __future__ import annotations

from sqlalchemy import func, select

from bridge_bot.store.database import Database, execute, pairs
from bridge_bot.store.dialects import upsert
from bridge_bot.store.tables import SYNCED_COMMANDS, TURNS, WATERMARKS

_SET_FINGERPRINT = upsert(SYNCED_COMMANDS, replaced=["fingerprint"])
_MOVE_WATERMARK = upsert(WATERMARKS, increased=["message_id"])

_LATEST = 2**62
"""Later than any time. PostgreSQL expects little between two bounds, and finds it by an index, also
without statistics or parameters; of one bound it would then expect a third of the table, and read
all of it.
"""


class SqlDiscord:
    """The adapter's `DiscordStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def synced_commands(self, application_id: int) -> str | None:
        """The fingerprint of the slash commands that Discord has, None before the first sync."""
        synced = SYNCED_COMMANDS.c
        query = select(synced.fingerprint).where(synced.application_id == application_id)
        return await self._database.transaction(lambda connection: connection.scalar(query))

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        """Keep the fingerprint of the slash commands that Discord has now."""
        row = {"application_id": application_id, "fingerprint": fingerprint}
        await execute(self._database, _SET_FINGERPRINT, row)

    async def watermark(self, shard_id: int) -> int | None:
        """The newest message of a shard up to which every message was taken in.

        Of an unknown shard it is the oldest one of all shards, None if there is none.
        """
        marks = WATERMARKS.c
        own = select(marks.message_id).where(marks.shard_id == shard_id)
        oldest = select(func.min(marks.message_id))
        query = select(func.coalesce(own.scalar_subquery(), oldest.scalar_subquery()))
        return await self._database.transaction(lambda connection: connection.scalar(query))

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        """Note that everything up to this message has been taken in; it never goes back."""
        row = {"shard_id": shard_id, "message_id": message_id}
        await execute(self._database, _MOVE_WATERMARK, row)

    async def asked_in(self, since: int) -> dict[int, int | None]:
        """The channels of the turns that were accepted or went on since then, each with its server,
        and the channels and forums of those that are threads.

        `since` is in seconds since the Unix epoch. A direct-message channel has no server: None.
        """
        turns = TURNS.c
        is_recent = turns.updated_at.between(since, _LATEST)
        channels = select(turns.channel_id, turns.guild_id).where(is_recent)
        parents = select(turns.parent_id, turns.guild_id).where(is_recent)
        query = channels.union(parents.where(turns.parent_id.is_not(None)))
        return await self._database.transaction(lambda connection: pairs(connection, query))
