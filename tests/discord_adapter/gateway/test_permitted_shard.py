"""A shard that has to begin a new session waits until it may, and no longer than it lives."""

from __future__ import annotations

import asyncio

import discord
import pytest
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from discord.shard import EventItem, EventType

from bridge_bot.discord_adapter.gateway.permitted_shard import PermittedShard
from tests.discord_adapter.offline_client import OfflineSocket


class Client(discord.AutoShardedClient):
    """A client that permits an IDENTIFY once the event is set."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none())
        self._reconnect = True
        self.is_permitted = asyncio.Event()
        self.waiting: list[int] = []

    async def wait_to_identify(self, shard_id: int) -> None:
        self.waiting.append(shard_id)
        await self.is_permitted.wait()


class Made:
    """The third shard of a client, and what it has put into the client's queue."""

    def __init__(self) -> None:
        self.queued: list[EventItem] = []
        self.client = Client()
        websocket = DiscordWebSocket(OfflineSocket(), loop=asyncio.get_running_loop())
        websocket.shard_id = 2
        self.shard = PermittedShard(websocket, self.client, self.queued.append)

    def put(self, kind: int, error: Exception | None = None) -> EventItem:
        item = EventItem(kind, self.shard, error)
        self.shard._queue_put(item)
        return item


async def settled() -> None:
    """Once all tasks have come as far as they can."""
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.parametrize("kind", [EventType.identify, EventType.reconnect])
async def test_a_new_session_waits_until_it_is_permitted(kind: int) -> None:
    made = Made()
    item = made.put(kind)
    await settled()
    assert made.queued == []
    assert made.client.waiting == [2]
    made.client.is_permitted.set()
    await settled()
    assert made.queued == [item]


@pytest.mark.parametrize("kind", [EventType.resume, EventType.close, EventType.terminate])
async def test_other_events_of_a_shard_do_not_wait(kind: int) -> None:
    made = Made()
    item = made.put(kind)
    assert made.queued == [item]
    assert made.client.waiting == []


async def test_a_new_connection_that_ended_before_its_hello_is_tried_again() -> None:
    made = Made()
    made.put(EventType.terminate, ReconnectWebSocket(2))
    await settled()
    assert made.queued == []
    made.client.is_permitted.set()
    await settled()
    assert [(each.type, each.shard) for each in made.queued] == [(EventType.reconnect, made.shard)]


async def test_a_shard_that_is_closed_begins_no_session_any_more() -> None:
    made = Made()
    made.put(EventType.identify)
    await settled()
    await made.shard.close()
    made.client.is_permitted.set()
    await settled()
    assert made.queued == []
