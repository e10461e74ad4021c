"""A migrated database on a temporary file, and a look at it that does not go through the store."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore

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


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database at the newest revision, migrated once."""
    file = tmp_path_factory.mktemp("store") / "template.db"
    schema.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    """A fresh copy of the empty database."""
    return Path(shutil.copy(template, tmp_path / "bot.db"))


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
