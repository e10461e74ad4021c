"""How the modules of the store reach the database, whichever engine it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import URL, CompoundSelect, Connection, Executable, Select, Table, make_url
from sqlalchemy.exc import ArgumentError

from bridge_bot.core.errors import StoreError
from bridge_bot.store.dialects import PerDialect

Result = TypeVar("Result")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Database(Protocol):
    """A database in which work is done, each in a transaction of its own."""

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work` in a transaction of its own, and return what it returns.

        The transaction is committed unless `work` raises. `work` may run in another thread, may be
        called again if its transaction was undone, and is done whole or not at all: also if the
        call is cancelled. Raises `StoreError`, also for an error of SQLAlchemy's.
        """

    async def open(self) -> None:
        """Connect, and find out whether the database can be used. Raises `StoreError`."""

    async def close(self) -> None:
        """Finish or undo what was begun, and close the database."""


class Schema(Protocol):
    """A database whose tables are looked at and changed. Every method blocks, and may raise
    `StoreError`.
    """

    def prepare(self) -> list[str]:
        """Make what an empty database needs, and see that nobody else can read it. Returns a
        sentence about each file that others could read.
        """

    def exists(self) -> bool:
        """Whether there is such a database, where reading would make one."""

    def check_exists(self) -> None:
        """Raise a `StoreError` if there is no such database, where reading would make one."""

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work`, which only reads, and return what it returns."""

    def change(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work` in a transaction while nobody else can change the tables. Of two programs
        that do it at once, one waits. It is committed unless `work` raises.
        """

    def copied(
        self, connection: Connection, revision: str | None
    ) -> AbstractContextManager[Path | None]:
        """Inside of the context there is a copy of the database, None where the engine makes none.
        It is removed again if the context raises.
        """


class ExclusiveTransaction(Protocol):
    """One long transaction on a database that no other process uses meanwhile.

    Both methods block, and may raise `StoreError`.
    """

    def run(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work` in the transaction, and return what it returns."""

    def lock(self, tables: Collection[Table]) -> None:
        """Keep everybody else from these tables until the end of the transaction. `StoreError` if
        a bot runs on them, or the database is found damaged.
        """


def parsed_url(database_url: str) -> URL:
    """The parts of a database's URL; `StoreError`, without repeating it, if it is none."""
    try:
        return make_url(database_url)
    except (ArgumentError, ValueError):
        raise StoreError("DATABASE_URL is not a database URL") from None


async def execute(
    database: Database, statement: Executable | PerDialect, values: Mapping[str, object]
) -> int:
    """Run one statement in a transaction of its own. Returns how many rows it changed."""

    def run(connection: Connection) -> int:
        of_engine = statement.on(connection) if isinstance(statement, PerDialect) else statement
        return connection.execute(of_engine, values).rowcount

    return await database.transaction(run)


def pairs(
    connection: Connection,
    query: Select[Key, Value] | CompoundSelect[Key, Value],
    values: Mapping[str, object] | None = None,
) -> dict[Key, Value]:
    """The rows of a query of two columns, as a mapping from the first to the second."""
    # As a list: a result has `keys`, so `dict` would take it for a mapping.
    return dict(connection.execute(query, values).all())
