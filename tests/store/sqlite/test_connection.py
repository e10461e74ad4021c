"""A transaction is one call into aiosqlite's thread: what that needs of aiosqlite, and promises."""

from __future__ import annotations

import asyncio
import inspect
import sqlite3
import threading
import tomllib
from importlib.metadata import version
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.sqlite.connection import QUEUE_S, SqliteConnection
from bridge_bot.store.sqlite.engine import sqlite_url

ROOT = Path(__file__).parents[3]


async def test_aiosqlite_has_the_private_names_that_are_used_of_it() -> None:
    """If this fails, look at `store/sqlite/connection.py` before the pin is moved."""
    connection = aiosqlite.Connection(lambda: sqlite3.connect(":memory:"), iter_chunk_size=1)
    assert isinstance(connection._thread, threading.Thread)
    assert not connection._thread.daemon
    assert list(inspect.signature(connection._execute).parameters) == ["fn", "args", "kwargs"]
    await connection
    try:
        assert isinstance(connection._conn, sqlite3.Connection)
        assert await connection._execute(threading.current_thread) is connection._thread  # type: ignore[no-untyped-call]
    finally:
        await connection.close()


def test_aiosqlite_is_pinned_to_the_minor_version_that_was_looked_at() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert "aiosqlite>=0.22,<0.23" in project["dependencies"]
    assert version("aiosqlite").startswith("0.22.")


async def test_the_file_is_in_wal_mode_with_full_synchronisation_and_foreign_keys(
    store: SqlStore,
) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
    values = await store._database.transaction(
        lambda connection: [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    )
    assert values == ["wal", 2, 1, 100, 1]


async def test_what_waited_too_long_for_its_turn_is_refused_and_what_comes_next_is_not(
    url: str,
) -> None:
    """As while the file is locked, and everything before takes as long as a lock is waited for."""
    now = [0.0]
    go_on, begun = threading.Event(), threading.Event()

    def hold(_: Connection) -> bool:
        begun.set()
        return go_on.wait(10)

    connection = SqliteConnection(sqlite_url(url), clock_s=lambda: now[0])
    await connection
    try:
        first = asyncio.create_task(connection.transaction(hold))
        await asyncio.to_thread(begun.wait, 10)
        second = asyncio.create_task(connection.transaction(lambda _: "too late"))
        await asyncio.sleep(0)
        now[0] = QUEUE_S + 1
        third = asyncio.create_task(connection.transaction(lambda _: "in time"))
        await asyncio.sleep(0)
        go_on.set()
        assert await first
        with pytest.raises(StoreError, match="too busy"):
            await second
        assert await third == "in time"
    finally:
        await connection.close()
