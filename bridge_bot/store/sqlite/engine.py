"""Where the database is, as a parsed URL, and the engine for work on its schema."""

from __future__ import annotations

from sqlalchemy import URL, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.database import parsed_url

LOCK_WAIT_S = 10
"""How long to wait for another program, such as a backup or `migrate`, to let go of the file,
unless the URL says otherwise: `?timeout=30`."""


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
    engine = create_engine(
        sqlite_url(database_url).set(drivername="sqlite+pysqlite"),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    # A table that was copied and dropped leaves no question behind in the file.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()
