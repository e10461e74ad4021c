"""The whole store: one database, and the aggregates that are kept in it.

No transaction reads first and then decides what to write: constraints, and conditions inside the
statements, decide. For several processes may use the database, and what one has read another may
have changed by the time that it writes; SQLite fails such a transaction.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bridge_bot.core.events import Observe, unobserved
from bridge_bot.store.answers.results import SqlResults
from bridge_bot.store.answers.sources import SqlSources
from bridge_bot.store.answers.usage import SqlUsage
from bridge_bot.store.answers.votes import SqlVotes
from bridge_bot.store.conversations import SqlConversations
from bridge_bot.store.discord import SqlDiscord
from bridge_bot.store.engines import database
from bridge_bot.store.gateway.shard_leases import SqlShardLeases
from bridge_bot.store.guilds.guild_settings import SqlGuildSettings
from bridge_bot.store.guilds.known_guilds import SqlKnownGuilds
from bridge_bot.store.handoffs.handoffs import SqlHandoffs
from bridge_bot.store.limits.pauses import SqlPauses
from bridge_bot.store.limits.request_counts import SqlRequestCounts
from bridge_bot.store.members.disclosures import SqlDisclosures
from bridge_bot.store.members.member_rows import SqlMemberData
from bridge_bot.store.members.opt_outs import SqlOptOuts
from bridge_bot.store.members.preferences import SqlPreferences
from bridge_bot.store.removal.old_rows import SqlOldRows
from bridge_bot.store.removal.places import SqlPlaces
from bridge_bot.store.shards import Shards
from bridge_bot.store.turns import SqlTurns


class SqlStore:
    """All that is stored. Use it inside `async with`, which opens and closes the database.

    `discord`, `known_guilds` and `shard_leases` are the Discord adapter's, all others are the
    core's. Each of their methods is a short transaction or a few, and may raise `StoreError`.

    `now_s` gives the current time in seconds since the Unix epoch. `shards` are those that this
    process serves, None for all; it takes up no turns of others. What can't be read, and is left
    out, is handed to `observe`. The database must be at the newest revision already
    (`schema.upgrade`).
    """

    def __init__(
        self,
        database_url: str,
        *,
        now_s: Callable[[], float] = time.time,
        shards: Shards | None = None,
        observe: Observe = unobserved,
    ) -> None:
        self._database = database(database_url)
        self.conversations = SqlConversations(self._database, now_s)
        self.turns = SqlTurns(self._database, now_s, shards)
        self.sources = SqlSources(self._database)
        self.results = SqlResults(self._database)
        self.requests = SqlRequestCounts(self._database)
        self.pauses = SqlPauses(self._database)
        self.guild_settings = SqlGuildSettings(self._database, observe)
        self.opt_outs = SqlOptOuts(self._database)
        self.preferences = SqlPreferences(self._database)
        self.disclosures = SqlDisclosures(self._database)
        self.handoffs = SqlHandoffs(self._database)
        self.votes = SqlVotes(self._database, now_s)
        self.old_rows = SqlOldRows(self._database)
        self.places = SqlPlaces(self._database)
        self.member_data = SqlMemberData(self._database, now_s)
        self.known_guilds = SqlKnownGuilds(self._database, now_s)
        self.usage = SqlUsage(self._database)
        self.discord = SqlDiscord(self._database)
        self.shard_leases = SqlShardLeases(self._database)

    async def __aenter__(self) -> Self:
        """Open the database. `StoreError` if it can't be used."""
        await self._database.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Finish what was begun, and close the database."""
        await self._database.close()
