"""What a day may cost is bounded, and members are told; each request that is sent counts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.loopback import Loopback, loopback


def counted(system: Loopback) -> int:
    """The requests that were counted in all."""
    [(requests,)] = system.database.rows("SELECT requests FROM request_counts WHERE scope = 'all'")
    assert isinstance(requests, int)
    return requests


async def test_a_member_who_has_used_up_the_day_is_told_when_it_goes_on(tmp_path: Path) -> None:
    """Once by a reply, and privately after each command; also after a restart. Others go on."""
    async with loopback(tmp_path) as system:
        bot = await system.start(MEMBER_QUESTIONS_PER_DAY="2")
        for question in ("first?", "second?"):
            await system.reads(await system.thread(system.ask(question)), "turn 1")
        refused = system.ask("third?")
        word = await system.reads(system.channel, "your 2 questions for today")
        assert word.reply_to is refused
        assert "<t:" in word.content
        assert ":R>" in word.content
        warnings = [line for line in bot.log.splitlines() if "MEMBER_QUESTIONS_PER_DAY" in line]
        assert len(warnings) == 1
        assert " WARNING " in warnings[0]
        system.ask("fourth?")
        assert await bot.stop() == 0
        assert len(system.replies(system.channel)) == 1

        again = await system.start(MEMBER_QUESTIONS_PER_DAY="2")
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "fifth?"})
        await system.discord.until(lambda: used.responses)
        assert "your 2 questions for today" in used.responses[0].content
        assert used.responses[0].ephemeral
        assert "MEMBER_QUESTIONS_PER_DAY" not in again.log
        ben = system.world.people.add(system.guild, "Ben")
        bens = system.world.channels.open_dm(ben)
        system.world.messages.send(bens, ben, "mine?")
        await system.reads(bens, "turn 1")
        assert counted(system) == len(system.api.requests) == 3


async def test_a_question_that_is_asked_again_counts_again(tmp_path: Path) -> None:
    """After a failure and after a crash: the Chat API may charge for it."""
    async with loopback(tmp_path) as system:
        system.api.script(Script(status=503), Script(text="slow " * 200, chars_per_s=50))
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "slow")
        assert counted(system) == len(system.api.requests) == 2
        await system.crash(bot)
        await system.start()
        await system.reads(thread, "You asked: first?")
        assert counted(system) == len(system.api.requests) == 3


async def test_of_fifty_questions_at_once_ten_are_asked_where_the_day_has_ten(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(QUESTIONS_PER_DAY="10", MEMBER_QUESTIONS_PER_MINUTE="0")
        people = [system.world.people.add(system.guild, f"member {n}") for n in range(50)]
        channels = [system.world.channels.open_dm(each) for each in people]
        for channel, member in zip(channels, people, strict=True):
            system.world.messages.send(channel, member, "mine?")
        await system.discord.until(lambda: all(system.replies(each) for each in channels))
        told = [system.replies(each)[0].content for each in channels]
        assert sum("used up all my questions" in each for each in told) == 40
        await asyncio.sleep(0.2)
        assert counted(system) == len(system.api.requests) == 10


@pytest.mark.postgres
async def test_of_fifty_questions_at_once_two_processes_ask_ten_where_the_day_has_ten(
    tmp_path: Path,
) -> None:
    """Each process has a server of its own, by its shard."""
    async with loopback(tmp_path, shards=2) as system:
        other = system.world.add_guild("Other")
        while (other.id >> 22) % 2 == (system.guild.id >> 22) % 2:
            other = system.world.add_guild("Other")
        for shard in ("0", "1"):
            await system.launch_process(
                SHARD_COUNT="2",
                SHARD_IDS=shard,
                QUESTIONS_PER_DAY="10",
                DISCORD_REQUESTS_PER_SECOND="20",  # they share Discord's limit, and do not know
                MEMBER_QUESTIONS_PER_MINUTE="0",
            )
        await system.discord.bot_ready()
        asked = []
        for guild in (system.guild, other):
            for n in range(25):
                member = system.world.people.add(guild, f"member {n}")
                channel = system.world.channels.add(guild, f"channel-{n}")
                asked.append(channel)
                system.world.messages.send(channel, member, f"{system.mention} mine?")
        await system.discord.until(
            lambda: all(
                system.replies(each)
                or any(system.replies(thread) for thread in system.world.threads.of(each))
                for each in asked
            )
        )
        assert counted(system) == len(system.api.requests) == 10
