"""The removal of all that is stored of a server that was left, or of a channel that was deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    delete,
    select,
    update,
)

from bridge_bot.store.database import Database
from bridge_bot.store.dialects import database_now_s
from bridge_bot.store.removal.turns import IS_FINISHED, remove_turns, remove_unused
from bridge_bot.store.tables import (
    CONVERSATIONS,
    FEEDBACK_POSTS,
    GUILD_SETTING_VALUES,
    GUILD_SETTINGS,
    GUILDS,
    HELP_CALLS,
    TURNS,
    USAGE_COUNTS,
    VOTES,
)

_GUILD: BindParameter[int] = bindparam("guild_id_", type_=BigInteger)
_CHANNEL: BindParameter[int] = bindparam("channel_id_", type_=BigInteger)
_MOST: BindParameter[int] = bindparam("most_", type_=BigInteger)
_KEYS: BindParameter[Sequence[str]] = bindparam("keys_", expanding=True)
_IDS: BindParameter[Sequence[int]] = bindparam("turn_ids_", expanding=True)

_LEFT = (
    select(GUILDS.c.guild_id)
    .where(GUILDS.c.left_at.between(0, bindparam("before_", type_=BigInteger)))
    .order_by(GUILDS.c.left_at)
    .limit(1)
)
_IS_LEFT = (GUILDS.c.guild_id == _GUILD) & GUILDS.c.left_at.is_not(None)
_REMOVE_LEFT = delete(GUILDS).where(_IS_LEFT)
# Changes nothing, but locks the row: the server can't come back while its rows are removed.
_LOCK_LEFT = update(GUILDS).where(_IS_LEFT).values(left_at=GUILDS.c.left_at)

_KEYS_OF_GUILD = select(CONVERSATIONS.c.key).where(CONVERSATIONS.c.guild_id == _GUILD).limit(_MOST)
_REMOVE_KEYS = delete(CONVERSATIONS).where(CONVERSATIONS.c.key.in_(_KEYS))
_VOTES_OF_GUILD = select(VOTES.c.turn_id).where(VOTES.c.guild_id == _GUILD).limit(_MOST)
_REMOVE_VOTES = delete(VOTES).where(VOTES.c.turn_id.in_(_IDS), VOTES.c.guild_id == _GUILD)
_OF_GUILD = tuple(
    delete(table).where(table.c.guild_id == _GUILD)
    for table in (FEEDBACK_POSTS, GUILD_SETTINGS, HELP_CALLS, USAGE_COUNTS)
)

# By its key, by where its first question was asked, and by the threads of the channel.
_KEYS_OF_CHANNEL = (
    select(CONVERSATIONS.c.key).where(CONVERSATIONS.c.key == bindparam("key_")).limit(_MOST),
    select(CONVERSATIONS.c.key)
    .where(CONVERSATIONS.c.guild_id == _GUILD, CONVERSATIONS.c.channel_id == _CHANNEL)
    .limit(_MOST),
    select(TURNS.c.conversation_key).where(TURNS.c.parent_id == _CHANNEL).limit(_MOST),
)
_TURNS_OF_KEYS = (
    select(TURNS.c.id).where(TURNS.c.conversation_key.in_(_KEYS), IS_FINISHED).limit(_MOST)
)
_VOTES_OF_CHANNEL = (
    select(VOTES.c.turn_id).where(VOTES.c.guild_id == _GUILD, VOTES.c.channel_id == _CHANNEL)
).limit(_MOST)
_SETTINGS_OF_CHANNEL = delete(GUILD_SETTING_VALUES).where(
    GUILD_SETTING_VALUES.c.guild_id == _GUILD, GUILD_SETTING_VALUES.c.channel_id == _CHANNEL
)
# So that every process learns of it, and no moderator changes what they see as it was.
_NEXT_VERSION = (
    update(GUILD_SETTINGS)
    .where(GUILD_SETTINGS.c.guild_id == _GUILD)
    .values(version=GUILD_SETTINGS.c.version + 1, changed_at=database_now_s())
)

Values = Mapping[str, object]


class SqlPlaces:
    """The core's `PlacesStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def left_guild(self, before_s: int) -> int | None:
        """A server that the bot has left before then; None: there is none."""
        values = {"before_": before_s - 1}
        return await self._database.transaction(lambda found: found.scalar(_LEFT, values))

    async def remove_guild(self, guild_id: int, most: int) -> int:
        """Remove so much of what is stored of a server that was left. Returns how many rows; the
        last call removes the server itself, and returns 0. So does one after it has come back,
        and removes nothing.
        """
        values = {"guild_id_": guild_id, "most_": most}

        def find(connection: Connection) -> tuple[list[str], list[int]]:
            keys = connection.scalars(_KEYS_OF_GUILD, values).all()
            return list(keys), list(connection.scalars(_VOTES_OF_GUILD, values))

        keys, voted = await self._database.transaction(find)

        def remove(connection: Connection) -> int:
            of_guild = {"guild_id_": guild_id}
            if not connection.execute(_LOCK_LEFT, of_guild).rowcount:
                return 0
            removed = connection.execute(_REMOVE_KEYS, {"keys_": keys}).rowcount if keys else 0
            if voted:
                removed += connection.execute(
                    _REMOVE_VOTES, {"turn_ids_": voted, **of_guild}
                ).rowcount
            if not removed:
                for statement in (*_OF_GUILD, _REMOVE_LEFT):
                    connection.execute(statement, of_guild)
            return removed

        return await self._database.transaction(remove)

    async def remove_channel(self, guild_id: int, channel_id: int, most: int) -> int:
        """Remove so much of what is stored of a channel or thread that was deleted, but for turns
        that are not finished. Returns how many rows; 0: there is no more.
        """
        values = {
            "guild_id_": guild_id,
            "channel_id_": channel_id,
            "key_": str(channel_id),
            "most_": most,
        }

        def find(connection: Connection) -> tuple[set[str], list[int], list[int]]:
            keys = {key for query in _KEYS_OF_CHANNEL for key in connection.scalars(query, values)}
            of_keys = {"keys_": sorted(keys), "most_": most}
            turn_ids = connection.scalars(_TURNS_OF_KEYS, of_keys).all() if keys else ()
            voted = connection.scalars(_VOTES_OF_CHANNEL, values).all()
            return keys, list(turn_ids), list(voted)

        keys, turn_ids, voted = await self._database.transaction(find)

        def remove(connection: Connection) -> int:
            removed = remove_turns(connection, turn_ids, votes=True) if turn_ids else 0
            removed += remove_unused(connection, keys)
            if voted:
                ids = {"turn_ids_": voted, "guild_id_": guild_id}
                removed += connection.execute(_REMOVE_VOTES, ids).rowcount
            of_channel = {"guild_id_": guild_id, "channel_id_": channel_id}
            if connection.execute(_SETTINGS_OF_CHANNEL, of_channel).rowcount:
                connection.execute(_NEXT_VERSION, {"guild_id_": guild_id})
            return removed

        return await self._database.transaction(remove)
