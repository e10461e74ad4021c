"""The store's connection to an SQLite file: a transaction is one call into aiosqlite's thread.

There is one connection, and so one thread. SQLite lets only one connection write at a time anyway:
transactions that wait here do so in the order in which they came, while connections that meet in
SQLite sleep and try again. A read waits with them; it takes about 0.01 ms.

aiosqlite has a call for each statement, but none for a whole transaction. So this file, and no
other, uses three of its private names: `_execute` (runs a function in the thread), `_conn` (the
connection of `sqlite3`) and `_thread`. For that reason pyproject.toml pins aiosqlite's minor
version, and tests/store/test_sqlite_connection.py fails if the names mean something else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import aiosqlite
from sqlalchemy import URL, Connection, StaticPool, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import connector, sqlite_engine
from bridge_bot.store.sqlite.errors import as_store_errors

QUEUE_S = 30.0
"""How long a transaction may wait for those before it, in seconds. While another program locks the
file, each of them lasts as long as a lock is waited for, and members would wait for the sum."""

_THREAD_ENDS_S = 5.0

Result = TypeVar("Result")


class SqliteConnection(aiosqlite.Connection):
    """The `Database` on one SQLite file, and the thread of aiosqlite that works on it.

    A whole transaction is one call into the thread. So it is never left half done, even if its
    caller is cancelled, and it takes a third of the time that a call for each statement takes
    (measured). That is why SQLAlchemy runs inside of the thread, and not by its own asyncio layer.

    `clock_s` gives seconds, in any thread; without it, the event loop's clock does.
    """

    def __init__(self, url: URL, *, clock_s: Callable[[], float] | None = None) -> None:
        self._clock_s = clock_s
        self._engine = sqlite_engine(url, StaticPool, lambda: self._conn)
        event.listen(self._engine, "connect", _prepare)
        super().__init__(connector(url), iter_chunk_size=1)
        self._thread.daemon = True  # a process that crashes must be able to end

    async def open(self) -> None:
        """Open the file, and find out whether it can be used. Raises `StoreError`."""
        try:
            with as_store_errors():
                await self
            await self.transaction(lambda _: None)
        except BaseException:
            await self.close()
            raise

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """See `Database`. Raises `StoreError` also if the work could not begin in `QUEUE_S`."""
        clock_s = self._clock_s or asyncio.get_running_loop().time
        latest_s = clock_s() + QUEUE_S

        def run() -> Result:
            if clock_s() > latest_s:
                raise StoreError("the database was too busy: the turn of this did not come in time")
            with self._engine.begin() as connection:
                return work(connection)

        with as_store_errors():
            done: Result = await self._execute(run)  # type: ignore[no-untyped-call]
        return done

    async def close(self) -> None:
        """Finish what was begun, and close the file.

        Waits until the thread has ended, at most `_THREAD_ENDS_S`: it reports its end to the event
        loop, which may be closed soon.
        """
        try:
            await super().close()
        finally:
            if self._thread.ident is not None:  # it was started
                await asyncio.to_thread(self._thread.join, _THREAD_ENDS_S)


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    # WAL lets a backup read while the bot writes; FULL keeps an accepted question through a power
    # cut, where NORMAL could lose the last ones.
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what was deleted, such as a question, is overwritten in the file
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
