"""Beginning a session: what can't be read of it is tried again, but not more often than allowed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.payloads import objects
from tests.e2e.malformed_payloads import Change, Json, broken
from tests.harness.loopback import Loopback, loopback

HELLO: Json = {"op": 10, "d": {"heartbeat_interval": 41250}}


async def answers(system: Loopback, question: str) -> None:
    thread = await system.thread(system.ask(question))
    await system.reads(thread, f"You asked: {question}", 60.0)


def once(fits: Callable[[Json], bool], instead: Any) -> Callable[[Json], Any]:
    """Rewrite the first payload that fits, by a function or to a value; and no other."""
    left = [instead]

    def rewrite(payload: Json) -> Any:
        if not left or not fits(payload):
            return payload
        new = left.pop()
        return new(payload) if callable(new) else new

    return rewrite


def is_called(event: str) -> Callable[[Json], bool]:
    return lambda payload: payload.get("t") == event


def is_hello(payload: Json) -> bool:
    return bool(payload["op"] == 10)


def without(*path: str) -> Callable[[Json], Json]:
    def changed(payload: Json) -> Json:
        inside = payload
        for step in path[:-1]:
            inside = inside[step]
        del inside[path[-1]]
        return payload

    return changed


@pytest.mark.sqlite  # what Discord sends, the database does not matter
@pytest.mark.parametrize(
    ("fits", "instead"),
    [
        pytest.param(is_hello, without("d", "heartbeat_interval"), marks=pytest.mark.slow),
        pytest.param(is_hello, "<html>", marks=pytest.mark.slow),
        pytest.param(is_called("READY"), without("t"), marks=pytest.mark.slow),
        (is_called("READY"), without("d", "user", "id")),
    ],
)
async def test_a_hello_or_ready_that_cannot_be_read_is_a_failed_connection(
    tmp_path: Path, fits: Callable[[Json], bool], instead: Any
) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        system.discord.gateway.rewrite = once(fits, instead)
        bot = await system.launch()
        await system.discord.until(lambda: len(system.discord.gateway.handshakes) == 2, 60.0)
        await system.discord.bot_ready(60.0)
        await answers(system, "after?")
        assert len(system.discord.gateway.handshakes) == 2
        assert len(system.discord.gateway.sessions.start_limit.begun_at) <= 2
        assert "could not be read" in bot.log


@pytest.mark.slow
async def test_a_ready_that_cannot_be_read_in_a_running_process_is_a_failed_connection(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        await system.start()
        await answers(system, "before?")
        system.discord.gateway.rewrite = once(is_called("READY"), without("d", "guilds"))
        system.discord.gateway.invalidate()
        await system.discord.until(lambda: len(system.discord.gateway.handshakes) == 3, 90.0)
        await answers(system, "after?")
        assert len(system.discord.gateway.sessions.start_limit.begun_at) == 3


@pytest.mark.slow
async def test_whatever_lacks_in_hello_or_ready_an_answer_comes(tmp_path: Path) -> None:
    """With one field dropped or null, the session either begins at once or with the next try."""
    ready: list[Json] = []

    def keep(payload: Json) -> Json:
        if payload.get("t") == "READY":
            ready.append(deepcopy(payload))
        return payload

    async with loopback(tmp_path) as system:
        system.discord.gateway.rewrite = keep
        await system.start()
        await answers(system, "whole?")
    cases: list[tuple[Callable[[Json], bool], str, Change]]
    cases = [(is_hello, *case) for case in broken(HELLO)]
    cases += [(is_called("READY"), *case) for case in broken(ready[0])]
    at_once = asyncio.Semaphore(6)

    async def one(number: int, fits: Callable[[Json], bool], case: str, change: Change) -> None:
        folder = tmp_path / str(number)
        folder.mkdir()
        async with at_once, loopback(folder, skips_events=True) as system:
            system.discord.gateway.rewrite = once(fits, change)
            bot = await system.launch_process()
            await system.discord.until(lambda: "connected as" in bot.log, 60.0)
            await answers(system, case)
            assert len(system.discord.gateway.sessions.start_limit.begun_at) <= 2, case

    async with asyncio.TaskGroup() as tasks:
        for number, case in enumerate(cases):
            tasks.create_task(one(number, *case))


async def test_a_server_that_cannot_be_read_is_left_out_alone(tmp_path: Path) -> None:
    """Nothing is answered there, not even as if it were a direct message, until it can be read."""
    async with loopback(tmp_path, skips_events=True) as system:
        second_guild = system.world.add_guild("Second")
        channel = system.world.channels.add(second_guild, "general")
        ann = system.world.people.add(second_guild, system.ann.user)

        def unreadable(payload: Json) -> Json:
            if payload.get("t") == "GUILD_CREATE" and payload["d"]["id"] == str(second_guild.id):
                payload["d"]["roles"] = None
            return payload

        system.discord.gateway.rewrite = unreadable
        bot = await system.start()
        missed = system.world.messages.send(channel, ann, f"{system.mention} nobody there?")
        system.world.messages.send(channel, ann, "no question")
        await answers(system, "and here?")
        assert system.replies(channel) == []
        assert missed.thread is None
        assert [request.question for request in system.api.requests] == ["and here?"]
        assert f"{second_guild.id} is left out" in bot.log
        system.discord.gateway.rewrite = None
        (session,) = system.discord.gateway.connected
        session.dispatch("GUILD_CREATE", objects.guild_event(second_guild, system.world.bot))
        asked = system.world.messages.send(channel, ann, f"{system.mention} and now?")
        await system.discord.until(lambda: asked.thread is not None)
        assert asked.thread is not None
        await system.reads(asked.thread, "You asked: and now?")
        assert len(system.discord.gateway.handshakes) == 1


@pytest.mark.parametrize("data", [None, [], "nothing"])
async def test_a_resume_is_over_whatever_resumed_says(tmp_path: Path, data: Any) -> None:
    """The session goes on, and what was asked after it counts as taken in."""
    async with loopback(tmp_path, skips_events=True) as system:
        bot = await system.start()
        await answers(system, "before?")
        (session,) = system.discord.gateway.connected
        system.discord.gateway.rewrite = once(is_called("RESUMED"), lambda told: told | {"d": data})
        await system.discord.gateway.drop(1006)
        await system.discord.until(lambda: system.discord.gateway.connected == [session])
        asked = system.ask("after?")
        await system.reads(await system.thread(asked), "You asked: after?")
        assert await bot.stop() == 0
        [(mark,)] = system.database.rows("SELECT message_id FROM watermarks")
        assert mark >= asked.id


@pytest.mark.sqlite  # what Discord sends, the database does not matter
@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "[]",
        "5",
        '{"op": 0, "t": ["MESSAGE_CREATE"], "s": 3, "d": {}}',
        '{"op": 0, "t": "MESSAGE_CREATE", "s": "three", "d": {}}',
        '{"op": 0, "t": null, "s": null, "d": null}',
        '{"t": "MESSAGE_CREATE", "s": 3, "d": {}}',
        '{"op": null, "t": null, "s": null, "d": null}',
        "[" * 100_000,
    ],
)
async def test_a_frame_that_is_no_payload_is_skipped(tmp_path: Path, frame: str) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        await system.start()
        system.discord.gateway.rewrite = once(is_called("CHANNEL_CREATE"), frame)
        system.world.channels.add(system.guild, "other")
        await answers(system, "after?")
        assert len(system.discord.gateway.handshakes) == 1


@pytest.mark.sqlite  # what Discord sends, the database does not matter
async def test_a_second_hello_begins_no_heartbeats_of_its_own(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        hello = {"op": 10, "d": {"heartbeat_interval": 100}}
        system.discord.gateway.rewrite = once(is_called("CHANNEL_CREATE"), hello)
        before = system.discord.gateway.heartbeats
        system.world.channels.add(system.guild, "other")
        await answers(system, "after?")
        assert system.discord.gateway.heartbeats == before
        assert "Unknown OP code 10" in bot.log


async def test_no_session_is_begun_while_none_is_left(tmp_path: Path) -> None:
    """The stand-in would reset the token, as Discord does; the bot waits until it may again."""
    async with loopback(tmp_path) as system:
        starts = system.discord.gateway.sessions.start_limit
        starts.limit(0, 2.0)
        may_at = starts.resets_at
        bot = await system.start()
        assert starts.begun_at[0] >= may_at
        assert "no more sessions may be begun" in bot.log
        await answers(system, "after?")


@pytest.mark.slow
async def test_a_lost_session_is_not_replaced_while_none_may_begin(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        await answers(system, "before?")
        starts = system.discord.gateway.sessions.start_limit
        starts.limit(0, 4.0)
        may_at = starts.resets_at
        system.discord.gateway.invalidate()
        await system.discord.until(lambda: len(starts.begun_at) == 2, 60.0)
        assert starts.begun_at[1] >= may_at
        assert "no more sessions may be begun" in bot.log
        await answers(system, "after?")


async def test_a_bot_that_waits_for_its_first_session_stops_when_told(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.discord.gateway.sessions.start_limit.limit(0, 3600.0)
        bot = await system.launch()
        await system.discord.until(lambda: "no more sessions may be begun" in bot.log)
        assert await bot.stop() == 0
        assert system.discord.gateway.handshakes == []


async def test_a_bot_that_waits_to_replace_its_session_stops_when_told(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        await answers(system, "before?")
        system.discord.gateway.sessions.start_limit.limit(0, 3600.0)
        system.discord.gateway.invalidate()
        await system.discord.until(lambda: "no more sessions may be begun" in bot.log)
        assert await bot.stop() == 0
        assert len(system.discord.gateway.handshakes) == 1
