"""How the store reaches its file: durably, through indexes, with a clean end."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import ConversationKey, Destination, Member, Question, TurnState
from bridge_bot.store.engine import QUEUE_S, StoreConnection, sqlite_url
from bridge_bot.store.sql_store import SqlStore

Read = Callable[[str], list[tuple[object, ...]]]

KEY = ConversationKey("613425648685547541")
TURN = 613425648685547541


def question(id_: int = TURN, key: ConversationKey = KEY) -> Question:
    return Question(id_, key, "", Member(42, ""), Destination(7))


def test_what_is_accepted_survives_a_process_that_dies_at_once(url: str, rows: Read) -> None:
    script = f"""
import asyncio, os
from bridge_bot.core.model import *
from bridge_bot.store.sql_store import SqlStore
async def main():
    async with SqlStore({url!r}) as store:
        await store.accept(Question(5, ConversationKey("5"), "", Member(1, ""), Destination(2)))
        os._exit(9)
asyncio.run(main())
"""
    ended = subprocess.run([sys.executable, "-c", script], check=False, timeout=30)
    assert ended.returncode == 9
    assert rows("SELECT id FROM turns") == [(5,)]


async def test_the_file_is_in_wal_mode_with_full_synchronisation_and_foreign_keys(
    store: SqlStore,
) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    values = await store._connection.transaction(
        lambda connection: [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    )
    assert values == ["wal", 2, 1, 100]


async def test_closing_ends_the_thread_and_leaves_one_file(url: str, file: Path) -> None:
    before = set(threading.enumerate())
    async with SqlStore(url) as store:
        await store.accept(question())
        [served_by] = set(threading.enumerate()) - before
    assert not served_by.is_alive()
    assert [stored.name for stored in file.parent.iterdir()] == ["bot.db"]


async def test_cancelled_calls_leave_the_store_usable_and_nothing_half_done(
    store: SqlStore, rows: Read
) -> None:
    """Cancelled at every point of their way, by giving the loop a different number of turns."""
    chance = random.Random(1)
    for number in range(60):
        call = asyncio.create_task(
            store.accept(question(TURN + number, ConversationKey(f"{number}")))
        )
        for _ in range(chance.randrange(40)):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
    assert await store.accept(question(1))
    assert rows("SELECT count(*) FROM turns") == rows("SELECT count(*) FROM conversations")


async def test_many_calls_at_once_all_come_through(store: SqlStore, rows: Read) -> None:
    await asyncio.gather(*(store.accept(question(TURN + number)) for number in range(200)))
    assert rows("SELECT count(*) FROM turns") == [(200,)]


async def test_what_waited_too_long_for_its_turn_is_refused_and_what_comes_next_is_not(
    url: str,
) -> None:
    """As while the file is locked, and everything before takes as long as a lock is waited for."""
    now = [0.0]
    go_on, begun = threading.Event(), threading.Event()

    def hold(_: Connection) -> bool:
        begun.set()
        return go_on.wait(10)

    connection = StoreConnection(sqlite_url(url), clock=lambda: now[0])
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


async def test_every_lookup_goes_through_an_index(store: SqlStore, file: Path) -> None:
    """So that a million conversations are found as fast as a thousand."""
    asked: list[tuple[str, tuple[object, ...]]] = []

    @event.listens_for(store._connection._engine, "before_cursor_execute")
    def note(*args: object) -> None:
        asked.append((str(args[2]), args[3]))  # type: ignore[arg-type]

    await store.accept(question())
    await store.advance(TURN, TurnState.ASKED)
    await store.advance(TURN, TurnState.ASKED)
    await store.wrote(TURN, 0, 9)
    await store.conversation_of(9)
    await store.conversation(KEY)
    await store.knows(KEY)
    await store.synced_commands(1)
    await store.unfinished()
    await store.asked_in(0)
    assert len(asked) >= 12

    def plans(connection: Connection) -> list[str]:
        return [
            step
            for statement, values in asked.copy()
            for *_, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]

    steps = await store._connection.transaction(plans)
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "ROW" not in step]
