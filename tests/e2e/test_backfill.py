"""What was asked while the bot was away is answered when it is back: in order, and once."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.faults import Stall
from tests.e2e.backfill import a_thread, asked, is_history, reads, seen
from tests.harness.loopback import loopback


async def test_questions_asked_while_the_bot_was_down_are_answered_in_order_and_once(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        direct = on.world.channels.open_dm(on.ann)
        on.world.messages.send(direct, on.ann, "direct one?")
        await on.reads(direct, "turn 1")
        assert await bot.stop() == 0
        on.world.messages.send(thread, on.ann, "second?")
        on.world.messages.send(on.channel, on.ann, "plain talk")
        on.world.messages.send(thread, on.ann, "third?")
        missed = on.ask("in a new thread?")
        on.world.messages.send(direct, on.ann, "direct two?")
        bot = await on.start()
        await on.reads(thread, "turn 3")
        await on.reads(await on.thread(missed), "turn 1")
        await on.reads(direct, "turn 2")
        assert await bot.stop() == 0
        await on.start()
        on.world.messages.send(thread, on.ann, "fourth?")
        await on.reads(thread, "turn 4")
        assert sorted(map(str, asked(on))) == sorted(
            [
                *("first?", "second?", "third?", "fourth?"),
                *("direct one?", "direct two?", "in a new thread?"),
            ]
        )
        in_thread = [each for each in asked(on) if each in ("first?", "second?", "third?")]
        assert in_thread == ["first?", "second?", "third?"]


async def test_questions_asked_while_a_session_was_lost_are_answered(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        await on.start()
        thread = await a_thread(on)
        on.discord.gateway.refuses_connections = True
        on.discord.gateway.invalidate()
        await on.discord.gateway.drop(1006)
        await on.discord.until(lambda: not on.discord.gateway.connected)
        on.world.messages.send(thread, on.ann, "second?")
        on.discord.gateway.refuses_connections = False
        await on.reads(thread, "turn 2", 40.0)
        on.world.messages.send(thread, on.ann, "third?")
        await on.reads(thread, "turn 3")
        assert asked(on) == ["first?", "second?", "third?"]


async def test_a_session_lost_while_reading_adds_to_what_is_read(tmp_path: Path) -> None:
    """Nothing of what both sessions missed is left out, or answered twice."""
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        former, latter = await a_thread(on), await a_thread(on)
        assert await bot.stop() == 0
        on.world.messages.send(former, on.ann, "second?")
        on.world.messages.send(latter, on.ann, "second?")
        reading = Stall()
        on.discord.faults.inject("GET", rf"/channels/{latter.id}/messages", reading)
        await on.start()
        await reading.held.wait()
        await on.reads(former, "turn 2")
        on.discord.gateway.refuses_connections = True
        on.discord.gateway.invalidate()
        await on.discord.gateway.drop(1006)
        await on.discord.until(lambda: not on.discord.gateway.connected)
        on.world.messages.send(latter, on.ann, "third?")
        third = on.ask("in a new thread?")
        on.discord.gateway.refuses_connections = False
        await on.discord.until(lambda: on.discord.gateway.connected)
        reading.release()
        await on.reads(await on.thread(third), "turn 1")
        await on.reads(latter, "turn 3")
        assert sorted(map(str, asked(on))) == sorted(
            ["first?", "first?", "second?", "second?", "third?", "in a new thread?"]
        )


async def test_a_server_that_comes_late_is_looked_at_too(tmp_path: Path) -> None:
    """Such as after an outage of Discord that left it out for a while."""
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        assert await bot.stop() == 0
        on.world.messages.send(thread, on.ann, "second?")
        on.world.remove_guild(on.guild, outage=True)
        bot = await on.start()
        await on.discord.until(lambda: "connected as" in bot.said)
        on.world.end_outage(on.guild)
        await on.reads(thread, "turn 2")
        assert asked(on) == ["first?", "second?"]


async def test_questions_asked_while_disconnected_come_again_with_the_resumed_session(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        await on.start()
        thread = await a_thread(on)
        await on.discord.gateway.drop(1006)
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2", 40.0)
        on.discord.gateway.repeat_last()
        on.world.messages.send(thread, on.ann, "third?")
        await on.reads(thread, "turn 3")
        assert asked(on) == ["first?", "second?", "third?"]


async def test_what_was_refused_as_too_much_is_not_answered_after_all(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        direct = on.world.channels.open_dm(on.ann)
        on.world.messages.send(direct, on.ann, "first?")
        await on.reads(direct, "turn 1")
        assert await bot.stop() == 0
        for number in range(6):
            on.world.messages.send(direct, on.ann, f"flood {number}?")
        await on.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        await on.reads(direct, "2 questions a minute", 40.0)
        await on.reads(direct, "turn 3", 40.0)
        assert asked(on) == ["first?", "flood 0?", "flood 1?"]


async def test_with_zero_hours_nothing_is_caught_up(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        assert await bot.stop() == 0
        on.world.messages.send(thread, on.ann, "too late?")
        await on.start(CATCH_UP_HOURS="0")
        on.world.messages.send(thread, on.ann, "third?")
        await on.reads(thread, "turn 2")
        assert asked(on) == ["first?", "third?"]


async def test_a_first_start_reads_nothing_of_the_past(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        on.ask("before its time?")
        await on.start()
        await a_thread(on)
        assert asked(on) == ["first?"]
        assert not [
            each
            for each in on.discord.requests
            if each.route.endswith("/messages") and each.method == "GET"
        ]


async def test_what_is_asked_right_after_the_start_comes_after_what_was_asked_before_it(
    tmp_path: Path,
) -> None:
    """A conversation's order holds, even if reading what was missed takes its time."""
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        direct = on.world.channels.open_dm(on.ann)
        on.world.messages.send(direct, on.ann, "direct one?")
        await on.reads(direct, "turn 1")
        assert await bot.stop() == 0
        on.world.messages.send(thread, on.ann, "second?")
        on.world.messages.send(direct, on.ann, "direct two?")
        before_reading = Stall()
        on.discord.faults.inject("GET", r"/channels/\d+/messages", before_reading, times=2)
        await on.start()
        await before_reading.held.wait()
        on.world.messages.send(thread, on.ann, "third?")
        on.world.messages.send(direct, on.ann, "direct three?")
        elsewhere = on.ask("who has nothing to wait for?")
        await on.reads(await on.thread(elsewhere), "turn 1")
        before_reading.release()
        await on.reads(thread, "turn 3")
        await on.reads(direct, "turn 3")
        of_thread = [each for each in asked(on) if each in ("first?", "second?", "third?")]
        assert of_thread == ["first?", "second?", "third?"]
        assert [each for each in asked(on) if str(each).startswith("direct")] == [
            *("direct one?", "direct two?", "direct three?")
        ]


