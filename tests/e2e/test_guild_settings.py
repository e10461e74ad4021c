"""What a server sets takes effect while the bot runs, and over a restart."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from tests.e2e.backfill import asked, thread_in
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

WITHIN_S = 5.0
"""How soon a change of another process is in force."""

UNDER_LOAD_S = 5.0

OFF = "switched off in this channel"


async def used(
    system: Loopback, command: str, channel: Channel | None = None, member: Member | None = None
) -> str:
    """What `/ask` or `/language` tells privately, empty if it is not refused."""
    options = {"question": "by command?"} if command == "ask" else {"language": "fr"}
    use = system.world.commands.use(
        channel or system.channel, member or system.ann, command, options
    )
    await system.discord.until(lambda: use.responses)
    return use.responses[0].content if use.responses[0].ephemeral else ""


async def until_told(
    system: Loopback, words: str, channel: Channel | None = None, member: Member | None = None
) -> None:
    """Use a command again and again until it tells that."""
    async with asyncio.timeout(WITHIN_S + UNDER_LOAD_S):
        while words not in await used(system, "language", channel, member):  # noqa: ASYNC110 - a use each
            await asyncio.sleep(0.2)


def public(system: Loopback, channel: Channel) -> list[Message]:
    """What the bot has said there that all can read."""
    return [each for each in system.replies(channel) if each.only_for is None]


async def word(system: Loopback, question: Message) -> str:
    """What the bot replies to a question in its channel."""
    found: list[Message] = []

    def replied() -> bool:
        found[:] = [each for each in public(system, system.channel) if each.reply_to is question]
        return bool(found)

    await system.discord.until(replied)
    return found[0].content


async def test_a_channel_is_switched_off_and_on_while_the_bot_runs(tmp_path: Path) -> None:
    """One kind word, also after a restart and for what was missed; elsewhere it goes on."""
    async with loopback(tmp_path, most_429s=2) as system:
        other = system.world.channels.add(system.guild, "other")
        bot = await system.start()
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await until_told(system, OFF)
        assert OFF in await used(system, "ask")
        ben = system.world.people.add(system.guild, "Ben")
        assert OFF in await word(
            system, system.world.messages.send(system.channel, ben, f"{system.mention} second?")
        )
        system.world.messages.send(system.channel, ben, f"{system.mention} third?")
        elsewhere = system.ask("there?", channel=other)
        await system.reads(await thread_in(system, other, elsewhere.id), "there?")
        assert await bot.stop() == 0

        cai = system.world.people.add(system.guild, "Cai")
        missed = system.world.messages.send(system.channel, cai, f"{system.mention} missed?")
        await system.start()
        assert OFF in await word(system, missed)
        assert OFF in await used(system, "ask")
        assert len(public(system, system.channel)) == 2
        await set_in_store(system, SettingName.SERVED, None, system.channel)
        await until_told(system, "From now on I answer you in French")
        await system.reads(await system.thread(system.ask("fourth?")), "fourth?")
        assert asked(system) == ["first?", "there?", "fourth?"]


async def test_whom_a_server_has_shut_out_is_told_privately_alone(tmp_path: Path) -> None:
    """And may write to the bot directly, where no server decides."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SHUT_OUT, frozenset({system.ann.id}))
        await system.start()
        system.ask("by message?")
        assert "not here for you on this server" in await used(system, "ask")
        assert "not here for you on this server" in await used(system, "language")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "directly?")
        await system.reads(direct, "directly?")
        assert public(system, system.channel) == []
        assert asked(system) == ["directly?"]


async def test_where_only_a_role_may_ask_others_are_told_also_of_what_was_missed(
    tmp_path: Path,
) -> None:
    """Of a message that was missed Discord tells no roles; they are looked up."""
    async with loopback(tmp_path, most_429s=2) as system:
        role = system.world.people.add_role(system.guild, "Helper")
        ben = system.world.people.add(system.guild, "Ben", roles=[role])
        await set_in_store(system, SettingName.ASKER_ROLES, frozenset({role.id}))
        bot = await system.start()
        assert "certain roles" in await word(system, system.ask("live, without?"))
        with_role = system.world.messages.send(system.channel, ben, f"{system.mention} live, with?")
        await system.reads(await system.thread(with_role), "live, with?")
        assert await bot.stop() == 0
        without = system.ask("missed, without?")
        with_role = system.world.messages.send(
            system.channel, ben, f"{system.mention} missed, with?"
        )
        await system.start()
        await system.reads(await system.thread(with_role), "missed, with?")
        assert "certain roles" in await word(system, without)
        assert sorted(map(str, asked(system))) == ["live, with?", "missed, with?"]


