"""Several processes and the gateway's shards: each shard is served by one of them, by the next one
soon after that has ended, and never by two.
"""

from __future__ import annotations

import asyncio
import signal
from itertools import pairwise
from pathlib import Path

from bridge_bot.core.turns.ownership.lease import LEASE_S
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel
from tests.harness.loopback import Loopback, loopback

ANSWER = "word " * 200 + "end"

TAKEN_OVER_WITHIN_S = 30.0


async def streaming(system: Loopback, *, seconds: float) -> Channel:
    """The thread of an answer whose beginning is shown."""
    system.api.default = Script(text=ANSWER, chars_per_s=len(ANSWER) / seconds)
    thread = await system.thread(system.ask("why?"))
    await system.discord.until(lambda: any("word" in text for text in texts(system, thread)))
    return thread


def texts(system: Loopback, thread: Channel) -> list[str]:
    return [reply.content for reply in system.replies(thread) if not reply.deleted]


async def done(system: Loopback, timeout_s: float = 40.0) -> None:
    await system.discord.until(
        lambda: system.database.rows("SELECT state FROM turns") == [("done",)], timeout_s
    )


async def test_after_a_kill_who_waits_for_the_shards_ends_the_turn_within_half_a_minute(
    tmp_path: Path,
) -> None:
    """It is told once that it waits, and not ready meanwhile; then it answers in the same
    messages. When it is stopped, the next one is connected at once.
    """
    async with loopback(tmp_path, most_429s=5) as system:
        system.leases_run_out = False
        killed = await system.start_process()
        waiting = await system.start_standby()
        thread = await streaming(system, seconds=4)
        assert len(system.discord.gateway.connected) == 1
        await system.crash(killed)
        began_s = asyncio.get_running_loop().time()
        await system.discord.until(lambda: "came to this process" in waiting.log, 40.0)
        await system.discord.until(lambda: system.discord.gateway.connected)
        await done(system)
        took_s = asyncio.get_running_loop().time() - began_s
        assert texts(system, thread) == [ANSWER]
        assert waiting.log.count("another process serves") == 1
        print(f"taken over and complete after {took_s:.1f} s")  # noqa: T201
        assert LEASE_S - 5 < took_s < TAKEN_OVER_WITHIN_S
        third = await system.start_standby()
        began_s = asyncio.get_running_loop().time()
        assert await waiting.stop() == 0
        await system.discord.until(lambda: system.discord.gateway.connected)
        assert "came to this process" in third.log
        assert asyncio.get_running_loop().time() - began_s < LEASE_S / 2


async def test_a_process_that_stood_still_leaves_its_shards_and_turns_to_who_has_them_now(
    tmp_path: Path,
) -> None:
    """It writes nothing more, and waits for the shard as the other one did before, until that is
    stopped.
    """
    async with loopback(tmp_path, most_429s=20) as system:
        first = await system.start_process()
        thread = await streaming(system, seconds=12)
        second = await system.start_standby()
        first.process.send_signal(signal.SIGSTOP)
        try:
            await system.discord.until(lambda: "came to this process" in second.log, 3 * LEASE_S)
            await system.discord.until(lambda: len(system.api.requests) == 2, 3 * LEASE_S)
        finally:
            first.process.send_signal(signal.SIGCONT)
        await system.discord.until(lambda: "another process serves shard 0" in first.log, LEASE_S)
        await system.discord.until(lambda: "has taken the turn up" in first.log, LEASE_S)
        await done(system)
        assert texts(system, thread) == [ANSWER]
        await system.discord.until(lambda: len(system.discord.gateway.connected) == 1)
        thread = await system.thread(system.ask("and now?"))
        await system.discord.until(lambda: texts(system, thread) == [ANSWER])
        assert len(system.api.requests) == 3
        assert await second.stop() == 0
        await system.discord.until(lambda: "came to this process" in first.log, LEASE_S / 2)
        await system.discord.until(lambda: system.discord.gateway.connected)


async def test_identifies_of_two_processes_are_five_seconds_apart(tmp_path: Path) -> None:
    """Each connects two of four shards, of which Discord takes one IDENTIFY each five seconds."""
    async with loopback(tmp_path) as system:
        for ids in ("0-1", "2-3"):
            await system.launch_process(SHARD_COUNT="4", SHARD_IDS=ids)
        times_s = list[float]()
        while len(times_s) < 4:
            await system.discord.until(
                lambda: len(system.discord.gateway.connected) > len(times_s), 60.0
            )
            times_s.append(asyncio.get_running_loop().time())
        assert all(later - earlier > 4 for earlier, later in pairwise(times_s)), times_s
