"""What is done about a shard that is connected but brings no messages."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bridge_bot.core.events import Event, GatewayDeaf, GatewayHeard, OperationFailed
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.discord_adapter.gateway.deaf_shards import DeafShards
from tests.harness.virtual_time import now_s, virtual_time


class Bot:
    """One shard, which a new session may cure."""

    def __init__(self, *, is_cured: bool) -> None:
        self.is_cured = is_cured
        self.events: list[Event] = []
        self.reconnected_s: list[float] = []
        self.shards = GatewayShards(now_s)
        self.shards.begin([0], lambda _: 0, tuple)
        self.shards.connected(0, is_resumed=True)

    async def reconnect(self, shard_id: int) -> None:
        self.reconnected_s.append(now_s())
        if self.is_cured:
            self.shards.connected(shard_id, is_resumed=False)


@asynccontextmanager
async def watched(*, is_cured: bool) -> AsyncIterator[Bot]:
    bot = Bot(is_cured=is_cured)
    watching = asyncio.create_task(DeafShards(bot.shards, bot.events.append, bot.reconnect).watch())
    yield bot
    watching.cancel()


@virtual_time
async def test_a_deaf_shard_is_told_once_and_connected_anew() -> None:
    async with watched(is_cured=True) as bot:
        bot.shards.message_posted(7, 1)
        await asyncio.sleep(1000)
        assert bot.events == [GatewayDeaf(0, 1, is_reconnected=True), GatewayHeard(0, 2.0)]
        assert bot.reconnected_s == [60.0]


@virtual_time
async def test_one_that_stays_deaf_is_connected_anew_once_an_hour() -> None:
    """Each time costs one of the sessions that Discord grants a day."""
    async with watched(is_cured=False) as bot:
        bot.shards.message_posted(7, 1)
        await asyncio.sleep(2.5 * 3600)
        assert bot.events == [GatewayDeaf(0, 1, is_reconnected=True)]
        assert bot.reconnected_s == [60.0, 3660.0, 7260.0]


@virtual_time
async def test_one_that_is_deaf_again_soon_is_told_and_left_alone() -> None:
    async with watched(is_cured=True) as bot:
        for message_id in range(3):
            bot.shards.message_posted(7, message_id)
            await asyncio.sleep(600)
            bot.shards.connected(0, is_resumed=False)
            await asyncio.sleep(60)
        deaf = [event.is_reconnected for event in bot.events if isinstance(event, GatewayDeaf)]
        assert deaf == [True, False, False]
        assert len(bot.reconnected_s) == 1


@virtual_time
async def test_it_goes_on_after_a_failure_and_ends_when_it_is_cancelled_meanwhile() -> None:
    """discord.py swallows a cancellation that meets it while it connects."""
    bot = Bot(is_cured=False)

    async def reconnect(_: int) -> None:
        if not bot.reconnected_s:
            bot.reconnected_s.append(now_s())
            raise ConnectionError("no network")
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)

    watching = asyncio.create_task(DeafShards(bot.shards, bot.events.append, reconnect).watch())
    bot.shards.message_posted(7, 1)
    await asyncio.sleep(3700)
    watching.cancel()
    await asyncio.wait({watching}, timeout=1.0)
    assert watching.cancelled()
    assert any(isinstance(event, OperationFailed) for event in bot.events)


@virtual_time
async def test_a_shard_that_hears_is_left_alone() -> None:
    async with watched(is_cured=True) as bot:
        bot.shards.message_posted(7, 1)
        bot.shards.message_received(7, 1, is_own=True)
        await asyncio.sleep(1000)
        assert bot.events == []
        assert bot.reconnected_s == []