async def test_a_server_pauses_the_bot_while_it_runs(tmp_path: Path) -> None:
    """A running answer ends, what waits is asked when it goes on, new questions are refused."""
    async with loopback(tmp_path) as system:
        elsewhere = system.world.add_guild("Elsewhere")
        there = system.world.channels.add(elsewhere, "general")
        bo = system.world.people.add(elsewhere, "Bo")
        await system.start()
        system.api.script(Script(text="slow " * 240 + "end", chars_per_s=100))
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "slow")
        waiting = system.world.messages.send(thread, system.ann, "waiting?")
        await system.discord.until(lambda: waiting.reactions.get("⏳"))
        await set_in_store(system, SettingName.PAUSED, value=True)
        direct = system.world.channels.open_dm(system.ann)
        await system.reads(thread, "end")
        assert "paused me here" in await word(system, system.ask("second?"))
        assert "paused me here" in await used(system, "ask")
        system.world.messages.send(direct, system.ann, "directly?")
        await system.reads(direct, "directly?")
        system.world.messages.send(there, bo, f"{system.mention} there?")
        await system.discord.until(lambda: "there?" in asked(system))
        assert asked(system) == ["first?", "directly?", "there?"]
        assert waiting.reactions.get("⏳")

        await set_in_store(system, SettingName.PAUSED, value=False)
        await system.reads(thread, "You asked: waiting?")
        await system.discord.until(lambda: not waiting.reactions.get("⏳"))


async def test_a_servers_limits_of_the_day_hold_over_a_restart(tmp_path: Path) -> None:
    """Each is told with when it goes on, and the operator is not."""
    async with loopback(tmp_path, most_429s=2) as system:
        other = system.world.channels.add(system.guild, "other")
        await set_in_store(system, SettingName.MEMBER_QUESTIONS_PER_DAY, 2)
        await set_in_store(system, SettingName.QUESTIONS_PER_DAY, 1, system.channel)
        bot = await system.start()
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        assert await bot.stop() == 0

        again = await system.start()
        told = await word(system, system.ask("second?"))
        assert "This channel has used up its questions" in told
        assert ":R>" in told
        question = system.ask("third?", channel=other)
        await system.reads(await thread_in(system, other, question.id), "turn 1")
        assert "your 2 questions on this server" in await used(system, "ask", other)
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "directly?")
        await system.reads(direct, "directly?")
        assert len(system.api.requests) == 3
        assert "is reached" not in again.log


async def test_limits_of_a_minute_hold_over_a_restart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.MEMBER_QUESTIONS_PER_MINUTE, 1)
        bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        assert await bot.stop() == 0
        await system.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        assert "You can ask one question a minute" in await word(system, system.ask("second?"))
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "directly?")
        await system.reads(direct, "directly?")
        assert "You can ask 2 questions a minute" in await used(system, "ask", direct)
        assert asked(system) == ["first?", "directly?"]


@pytest.mark.postgres
async def test_the_limit_of_a_minute_holds_over_two_processes(tmp_path: Path) -> None:
    """Each process has a server of its own, by its shard."""
    async with loopback(tmp_path, shards=2) as system:
        other = system.world.add_guild("Other")
        while (other.id >> 22) % 2 == (system.guild.id >> 22) % 2:
            other = system.world.add_guild("Other")
        there = system.world.channels.add(other, "general")
        ann = system.world.people.add(other, system.ann.user)
        for shard in ("0", "1"):
            await system.launch_process(
                SHARD_COUNT="2", SHARD_IDS=shard, MEMBER_QUESTIONS_PER_MINUTE="1"
            )
        await system.discord.bot_ready()
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        system.world.messages.send(there, ann, f"{system.mention} second?")
        await system.reads(there, "You can ask one question a minute")
        assert asked(system) == ["first?"]


@pytest.mark.postgres
async def test_what_servers_set_is_in_force_in_each_of_two_processes(tmp_path: Path) -> None:
    """Each process has a server of its own, by its shard; a third one changes the settings. A
    member who has used up the day in one server may still ask in the other.
    """
    async with loopback(tmp_path, shards=2) as system:
        other = system.world.add_guild("Other")
        while (other.id >> 22) % 2 == (system.guild.id >> 22) % 2:
            other = system.world.add_guild("Other")
        channels = [system.channel, system.world.channels.add(other, "general")]
        anns = [system.ann, system.world.people.add(other, system.ann.user)]
        for shard in ("0", "1"):
            await system.launch_process(SHARD_COUNT="2", SHARD_IDS=shard)
        await system.discord.bot_ready()
        for guild, channel, ann in zip((system.guild, other), channels, anns, strict=True):
            await set_in_store(system, SettingName.MEMBER_QUESTIONS_PER_DAY, 1, guild=guild)
            await set_in_store(system, SettingName.SERVED, Served.NOTHING, channel, guild=guild)
            await until_told(system, OFF, channel, ann)
            await set_in_store(system, SettingName.SERVED, None, channel, guild=guild)
            await until_told(system, "From now on", channel, ann)
            system.world.messages.send(channel, ann, f"{system.mention} mine?")
            threads = partial(system.world.threads.of, channel)
            await system.discord.until(threads)
            await system.reads(next(iter(threads())), "mine?")
            told = await used(system, "ask", channel, ann)
            assert "your one question on this server" in told
        assert len(system.api.requests) == 2
