"""Work on the schema of an SQLite file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, inspect

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import schema_engine
from bridge_bot.store.sqlite.errors import as_store_errors
from bridge_bot.store.sqlite.files import copied, database_file, is_there, make_private

Result = TypeVar("Result")


class SqliteSchema:
    """See `Schema`."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._engine = schema_engine(database_url)

    def prepare(self) -> list[str]:
        """See `Schema`. Makes the file and its folder, readable by their owner alone."""
        return make_private(self._url)

    def exists(self) -> bool:
        """See `Schema`."""
        file = database_file(self._url)
        return file is None or is_there(file)

    def check_exists(self) -> None:
        """See `Schema`."""
        if not self.exists():
            raise StoreError(f"there is no database {database_file(self._url)}: check DATABASE_URL")

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """See `Schema`."""
        with as_store_errors(), self._engine.connect() as connection:
            return work(connection)

    def change(self, work: Callable[[Connection], Result]) -> Result:
        """See `Schema`. From the first statement on nobody else writes."""
        with as_store_errors(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            result = work(connection)
            connection.commit()
            return result

    def copied(
        self, connection: Connection, revision: str | None
    ) -> AbstractContextManager[Path | None]:
        """A copy of the file, if there is anything in it."""
        if not inspect(connection).get_table_names():
            return nullcontext()
        main = connection.exec_driver_sql("PRAGMA database_list").first()
        return nullcontext() if main is None else copied(Path(main.file), revision)
