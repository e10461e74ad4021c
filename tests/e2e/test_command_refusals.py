"""Where a command is refused: nothing is shown to others, and nothing is paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import ChannelType, InteractionType
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

ASK = {"question": "May I?"}


async def answered(system: Loopback, used: Interaction) -> str:
    """What the bot answers to an interaction."""
    await system.discord.until(lambda: used.responses)
    return used.responses[0].content


async def shown(system: Loopback, used: Interaction) -> Message:
    """The message that shows the question to everybody."""
    await system.discord.until(lambda: used.responses)
    assert not used.responses[0].ephemeral
    return used.responses[0]


async def refused(system: Loopback, used: Interaction, key: str) -> None:
    """The member alone is told that sentence, and the bot did nothing else."""
    assert await answered(system, used) == text(key)
    assert used.responses[0].ephemeral
    assert system.replies(used.channel) == [used.responses[0]]
    assert system.api.requests == []


def forged(system: Loopback, channel: Channel, name: str, options: dict[str, str]) -> Interaction:
    """A command that a client would not offer there, as only a forged one sends it."""
    command = next(each for each in system.world.commands.registered() if each["name"] == name)
    data = {
        "id": command["id"],
        "name": name,
        "type": 1,
        "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
    }
    kind = InteractionType.COMMAND
    return interactions.start(system.world.state, kind, system.ann.user, channel, data, name=name)


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


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_who_may_not_write_in_a_thread_cannot_use_a_command_there(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
        system.world.people.take_permission(system.channel, "send_messages_in_threads", system.ann)
        used = system.world.commands.use(thread, system.ann, command, options)
        await refused(system, used, "refused-member")


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_in_a_locked_thread_only_who_may_manage_it_can_use_a_command(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.give_permission(system.channel, "manage_threads")
        await system.start()
        thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
        system.world.threads.lock(thread)
        used = system.world.commands.use(thread, system.ann, command, options)
        await refused(system, used, "refused-member-locked")
        system.world.people.give_permission(system.channel, "manage_threads", system.ann)
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


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_a_member_in_time_out_can_use_no_command(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = system.world.threads.start(system.world.owner, system.channel, "a talk")
        system.world.people.time_out(system.ann, 60)
        used = forged(system, thread, command, options)
        await refused(system, used, "refused-member-timed-out")


async def test_slow_mode_holds_for_questions_by_command(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        first = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.reads(await system.thread(await shown(system, first)), "turn 1")
        second = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, second)
        assert f"<t:{int(first.at) + 601}:R>" in second.responses[0].content
        assert second.responses[0].ephemeral
        assert len(system.api.requests) == 1
        ben = system.world.people.add(system.guild, "Ben")
        other = system.world.commands.use(system.channel, ben, "ask", ASK)
        await system.thread(await shown(system, other))


async def test_a_message_counts_for_slow_mode_also_without_its_content(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start(MESSAGE_CONTENT="false")
        system.world.messages.send(system.channel, system.ann, "just talking")
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, used)
        assert system.api.requests == []


async def test_slow_mode_is_looked_up_as_it_is_now_and_spares_who_may_bypass_it(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        for words in ("one?", "two?"):
            system.world.people.give_permission(system.channel, "bypass_slowmode", system.ann)
            used = system.world.commands.use(system.channel, system.ann, "ask", {"question": words})
            await system.thread(await shown(system, used))
        system.world.people.take_permission(system.channel, "bypass_slowmode", system.ann)
        slowed = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, slowed)
        system.world.channels.set_slow_mode(system.channel, 0)
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.thread(await shown(system, used))


async def test_two_questions_at_once_in_slow_mode_are_one(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        both = [system.world.commands.use(system.channel, system.ann, "ask", ASK) for _ in range(2)]
        for used in both:
            await answered(system, used)
        assert sorted(used.responses[0].ephemeral for used in both) == [False, True]


async def test_a_question_that_could_not_be_shown_does_not_slow_its_member(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        bot = await system.start()
        system.world.state.response_within_s = -1.0  # every response comes too late
        system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.discord.until(lambda: "10062" in bot.log)
        system.world.state.response_within_s = 3.0
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.reads(await system.thread(await shown(system, used)), "turn 1")
        assert len(system.api.requests) == 1


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_where_only_the_commands_were_added_a_command_says_how_to_invite_the_bot(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        elsewhere = system.world.add_guild("Elsewhere", with_bot=False)
        channel = system.world.channels.add(elsewhere, "general")
        ann = system.world.people.add(elsewhere, system.ann.user)
        thread = system.world.threads.start(ann, channel, "a talk")
        for place in (channel, thread):
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


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
async def test_in_voice_and_stage_channels_the_bot_needs_connect(
    tmp_path: Path, kind: ChannelType
) -> None:
    async with loopback(tmp_path) as system:
        lounge = system.world.channels.add(system.guild, "lounge", kind=kind)
        system.world.people.take_permission(lounge, "connect")
        bot = await system.start()
        used = system.world.commands.use(lounge, system.ann, "ask", ASK)
        await refused(system, used, "refused-forbidden-voice")
        system.ask("and by a mention?", channel=lounge)
        await system.discord.until(lambda: bot.log.count("refused-forbidden") == 2)
        system.world.people.give_permission(lounge, "connect")
        system.ask("now?", channel=lounge)
        await system.reads(lounge, "turn 1")
        assert len(system.api.requests) == 1


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
async def test_in_voice_and_stage_channels_the_member_needs_connect(
    tmp_path: Path, kind: ChannelType
) -> None:
    async with loopback(tmp_path) as system:
        lounge = system.world.channels.add(system.guild, "lounge", kind=kind)
        system.world.people.take_permission(lounge, "connect", system.ann)
        await system.start()
        used = system.world.commands.use(lounge, system.ann, "ask", ASK)
        await refused(system, used, "refused-member-voice")
        system.world.people.give_permission(lounge, "connect", system.ann)
        used = system.world.commands.use(lounge, system.ann, "ask", ASK)
        reply = await system.reads(lounge, "turn 1")
        assert reply.reply_to is used.responses[0]


async def test_a_reply_in_a_voice_channel_is_given_up_when_connect_is_taken(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        lounge = system.world.channels.add(system.guild, "lounge", kind=ChannelType.VOICE)
        bot = await system.start()
        system.api.script(Script(text="too late", first_delay_s=60.0))
        system.ask("long?", channel=lounge)
        await system.discord.until(lambda: system.api.requests)
        system.world.people.take_permission(lounge, "connect")
        await system.discord.until(lambda: "stopped" in bot.log)
        assert system.replies(lounge) == []
