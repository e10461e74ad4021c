"""The store's connections to a PostgreSQL server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bridge_bot.store.postgres.engine import postgres_engine
from bridge_bot.store.postgres.errors import RETRIED, as_store_errors, code_of, is_unreachable

TRANSACTION_S = 15.0
"""How long a transaction may take, in seconds, once it has a connection. The server ends a slow
statement before that; this is for a server, or a network, that says nothing any more.
"""

_ATTEMPTS = 3

Result = TypeVar("Result")


class PostgresConnections:
    """The `Database` on a PostgreSQL server: a pool of connections, one for each transaction.

    A connection that the server has closed is replaced by another one, so the store works again as
    soon as the server does. A transaction whose connection is lost at its COMMIT may have been done
    or not: the caller gets a `StoreUnreachable`, and `SqlTurns` finds out later.
    """

    def __init__(self, database_url: str) -> None:
        self._engine = postgres_engine(database_url)

    async def open(self) -> None:
        """Find out whether the database can be used. Raises `StoreError`."""
        try:
            await self.transaction(lambda _: None)
        except BaseException:
            await self.close()
            raise

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """See `Database`. A transaction that met another one, and was undone, is done again."""
        with as_store_errors():
            for _ in range(_ATTEMPTS - 1):
                try:
                    return await self._once(work)
                except DBAPIError as error:
                    if code_of(error) not in RETRIED:
                        raise
            return await self._once(work)

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()

    async def _once(self, work: Callable[[Connection], Result]) -> Result:
        try:
            async with (
                self._engine.connect() as connection,
                asyncio.timeout(TRANSACTION_S),
                connection.begin(),
            ):
                return await connection.run_sync(work)
        except (DBAPIError, OSError) as error:
            if is_unreachable(error):
                # The others are connected to the same server, and are no better.
                await self._engine.dispose()
            raise
