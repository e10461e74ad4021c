"""The store's connections to a PostgreSQL server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError

from bridge_bot.store.postgres.engine import postgres_engine
from bridge_bot.store.postgres.errors import RETRIED, as_store_errors, code_of, is_unreachable

TRANSACTION_S = 15.0
"""How long a transaction may take, in seconds, once it has a connection. The server ends a slow
statement before that; this is for a server, or a network, that says nothing any more.
"""

_ATTEMPTS = 3

_FINISH_S = 1.0
"""How long a transaction goes on, in seconds, whose call was cancelled."""

_CLOSE_S = 2.0
"""How long to wait for the server when a connection is closed, in seconds."""

Result = TypeVar("Result")


class PostgresConnections:
    """The `Database` on a PostgreSQL server: a pool of connections, one for each transaction.

    A connection that was closed is replaced by another one, so the store works again as soon as the
    server does. A transaction whose connection is lost before its COMMIT is done again; at its
    COMMIT it may have been done or not, and the caller gets a `StoreUnreachable`.
    """

    def __init__(self, database_url: str) -> None:
        self._engine = postgres_engine(database_url)
        self._idle: set[DBAPIConnection] = set()  # those that are open and wait in the pool
        event.listen(self._engine.sync_engine, "checkin", self._note_idle)
        event.listen(self._engine.sync_engine, "checkout", self._take)

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
        """Do a transaction. One that met another one, or lost its connection, and was
        undone for certain, is done again.
        """
        with as_store_errors():
            for _ in range(_ATTEMPTS - 1):
                try:
                    return await self._once(work)
                except DBAPIError as error:
                    # Of an error of COMMIT there is no statement.
                    was_lost = is_unreachable(error) and error.statement is not None
                    if not was_lost and code_of(error) not in RETRIED:
                        raise
            return await self._once(work)

    async def close(self) -> None:
        """Close all connections; a server that says nothing is waited for `_CLOSE_S`."""
        closing = [_driver(each).close(timeout=_CLOSE_S) for each in self._idle]
        # What fails is closed all the same. The pool would wait for each, for as long as it takes.
        await asyncio.gather(*closing, return_exceptions=True)
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
                for each in self._idle:
                    _driver(each).terminate()
            raise

    def _note_idle(self, connection: DBAPIConnection | None, _record: object) -> None:
        if connection is not None:  # it was not closed meanwhile
            self._idle.add(connection)

    def _take(self, connection: DBAPIConnection, _record: object, _proxy: object) -> None:
        """Have the pool open another connection in place of one that was closed in it.

        That costs nothing, while a ping before each transaction takes longer than most of them.
        """
        self._idle.discard(connection)
        if _driver(connection).is_closed():
            raise DisconnectionError("this connection was closed")


def _driver(connection: DBAPIConnection) -> Any:
    """The connection of asyncpg."""
    return connection.driver_connection
