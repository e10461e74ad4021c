"""The store on an SQLite file: one connection, and what is kept through it.

Two processes may share the file for a moment (a restart that overlaps, a `migrate`), so nothing
is decided by reading first: constraints and conditions inside the statements decide. That also
keeps SQLite from failing a read transaction that turns into a write.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bridge_bot.store.conversations import SqlConversations
from bridge_bot.store.discord import SqlDiscord
from bridge_bot.store.engine import sqlite_url
from bridge_bot.store.errors import as_store_errors
from bridge_bot.store.sqlite_connection import SqliteConnection
from bridge_bot.store.turns import SqlTurns


class SqlStore:
    """All that is stored. Use it inside `async with`, which opens and closes the file.

    `conversations` and `turns` are what the core keeps, `discord` is what only its adapter does.
    Each of their methods is one short transaction, and may raise `StoreError`.

    `now_s` gives the current time in seconds since the Unix epoch. The schema must be there
    already (`schema.upgrade`).
    """

    def __init__(self, database_url: str, *, now_s: Callable[[], float] = time.time) -> None:
        self._connection = SqliteConnection(sqlite_url(database_url))
        self.conversations = SqlConversations(self._connection, now_s)
        self.turns = SqlTurns(self._connection, now_s)
        self.discord = SqlDiscord(self._connection)

    async def __aenter__(self) -> Self:
        """Open the file, so that a database that cannot be used is known at once."""
        try:
            with as_store_errors():
                await self._connection
            await self._connection.transaction(lambda _: None)
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
