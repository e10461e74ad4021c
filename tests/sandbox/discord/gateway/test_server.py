"""The gateway over sockets: who may connect, and the faults that a test can ask for."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.gateway.shard import HEARTBEAT, connect
from tests.sandbox.discord.gateway.test_compression import zstd_reader


async def test_an_old_version_is_closed(server: DiscordStandIn) -> None:
    async with connect(server, v="6") as shard:
        assert await shard.closed_with() == 4012


async def test_an_invalidated_session_cannot_be_resumed(server: DiscordStandIn) -> None:
    async with connect(server) as shard:
        ready = await shard.identify()
        server.gateway.invalidate()
        assert await shard.receive() == {"op": 9, "d": False}
    async with connect(server) as shard:
        await shard.receive()
        data = {"token": server.token, "session_id": ready["session_id"], "seq": 1}
        await shard.socket.send_json({"op": 6, "d": data})
        assert await shard.receive() == {"op": 9, "d": False}


async def test_a_client_is_asked_to_reconnect(server: DiscordStandIn) -> None:
    async with connect(server) as shard:
        await shard.identify()
        server.gateway.request_reconnect()
        assert (await shard.receive())["op"] == 7


async def test_connections_can_be_refused_for_a_while(server: DiscordStandIn) -> None:
    server.gateway.refuses_connections = True
    with pytest.raises(aiohttp.WSServerHandshakeError):
        async with connect(server):
            pass
    server.gateway.refuses_connections = False
    async with connect(server) as shard:
        await shard.identify()


async def test_the_last_event_can_come_twice(server: DiscordStandIn) -> None:
    guild = server.world.add_guild("Lab")
    channel = server.world.channels.add(guild, "general")
    ann = server.world.people.add(guild, "Ann")
    async with connect(server) as shard:
        await shard.identify()
        assert (await shard.receive())["t"] == "GUILD_CREATE"
        server.world.messages.send(channel, ann, "hello")
        server.gateway.repeat_last()
        first, second = await shard.receive(), await shard.receive()
        assert first == second
        assert first["t"] == "MESSAGE_CREATE"


async def test_what_is_sent_can_be_rewritten(server: DiscordStandIn) -> None:
    """By a test that wants to know what a client does with it."""

    def rewrite(payload: dict[str, Any]) -> dict[str, Any] | str:
        return "no payload" if payload["op"] == 11 else payload | {"op": 10, "d": None}

    server.gateway.rewrite = rewrite
    async with connect(server) as shard:
        assert await shard.receive() == {"op": 10, "d": None}
        await shard.socket.send_json(HEARTBEAT)
        assert await shard.socket.receive_str() == "no payload"


async def test_zstd_is_spoken_where_it_can_be_had(server: DiscordStandIn) -> None:
    reader = zstd_reader()
    async with connect(server, compress="zstd-stream") as shard:
        hello = json.loads(reader.decompress(await shard.socket.receive_bytes()))
        assert hello["op"] == 10
        await shard.socket.send_json(HEARTBEAT)
        assert json.loads(reader.decompress(await shard.socket.receive_bytes()))["op"] == 11
    assert [each.compress for each in server.gateway.handshakes] == ["zstd-stream"]
