"""How the database is reached: one engine for the store's work, one for work on the schema.

The store has a single connection, and with it a single thread of aiosqlite. SQLite has one writer
at a time anyway; waiting for a connection here is fair and cheap, while writers that meet inside
SQLite sleep and try again. A read takes about 0.01 ms of SQLite's time, so it can wait its turn.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import aiosqlite
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    NullPool,
    StaticPool,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError

from bridge_bot.core.errors import StoreError

LOCK_WAIT_S = 10
"""How long to wait for another program, such as a backup or `migrate`, to let go of the file,
unless the URL says otherwise: `?timeout=30`."""

QUEUE_S = 30.0
"""How long something may wait for what was to be done before it. While another program locks the
file each of those takes as long as a lock is waited for, and members would wait for all of them."""

_THREAD_ENDS_S = 5.0

Result = TypeVar("Result")


def sqlite_url(database_url: str) -> URL:
    """The parsed URL of an SQLite database; `StoreError` for any other, without repeating it."""
    try:
        url = make_url(database_url)
    except ArgumentError:
        raise StoreError("DATABASE_URL is not a database URL") from None
    if url.get_backend_name() != "sqlite":
        raise StoreError("DATABASE_URL names a database that is not supported; use SQLite")
    return url if "timeout" in url.query else url.update_query_dict({"timeout": str(LOCK_WAIT_S)})


class StoreConnection(aiosqlite.Connection):
    """The store's connection to its file, and the thread of aiosqlite that works on it.

    Await it to open it. A whole transaction is one call into the thread: so it is never left half
    done, however its caller is cancelled, and it costs a third of what a call for each statement
    does (measured). That is why SQLAlchemy speaks to the file inside of the thread, and not
    through its own asyncio layer.

    `clock` gives seconds.
    """

    def __init__(self, url: URL, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        url = url.set(drivername="sqlite+pysqlite")
        self._engine = create_engine(
            url, creator=lambda: self._conn, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(self._engine, "connect", _prepare)
        address, options = self._engine.dialect.create_connect_args(url)
        super().__init__(partial(sqlite3.connect, *address, **options), iter_chunk_size=1)
        self._thread.daemon = True  # a process that crashes must be able to end

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` returns, which is called in the thread with a transaction of its own.

        It is committed unless `work` raises. To cancel the call does not stop the work. Raises
        `StoreError` if its turn did not come within `QUEUE_S`.
        """
        until = self._clock() + QUEUE_S
        done: Result = await self._execute(self._within_transaction, work, until)  # type: ignore[no-untyped-call]
        return done

    def _within_transaction(self, work: Callable[[Connection], Result], until: float) -> Result:
        if self._clock() > until:
            raise StoreError("the database was too busy: the turn of this did not come in time")
        with self._engine.begin() as connection:
            return work(connection)

    async def close(self) -> None:
        """Finish what was begun, close the file and wait, for at most five seconds, until the
        thread has ended: it would report to an event loop that may be closed by then.
        """
        try:
            await super().close()
        finally:
            if self._thread.ident is not None:  # it was started
                await asyncio.to_thread(self._thread.join, _THREAD_ENDS_S)


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