async def test_only_places_that_hold_something_newer_are_read(tmp_path: Path) -> None:
    """And a direct-message channel, of which Discord has no list, is looked up before."""
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        silent, asks = await a_thread(on), await a_thread(on)
        assert silent.id != asks.id
        ben = on.world.people.add(on.guild, "Ben")
        for who in (on.ann, ben):
            on.world.messages.send(on.world.channels.open_dm(who), who, "direct?")
            await on.reads(on.world.channels.open_dm(who), "turn 1")
        await seen(on, silent, *(on.world.channels.open_dm(who) for who in (on.ann, ben)))
        assert await bot.stop() == 0
        began = len(on.discord.requests)
        on.world.messages.send(asks, on.ann, "second?")
        on.world.messages.send(on.world.channels.open_dm(ben), ben, "direct again?")
        await on.start()
        await on.reads(asks, "turn 2")
        await on.reads(on.world.channels.open_dm(ben), "turn 2")
        await on.discord.until(lambda: len(reads(on, began)) >= 2)
        assert set(reads(on, began)) == {asks.id, on.world.channels.open_dm(ben).id}


async def test_a_thread_that_was_archived_after_the_question_is_found(tmp_path: Path) -> None:
    """It is among no list that comes by itself: neither one of the bot's nor a forum post."""
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        forum = on.world.channels.add(on.guild, "help", kind=ChannelType.FORUM)
        post = on.world.threads.post(forum, on.ann, "Help", f"{on.mention} help?")
        await on.reads(post, "turn 1")
        old = await a_thread(on)
        on.world.threads.archive(old)
        await seen(on, old)
        assert await bot.stop() == 0
        on.world.messages.send(thread, on.ann, "second?")
        on.ask("more help?", channel=post)
        on.world.threads.archive(thread)
        on.world.threads.archive(post)
        began = len(on.discord.requests)
        await on.start()
        await on.reads(thread, "turn 2")
        await on.reads(post, "turn 2")
        assert old.id not in reads(on, began)


async def test_missed_places_are_read_at_no_more_than_five_requests_a_second(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start()
        threads = [await a_thread(on) for _ in range(8)]
        assert await bot.stop() == 0
        for thread in threads:
            on.world.messages.send(thread, on.ann, "second?")
        began = len(on.discord.requests)
        await on.start()
        for thread in threads:
            await on.reads(thread, "turn 2", 30.0)
        at_s = sorted(each.at for each in on.discord.requests[began:] if is_history(each))
        assert len(at_s) >= len(threads)
        assert all(later - former >= 0.95 for former, later in zip(at_s, at_s[5:], strict=False))
