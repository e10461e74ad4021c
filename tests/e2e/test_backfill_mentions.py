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
    async with loopback(tmp_path, most_429s=2) as system:
        other = system.world.channels.add(system.guild, "other")
        aside = system.world.threads.start(system.ann, system.channel, "aside")
        old = system.world.threads.start(system.ann, system.channel, "old")
        role = next(each for each in system.guild.roles.values() if each.bot_id)
        role.mentionable = True
        await was_there_before(system)
        in_other = system.ask("in another channel?", channel=other)
        system.ask("in a thread?", channel=aside)
        system.world.messages.send(aside, system.ann, "plain talk")
        system.ask("archived?", channel=old)
        by_role = system.world.messages.send(other, system.ann, f"<@&{role.id}> by role?")
        system.world.threads.archive(old)
        bot = await system.start()
        await system.discord.until(lambda: {in_other.id, by_role.id} <= system.guild.threads.keys())
        await system.reads(system.guild.threads[in_other.id], "turn 1")
        await system.reads(system.guild.threads[by_role.id], "turn 1")
        await system.reads(aside, "turn 1")
        await system.reads(old, "turn 1")
        assert await bot.stop() == 0
        bot = await system.start()
        await system.discord.until(lambda: searches(system) >= 4)
        system.ask("and now?", channel=aside)
        await system.reads(aside, "turn 2")
        assert sorted(map(str, asked(system))) == sorted(
            ["first?", "in another channel?", "in a thread?", "archived?", "by role?", "and now?"]
        )


async def test_what_is_asked_live_comes_after_a_mention_that_was_missed_in_that_thread(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        aside = system.world.threads.start(system.ann, system.channel, "aside")
        await was_there_before(system)
        system.ask("missed?", channel=aside)
        searching = Stall()
        system.discord.faults.inject("GET", SEARCH, searching)
        await system.start()
        await searching.held.wait()
        system.ask("live?", channel=aside)
        elsewhere = system.ask("elsewhere?")
        await system.reads(await system.thread(elsewhere), "turn 1")
        searching.release()
        await system.reads(aside, "turn 2")
        assert [each for each in asked(system) if each in ("missed?", "live?")] == [
            "missed?",
            "live?",
        ]


async def test_more_mentions_than_a_page_holds_are_all_found(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        threads = [
            system.world.threads.start(system.ann, system.channel, f"aside {n}") for n in range(5)
        ]
        await was_there_before(system)
        for number in range(30):
            system.ask(f"number {number:02}?", channel=threads[number % 5])
        await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        await system.discord.until(lambda: len(asked(system)) >= 31, 60.0)
        assert sorted(map(str, asked(system)[1:])) == [
            f"number {number:02}?" for number in range(30)
        ]


async def test_a_server_without_an_index_is_asked_again_and_holds_nobody_up(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        other = system.world.channels.add(system.guild, "other")
        aside = system.world.threads.start(system.ann, system.channel, "aside")
        await was_there_before(system)
        missed = system.ask("missed?", channel=other)
        system.discord.faults.inject("GET", SEARCH, NOT_INDEXED, times=2)
        await system.start()
        await system.discord.until(lambda: searches(system) >= 1)
        system.ask("live?", channel=aside)
        await system.reads(aside, "turn 1")
        assert "missed?" not in asked(system)
        await system.reads(await thread_in(system, other, missed.id), "turn 1")


async def test_where_searching_is_refused_all_else_is_found_as_ever(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        other = system.world.channels.add(system.guild, "other")
        bot = await system.start()
        thread = await a_thread(system)
        assert await bot.stop() == 0
        system.ask("not to be found?", channel=other)
        system.world.messages.send(thread, system.ann, "second?")
        refusal = StubbedResponse(403, {"message": "Missing Permissions", "code": 50013})
        system.discord.faults.inject("GET", SEARCH, refusal, times=50)
        bot = await system.start()
        await system.reads(thread, "turn 2")
        await system.discord.until(lambda: "searching for missed mentions" in bot.log)
        assert asked(system) == ["first?", "second?"]


async def test_without_the_message_content_intent_nothing_is_searched(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start(MESSAGE_CONTENT="false")
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        assert await bot.stop() == 0
        system.ask("second?", channel=thread)
        await system.start(MESSAGE_CONTENT="false")
        await system.reads(thread, "turn 2")
        assert searches(system) == 0
