"""A migrated database of the test's own, on either engine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import Rows, StoredDatabase, new_database


class Time:
    """The time of the tests, in seconds since the Unix epoch; they set it."""

    def __init__(self) -> None:
        self.now_s = 1_000.9

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def database(tmp_path: Path) -> StoredDatabase:
    """An empty database at the newest revision."""
    return new_database(tmp_path)


@pytest.fixture
def file(database: StoredDatabase, tmp_path: Path) -> Path:
    """Its file, where it is SQLite's."""
    return tmp_path / "bot.db"


@pytest.fixture
def url(database: StoredDatabase) -> str:
    """Its URL; in SQLite a lock is waited for a tenth of a second only."""
    return database.url + ("?timeout=0.1" if database.url.startswith("sqlite") else "")


@pytest.fixture
async def store(url: str, time: Time) -> AsyncIterator[SqlStore]:
    async with SqlStore(url, now_s=time) as opened:
        yield opened


@pytest.fixture
def rows(database: StoredDatabase) -> Callable[[str], Rows]:
    """What a query finds, not through the store."""
    return database.rows
