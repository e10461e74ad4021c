"""A database of a test's own, on SQLite or, where `TEST_DATABASE` names a server, on PostgreSQL.

Most tests need it migrated; then it is a copy of one that each test process migrates once.
`tests.harness.postgres` starts such a server.
"""

from __future__ import annotations

import asyncio
import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alembic.config import Config
from sqlalchemy import Connection, make_url, select

from bridge_bot.core.model import UnfinishedTurn
from bridge_bot.store import schema
from bridge_bot.store.engines import is_shared, schema_of
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import TURNS

SERVER_URL = os.environ.get("TEST_DATABASE", "")
"""A database of a PostgreSQL server on which others may be made; empty: tests run on SQLite."""

Rows = list[tuple[Any, ...]]

_UNTIL_S = 30.0
_LOOK_AGAIN_S = 0.05

_made: list[str] = []


@dataclass(frozen=True)
class StoredDatabase:
    """A database, and a look at it that does not go through the store."""

    url: str

    @property
    def is_shared(self) -> bool:
        """Whether several processes may run on it."""
        return is_shared(self.url)

    def rows(self, query: str) -> Rows:
        """What a query finds."""

        def read(connection: Connection) -> Rows:
            return [tuple(row) for row in connection.exec_driver_sql(query)]

        return schema_of(self.url).read(read)

    async def until(self, query: str) -> Rows:
        """Wait until a query finds something, and return that."""
        async with asyncio.timeout(_UNTIL_S):
            while not (found := await asyncio.to_thread(self.rows, query)):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_AGAIN_S)
        return found

    def execute(self, *statements: str) -> None:
        """Change something, in one transaction."""

        def change(connection: Connection) -> None:
            for statement in statements:
                connection.exec_driver_sql(statement)

        schema_of(self.url).change(change)


def new_database(folder: Path, *, migrated: bool = True) -> StoredDatabase:
    """An empty database of this folder's test, at the newest revision unless not `migrated`.

    On SQLite it is the file `bot.db` in the folder; without `migrated` there is none yet.
    """
    if SERVER_URL:
        name = f"test_{hashlib.blake2b(os.fsencode(folder), digest_size=8).hexdigest()}"
        _made.append(name)
        template = _postgres_template() if migrated else "template0"
        _on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
        return StoredDatabase(_url_of(name))
    file = folder / "bot.db"
    if migrated:
        migrated_database(file)
    return StoredDatabase(f"sqlite+aiosqlite:///{file}")


def drop_databases() -> None:
    """Remove what was made on the server."""
    while _made:
        _on_server(f"DROP DATABASE IF EXISTS {_made.pop()} WITH (FORCE)")


def migrated_database(file: Path) -> Path:
    """Put an empty SQLite database at the newest revision there, and return the file."""
    shutil.copyfile(_sqlite_template(), file)
    file.chmod(0o600)  # as the bot makes its own; it warns of a file that others may read
    return file


def migrate(url: str, step: Callable[[Config, str], object], revision: str) -> None:
    """Do `upgrade` or `downgrade` of Alembic's commands to a revision, in one transaction."""
    schema_of(url).change(lambda connection: step(schema._config(connection), revision))


async def unfinished_turns(store: SqlStore) -> list[UnfinishedTurn]:
    """The unfinished turns in a store, whoever owns them; nothing is changed."""
    ids = await store._database.transaction(
        lambda connection: list(connection.scalars(select(TURNS.c.id)))
    )
    return await store.turns.unfinished(ids)


@cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bridge-bot-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "template.db"
    schema.upgrade(f"sqlite:///{file}")
    return file


@cache
def _postgres_template() -> str:
    name = f"template_{os.getpid()}"
    _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _on_server(f"CREATE DATABASE {name} TEMPLATE template0")
    schema.upgrade(_url_of(name))
    return name


def _url_of(name: str) -> str:
    return make_url(SERVER_URL).set(database=name).render_as_string(hide_password=False)


def _on_server(statement: str) -> None:
    """Run a statement that PostgreSQL does in no transaction."""

    async def run() -> None:
        import asyncpg  # noqa: PLC0415 - only where it is installed

        connection = await asyncpg.connect(SERVER_URL.replace("+asyncpg", ""))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()
