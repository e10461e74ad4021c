"""The gateway over sockets, with a bare client: heartbeats, closes, and ordered faults."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.gateway.test_compression import zstd_reader

HEARTBEAT = {"op": 1, "d": None}


class Shard:
    """A bare gateway client."""

    def __init__(self, server: DiscordStandIn, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.server = server
        self.socket = socket

    async def receive(self) -> dict[str, Any]:
        payload: dict[str, Any] = await self.socket.receive_json(timeout=5)
        return payload

    async def identify(self) -> dict[str, Any]:
        """READY, after HELLO."""
        assert (await self.receive())["op"] == 10
        data = {"token": self.server.token, "intents": 513}
        await self.socket.send_json({"op": 2, "d": data})
        ready = await self.receive()
        assert ready["t"] == "READY"
        body: dict[str, Any] = ready["d"]
        return body

    async def closed_with(self) -> int | None:
        """The code with which the server ends the connection."""
        async for _ in self.socket:
            pass
        return self.socket.close_code


@contextlib.asynccontextmanager
async def connect(server: DiscordStandIn, **query: str) -> AsyncIterator[Shard]:
    asked = {"v": "10", "encoding": "json"} | query
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(server.gateway_url, params=asked) as socket,
    ):
        yield Shard(server, socket)


async def test_a_heartbeat_is_acknowledged_until_the_gateway_plays_dead(
    server: DiscordStandIn,
) -> None:
    async with connect(server) as shard:
        await shard.identify()
        await shard.socket.send_json(HEARTBEAT)
        assert (await shard.receive())["op"] == 11
        server.gateway.acks = False
        await shard.socket.send_json(HEARTBEAT)
        await server.until(lambda: server.gateway.heartbeats == 2)
        server.gateway.request_heartbeat()
        assert (await shard.receive())["op"] == 1


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("{", 4002),
        ('{"op": 8, "d": {}}', 4003),
        ('{"op": 2, "d": {"token": "wrong", "intents": 1}}', 4004),
    ],
)
async def test_a_faulty_payload_closes_the_connection(
    server: DiscordStandIn, payload: str, code: int
) -> None:
    async with connect(server) as shard:
        await shard.receive()
        await shard.socket.send_str(payload)
        assert await shard.closed_with() == code


async def test_identifying_twice_and_an_unknown_opcode_are_closed(server: DiscordStandIn) -> None:
    for op, code in ((2, 4005), (99, 4001)):
        async with connect(server) as shard:
            await shard.identify()
            await shard.socket.send_json({"op": op, "d": {"token": server.token}})
            assert await shard.closed_with() == code


async def test_an_old_version_is_closed(server: DiscordStandIn) -> None:
    async with connect(server, v="6") as shard:
        assert await shard.closed_with() == 4012


async def test_a_drop_leaves_the_session_a_proper_goodbye_ends_it(server: DiscordStandIn) -> None:
    async with connect(server) as shard:
        await shard.identify()
        await server.gateway.drop(4000)
        assert await shard.closed_with() == 4000
    (kept,) = server.gateway.sessions.all()
    async with connect(server) as shard:
        await shard.receive()
        data = {"token": server.token, "session_id": kept.id, "seq": kept.seq}
        await shard.socket.send_json({"op": 6, "d": data})
        assert (await shard.receive())["t"] == "RESUMED"
        await shard.socket.close(code=1000)
    await server.until(lambda: not server.gateway.sessions.all())


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


async def test_a_session_resumed_elsewhere_outlives_its_old_connection(
    server: DiscordStandIn,
) -> None:
    """As after a zombie: the client gives up a connection that still stands."""
    guild = server.world.add_guild("Lab")
    channel = server.world.channels.add(guild, "general")
    ann = server.world.people.add(guild, "Ann")
    async with connect(server) as new:
        await new.receive()
        async with connect(server) as old:
            ready = await old.identify()
            (session,) = server.gateway.sessions.all()
            data = {"token": server.token, "session_id": ready["session_id"], "seq": session.seq}
            await new.socket.send_json({"op": 6, "d": data})
            assert (await new.receive())["t"] == "RESUMED"
        await server.until(lambda: len(server.gateway._connections) == 1)
        server.world.messages.send(channel, ann, "hello")
        assert (await new.receive())["t"] == "MESSAGE_CREATE"


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
