"""The store as a whole: durable, with a clean end."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.core.model import Conversation, ConversationKey, Turn
from bridge_bot.store.sql_store import SqlStore
from tests.harness.forked_process import run_source
from tests.store.samples import KEY, OWNER, TURN, accept, question, turn

Read = Callable[[str], list[tuple[object, ...]]]


def test_what_is_accepted_survives_a_process_that_dies_at_once(url: str, rows: Read) -> None:
    script = f"""
import asyncio, os
from bridge_bot.core.model import *
from bridge_bot.store.sql_store import SqlStore
async def main():
    async with SqlStore({url!r}) as store:
        asked = Question(5, ConversationKey("5"), "", Member(1), ChannelDestination(2))
        await store.turns.accept(Turn(6, asked, 1, "owner"), lease_s=60)
        os._exit(9)
asyncio.run(main())
"""
    ended = run_source(script)
    assert ended.returncode == 9
    assert rows("SELECT id, question_id FROM turns") == [(6, 5)]


async def test_what_is_kept_is_there_after_closing_and_opening(url: str) -> None:
    async with SqlStore(url) as store:
        await accept(store)
        await store.conversations.set_uid(KEY, "uid")
    async with SqlStore(url) as store:
        assert await store.conversations.get(KEY) == Conversation(KEY, "uid")
        assert not await accept(store)


@pytest.mark.sqlite
async def test_closing_ends_the_thread_and_leaves_one_file(url: str, file: Path) -> None:
    before = set(threading.enumerate())
    async with SqlStore(url) as store:
        await accept(store)
        [served_by] = set(threading.enumerate()) - before
    assert not served_by.is_alive()
    assert [stored.name for stored in file.parent.iterdir()] == ["bot.db"]


async def test_cancelled_calls_leave_the_store_usable_and_nothing_half_done(
    store: SqlStore, rows: Read
) -> None:
    """Cancelled at every point of their way, by giving the loop a different number of turns."""
    chance = random.Random(1)
    for number in range(60):
        call = asyncio.create_task(accept(store, turn(number, ConversationKey(f"{number}"))))
        for _ in range(chance.randrange(40)):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
    assert await accept(store, Turn(1, question(1), 1, OWNER))
    assert rows("SELECT count(*) FROM turns") == rows("SELECT count(*) FROM conversations")


async def test_a_call_that_is_cancelled_once_it_has_begun_is_finished(
    store: SqlStore, rows: Read
) -> None:
    """As where a turn is ended while the first message of its reply is stored."""
    call = asyncio.create_task(accept(store, turn(1)))
    await asyncio.sleep(0)
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    assert call.cancelled()
    assert not await accept(store, turn(1))
    assert rows("SELECT id FROM turns") == [(TURN + 1,)]


async def test_many_calls_at_once_all_come_through(store: SqlStore, rows: Read) -> None:
    await asyncio.gather(*(accept(store, turn(number)) for number in range(200)))
    assert rows("SELECT count(*) FROM turns") == [(200,)]
