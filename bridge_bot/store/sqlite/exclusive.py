"""A long transaction on an SQLite file that no bot uses meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Table

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import schema_engine
from bridge_bot.store.sqlite.errors import as_store_errors
from bridge_bot.store.sqlite.files import database_file, is_there, make_private
from bridge_bot.store.sqlite.run_lock import run_lock

Result = TypeVar("Result")


@contextmanager
def exclusive_transaction(database_url: str, *, writes: bool) -> Iterator[SqliteTransaction]:
    """See `engines.exclusive_transaction`. The lock of `run` is held meanwhile."""
    file = database_file(database_url)
    if not writes and file is not None and not (is_there(file) and file.is_file()):
        raise StoreError(f"there is no file {file}")
    with run_lock(database_url):
        if writes:
            make_private(database_url)
        with as_store_errors():
            connection = schema_engine(database_url).connect()
        with connection:  # what is not committed is undone
            transaction = SqliteTransaction(connection)
            # From now on nobody else can write, whatever program it is.
            transaction.run(lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
            yield transaction
            if writes:
                transaction.run(lambda connection: connection.commit())


class SqliteTransaction:
    """See `ExclusiveTransaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self, work: Callable[[Connection], Result]) -> Result:
        """See `ExclusiveTransaction`."""
        with as_store_errors():
            return work(self._connection)

    def lock(self, tables: Collection[Table]) -> None:  # noqa: ARG002 - the whole file is locked
        """See `ExclusiveTransaction`. Looks whether the file is damaged: then some rows may not be
        found, without an error.
        """
        found = self.run(lambda connection: connection.exec_driver_sql("PRAGMA quick_check(1)"))
        if found.scalar() != "ok":
            raise StoreError("the database file is damaged: restore it from a backup")
