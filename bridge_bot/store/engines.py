"""The two engines: which one a URL names, and what the store needs of it.

What belongs to PostgreSQL is imported only for a URL of it: SQLAlchemy's asyncio and asyncpg come
with the extra `postgres`, and take memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from functools import partial

from bridge_bot.store.database import Database, ExclusiveTransaction, Schema, parsed_url
from bridge_bot.store.sqlite.connection import SqliteConnection
from bridge_bot.store.sqlite.engine import sqlite_url
from bridge_bot.store.sqlite.exclusive import exclusive_transaction as sqlite_transaction
from bridge_bot.store.sqlite.files import is_same_file
from bridge_bot.store.sqlite.files import require_creatable as sqlite_require_creatable
from bridge_bot.store.sqlite.run_lock import lock_holder as sqlite_lock_holder
from bridge_bot.store.sqlite.run_lock import run_lock as sqlite_run_lock
from bridge_bot.store.sqlite.schema import SqliteSchema


def _is_postgres(database_url: str) -> bool:
    """Whether a URL names a PostgreSQL database. `StoreError` if it is no URL."""
    return parsed_url(database_url).get_backend_name() == "postgresql"


def database(database_url: str) -> Database:
    """The database of a URL, not opened yet. `StoreError` if the URL is wrong."""
    if _is_postgres(database_url):
        from bridge_bot.store.postgres.connection import PostgresConnections  # noqa: PLC0415

        return PostgresConnections(database_url)
    return SqliteConnection(sqlite_url(database_url))


async def reach(database_url: str) -> None:
    """Find out whether the server of the database can be reached and lets one in; of an SQLite file
    nothing is asked. Raises `StoreError`.

    Unlike work on the schema, which is done in a thread, this ends at once when it is cancelled.
    """
    if _is_postgres(database_url):
        server = database(database_url)
        await server.open()
        await server.close()


def schema_of(database_url: str) -> Schema:
    """The schema of the database of a URL."""
    if _is_postgres(database_url):
        from bridge_bot.store.postgres.schema import PostgresSchema  # noqa: PLC0415

        return PostgresSchema(database_url)
    return SqliteSchema(database_url)


def is_shared(database_url: str) -> bool:
    """Whether several processes may run on the database at once; leases tell which process answers
    which turn. Of an SQLite file they may not: see `run_lock`.
    """
    return _is_postgres(database_url)


def require_creatable(database_url: str) -> None:
    """Raise a `StoreError` if an SQLite file can't be made where the URL says. A server makes no
    databases.
    """
    if not _is_postgres(database_url):
        sqlite_require_creatable(database_url)


def run_lock(database_url: str) -> AbstractContextManager[None]:
    """Keeps other processes off the database while this one runs, unless they may share it."""
    return nullcontext() if is_shared(database_url) else sqlite_run_lock(database_url)


def identify_lock(database_url: str) -> Callable[[int], AbstractAsyncContextManager[None]] | None:
    """Locks, one for each number, of all processes that share the database; None if one process
    alone uses it. Entering one waits for others, and may raise `StoreError`.
    """
    if not _is_postgres(database_url):
        return None
    from bridge_bot.store.postgres.identify_lock import identify_lock as lock  # noqa: PLC0415

    return partial(lock, database_url)


def lock_holder(database_url: str) -> str:
    """The number of the process that `run_lock` lets use the database; empty if there is none, or
    several may.
    """
    return "" if is_shared(database_url) else sqlite_lock_holder(database_url)


def exclusive_transaction(
    database_url: str, *, writes: bool
) -> AbstractContextManager[ExclusiveTransaction]:
    """A long transaction on a database that no bot uses meanwhile; `StoreError` if one does.

    It is committed at the end of the context, or undone if that raises. Without `writes` the
    database must be there, and nothing in it is changed. For programs that have no event loop.
    """
    if _is_postgres(database_url):
        from bridge_bot.store.postgres.exclusive import (  # noqa: PLC0415
            exclusive_transaction as postgres_transaction,
        )

        return postgres_transaction(database_url, writes=writes)
    return sqlite_transaction(database_url, writes=writes)


def are_one_file(database_url: str, other_url: str) -> bool:
    """Whether both URLs name the same SQLite file."""
    urls = (database_url, other_url)
    return not any(map(_is_postgres, urls)) and is_same_file(*urls)
