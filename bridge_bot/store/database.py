"""How the modules of the store reach the database, whichever engine it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Executable, Select

Result = TypeVar("Result")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Database(Protocol):
    """A database in which work is done, one transaction at a time."""

    async def transaction(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work` in a transaction of its own, and return what it returns.

        The transaction is committed unless `work` raises. `work` may run in another thread, and to
        cancel the call does not stop it. Raises `StoreError`, also for an error of SQLAlchemy's.
        """


async def execute(database: Database, statement: Executable, values: Mapping[str, object]) -> int:
    """Run one statement in a transaction of its own. Returns how many rows it changed."""
    return await database.transaction(
        lambda connection: connection.execute(statement, values).rowcount
    )


def pairs(connection: Connection, query: Select[Key, Value]) -> dict[Key, Value]:
    """The rows of a query of two columns, as a mapping from the first to the second."""
    # As a list: a result has `keys`, so `dict` would take it for a mapping.
    return dict(connection.execute(query).all())
