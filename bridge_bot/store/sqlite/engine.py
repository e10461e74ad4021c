"""Where the database is, as a parsed URL, and engines on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from sqlalchemy import URL, Engine, NullPool, Pool, create_engine, event
from sqlalchemy.engine.interfaces import CompiledCacheType, DBAPIConnection, Dialect
from sqlalchemy.util import LRUCache

from bridge_bot.core.errors import StoreError
from bridge_bot.store.database import parsed_url

LOCK_WAIT_S = 10
"""How long to wait for another program, such as a backup or `migrate`, to let go of the file,
unless the URL says otherwise: `?timeout=30`."""

_COMPILED: CompiledCacheType = LRUCache(500)  # as many as an engine of `create_engine` keeps
"""The statements that were compiled last, of all engines of this process."""


def sqlite_url(database_url: str) -> URL:
    """The parsed URL of an SQLite database; `StoreError` for any other, without repeating it."""
    url = parsed_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise StoreError("DATABASE_URL names a database that is not supported; use SQLite")
    return url if "timeout" in url.query else url.update_query_dict({"timeout": str(LOCK_WAIT_S)})


def schema_engine(database_url: str) -> Engine:
    """A blocking engine for work on the schema, whose transactions are begun by hand.

    Foreign keys stay unenforced on it: SQLite changes a table by copying and dropping it, which
    would delete the rows that refer to it. Python's driver begins no transaction before a CREATE
    or ALTER, so it is told to begin none at all.
    """
    url = sqlite_url(database_url)
    engine = sqlite_engine(url, NullPool, connector(url))
    event.listen(engine, "connect", _prepare)
    return engine


def sqlite_engine(url: URL, pool: type[Pool], connect: Callable[[], Any]) -> Engine:
    """An engine on an SQLite database, with this kind of pool and this way to connect.

    All engines of the process share one dialect and what was compiled for it. To compile a
    statement takes longer than to execute it, and what was compiled fits every file.
    """
    dialect = _dialect()
    return Engine(
        pool(connect, dialect=dialect),
        dialect,
        url.set(drivername="sqlite+pysqlite"),
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )


def connector(url: URL) -> Callable[[], sqlite3.Connection]:
    """Opens the database of a URL."""
    address, options = _dialect().create_connect_args(url.set(drivername="sqlite+pysqlite"))
    return partial(sqlite3.connect, *address, **options)


@cache
def _dialect() -> Dialect:
    """SQLAlchemy's dialect, which has asked this SQLite for what it can do."""
    engine = create_engine("sqlite+pysqlite://")
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    # A table that was copied and dropped leaves no question behind in the file.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()
