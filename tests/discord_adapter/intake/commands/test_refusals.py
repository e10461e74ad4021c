"""Where a command is refused: nothing is shown to others, and nothing is paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel
from tests.discord_adapter.intake.commands.used_commands import (
    ASK,
    FRENCH,
    answered,
    forged,
    refused,
    shown,
)
from tests.harness.bot import Bot
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

COMMANDS = (("ask", ASK), ("language", FRENCH))
ELSEWHERE = {"ALLOWED_GUILDS": "1234567890123456789"}


@pytest.mark.parametrize(
    ("settings", "is_direct", "key"),
    [
        (ELSEWHERE, False, "refused-guild"),
        (ELSEWHERE, True, "refused-dms-stranger"),
        ({"ALLOW_DMS": "false"}, True, "refused-dms"),
    ],
)
async def test_where_the_bot_is_not_for_a_member_no_command_does_anything(
    tmp_path: Path, settings: dict[str, str], is_direct: bool, key: str
) -> None:
    async with loopback(tmp_path) as system:
        await system.start(**settings)
        place = system.world.channels.open_dm(system.ann) if is_direct else system.channel
        for command, options in COMMANDS:
            used = system.world.commands.use(place, system.ann, command, options)
            assert await answered(system, used) == text(key)
            assert used.responses[0].ephemeral
            assert used.acknowledged_at is not None
            assert used.acknowledged_at - used.at < 3.0, "as Discord demands"
        assert system.api.requests == []


async def test_who_may_not_write_in_a_channel_cannot_ask_there(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "send_messages", system.ann)
        bot = await system.start()
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await refused(system, used, "refused-member")
        assert "refused: refused-member" in bot.log
        system.world.people.give_permission(system.channel, "send_messages", system.ann)
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.reads(await system.thread(await shown(system, used)), "turn 1")


async def test_who_may_not_write_in_a_thread_cannot_use_a_command_there(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.world.people.take_permission(system.channel, "send_messages_in_threads", system.ann)
        for command, options in COMMANDS:
            thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
            used = system.world.commands.use(thread, system.ann, command, options)
            await refused(system, used, "refused-member")


async def test_in_a_locked_thread_only_who_may_manage_it_can_use_a_command(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.give_permission(system.channel, "manage_threads")
        await system.start()
        threads = [
            system.world.threads.start(system.world.owner, system.channel, "a talk")
            for _ in COMMANDS
        ]
        for thread, (command, options) in zip(threads, COMMANDS, strict=True):
            system.world.threads.lock(thread)
            used = system.world.commands.use(thread, system.ann, command, options)
            await refused(system, used, "refused-member-locked")
        system.world.people.give_permission(system.channel, "manage_threads", system.ann)
        for thread, (command, options) in zip(threads, COMMANDS, strict=True):
            used = system.world.commands.use(thread, system.ann, command, options)
            assert await answered(system, used) != text("refused-member-locked")
            assert not used.responses[0].ephemeral


async def test_in_a_thread_that_is_only_archived_one_can_ask(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
        system.world.threads.archive(thread)
        system.world.commands.use(thread, system.ann, "ask", ASK)
        await system.reads(thread, "turn 1")


async def test_a_member_in_time_out_can_use_no_command(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.world.people.time_out(system.ann, 60)
        for command, options in COMMANDS:
            thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
            used = forged(system, thread, command, options)
            await refused(system, used, "refused-member-timed-out")


async def test_where_only_the_commands_were_added_a_command_says_how_to_invite_the_bot(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        elsewhere = system.world.add_guild("Elsewhere", with_bot=False)
        ann = system.world.people.add(elsewhere, system.ann.user)
        channels = [system.world.channels.add(elsewhere, f"of-{name}") for name, _ in COMMANDS]
        threads = [system.world.threads.start(ann, channel, "a talk") for channel in channels]
        for place, (command, options) in zip(channels + threads, COMMANDS * 2, strict=True):
            used = system.world.commands.use(place, ann, command, options)
            words = await answered(system, used)
            assert "not a member of this server" in words
            assert f"client_id={system.world.bot.id}" in words
            assert used.responses[0].ephemeral
            assert system.replies(place) == used.responses
        assert system.api.requests == []


async def test_after_the_bot_was_removed_its_commands_say_so(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.world.remove_guild(system.guild)
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "not a member of this server" in await answered(system, used)
        assert system.api.requests == []


async def test_a_server_that_is_not_allowed_gets_no_invitation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        elsewhere = system.world.add_guild("Elsewhere", with_bot=False)
        channel = system.world.channels.add(elsewhere, "general")
        ann = system.world.people.add(elsewhere, system.ann.user)
        used = system.world.commands.use(channel, ann, "ask", ASK)
        assert await answered(system, used) == text("refused-guild")


async def test_in_voice_and_stage_channels_the_bot_needs_connect(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        lounges = voice_and_stage(system)
        for lounge in lounges:
            system.world.people.take_permission(lounge, "connect")
        bot = await system.start()
        for number, lounge in enumerate(lounges, start=1):
            used = system.world.commands.use(lounge, system.ann, "ask", ASK)
            await refused(system, used, "refused-forbidden-voice")
            system.ask("and by a mention?", channel=lounge)
            await until_logged(system, bot, "refused-forbidden", times=2 * number)
        for number, lounge in enumerate(lounges, start=1):
            system.world.people.give_permission(lounge, "connect")
            system.ask("now?", channel=lounge)
            await system.reads(lounge, "turn 1")
            assert len(system.api.requests) == number


async def test_in_voice_and_stage_channels_the_member_needs_connect(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        lounges = voice_and_stage(system)
        for lounge in lounges:
            system.world.people.take_permission(lounge, "connect", system.ann)
        await system.start()
        for lounge in lounges:
            used = system.world.commands.use(lounge, system.ann, "ask", ASK)
            await refused(system, used, "refused-member-voice")
        for lounge in lounges:
            system.world.people.give_permission(lounge, "connect", system.ann)
            used = system.world.commands.use(lounge, system.ann, "ask", ASK)
            reply = await system.reads(lounge, "turn 1")
            assert reply.reply_to is used.responses[0]


async def until_logged(system: Loopback, bot: Bot, words: str, *, times: int) -> None:
    """Wait until the bot has logged the words so often."""
    await system.discord.until(lambda: bot.log.count(words) == times)


def voice_and_stage(system: Loopback) -> list[Channel]:
    """A channel of either kind."""
    kinds = (ChannelType.VOICE, ChannelType.STAGE)
    return [system.world.channels.add(system.guild, "lounge", kind=kind) for kind in kinds]
