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

_FINISH_S = 1.0
"""How long a transaction goes on, in seconds, whose call was cancelled."""

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
            await self._repeated(lambda _: None)
        except BaseException:
            await self.close()
            raise

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """See `Database`. What was begun is finished, as on SQLite, if the call is cancelled: a
        message of a reply must not be forgotten because its turn ends while it is stored.
        """
        task = asyncio.create_task(self._repeated(work), name="transaction")
        # So that asyncio logs nothing of an error that a cancelled call does not wait for.
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            await asyncio.wait({task}, timeout=_FINISH_S)
            raise
        finally:
            task.cancel()
        return task.result()

    async def _repeated(self, work: Callable[[Connection], Result]) -> Result:
        """Do a transaction; again, if it met another one and was undone."""
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
