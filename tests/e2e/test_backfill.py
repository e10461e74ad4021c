"""What was asked while the bot was away is answered when it is back: in order, and once."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.faults import Stall
from tests.e2e.backfill import a_thread, asked, conversations_before, is_history, reads, seen
from tests.harness.loopback import loopback


async def test_questions_asked_while_the_bot_was_down_are_answered_in_order_and_once(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        thread, direct = await conversations_before(system)
        system.world.messages.send(thread, system.ann, "second?")
        system.world.messages.send(system.channel, system.ann, "plain talk")
        system.world.messages.send(thread, system.ann, "third?")
        missed = system.ask("in a new thread?")
        system.world.messages.send(direct, system.ann, "direct two?")
        bot = await system.start()
        await system.reads(thread, "turn 3")
        await system.reads(await system.thread(missed), "turn 1")
        await system.reads(direct, "turn 2")
        assert await bot.stop() == 0
        await system.start()
        system.world.messages.send(thread, system.ann, "fourth?")
        await system.reads(thread, "turn 4")
        assert sorted(map(str, asked(system))) == sorted(
            [
                *("first?", "second?", "third?", "fourth?"),
                *("direct one?", "direct two?", "in a new thread?"),
            ]
        )
        in_thread = [each for each in asked(system) if each in ("first?", "second?", "third?")]
        assert in_thread == ["first?", "second?", "third?"]


async def test_questions_asked_while_a_session_was_lost_are_answered(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        await system.start()
        thread = await a_thread(system)
        system.discord.gateway.refuses_connections = True
        system.discord.gateway.invalidate()
        await system.discord.gateway.drop(1006)
        await system.discord.until(lambda: not system.discord.gateway.connected)
        system.world.messages.send(thread, system.ann, "second?")
        system.discord.gateway.refuses_connections = False
        await system.reads(thread, "turn 2", 40.0)
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "turn 3")
        assert asked(system) == ["first?", "second?", "third?"]


async def test_a_session_lost_while_reading_adds_to_what_is_read(tmp_path: Path) -> None:
    """Nothing of what both sessions missed is left out, or answered twice."""
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        former, latter = await a_thread(system), await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(former, system.ann, "second?")
        system.world.messages.send(latter, system.ann, "second?")
        reading = Stall()
        system.discord.faults.inject("GET", rf"/channels/{latter.id}/messages", reading)
        await system.start()
        await reading.held.wait()
        await system.reads(former, "turn 2")
        system.discord.gateway.refuses_connections = True
        system.discord.gateway.invalidate()
        await system.discord.gateway.drop(1006)
        await system.discord.until(lambda: not system.discord.gateway.connected)
        system.world.messages.send(latter, system.ann, "third?")
        third = system.ask("in a new thread?")
        system.discord.gateway.refuses_connections = False
        await system.discord.until(lambda: system.discord.gateway.connected)
        reading.release()
        await system.reads(await system.thread(third), "turn 1")
        await system.reads(latter, "turn 3")
        assert sorted(map(str, asked(system))) == sorted(
            ["first?", "first?", "second?", "second?", "third?", "in a new thread?"]
        )


async def test_a_server_that_comes_late_is_looked_at_too(tmp_path: Path) -> None:
    """Such as after an outage of Discord that left it out for a while."""
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread = await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "second?")
        system.world.remove_guild(system.guild, outage=True)
        bot = await system.start()
        await system.discord.until(lambda: "connected as" in bot.log)
        system.world.end_outage(system.guild)
        await system.reads(thread, "turn 2")
        assert asked(system) == ["first?", "second?"]


async def test_questions_asked_while_disconnected_come_again_with_the_resumed_session(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        await system.start()
        thread = await a_thread(system)
        await system.discord.gateway.drop(1006)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2", 40.0)
        system.discord.gateway.repeat_last()
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "turn 3")
        assert asked(system) == ["first?", "second?", "third?"]


async def test_what_was_refused_as_too_much_is_not_answered_after_all(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        assert await bot.stop() == 0
        for number in range(6):
            system.world.messages.send(direct, system.ann, f"flood {number}?")
        await system.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        await system.reads(direct, "2 questions a minute", 40.0)
        await system.reads(direct, "turn 3", 40.0)
        assert asked(system) == ["first?", "flood 0?", "flood 1?"]


async def test_with_zero_hours_nothing_is_caught_up(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread = await a_thread(system)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "too late?")
        await system.start(CATCH_UP_HOURS="0")
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "turn 2")
        assert asked(system) == ["first?", "third?"]


async def test_a_first_start_reads_nothing_of_the_past(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        system.ask("before its time?")
        await system.start()
        await a_thread(system)
        assert asked(system) == ["first?"]
        assert not [
            each
            for each in system.discord.requests
            if each.route.endswith("/messages") and each.method == "GET"
        ]


async def test_what_is_asked_right_after_the_start_comes_after_what_was_asked_before_it(
    tmp_path: Path,
) -> None:
    """A conversation's order holds, even if reading what was missed takes its time."""
    async with loopback(tmp_path, most_429s=2) as system:
        thread, direct = await conversations_before(system)
        system.world.messages.send(thread, system.ann, "second?")
        system.world.messages.send(direct, system.ann, "direct two?")
        before_reading = Stall()
        system.discord.faults.inject("GET", r"/channels/\d+/messages", before_reading, times=2)
        await system.start()
        await before_reading.held.wait()
        system.world.messages.send(thread, system.ann, "third?")
        system.world.messages.send(direct, system.ann, "direct three?")
        elsewhere = system.ask("who has nothing to wait for?")
        await system.reads(await system.thread(elsewhere), "turn 1")
        before_reading.release()
        await system.reads(thread, "turn 3")
        await system.reads(direct, "turn 3")
        of_thread = [each for each in asked(system) if each in ("first?", "second?", "third?")]
        assert of_thread == ["first?", "second?", "third?"]
        assert [each for each in asked(system) if str(each).startswith("direct")] == [
            *("direct one?", "direct two?", "direct three?")
        ]


