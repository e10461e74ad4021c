"""One WebSocket of the gateway: heartbeats, what closes it, and what becomes of its session."""

from __future__ import annotations

import json

import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.gateway.shard import HEARTBEAT, connect


async def test_a_heartbeat_is_acknowledged_unless_acks_are_off(
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


async def test_a_drop_leaves_the_session_a_clients_close_ends_it(
    server: DiscordStandIn,
) -> None:
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


@pytest.mark.parametrize("op", [3, 4, 31])
async def test_what_needs_no_answer_is_passed_over(server: DiscordStandIn, op: int) -> None:
    """A presence, a voice state, a request for sounds: the connection stands."""
    async with connect(server) as shard:
        await shard.identify()
        await shard.socket.send_json({"op": op, "d": {}})
        await shard.socket.send_json(HEARTBEAT)
        assert (await shard.receive())["op"] == 11


async def test_bytes_close_the_connection(server: DiscordStandIn) -> None:
    async with connect(server) as shard:
        await shard.receive()
        await shard.socket.send_bytes(json.dumps(HEARTBEAT).encode())
        assert await shard.closed_with() == 4002


async def test_members_are_sent_on_request(server: DiscordStandIn) -> None:
    guild = server.world.add_guild("Lab")
    ann = server.world.people.add(guild, "Ann")
    async with connect(server) as shard:
        await shard.identify()
        await shard.receive()
        asked = {"guild_id": str(guild.id), "query": "an", "limit": 0}
        await shard.socket.send_json({"op": 8, "d": asked})
        chunk = await shard.receive()
        assert chunk["t"] == "GUILD_MEMBERS_CHUNK"
        assert [each["user"]["id"] for each in chunk["d"]["members"]] == [str(ann.id)]
