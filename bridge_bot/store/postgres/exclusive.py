"""A long transaction on a PostgreSQL database that no bot uses meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bridge_bot.core.errors import StoreError
from bridge_bot.store.dialects import database_now_s
from bridge_bot.store.postgres.engine import postgres_engine
from bridge_bot.store.postgres.errors import as_store_errors
from bridge_bot.store.postgres.schema import SCHEMA_LOCK
from bridge_bot.store.tables import TURNS
from bridge_bot.store.turn_rows import IS_UNFINISHED

ANSWER_S = 300.0
"""How long the server may take for one piece of work, in seconds, before it is given up as lost."""

_SETTINGS = {
    "lock_timeout": "10s",
    # The check of one database can take longer than a server lets the other one wait.
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    # If this machine or the network goes away, the server finds out, and undoes the transaction.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "6",
}

# Nobody waits for it: who has it changes the tables, or moves them as this does.
_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(:lock)").bindparams(lock=SCHEMA_LOCK)

_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'bridge-bot'"
    " AND datname = current_database() AND pid <> pg_backend_pid()"
)

_LEASES = select(TURNS.c.id).where(IS_UNFINISHED, TURNS.c.lease_until > database_now_s()).limit(1)

Result = TypeVar("Result")


@contextmanager
def exclusive_transaction(database_url: str, *, writes: bool) -> Iterator[PostgresTransaction]:
    """See `engines.exclusive_transaction`. The lock of changes of the schema is held meanwhile: a
    lock belongs to one database, so it also tells that two URLs name the same one.
    """
    engine = postgres_engine(database_url, statement_s=None)
    with asyncio.Runner() as runner:
        transaction = PostgresTransaction(runner, engine, "ACCESS EXCLUSIVE" if writes else "SHARE")
        try:
            transaction.begin()
            yield transaction
            if writes:
                transaction.run(lambda connection: connection.commit())
        finally:
            transaction.end()


class PostgresTransaction:
    """See `ExclusiveTransaction`. `lock_mode` is how tables are locked against others.

    asyncpg needs an event loop; it runs only while a method does.
    """

    def __init__(self, runner: asyncio.Runner, engine: AsyncEngine, lock_mode: str) -> None:
        self._runner = runner
        self._engine = engine
        self._lock_mode = lock_mode
        self._connection: AsyncConnection = engine.connect()

    def begin(self) -> None:
        """Connect to the server, and begin the transaction."""

        def begin(connection: Connection) -> object:
            for name, value in _SETTINGS.items():
                connection.exec_driver_sql(f"SET LOCAL {name} = '{value}'")
            return connection.scalar(_TRY_LOCK)

        self._await(self._connection.start())
        if not self.run(begin):
            raise StoreError(
                "the other URL names the same database, or another bridge-bot changes or moves its"
                " tables just now"
            )

    def end(self) -> None:
        """Undo what was not committed, and close the connection."""
        self._runner.run(self._close())

    def run(self, work: Callable[[Connection], Result]) -> Result:
        """See `ExclusiveTransaction`."""
        return self._await(self._connection.run_sync(work))

    def lock(self, tables: Collection[Table]) -> None:
        """See `ExclusiveTransaction`."""
        names = ", ".join(table.name for table in tables)

        def lock(connection: Connection) -> bool:
            others = connection.scalar(_OTHERS)
            if not others:
                connection.exec_driver_sql(f"LOCK TABLE {names} IN {self._lock_mode} MODE")
            return bool(others) or connection.scalar(_LEASES) is not None

        if self.run(lock):
            raise StoreError(
                "a bridge-bot runs on this database: stop it first; after a crash, wait a minute"
            )

    def _await(self, work: Coroutine[Any, Any, Result]) -> Result:
        async def done_in_time() -> Result:
            async with asyncio.timeout(ANSWER_S):
                return await work

        with as_store_errors():
            return self._runner.run(done_in_time())

    async def _close(self) -> None:
        if self._connection.sync_connection is not None:
            # The server undoes what is open when its connection ends. It may not answer any more.
            await self._connection.invalidate()
            await self._connection.close()
        await self._engine.dispose()