async def test_only_places_that_hold_something_newer_are_read(tmp_path: Path) -> None:
    """And a direct-message channel, of which Discord has no list, is looked up before."""
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        silent, asks = await a_thread(system), await a_thread(system)
        assert silent.id != asks.id
        ben = system.world.people.add(system.guild, "Ben")
        for who in (system.ann, ben):
            system.world.messages.send(system.world.channels.open_dm(who), who, "direct?")
            await system.reads(system.world.channels.open_dm(who), "turn 1")
        await seen(
            system, silent, *(system.world.channels.open_dm(who) for who in (system.ann, ben))
        )
        assert await bot.stop() == 0
        began = len(system.discord.requests)
        system.world.messages.send(asks, system.ann, "second?")
        system.world.messages.send(system.world.channels.open_dm(ben), ben, "direct again?")
        await system.start()
        await system.reads(asks, "turn 2")
        await system.reads(system.world.channels.open_dm(ben), "turn 2")
        await system.discord.until(lambda: len(reads(system, began)) >= 2)
        assert set(reads(system, began)) == {asks.id, system.world.channels.open_dm(ben).id}


async def test_a_thread_that_was_archived_after_the_question_is_found(tmp_path: Path) -> None:
    """It is among no list that comes by itself: neither one of the bot's nor a forum post."""
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        thread = await a_thread(system)
        forum = system.world.channels.add(system.guild, "help", kind=ChannelType.FORUM)
        post = system.world.threads.post(forum, system.ann, "Help", f"{system.mention} help?")
        await system.reads(post, "turn 1")
        old = await a_thread(system)
        system.world.threads.archive(old)
        await seen(system, old)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "second?")
        system.ask("more help?", channel=post)
        system.world.threads.archive(thread)
        system.world.threads.archive(post)
        began = len(system.discord.requests)
        await system.start()
        await system.reads(thread, "turn 2")
        await system.reads(post, "turn 2")
        assert old.id not in reads(system, began)


async def test_missed_places_are_read_at_no_more_than_five_requests_a_second(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start()
        threads = [await a_thread(system) for _ in range(8)]
        assert await bot.stop() == 0
        for thread in threads:
            system.world.messages.send(thread, system.ann, "second?")
        began = len(system.discord.requests)
        await system.start()
        for thread in threads:
            await system.reads(thread, "turn 2", 30.0)
        at_s = sorted(each.at for each in system.discord.requests[began:] if is_history(each))
        assert len(at_s) >= len(threads)
        assert all(later - former >= 0.95 for former, later in zip(at_s, at_s[5:], strict=False))
