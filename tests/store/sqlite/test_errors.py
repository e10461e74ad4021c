"""What the log says when the database fails: one sentence, with no value in it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import ConversationKey
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.sqlite.errors import as_store_errors

KEY = ConversationKey("the key")


async def write(url: str) -> None:
    async with SqlStore(url) as store:
        await store.conversations.set_uid(KEY, "the secret uid")


async def test_a_locked_file_is_told_and_works_again_afterwards(file: Path, url: str) -> None:
    async with SqlStore(url) as store:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match=r"locked by another program \(SQLITE_BUSY\)"):
                await store.conversations.set_uid(KEY, "the secret uid")
        await store.conversations.set_uid(KEY, "uid")
        assert (await store.conversations.get(KEY)).conversation_uid == "uid"


async def test_a_read_only_file_is_told(file: Path) -> None:
    with pytest.raises(StoreError, match="read-only"):
        await write(f"sqlite:///file:{file}?mode=ro&uri=true")


async def test_a_file_of_something_else_is_told(file: Path, url: str) -> None:
    file.write_text("this is no database" * 100)
    with pytest.raises(StoreError, match="not an SQLite database"):
        await write(url)


async def test_a_damaged_file_is_told(file: Path, url: str) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError, match="damaged"):
        await write(url)


async def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        await write(f"sqlite:///{tmp_path}/none/bot.db")


def test_a_file_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    """The event loop closes right after: a thread that still reports to it would be a warning."""
    before = set(threading.enumerate())
    for _ in range(20):
        with pytest.raises(StoreError), asyncio.Runner() as runner:
            runner.run(write(f"sqlite:///{tmp_path}/none/bot.db"))
    assert set(threading.enumerate()) == before


async def test_missing_tables_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such table: conversations"):
        await write(f"sqlite:///{tmp_path}/empty.db")


def test_a_full_disk_is_told(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match="disk is full"), as_store_errors():
            connection.execute("CREATE TABLE big AS SELECT randomblob(100000)")


async def test_no_value_is_in_the_sentence_or_in_what_caused_it(file: Path, url: str) -> None:
    async with SqlStore(url) as store:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as caught:
                await store.conversations.set_uid(KEY, "the secret uid")
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["mysql://me:pass@host/db", "me:pass"])
def test_another_database_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        SqlStore(url)
    assert "pass" not in str(caught.value)
