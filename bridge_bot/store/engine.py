"""How the database is reached: one engine for the store's work, one for work on the schema.

The store has a single connection, and with it a single thread of aiosqlite. SQLite has one writer
at a time anyway; waiting for a connection here is fair and cheap, while writers that meet inside
SQLite sleep and try again. A read takes about 0.01 ms of SQLite's time, so it can wait its turn.
"""

from __future__ import annotations

import asyncio
from threading import Thread

import aiosqlite
from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bridge_bot.core.errors import StoreError

LOCK_WAIT_S = 10
"""How long to wait for another program, such as a backup or `migrate`, to let go of the file,
unless the URL says otherwise: `?timeout=30`."""


def sqlite_url(database_url: str) -> URL:
    """The parsed URL of an SQLite database; `StoreError` for any other, without repeating it."""
    try:
        url = make_url(database_url)
    except ArgumentError:
        raise StoreError("DATABASE_URL is not a database URL") from None
    if url.get_backend_name() != "sqlite":
        raise StoreError("DATABASE_URL names a database that is not supported; use SQLite")
    return url if "timeout" in url.query else url.update_query_dict({"timeout": str(LOCK_WAIT_S)})


class StoreConnection:
    """The store's engine and the threads of aiosqlite behind it; `close` ends both.

    aiosqlite serves a connection from a thread. When a connection cannot be opened, or a call is
    cancelled, the thread is told to end and nobody waits for it; it then reports to an event loop
    that may be closed by that time. So every thread is kept here, and waited for.
    """

    def __init__(self, database_url: str) -> None:
        url = sqlite_url(database_url).set(drivername="sqlite+aiosqlite")
        self._address, self._options = url.get_dialect()().create_connect_args(url)
        self._threads: list[Thread] = []
        self.engine: AsyncEngine = create_async_engine(
            url, async_creator=self._open, pool_size=1, max_overflow=0, hide_parameters=True
        )
        event.listen(self.engine.sync_engine, "connect", _prepare)

    async def close(self) -> None:
        """Close the file and wait, for at most five seconds each, until its threads have ended."""
        await self.engine.dispose()
        for thread in self._threads:
            await asyncio.to_thread(thread.join, 5)

    async def _open(self) -> aiosqlite.Connection:
        connection = aiosqlite.connect(*self._address, **self._options)
        thread = connection._thread  # noqa: SLF001 - there is no public way to it
        thread.daemon = True  # as SQLAlchemy does: a process that crashes must be able to end
        self._threads = [*(old for old in self._threads if old.is_alive()), thread]
        return await connection


def schema_engine(database_url: str) -> Engine:
    """A blocking engine for work on the schema, whose transactions are begun by hand.

    Foreign keys stay unenforced on it: SQLite changes a table by copying and dropping it, which
    would delete the rows that refer to it. Python's driver begins no transaction before a CREATE
    or ALTER, so it is told to begin none at all.
    """
    engine = create_engine(
        sqlite_url(database_url).set(drivername="sqlite+pysqlite"),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _begin_by_hand)
    return engine


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


def _begin_by_hand(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None
