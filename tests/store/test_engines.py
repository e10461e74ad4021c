"""Which engine a URL gets, and what of it is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.store import engines
from bridge_bot.store.postgres.connection import PostgresConnections
from bridge_bot.store.postgres.schema import PostgresSchema
from bridge_bot.store.sqlite.connection import SqliteConnection
from bridge_bot.store.sqlite.schema import SqliteSchema
from tests.harness.database import StoredDatabase, migrated_database

ADD = "INSERT INTO watermarks VALUES (1, 2)"
POSTGRES = "postgresql+asyncpg://me:the-secret@localhost/db"


def marks(database: StoredDatabase) -> list[tuple[object, ...]]:
    return database.rows("SELECT * FROM watermarks")


async def test_a_url_gets_the_database_and_the_schema_of_its_engine(tmp_path: Path) -> None:
    file = f"sqlite+aiosqlite:///{tmp_path}/bot.db"
    assert isinstance(engines.database(file), SqliteConnection)
    assert isinstance(engines.schema_of(file), SqliteSchema)
    assert isinstance(engines.database(POSTGRES), PostgresConnections)
    assert isinstance(engines.schema_of(POSTGRES), PostgresSchema)


@pytest.mark.parametrize("url", ["mysql://me:the-secret@h/db", "me:the-secret", "sqlite://:the"])
@pytest.mark.parametrize("take", [engines.database, engines.schema_of])
def test_any_other_url_is_refused_without_being_repeated(take: object, url: str) -> None:
    assert callable(take)
    with pytest.raises(StoreError, match="DATABASE_URL") as caught:
        take(url)
    assert "secret" not in str(caught.value)


def test_one_process_may_run_on_a_file_and_several_on_postgresql(tmp_path: Path) -> None:
    file = f"sqlite+aiosqlite:///{tmp_path}/bot.db"
    assert not engines.is_shared(file)
    with engines.run_lock(file), pytest.raises(StoreError, match="another bridge-bot already runs"):
        engines.run_lock(file).__enter__()
    assert engines.is_shared(POSTGRES)
    with engines.run_lock(POSTGRES), engines.run_lock(POSTGRES):
        pass


def test_sqlite_needs_nothing_of_postgresql(tmp_path: Path) -> None:
    """Memory, and an installation without the extra `postgres`."""
    url = f"sqlite+aiosqlite:///{migrated_database(tmp_path / 'bot.db')}"
    script = f"""
import asyncio, sys
from bridge_bot import app
from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore
async def main():
    async with SqlStore({url!r}) as store:
        await store.discord.move_watermark(0, 1)
schema.upgrade({url!r})
asyncio.run(main())
other = {{"asyncpg", "greenlet", "sqlalchemy.ext.asyncio", "sqlalchemy.dialects.postgresql"}}
loaded = other & set(sys.modules)
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_an_exclusive_transaction_is_committed_at_its_end(database: StoredDatabase) -> None:
    with engines.exclusive_transaction(database.url, writes=True) as transaction:
        transaction.run(lambda connection: connection.exec_driver_sql(ADD))
        assert marks(database) == []
    assert marks(database) == [(1, 2)]


@pytest.mark.parametrize("writes", [True, False])
def test_an_exclusive_transaction_is_undone_if_it_may_not_write_or_fails(
    database: StoredDatabase, writes: bool
) -> None:
    def add() -> None:
        with engines.exclusive_transaction(database.url, writes=writes) as transaction:
            transaction.run(lambda connection: connection.exec_driver_sql(ADD))
            if writes:
                raise InterruptedError

    if writes:
        with pytest.raises(InterruptedError):
            add()
    else:
        add()
    assert marks(database) == []
