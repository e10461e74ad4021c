"""Beginning a session: what can't be read of it is tried again, but not more often than allowed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.payloads import objects
from tests.e2e.malformed_payloads import Change, Json, broken
from tests.harness.loopback import Loopback, loopback

HELLO: Json = {"op": 10, "d": {"heartbeat_interval": 41250}}


async def answers(on: Loopback, question: str) -> None:
    thread = await on.thread(on.ask(question))
    await on.reads(thread, f"You asked: {question}", 60.0)


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
    async with loopback(tmp_path, skips_events=True) as on:
        on.discord.gateway.rewrite = once(fits, instead)
        bot = await on.launch()
        await on.discord.until(lambda: len(on.discord.gateway.handshakes) == 2, 60.0)
        await on.discord.bot_ready(60.0)
        await answers(on, "after?")
        assert len(on.discord.gateway.handshakes) == 2
        assert len(on.discord.gateway.sessions.start_limit.begun_at) <= 2
        assert "could not be read" in bot.said


@pytest.mark.slow
async def test_a_ready_that_cannot_be_read_in_a_running_process_is_a_failed_connection(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, skips_events=True) as on:
        await on.start()
        await answers(on, "before?")
        on.discord.gateway.rewrite = once(is_called("READY"), without("d", "guilds"))
        on.discord.gateway.invalidate()
        await on.discord.until(lambda: len(on.discord.gateway.handshakes) == 3, 90.0)
        await answers(on, "after?")
        assert len(on.discord.gateway.sessions.start_limit.begun_at) == 3


@pytest.mark.slow
async def test_whatever_lacks_in_hello_or_ready_an_answer_comes(tmp_path: Path) -> None:
    """With one field dropped or null, the session either begins at once or with the next try."""
    ready: list[Json] = []

    def keep(payload: Json) -> Json:
        if payload.get("t") == "READY":
            ready.append(deepcopy(payload))
        return payload

    async with loopback(tmp_path) as on:
        on.discord.gateway.rewrite = keep
        await on.start()
        await answers(on, "whole?")
    cases: list[tuple[Callable[[Json], bool], str, Change]]
    cases = [(is_hello, *case) for case in broken(HELLO)]
    cases += [(is_called("READY"), *case) for case in broken(ready[0])]
    at_once = asyncio.Semaphore(6)

    async def one(number: int, fits: Callable[[Json], bool], case: str, change: Change) -> None:
        folder = tmp_path / str(number)
        folder.mkdir()
        async with at_once, loopback(folder, skips_events=True) as on:
            on.discord.gateway.rewrite = once(fits, change)
            bot = await on.launch_process()
            await on.discord.until(lambda: "connected as" in bot.said, 60.0)
            await answers(on, case)
            assert len(on.discord.gateway.sessions.start_limit.begun_at) <= 2, case

    async with asyncio.TaskGroup() as tasks:
        for number, case in enumerate(cases):
            tasks.create_task(one(number, *case))


async def test_a_server_that_cannot_be_read_is_left_out_alone(tmp_path: Path) -> None:
    """Nothing is answered there, not even as if it were a direct message, until it can be read."""
    async with loopback(tmp_path, skips_events=True) as on:
        annex = on.world.add_guild("Annex")
        side = on.world.channels.add(annex, "side")
        ann = on.world.people.add(annex, on.ann.user)

        def unreadable(payload: Json) -> Json:
            if payload.get("t") == "GUILD_CREATE" and payload["d"]["id"] == str(annex.id):
                payload["d"]["roles"] = None
            return payload

        on.discord.gateway.rewrite = unreadable
        bot = await on.start()
        missed = on.world.messages.send(side, ann, f"{on.mention} nobody there?")
        on.world.messages.send(side, ann, "no question")
        await answers(on, "and here?")
        assert on.replies(side) == []
        assert missed.thread is None
        assert [request.question for request in on.api.requests] == ["and here?"]
        assert f"{annex.id} is left out" in bot.said
        on.discord.gateway.rewrite = None
        (session,) = on.discord.gateway.connected
        session.dispatch("GUILD_CREATE", objects.guild_event(annex, on.world.bot))
        asked = on.world.messages.send(side, ann, f"{on.mention} and now?")
        await on.discord.until(lambda: asked.thread is not None)
        assert asked.thread is not None
        await on.reads(asked.thread, "You asked: and now?")
        assert len(on.discord.gateway.handshakes) == 1


@pytest.mark.parametrize("data", [None, [], "nothing"])
async def test_a_resume_is_over_whatever_resumed_says(tmp_path: Path, data: Any) -> None:
    """The session goes on, and what was asked after it counts as taken in."""
    async with loopback(tmp_path, skips_events=True) as on:
        bot = await on.start()
        await answers(on, "before?")
        (session,) = on.discord.gateway.connected
        on.discord.gateway.rewrite = once(is_called("RESUMED"), lambda told: told | {"d": data})
        await on.discord.gateway.drop(1006)
        await on.discord.until(lambda: on.discord.gateway.connected == [session])
        asked = on.ask("after?")
        await on.reads(await on.thread(asked), "You asked: after?")
        assert await bot.stop() == 0
        with sqlite3.connect(on.folder / "bot.db") as database:
            (mark,) = database.execute("SELECT message_id FROM watermarks").fetchone()
        database.close()
        assert mark >= asked.id


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
    async with loopback(tmp_path, skips_events=True) as on:
        await on.start()
        on.discord.gateway.rewrite = once(is_called("CHANNEL_CREATE"), frame)
        on.world.channels.add(on.guild, "other")
        await answers(on, "after?")
        assert len(on.discord.gateway.handshakes) == 1


async def test_a_second_hello_begins_no_heartbeats_of_its_own(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        hello = {"op": 10, "d": {"heartbeat_interval": 100}}
        on.discord.gateway.rewrite = once(is_called("CHANNEL_CREATE"), hello)
        before = on.discord.gateway.heartbeats
        on.world.channels.add(on.guild, "other")
        await answers(on, "after?")
        assert on.discord.gateway.heartbeats == before
        assert "Unknown OP code 10" in bot.said


async def test_no_session_is_begun_while_none_is_left(tmp_path: Path) -> None:
    """The stand-in would reset the token, as Discord does; the bot waits until it may again."""
    async with loopback(tmp_path) as on:
        starts = on.discord.gateway.sessions.start_limit
        starts.limit(0, 2.0)
        may_at = starts.resets_at
        bot = await on.start()
        assert starts.begun_at[0] >= may_at
        assert "no more sessions may be begun" in bot.said
        await answers(on, "after?")


@pytest.mark.slow
async def test_a_lost_session_is_not_replaced_while_none_may_begin(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        await answers(on, "before?")
        starts = on.discord.gateway.sessions.start_limit
        starts.limit(0, 4.0)
        may_at = starts.resets_at
        on.discord.gateway.invalidate()
        await on.discord.until(lambda: len(starts.begun_at) == 2, 60.0)
        assert starts.begun_at[1] >= may_at
        assert "no more sessions may be begun" in bot.said
        await answers(on, "after?")


async def test_a_bot_that_waits_for_its_first_session_stops_when_told(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.discord.gateway.sessions.start_limit.limit(0, 3600.0)
        bot = await on.launch()
        await on.discord.until(lambda: "no more sessions may be begun" in bot.said)
        assert await bot.stop() == 0
        assert on.discord.gateway.handshakes == []


async def test_a_bot_that_waits_to_replace_its_session_stops_when_told(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        await answers(on, "before?")
        on.discord.gateway.sessions.start_limit.limit(0, 3600.0)
        on.discord.gateway.invalidate()
        await on.discord.until(lambda: "no more sessions may be begun" in bot.said)
        assert await bot.stop() == 0
        assert len(on.discord.gateway.handshakes) == 1
