"""The operator's switch is the same to every process."""

from __future__ import annotations

import time

from bridge_bot.store.sql_store import SqlStore


async def test_a_bot_is_paused_until_it_is_resumed(store: SqlStore, url: str) -> None:
    assert await store.pauses.paused_since() is None
    assert await store.pauses.pause()
    async with SqlStore(url) as another:
        since_s = await another.pauses.paused_since()
        assert since_s is not None
        assert abs(since_s - time.time()) < 60
        assert await another.pauses.resume()
    assert await store.pauses.paused_since() is None


async def test_a_pause_that_is_begun_twice_began_at_first_and_ends_once(store: SqlStore) -> None:
    assert await store.pauses.pause()
    since_s = await store.pauses.paused_since()
    assert not await store.pauses.pause()
    assert await store.pauses.paused_since() == since_s
    assert await store.pauses.resume()
    assert not await store.pauses.resume()
