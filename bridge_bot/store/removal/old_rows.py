"""The removal of what was stored long ago, a few rows at a time."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    Connection,
    Delete,
    Select,
    Table,
    bindparam,
    delete,
    select,
)

from bridge_bot.core.usage.usage import SECONDS_A_DAY
from bridge_bot.store.database import Database, execute
from bridge_bot.store.removal.turns import found_turns, remove_turns, remove_unused
from bridge_bot.store.tables import CONVERSATIONS, GUILD_SETTING_CHANGES, TURNS, USAGE_COUNTS, VOTES

# Without statistics PostgreSQL expects a third of the rows below a bound: so it reads an index in
# its order, as far as it needs to. Of rows between two bounds it expects few, and sorts them all.
_BEFORE: BindParameter[int] = bindparam("before_", type_=BigInteger)
_IS_OLD = TURNS.c.updated_at <= _BEFORE
_UNUSED = (
    select(CONVERSATIONS.c.key)
    .where(CONVERSATIONS.c.updated_at <= _BEFORE)
    .order_by(CONVERSATIONS.c.updated_at)
    .limit(bindparam("most_", type_=BigInteger))
)


class SqlOldRows:
    """The core's `OldRowsStore`. Each call removes so many rows, in two short transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remove_turns(self, before_s: int, most: int) -> int:
        """Remove finished turns that were updated last before then, with their sources and what
        else goes with them. Returns how many.
        """
        values: dict[str, object] = {"before_": before_s - 1}
        found = await self._database.transaction(
            lambda connection: found_turns(connection, _IS_OLD, values, most)
        )
        if not found.ids:
            return 0
        # Only the turns tell who used a conversation, but for those that have it in their key.
        of_members = [key for key in found.keys if ":" in key]

        def remove(connection: Connection) -> int:
            removed = remove_turns(connection, found.ids)
            remove_unused(connection, of_members)
            return removed

        return await self._database.transaction(remove)

    async def remove_votes(self, before_s: int, most: int) -> int:
        """Remove votes that were given or changed last before then. Returns how many."""
        return await self._remove(_VOTES, before_s, most)

    async def remove_setting_changes(self, before_s: int, most: int) -> int:
        """Remove the lines of changed settings that are from before then. Returns how many."""
        return await self._remove(_CHANGES, before_s, most)

    async def remove_conversations(self, before_s: int, most: int) -> int:
        """Remove conversations that were not used since then, and have no turns. Returns how many.

        Those that are still to have turns removed may hold up others until that is done.
        """
        values = {"before_": before_s - 1, "most_": most}
        keys = await self._database.transaction(
            lambda connection: connection.scalars(_UNUSED, values).all()
        )
        return await self._database.transaction(lambda connection: remove_unused(connection, keys))

    async def remove_usage(self, before_s: int) -> None:
        """Remove what was counted on the days before that one."""
        values = {"before_": before_s // SECONDS_A_DAY}
        await execute(self._database, _REMOVE_USAGE, values)

    async def _remove(self, statements: _Statements, before_s: int, most: int) -> int:
        """Remove about so many of the oldest rows; more, if many are of the same second."""
        find, remove = statements
        values = {"before_": before_s - 1, "most_": most}
        times = await self._database.transaction(
            lambda connection: connection.scalars(find, values).all()
        )
        if not times:
            return 0
        until = {"before_": times[-1]}
        return await self._database.transaction(
            lambda connection: connection.execute(remove, until).rowcount
        )


_Statements = tuple[Select[int], Delete]


def _by_time(table: Table, time: Column[int]) -> _Statements:
    """The statements that find the oldest times of a table, and remove the rows up to one."""
    most: BindParameter[int] = bindparam("most_", type_=BigInteger)
    find = select(time).where(time <= _BEFORE).order_by(time).limit(most)
    return find, delete(table).where(time.between(0, _BEFORE))  # which are few


_REMOVE_USAGE = delete(USAGE_COUNTS).where(USAGE_COUNTS.c.day < _BEFORE)
_VOTES = _by_time(VOTES, VOTES.c.voted_at)
_CHANGES = _by_time(GUILD_SETTING_CHANGES, GUILD_SETTING_CHANGES.c.changed_at)
