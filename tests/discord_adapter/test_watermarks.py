"""A watermark follows what was taken in, and never passes what might be missed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bridge_bot.core.events import Event
from bridge_bot.discord_adapter.watermarks import Watermarks
from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore


@asynccontextmanager
async def marks(tmp_path: Path) -> AsyncIterator[tuple[Watermarks, SqlStore]]:
    url = f"sqlite:///{tmp_path}/bot.db"
    schema.upgrade(url)
    events: list[Event] = []
    async with SqlStore(url) as store:
        yield Watermarks(store, events.append), store
    assert events == []


async def test_it_follows_the_newest_message_once_the_shard_is_healthy(tmp_path: Path) -> None:
    async with marks(tmp_path) as (watermarks, store):
        watermarks.begin(0, 10)
        watermarks.done(0, 10)
        await watermarks.save()
        assert await store.watermark(0) is None
        watermarks.release(0)
        await watermarks.save()
        assert await store.watermark(0) == 10


async def test_it_stays_below_what_is_still_being_taken_in(tmp_path: Path) -> None:
    async with marks(tmp_path) as (watermarks, store):
        watermarks.release(0)
        for message in (10, 11, 12):
            watermarks.begin(0, message)
        watermarks.done(0, 12)
        watermarks.done(0, 10)
        await watermarks.save()
        assert await store.watermark(0) == 10
        watermarks.done(0, 11)
        await watermarks.save()
        assert await store.watermark(0) == 12


async def test_it_stands_while_the_shard_is_disconnected(tmp_path: Path) -> None:
    async with marks(tmp_path) as (watermarks, store):
        watermarks.release(0, at_least=10)
        watermarks.hold(0)
        watermarks.begin(0, 20)
        watermarks.done(0, 20)
        await watermarks.save()
        assert await store.watermark(0) == 10
        watermarks.release(0)
        await watermarks.save()
        assert await store.watermark(0) == 20


async def test_shards_have_marks_of_their_own(tmp_path: Path) -> None:
    async with marks(tmp_path) as (watermarks, store):
        watermarks.release(0, at_least=10)
        watermarks.release(1, at_least=5)
        await watermarks.save()
        assert (await store.watermark(0), await store.watermark(1)) == (10, 5)
