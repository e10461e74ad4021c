"""Work on the schema of a PostgreSQL database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, text

from bridge_bot.store.postgres.engine import postgres_engine
from bridge_bot.store.postgres.errors import as_store_errors

SCHEMA_LOCK = 7305804402566193510
"""The advisory lock of who changes the tables; the number is any, but fixed."""

_LOCK = text("SELECT pg_advisory_xact_lock(:lock)").bindparams(lock=SCHEMA_LOCK)

READ_S = 20.0
"""How long reading may take, in seconds. A change takes as long as the tables are large."""

Result = TypeVar("Result")


class PostgresSchema:
    """See `Schema`. There is no copy before an upgrade: backups of a server are its operator's."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url

    def prepare(self) -> list[str]:
        """Nothing: the server has the files, and its operator makes the database."""
        return []

    def exists(self) -> bool:
        """True: the server says it itself if there is no such database."""
        return True

    def check_exists(self) -> None:
        """The server says it itself if there is no such database."""

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """See `Schema`."""
        return self._in_thread(work, READ_S)

    def change(self, work: Callable[[Connection], Result]) -> Result:
        """See `Schema`. PostgreSQL undoes changes of tables like any others."""

        def change(connection: Connection) -> Result:
            connection.execute(_LOCK)
            return work(connection)

        return self._in_thread(change, None)

    def copied(
        self,
        connection: Connection,  # noqa: ARG002 - SQLite needs both
        revision: str | None,  # noqa: ARG002
    ) -> AbstractContextManager[Path | None]:
        """None: there is no copy."""
        return nullcontext(None)

    def _in_thread(self, work: Callable[[Connection], Result], limit_s: float | None) -> Result:
        """Run the work in an event loop of its own: asyncpg needs one, and this may be called
        where one is running. It may take `limit_s` seconds; None: as long as it does.
        """
        with ThreadPoolExecutor(1, "schema of the database") as thread:
            return thread.submit(asyncio.run, self._transaction(work, limit_s)).result()

    async def _transaction(
        self, work: Callable[[Connection], Result], limit_s: float | None
    ) -> Result:
        with as_store_errors():
            engine = postgres_engine(self._url, statement_s=None)
            try:
                async with asyncio.timeout(limit_s), engine.begin() as connection:
                    return await connection.run_sync(work)
            finally:
                await engine.dispose()
