"""A migrated database on a temporary file, and a look at it that does not go through the store."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import migrated_database

Rows = list[tuple[object, ...]]


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
def file(tmp_path: Path) -> Path:
    """An empty database at the newest revision."""
    return migrated_database(tmp_path / "bot.db")


@pytest.fixture
def url(file: Path) -> str:
    """Its URL; a lock is waited for a tenth of a second only."""
    return f"sqlite+aiosqlite:///{file}?timeout=0.1"


@pytest.fixture
async def store(url: str, time: Time) -> AsyncIterator[SqlStore]:
    async with SqlStore(url, now_s=time) as opened:
        yield opened


@pytest.fixture
def rows(file: Path) -> Callable[[str], Rows]:
    """What a query finds in the file."""

    def read(query: str) -> Rows:
        with closing(sqlite3.connect(file)) as connection:
            return connection.execute(query).fetchall()

    return read
