"""The whole store: one database, and the aggregates that are kept in it.

No transaction reads first and then decides what to write: constraints, and conditions inside the
statements, decide. For two processes may use the database for a moment (a restart that overlaps, a
`migrate`), and SQLite fails a transaction that reads and then writes what another has changed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bridge_bot.store.conversations import SqlConversations
from bridge_bot.store.discord import SqlDiscord
from bridge_bot.store.sqlite.connection import SqliteConnection
from bridge_bot.store.sqlite.engine import sqlite_url
from bridge_bot.store.turns import SqlTurns


class SqlStore:
    """All that is stored. Use it inside `async with`, which opens and closes the database.

    `conversations` and `turns` are the core's, `discord` is the Discord adapter's. Each of their
    methods is one short transaction, and may raise `StoreError`.

    `now_s` gives the current time in seconds since the Unix epoch. The database must be at the
    newest revision already (`schema.upgrade`).
    """

    def __init__(self, database_url: str, *, now_s: Callable[[], float] = time.time) -> None:
        self._connection = SqliteConnection(sqlite_url(database_url))
        self.conversations = SqlConversations(self._connection, now_s)
        self.turns = SqlTurns(self._connection, now_s)
        self.discord = SqlDiscord(self._connection)

    async def __aenter__(self) -> Self:
        """Open the database. `StoreError` if it can't be used."""
        await self._connection.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Finish what was begun, and close the database."""
        await self._connection.close()
