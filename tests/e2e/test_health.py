"""What the health port and systemd are told of a bot that runs."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bridge_bot.sandbox.discord.enums import Opcode
from bridge_bot.sandbox.discord.errors import Json
from tests.harness.loop_time import skipping_loop, with_skipping_loop
from tests.harness.loopback import Loopback, loopback
from tests.harness.ports import free_port


class HealthPort:
    """The health port of a bot in a test, which it asks over HTTP."""

    def __init__(self) -> None:
        self.port = free_port()

    async def get(self, path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession(f"http://127.0.0.1:{self.port}") as session,
            session.get(path) as response,
        ):
            return response.status, await response.text()

    async def readyz(self) -> tuple[int, dict[str, Any]]:
        status, body = await self.get("/readyz")
        return status, json.loads(body)

    async def metrics(self) -> dict[str, float]:
        """Each series, such as `bridge_bot_turns_total{state=done}`, with its value."""
        status, body = await self.get("/metrics")
        assert status == 200
        return {
            sample.name + "".join(f"{{{name}={sample.labels[name]}}}" for name in sample.labels): (
                sample.value
            )
            for family in text_string_to_metric_families(body)
            for sample in family.samples
        }

    async def becomes(self, status: int, *reasons: str) -> dict[str, Any]:
        """Wait until `/readyz` has that status and these reasons, and return its body."""
        async with asyncio.timeout(40):
            while True:
                found, body = await self.readyz()
                if (found, tuple(body["reasons"])) == (status, reasons):
                    return body
                await asyncio.sleep(0.05)


def no_messages(payload: Json) -> Json:
    """The gateway of a deaf connection: heartbeats are answered, and messages never come."""
    return {"op": Opcode.HEARTBEAT_ACK} if payload.get("t") == "MESSAGE_CREATE" else payload


async def asks_and_reads(system: Loopback, words: str) -> None:
    thread = await system.thread(system.ask(words))
    await system.reads(thread, f"You asked: {words}", 60.0)


@with_skipping_loop
async def play(tmp_path: Path) -> None:
    health = HealthPort()
    async with loopback(tmp_path) as system:
        bot = await system.start(HEALTH_PORT=str(health.port))
        body = await health.becomes(200)
        assert body["gateway"] == body["gateway"] | {"shards": 1, "disconnected": [], "deaf": []}
        assert body["chat_api"] == {"last_result": None, "age_s": None}
        skipping_loop().skip(0.5)  # the lag of the event loop is measured
        before = await health.metrics()

        await asks_and_reads(system, "one?")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        after = await health.metrics()
        assert after.keys() == before.keys()  # each series was there from the start
        for series in (
            "bridge_bot_turns_total{state=done}",
            "bridge_bot_first_text_seconds_count",
            "bridge_bot_reader_delay_seconds_count",
            "bridge_bot_edits_per_answer_count",
            "bridge_bot_chat_api_first_byte_seconds_count",
        ):
            assert after[series] - before[series] == 1, series
        created = "bridge_bot_discord_requests_total{route=POST /channels/{id}/messages}"
        assert after[created + "{status=2xx}"] >= 1
        assert after["bridge_bot_event_loop_lag_seconds_count"] > 0
        assert after["bridge_bot_ready"] == 1
        assert (await health.readyz())[1]["chat_api"]["last_result"] == "ok"
        assert (await health.get("/healthz"))[0] == 200

        # A zombie: nothing comes any more. A minute later discord.py connects anew.
        skipping_loop().skip(56.0)
        await health.becomes(503, "gateway_silent")
        skipping_loop().skip(5.0)
        await health.becomes(200)

        # Deaf: the question is heard, but nothing after it. By now the session has settled.
        deaf = system.discord.gateway.connected
        thread = await system.thread(system.ask("two?"))
        system.discord.gateway.rewrite = no_messages
        await system.reads(thread, "You asked: two?", 60.0)
        skipping_loop().skip(40.0)
        system.ask("unheard?")
        await asyncio.sleep(0.2)
        skipping_loop().skip(25.0)
        await system.discord.until(lambda: "brings no messages" in bot.log)
        system.discord.gateway.rewrite = None
        await health.becomes(200)
        assert system.discord.gateway.connected[0] is not deaf[0]  # it is a new session
        await system.reads(await thread_of(system, "unheard?"), "You asked: unheard?", 60.0)
        await system.discord.until(lambda: "no longer deaf" in bot.log)
        assert bot.log.count("brings no messages") == 1


async def thread_of(system: Loopback, words: str) -> Any:
    """The thread that the bot opened on the message that says so."""
    (asked,) = [each for each in system.world.messages.of(system.channel) if words in each.content]
    return await system.thread(asked)


@pytest.mark.sqlite
def test_the_health_port_tells_of_answers_of_a_zombie_and_of_a_deaf_gateway(tmp_path: Path) -> None:
    """A deaf bot reads what it missed once it is connected anew."""
    play(tmp_path)


@pytest.mark.sqlite
async def test_systemd_is_told_of_the_start_the_signs_of_life_and_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "1000000")

        async def told(message: bytes) -> None:
            async with asyncio.timeout(20):
                while await asyncio.get_running_loop().sock_recv(systemd, 1000) != message:
                    pass

        async with loopback(tmp_path) as system:
            bot = await system.start()
            await told(b"READY=1")
            await told(b"STATUS=ready, 1 shard(s)")
            await told(b"WATCHDOG=1")
            await told(b"WATCHDOG=1")
            bot.ask_to_stop()
            await told(b"STOPPING=1")
            assert await bot.ended() == 0


async def test_a_health_port_that_is_taken_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with loopback(tmp_path) as system:
            bot = await system.launch(HEALTH_PORT=str(port))
            assert await bot.ended() == 1
            assert f"The health port can't be opened: 127.0.0.1:{port}" in bot.log
