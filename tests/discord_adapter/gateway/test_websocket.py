"""Frames of the gateway, one after the other: what is read, skipped, or ends the connection."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest

from bridge_bot.core.events import Event, EventSkipped
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.event_guard import EventGuard
from bridge_bot.discord_adapter.gateway.websocket import ConnectionFailed, GuardedWebSocket
from tests.discord_adapter.offline_client import OfflineSocket, offline_client, state_of

HELLO = {"op": 10, "d": {"heartbeat_interval": 41250}}
READY_DATA = {
    "session_id": "s-1",
    "resume_gateway_url": "wss://gateway.example",
    "guilds": [{"id": "1000"}],
}
READY = {"op": 0, "s": 1, "t": "READY", "d": READY_DATA}
TYPING = {"op": 0, "s": 2, "t": "TYPING_START", "d": {}}


class Connection:
    """A guarded connection, the events that were parsed, and what was skipped."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.parsed: list[tuple[str, Any]] = []
        client = offline_client()
        clock = DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: 0.0)
        self.shards = GatewayShards(lambda: 7.0)
        guard = EventGuard(state_of(client), clock, self.events.append, self.shards)
        guard["READY"] = lambda data: self.parsed.append(("READY", data))
        guard["TYPING_START"] = lambda data: self.parsed.append(("TYPING_START", dict(data)))
        self.socket = OfflineSocket()
        self.websocket = GuardedWebSocket(self.socket, loop=asyncio.get_running_loop())
        self.websocket._discord_parsers = guard
        self.websocket.shard_id, self.websocket.shard_count = 0, 1
        self.websocket._rate_limiter.shard_id = 0
        self.websocket._max_heartbeat_timeout = 60.0

    async def receive(self, *frames: object) -> None:
        for frame in frames:
            raw = frame if isinstance(frame, str | bytes) else json.dumps(frame)
            await self.websocket.received_message(raw)

    @property
    def skipped(self) -> list[str]:
        return [each.event for each in self.events if isinstance(each, EventSkipped)]


@asynccontextmanager
async def connection(*frames: object) -> AsyncIterator[Connection]:
    """A connection that has received these frames; its heartbeats end with it."""
    made = Connection()
    try:
        await made.receive(*frames)
        yield made
    finally:
        await made.websocket.close()


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param("<html>", id="no JSON"),
        pytest.param([], id="no object"),
        pytest.param(READY, id="another payload"),
        pytest.param({"op": 10, "d": {}}, id="without an interval"),
        pytest.param({"op": 10, "d": {"heartbeat_interval": 1}}, id="too short an interval"),
        pytest.param({"op": 10, "d": {"heartbeat_interval": 1e9}}, id="too long an interval"),
        pytest.param(b"no zlib\x00\x00\xff\xff", id="what can't be decompressed"),
    ],
)
async def test_a_hello_that_cannot_be_read_ends_the_connection(frame: object) -> None:
    async with connection() as on:
        with pytest.raises(ConnectionFailed):
            await on.receive(frame)
        assert on.socket.sent_close_code == 1000
        assert len(on.skipped) == 1


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(READY_DATA | {"session_id": None}, id="no session"),
        pytest.param(READY_DATA | {"resume_gateway_url": 7}, id="no address to resume at"),
        pytest.param(READY_DATA | {"guilds": None}, id="no servers"),
    ],
)
async def test_a_ready_that_cannot_be_read_ends_the_connection(data: object) -> None:
    async with connection(HELLO) as on:
        with pytest.raises(ConnectionFailed, match="READY"):
            await on.receive(READY | {"d": data})
        assert on.socket.sent_close_code == 1000
        assert on.skipped == ["READY"]


async def test_servers_in_ready_without_an_id_are_left_out() -> None:
    guilds = [{"id": "1000"}, {}, None]
    async with connection(HELLO, READY | {"d": READY_DATA | {"guilds": guilds}}) as on:
        ((_, data),) = on.parsed
        assert data["guilds"] == [{"id": "1000"}]
        assert data["shard"] == [0, 1]
        assert on.skipped == ["READY"]


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        pytest.param("<html>", "?", id="no JSON"),
        pytest.param([], "?", id="no object"),
        pytest.param({"op": 0, "t": "TYPING_START"}, "TYPING_START", id="an event without data"),
    ],
)
async def test_once_the_session_has_begun_a_frame_that_cannot_be_read_is_skipped(
    frame: object, name: str
) -> None:
    async with connection(HELLO, READY) as on:
        await on.receive(frame, TYPING)
        assert on.skipped == [name]
        assert [event for event, _ in on.parsed] == ["READY", "TYPING_START"]
        assert on.socket.sent_close_code is None


async def test_a_compressed_frame_that_is_no_text_is_skipped() -> None:
    compressor = zlib.compressobj()
    frame = compressor.compress(b"\xff") + compressor.flush(zlib.Z_SYNC_FLUSH)
    async with connection(HELLO, READY) as on:
        on.websocket._decompressor = discord.utils._ZlibDecompressionContext()
        await on.receive(frame, TYPING)
        assert on.skipped == ["?"]
        assert [event for event, _ in on.parsed] == ["READY", "TYPING_START"]


async def test_a_second_hello_begins_no_further_heartbeats() -> None:
    async with connection(HELLO, READY) as on:
        heartbeats = on.websocket._keep_alive
        await on.receive(HELLO)
        assert on.websocket._keep_alive is heartbeats


@pytest.mark.parametrize("sequence", ["2", True, 2.5, []])
async def test_a_sequence_that_is_no_number_is_not_kept(sequence: object) -> None:
    """Heartbeats and a RESUME carry it."""
    async with connection(HELLO, READY) as on:
        await on.receive(TYPING | {"s": sequence})
        assert on.websocket.sequence == 1


async def test_each_frame_shows_that_the_shard_is_heard() -> None:
    """Also the answer to a heartbeat, and what can't be read."""
    for frame in ({"op": 11}, "<html>"):
        async with connection(HELLO, READY) as made:
            made.shards.begin([0], lambda _: 0, tuple)
            assert made.shards.report().heard_s is None
            await made.receive(frame)
            assert made.shards.report().heard_s == 0.0
