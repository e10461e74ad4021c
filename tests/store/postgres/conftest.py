"""A store that reaches its server by way of a proxy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest

from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.harness.postgres_proxy import PostgresProxy, postgres_proxy


@pytest.fixture
async def proxy(database: StoredDatabase) -> AsyncIterator[PostgresProxy]:
    async with postgres_proxy(database.url) as running:
        yield running


@pytest.fixture
async def store(proxy: PostgresProxy, time: Callable[[], float]) -> AsyncIterator[SqlStore]:
    async with SqlStore(proxy.url, now_s=time) as opened:
        yield opened


@pytest.fixture
def connections(database: StoredDatabase) -> Callable[[], int]:
    """How many connections the server has to the test's database, but for the one that asks."""

    def count() -> int:
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        [(number,)] = database.rows(f"{query} AND pid <> pg_backend_pid()")
        assert isinstance(number, int)
        return number

    return count
