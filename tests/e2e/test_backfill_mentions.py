"""Mentions that were missed are found, also where nothing was asked before."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.discord.faults import Stall, StubbedResponse
from tests.e2e.backfill import SEARCH, a_thread, asked, searches, thread_in, was_there_before
from tests.harness.loopback import loopback

NOT_INDEXED = StubbedResponse(
    202,
    {
        "message": "Index not yet available. Try again later",
        "code": 110000,
        "documents_indexed": 0,
        "retry_after": 1,
    },
)


async def test_mentions_in_places_where_nothing_was_asked_are_answered_once(
    tmp_path: Path,
) -> None:
    """In a channel, in the thread of a member, in one archived meanwhile, and by the bot's role."""
    async with loopback(tmp_path, most_429s=2) as on:
        other = on.world.channels.add(on.guild, "other")
        aside = on.world.threads.start(on.ann, on.channel, "aside")
        old = on.world.threads.start(on.ann, on.channel, "old")
        role = next(each for each in on.guild.roles.values() if each.bot_id)
        role.mentionable = True
        await was_there_before(on)
        in_other = on.ask("in another channel?", channel=other)
        on.ask("in a thread?", channel=aside)
        on.world.messages.send(aside, on.ann, "plain talk")
        on.ask("archived?", channel=old)
        by_role = on.world.messages.send(other, on.ann, f"<@&{role.id}> by role?")
        on.world.threads.archive(old)
        bot = await on.start()
        await on.discord.until(lambda: {in_other.id, by_role.id} <= on.guild.threads.keys())
        await on.reads(on.guild.threads[in_other.id], "turn 1")
        await on.reads(on.guild.threads[by_role.id], "turn 1")
        await on.reads(aside, "turn 1")
        await on.reads(old, "turn 1")
        assert await bot.stop() == 0
        bot = await on.start()
        await on.discord.until(lambda: searches(on) >= 4)
        on.ask("and now?", channel=aside)
        await on.reads(aside, "turn 2")
        assert sorted(map(str, asked(on))) == sorted(
            ["first?", "in another channel?", "in a thread?", "archived?", "by role?", "and now?"]
        )


async def test_what_is_asked_live_comes_after_a_mention_that_was_missed_in_that_thread(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        aside = on.world.threads.start(on.ann, on.channel, "aside")
        await was_there_before(on)
        on.ask("missed?", channel=aside)
        searching = Stall()
        on.discord.faults.inject("GET", SEARCH, searching)
        await on.start()
        await searching.held.wait()
        on.ask("live?", channel=aside)
        elsewhere = on.ask("elsewhere?")
        await on.reads(await on.thread(elsewhere), "turn 1")
        searching.release()
        await on.reads(aside, "turn 2")
        assert [each for each in asked(on) if each in ("missed?", "live?")] == ["missed?", "live?"]


async def test_more_mentions_than_a_page_holds_are_all_found(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        threads = [on.world.threads.start(on.ann, on.channel, f"aside {n}") for n in range(5)]
        await was_there_before(on)
        for number in range(30):
            on.ask(f"number {number:02}?", channel=threads[number % 5])
        await on.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        await on.discord.until(lambda: len(asked(on)) >= 31, 60.0)
        assert sorted(map(str, asked(on)[1:])) == [f"number {number:02}?" for number in range(30)]


async def test_a_server_without_an_index_is_asked_again_and_holds_nobody_up(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        other = on.world.channels.add(on.guild, "other")
        aside = on.world.threads.start(on.ann, on.channel, "aside")
        await was_there_before(on)
        missed = on.ask("missed?", channel=other)
        on.discord.faults.inject("GET", SEARCH, NOT_INDEXED, times=2)
        await on.start()
        await on.discord.until(lambda: searches(on) >= 1)
        on.ask("live?", channel=aside)
        await on.reads(aside, "turn 1")
        assert "missed?" not in asked(on)
        await on.reads(await thread_in(on, other, missed.id), "turn 1")


async def test_where_searching_is_refused_all_else_is_found_as_ever(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        other = on.world.channels.add(on.guild, "other")
        bot = await on.start()
        thread = await a_thread(on)
        assert await bot.stop() == 0
        on.ask("not to be found?", channel=other)
        on.world.messages.send(thread, on.ann, "second?")
        refusal = StubbedResponse(403, {"message": "Missing Permissions", "code": 50013})
        on.discord.faults.inject("GET", SEARCH, refusal, times=50)
        bot = await on.start()
        await on.reads(thread, "turn 2")
        await on.discord.until(lambda: "searching for missed mentions" in bot.said)
        assert asked(on) == ["first?", "second?"]


async def test_without_the_message_content_intent_nothing_is_searched(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as on:
        bot = await on.start(MESSAGE_CONTENT="false")
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        assert await bot.stop() == 0
        on.ask("second?", channel=thread)
        await on.start(MESSAGE_CONTENT="false")
        await on.reads(thread, "turn 2")
        assert searches(on) == 0
