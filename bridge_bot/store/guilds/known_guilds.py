"""The servers that the bot is in, and since when it is not in others any more."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import BigInteger, BindParameter, bindparam, select, update

from bridge_bot.store.database import Database, execute, pairs
from bridge_bot.store.dialects import upsert
from bridge_bot.store.tables import GUILDS

_GUILD: BindParameter[int] = bindparam("guild_id_", type_=BigInteger)
_ALL = select(GUILDS.c.guild_id, GUILDS.c.left_at)
_JOINED = upsert(GUILDS, replaced=["left_at"])
_LEFT = (
    update(GUILDS)
    .where(GUILDS.c.guild_id == _GUILD, GUILDS.c.left_at.is_(None))
    .values(left_at=bindparam("left_at_", type_=BigInteger))
)


class SqlKnownGuilds:
    """The adapter's `KnownGuildsStore`. `now_s` gives seconds since the Unix epoch."""

    def __init__(self, database: Database, now_s: Callable[[], float]) -> None:
        self._database = database
        self._now_s = now_s

    async def note_joined(self, guild_id: int) -> None:
        """Note that the bot is in a server."""
        await execute(self._database, _JOINED, {"guild_id": guild_id, "left_at": None})

    async def note_left(self, guild_id: int) -> None:
        """Note that the bot is not in a server any more, unless that was noted before."""
        values = {"guild_id_": guild_id, "left_at_": int(self._now_s())}
        await execute(self._database, _LEFT, values)

    async def note_all(
        self, guild_ids: Collection[int], is_of_shard: Callable[[int], bool]
    ) -> None:
        """Note that of the servers of which `is_of_shard` is true the bot is in these alone."""
        known = await self._database.transaction(lambda connection: pairs(connection, _ALL))
        for guild_id in guild_ids:
            if known.get(guild_id, 0) is not None:
                await self.note_joined(guild_id)
        for guild_id in known.keys() - set(guild_ids):
            if is_of_shard(guild_id) and known[guild_id] is None:
                await self.note_left(guild_id)
