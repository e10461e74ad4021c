"""What was missed is found: in any channel, whatever the clock says or fails on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.faults import Fault, Reset, Stall, StubbedResponse
from bridge_bot.sandbox.discord.model import Channel
from tests.e2e.backfill import (
    SEARCH,
    a_thread,
    asked,
    conversations_before,
    thread_in,
    was_there_before,
)
from tests.harness.loopback import Loopback, loopback

HISTORY = r"/channels/\d+/messages"
PASSING: dict[str, Fault] = {
    "a firewall's page": StubbedResponse(403, "<html>Access denied</html>"),
    "a load balancer's page": StubbedResponse(404, "default backend - 404"),
    "an edge's code": StubbedResponse(403, {"message": "internal network error", "code": 40333}),
    "no code": StubbedResponse(404, {"message": "404: Not Found", "code": 0}),
    "a 408": StubbedResponse(408, ""),
    "a write limit": StubbedResponse(403, {"message": "limited", "code": 20028}),
    "a blocked address": StubbedResponse(429, "<html>error 1015</html>"),
    "a reset": Reset(),
    "a redirection": StubbedResponse(302, "<html>", {"Location": "/login"}),
    "a 429 without its wait": StubbedResponse(
        429, {"message": "slow"}, {"Via": "1.1 proxy", "X-RateLimit-Scope": "user"}
    ),
    "a window without its end": StubbedResponse(200, "[]", {"X-RateLimit-Remaining": "3"}),
}
NOT_DISCORDS = {
    "a page with status 200": StubbedResponse(200, "<html>log in to this network</html>"),
    "another shape": StubbedResponse(200, {"messages": None}),
}
FAULTS: dict[str, Fault] = {**PASSING, **NOT_DISCORDS}
FEW = ["a firewall's page", "an edge's code", "a reset"]


@pytest.mark.parametrize("fault", [*FEW, *NOT_DISCORDS])
async def test_a_search_that_fails_is_made_again(tmp_path: Path, fault: str) -> None:
    async with loopback(tmp_path, most_429s=9) as system:
        other = system.world.channels.add(system.guild, "other")
        await was_there_before(system)
        missed = system.ask("missed?", channel=other)
        system.discord.faults.inject("GET", SEARCH, FAULTS[fault])
        await system.start()
        await system.reads(await thread_in(system, other, missed.id), "turn 1")


@pytest.mark.parametrize("fault", [*PASSING, *NOT_DISCORDS])
async def test_a_history_that_can_not_be_read_just_now_is_read_later(
    tmp_path: Path, fault: str
) -> None:
    """And what is asked live meanwhile comes after it."""
    async with loopback(tmp_path, most_429s=9) as system:
        bot = await system.start()
        thread = await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "second?")
        system.discord.faults.inject("GET", HISTORY, FAULTS[fault])
        await system.start()
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "turn 3")
        assert asked(system) == ["first?", "second?", "third?"]


@pytest.mark.parametrize("fault", FEW)
async def test_archived_threads_and_direct_messages_are_looked_up_until_discord_tells(
    tmp_path: Path, fault: str
) -> None:
    async with loopback(tmp_path, most_429s=9) as system:
        thread, direct = await conversations_before(system)
        system.world.messages.send(thread, system.ann, "second?")
        system.world.threads.archive(thread)
        system.world.messages.send(direct, system.ann, "direct two?")
        system.discord.faults.inject("GET", r"/channels/\d+/threads/archived/public", FAULTS[fault])
        system.discord.faults.inject("GET", rf"/channels/{direct.id}", FAULTS[fault])
        await system.start()
        await system.reads(thread, "turn 2", 60.0)
        await system.reads(direct, "turn 2", 60.0)


@pytest.mark.parametrize("fault", FEW)
async def test_a_thread_that_can_not_be_looked_up_just_now_is_looked_up_later(
    tmp_path: Path, fault: str
) -> None:
    """One that discord.py does not know, since the server came without it."""
    async with loopback(tmp_path, most_429s=9) as system:
        bot = await system.start()
        thread = await a_thread(system)
        system.world.threads.archive(thread)
        assert await bot.stop() == 0
        bot = await system.start()
        await system.discord.until(lambda: "connected as" in bot.log)
        system.discord.faults.inject("GET", rf"/channels/{thread.id}", FAULTS[fault])
        forget_unarchived(system, thread)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        assert asked(system) == ["first?", "second?"]


def forget_unarchived(system: Loopback, thread: Channel) -> None:
    """Bring a thread back without telling the bot of it."""
    thread.thread_or_error.archived = False


@pytest.mark.parametrize("fault", FEW)
async def test_who_can_not_be_looked_up_as_a_member_just_now_is_no_stranger(
    tmp_path: Path, fault: str
) -> None:
    async with loopback(tmp_path, most_429s=9) as system:
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        system.discord.faults.inject("GET", r"/guilds/\d+/members/\d+", FAULTS[fault])
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        system.world.messages.send(direct, system.ann, "second?")
        await system.reads(direct, "turn 2")
        assert asked(system) == ["first?", "second?"]


async def test_places_that_discord_refuses_are_left_out(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread, other = await a_thread(system), await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "second?")
        system.world.messages.send(other, system.ann, "second?")
        gone = StubbedResponse(404, {"message": "Unknown Channel", "code": 10003})
        system.discord.faults.inject("GET", rf"/channels/{thread.id}/messages", gone, times=50)
        await system.start()
        await system.reads(other, "turn 2")
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "turn 2")
        assert asked(system)[-1] == "third?"


async def test_what_comes_live_is_answered_while_reading_keeps_failing(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread, other = await a_thread(system), await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "missed?")
        system.world.messages.send(other, system.ann, "missed elsewhere?")
        broken = NOT_DISCORDS["another shape"]
        system.discord.faults.inject(
            "GET", rf"/channels/{thread.id}/messages", broken, times=10_000
        )
        await system.start()
        system.world.messages.send(thread, system.ann, "live?")
        await system.reads(other, "turn 2")
        await system.reads(thread, "turn 2")
        system.discord.faults.clear()
        await system.reads(thread, "turn 3", 60.0)
        assert sorted(map(str, asked(system)[2:])) == ["live?", "missed elsewhere?", "missed?"]


@pytest.mark.parametrize("ahead_s", [-86_400.0, -30.0, 30.0, 86_400.0])
async def test_questions_are_found_with_a_machine_clock_that_is_wrong(
    tmp_path: Path, ahead_s: float
) -> None:
    """Also those of a session that was lost, and those that a stop left unanswered."""
    async with loopback(tmp_path, most_429s=2, clock_ahead_s=ahead_s) as system:
        bot = await system.start()
        thread = await a_thread(system)
        system.discord.gateway.refuses_connections = True
        system.discord.gateway.invalidate()
        await system.discord.gateway.drop(1006)
        await system.discord.until(lambda: not system.discord.gateway.connected)
        system.world.messages.send(thread, system.ann, "second?")
        system.discord.gateway.refuses_connections = False
        await system.reads(thread, "turn 2")
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "third?")
        await system.start()
        await system.reads(thread, "turn 3")
        assert asked(system) == ["first?", "second?", "third?"]


@pytest.mark.parametrize("ahead_s", [-86_400.0, 86_400.0])
async def test_a_turn_that_a_crash_cut_is_taken_up_with_a_machine_clock_that_is_wrong(
    tmp_path: Path, ahead_s: float
) -> None:
    async with loopback(tmp_path, most_429s=2, clock_ahead_s=ahead_s) as system:
        bot = await system.start_process()
        answering = Stall()
        system.discord.faults.inject("POST", r"/channels/\d+/messages", answering)
        question = system.ask("first?")
        await answering.held.wait()
        await system.crash(bot)
        answering.release()
        again = await system.start()
        await system.discord.until(lambda: f"turn {question.id} done" in again.log)
        await system.reads(await system.thread(question), "one piece at a time**.")


async def test_a_message_that_comes_before_its_server_is_answered_once_it_is_there(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.world.remove_guild(system.guild, outage=True)
        bot = await system.start()
        await system.discord.until(lambda: "connected as" in bot.log)
        early = system.ask("too early?")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "direct?")
        await system.reads(direct, "turn 1")
        system.world.end_outage(system.guild)
        await system.reads(await system.thread(early), "turn 1")
        assert asked(system) == ["direct?", "too early?"]
