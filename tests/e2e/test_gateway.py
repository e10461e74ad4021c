"""Whatever becomes of the gateway connection, the bot comes back by itself and misses nothing."""

from __future__ import annotations

import asyncio
import importlib.util
import socket
from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from tests.harness.loopback import Loopback, loopback


async def asks_and_reads(system: Loopback, question: str) -> None:
    thread = await system.thread(system.ask(question))
    await system.reads(thread, f"You asked: {question}", 60.0)


@pytest.mark.parametrize("code", [1000, 1006, 4000, 4009])
async def test_a_dropped_connection_is_made_again(tmp_path: Path, code: int) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        await asks_and_reads(system, "before?")
        await system.discord.gateway.drop(code)
        await asks_and_reads(system, "after?")


async def test_a_reconnect_that_discord_asks_for_is_made(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.discord.gateway.request_reconnect()
        await asks_and_reads(system, "after?")


@pytest.mark.parametrize("resumable", [False, True])
async def test_an_invalid_session_is_replaced(tmp_path: Path, resumable: bool) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        await asks_and_reads(system, "before?")
        system.discord.gateway.invalidate(resumable=resumable)
        await asks_and_reads(system, "after?")


@pytest.mark.slow
async def test_a_connection_that_no_longer_answers_is_given_up(tmp_path: Path) -> None:
    """A zombie: connected, but silent. discord.py gives it up after a minute."""
    async with loopback(tmp_path) as system:
        system.discord.gateway.heartbeat_s = 0.5
        await system.start()
        system.discord.gateway.acks = False
        sessions = len(system.discord.gateway.sessions.all())
        await system.discord.until(lambda: not system.discord.gateway.connected, 120.0)
        system.discord.gateway.acks = True
        await asks_and_reads(system, f"after {sessions}?")


async def test_a_first_connection_that_fails_is_tried_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.discord.gateway.refuses_connections = True
        bot = await system.launch()
        refused = StubbedResponse(503, HTML_502)
        system.discord.faults.inject("GET", "/gateway/bot", refused)
        await system.discord.until(
            lambda: any(r.path == "/gateway/bot" for r in system.discord.requests)
        )
        await system.discord.until(lambda: "Failed to connect" in bot.log or "while" in bot.log, 30)
        system.discord.gateway.refuses_connections = False
        await system.discord.bot_ready(60.0)
        await asks_and_reads(system, "after?")


async def test_a_stop_while_discord_does_not_answer_ends_all_the_same(tmp_path: Path) -> None:
    """discord.py swallows a cancellation while it connects again to a host that hangs."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        with socket.create_server(("127.0.0.1", 0), backlog=1) as hanging:
            address = hanging.getsockname()
            system.discord.gateway.url = f"ws://{address[0]}:{address[1]}"
            system.discord.gateway.invalidate()
            await system.discord.gateway.drop(1006)
            await system.discord.until(lambda: not system.discord.gateway.connected)
            await asyncio.sleep(0)
            assert await bot.stop() == 0


async def test_the_gateway_is_spoken_to_in_the_compression_that_can_be_had(tmp_path: Path) -> None:
    """With `zstandard` installed, as `discord.py[speed]` does, discord.py asks for zstd."""
    expected = "zstd-stream" if importlib.util.find_spec("zstandard") else "zlib-stream"
    async with loopback(tmp_path) as system:
        await system.start()
        await asks_and_reads(system, "squeezed?")
        assert [each.compress for each in system.discord.gateway.handshakes] == [expected]


async def test_a_gateway_that_is_out_of_reach_is_told_once_and_so_is_its_return(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.discord.gateway.refuses_connections = True
        await system.discord.gateway.drop()
        lost, back = "Discord's gateway is out of reach since", "Discord's gateway works again"
        await system.discord.until(lambda: lost in bot.log, 60.0)
        assert back not in bot.log
        system.discord.gateway.refuses_connections = False
        await asks_and_reads(system, "after?")
        assert (bot.log.count(lost), bot.log.count(back)) == (1, 1)
