"""What was asked while the bot was away is answered when it is back: in order, and once."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.model import Channel
from tests.e2e.stage import Stage, stage


def asked(on: Stage) -> list[object]:
    return [request.body["q"] for request in on.api.requests]


async def a_thread(on: Stage) -> Channel:
    thread = await on.thread(on.ask("first?"))
    await on.reads(thread, "turn 1")
    return thread


async def test_questions_asked_while_the_bot_was_down_are_answered_in_order_and_once(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        direct = on.world.open_dm(on.ann)
        on.world.say(direct, on.ann, "direct one?")
        await on.reads(direct, "turn 1")
        assert await bot.stop() == 0
        on.world.say(thread, on.ann, "second?")
        on.world.say(on.channel, on.ann, "plain talk")
        on.world.say(thread, on.ann, "third?")
        missed = on.ask("in a new thread?")
        on.world.say(direct, on.ann, "direct two?")
        bot = await on.start()
        await on.reads(thread, "turn 3")
        await on.reads(await on.thread(missed), "turn 1")
        await on.reads(direct, "turn 2")
        assert await bot.stop() == 0
        await on.start()
        on.world.say(thread, on.ann, "fourth?")
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
    async with stage(tmp_path, most_429s=2) as on:
        await on.start()
        thread = await a_thread(on)
        on.discord.gateway.refuses = True
        on.discord.gateway.invalidate()
        await on.discord.gateway.drop(1006)
        await on.discord.until(lambda: not on.discord.gateway.connected)
        on.world.say(thread, on.ann, "second?")
        on.discord.gateway.refuses = False
        await on.reads(thread, "turn 2", 40.0)
        on.world.say(thread, on.ann, "third?")
        await on.reads(thread, "turn 3")
        assert asked(on) == ["first?", "second?", "third?"]


async def test_questions_asked_while_disconnected_come_again_with_the_resumed_session(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, most_429s=2) as on:
        await on.start()
        thread = await a_thread(on)
        await on.discord.gateway.drop(1006)
        on.world.say(thread, on.ann, "second?")
        await on.reads(thread, "turn 2", 40.0)
        on.discord.gateway.repeat_last()
        on.world.say(thread, on.ann, "third?")
        await on.reads(thread, "turn 3")
        assert asked(on) == ["first?", "second?", "third?"]


async def test_what_was_refused_as_too_much_is_not_answered_after_all(tmp_path: Path) -> None:
    async with stage(tmp_path, most_429s=2) as on:
        bot = await on.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        direct = on.world.open_dm(on.ann)
        on.world.say(direct, on.ann, "first?")
        await on.reads(direct, "turn 1")
        assert await bot.stop() == 0
        for number in range(6):
            on.world.say(direct, on.ann, f"flood {number}?")
        await on.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        await on.reads(direct, "2 questions a minute", 40.0)
        await on.reads(direct, "turn 3", 40.0)
        assert asked(on) == ["first?", "flood 0?", "flood 1?"]


async def test_with_zero_hours_nothing_is_caught_up(tmp_path: Path) -> None:
    async with stage(tmp_path, most_429s=2) as on:
        bot = await on.start()
        thread = await a_thread(on)
        assert await bot.stop() == 0
        on.world.say(thread, on.ann, "too late?")
        await on.start(CATCH_UP_HOURS="0")
        on.world.say(thread, on.ann, "third?")
        await on.reads(thread, "turn 2")
        assert asked(on) == ["first?", "third?"]


async def test_a_first_start_reads_nothing_of_the_past(tmp_path: Path) -> None:
    async with stage(tmp_path, most_429s=2) as on:
        on.ask("before its time?")
        await on.start()
        await a_thread(on)
        assert asked(on) == ["first?"]
        assert not [
            each
            for each in on.discord.requests
            if each.route.endswith("/messages") and each.method == "GET"
        ]
