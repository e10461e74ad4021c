"""How much the bot was used on each day. The votes are counted from their own table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    case,
    cast,
    func,
    literal,
    select,
)

from bridge_bot.core.usage.usage import (
    PRIVATE,
    SECONDS_A_DAY,
    Counted,
    Usage,
    UsageBy,
    UsageKey,
    UsageTable,
)
from bridge_bot.store.database import Database
from bridge_bot.store.dialects import upsert_adding
from bridge_bot.store.tables import USAGE_COUNTS, VOTES

_ADD = upsert_adding(USAGE_COUNTS, USAGE_COUNTS.c.count)

Found = Select[int | str, str, int, int]
"""The key, what was counted, the bound of its time, and how often."""


class SqlUsage:
    """The core's `UsageStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, counts: Mapping[UsageKey, int]) -> None:
        """Add these to what was counted before."""
        # Sorted, so that two processes never wait for each other in a circle.
        rows = [{**key._asdict(), "count": counts[key]} for key in sorted(counts)]

        def add(connection: Connection) -> None:
            connection.execute(_ADD.on(connection), rows)

        await self._database.transaction(add)

    async def read(self, by: UsageBy, since_day: int, guild_id: int | None = None) -> UsageTable:
        """What was counted from that day on, with the votes."""
        queries = (_counts(by, since_day, guild_id), _votes(by, since_day, guild_id))

        def read(connection: Connection) -> list[tuple[Any, ...]]:
            return [tuple(row) for query in queries for row in connection.execute(query)]

        table = defaultdict[int | str, Usage](Usage)
        for key, counted, within_ms, count in await self._database.transaction(read):
            table[key].add(Counted(counted), within_ms, count)
        return dict(table)


def _counts(by: UsageBy, since_day: int, guild_id: int | None) -> Found:
    usage = USAGE_COUNTS.c
    key, count = usage[by.value], cast(func.sum(USAGE_COUNTS.c["count"]), BigInteger)
    query = select(key, usage.counted, usage.within_ms, count).where(usage.day >= since_day)
    if guild_id is not None:
        query = query.where(usage.guild_id == guild_id)
    return query.group_by(key, usage.counted, usage.within_ms)


def _votes(by: UsageBy, since_day: int, guild_id: int | None) -> Found:
    votes = VOTES.c
    keys: dict[UsageBy, ColumnElement[Any]] = {
        UsageBy.DAY: votes.voted_at // SECONDS_A_DAY,
        UsageBy.GUILD: func.coalesce(votes.guild_id, PRIVATE),
        UsageBy.CHANNEL: case((votes.guild_id.is_(None), PRIVATE), else_=votes.channel_id),
        UsageBy.CHAT_BOT: votes.chat_bot,
    }
    key = keys[by].label("key")
    query = select(key, votes.vote, literal(0), func.count()).where(
        votes.voted_at >= since_day * SECONDS_A_DAY
    )
    if guild_id is not None:
        query = query.where(votes.guild_id == guild_id)
    return query.group_by("key", votes.vote)
