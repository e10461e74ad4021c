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


async def answered(on: Loopback, used: Interaction) -> str:
    """What the bot answers to an interaction."""
    await on.discord.until(lambda: used.responses)
    return used.responses[0].content


async def shown(on: Loopback, used: Interaction) -> Message:
    """The message that shows the question to everybody."""
    await on.discord.until(lambda: used.responses)
    assert not used.responses[0].ephemeral
    return used.responses[0]


async def refused(on: Loopback, used: Interaction, key: str) -> None:
    """The member alone is told that sentence, and the bot did nothing else."""
    assert await answered(on, used) == text(key)
    assert used.responses[0].ephemeral
    assert on.replies(used.channel) == [used.responses[0]]
    assert on.api.requests == []


def forged(on: Loopback, channel: Channel, name: str, options: dict[str, str]) -> Interaction:
    """A command that a client would not offer there, as only a forged one sends it."""
    command = next(each for each in on.world.commands.registered() if each["name"] == name)
    data = {
        "id": command["id"],
        "name": name,
        "type": 1,
        "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
    }
    kind = InteractionType.COMMAND
    return interactions.start(on.world.state, kind, on.ann.user, channel, data, name=name)


async def test_who_may_not_write_in_a_channel_cannot_ask_there(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.take_permission(on.channel, "send_messages", on.ann)
        bot = await on.start()
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await refused(on, used, "refused-member")
        assert "refused: refused-member" in bot.said
        on.world.people.give_permission(on.channel, "send_messages", on.ann)
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await on.reads(await on.thread(await shown(on, used)), "turn 1")


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_who_may_not_write_in_a_thread_cannot_use_a_command_there(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = on.world.threads.start(on.world.owner, on.channel, "a talk")
        on.world.people.take_permission(on.channel, "send_messages_in_threads", on.ann)
        used = on.world.commands.use(thread, on.ann, command, options)
        await refused(on, used, "refused-member")


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_in_a_locked_thread_only_who_may_manage_it_can_use_a_command(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.give_permission(on.channel, "manage_threads")
        await on.start()
        thread = on.world.threads.start(on.world.owner, on.channel, "a talk")
        on.world.threads.lock(thread)
        used = on.world.commands.use(thread, on.ann, command, options)
        await refused(on, used, "refused-member-locked")
        on.world.people.give_permission(on.channel, "manage_threads", on.ann)
        used = on.world.commands.use(thread, on.ann, command, options)
        assert await answered(on, used) != text("refused-member-locked")
        assert not used.responses[0].ephemeral


async def test_in_a_thread_that_is_only_archived_one_can_ask(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = on.world.threads.start(on.world.owner, on.channel, "a talk")
        on.world.threads.archive(thread)
        on.world.commands.use(thread, on.ann, "ask", ASK)
        await on.reads(thread, "turn 1")


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_a_member_in_time_out_can_use_no_command(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = on.world.threads.start(on.world.owner, on.channel, "a talk")
        on.world.people.time_out(on.ann, 60)
        used = forged(on, thread, command, options)
        await refused(on, used, "refused-member-timed-out")


async def test_slow_mode_holds_for_questions_by_command(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.channels.set_slow_mode(on.channel, 600)
        await on.start()
        first = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await on.reads(await on.thread(await shown(on, first)), "turn 1")
        second = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(on, second)
        assert f"<t:{int(first.at) + 601}:R>" in second.responses[0].content
        assert second.responses[0].ephemeral
        assert len(on.api.requests) == 1
        ben = on.world.people.add(on.guild, "Ben")
        other = on.world.commands.use(on.channel, ben, "ask", ASK)
        await on.thread(await shown(on, other))


async def test_a_message_counts_for_slow_mode_also_without_its_content(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.channels.set_slow_mode(on.channel, 600)
        await on.start(MESSAGE_CONTENT="false")
        on.world.messages.send(on.channel, on.ann, "just talking")
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(on, used)
        assert on.api.requests == []


async def test_slow_mode_is_looked_up_as_it_is_now_and_spares_who_may_bypass_it(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        on.world.channels.set_slow_mode(on.channel, 600)
        await on.start()
        for words in ("one?", "two?"):
            on.world.people.give_permission(on.channel, "bypass_slowmode", on.ann)
            used = on.world.commands.use(on.channel, on.ann, "ask", {"question": words})
            await on.thread(await shown(on, used))
        on.world.people.take_permission(on.channel, "bypass_slowmode", on.ann)
        slowed = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(on, slowed)
        on.world.channels.set_slow_mode(on.channel, 0)
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await on.thread(await shown(on, used))


async def test_two_questions_at_once_in_slow_mode_are_one(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.channels.set_slow_mode(on.channel, 600)
        await on.start()
        both = [on.world.commands.use(on.channel, on.ann, "ask", ASK) for _ in range(2)]
        for used in both:
            await answered(on, used)
        assert sorted(used.responses[0].ephemeral for used in both) == [False, True]


async def test_a_question_that_could_not_be_shown_does_not_slow_its_member(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.channels.set_slow_mode(on.channel, 600)
        bot = await on.start()
        on.world.state.response_within_s = -1.0  # every response comes too late
        on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await on.discord.until(lambda: "10062" in bot.said)
        on.world.state.response_within_s = 3.0
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        await on.reads(await on.thread(await shown(on, used)), "turn 1")
        assert len(on.api.requests) == 1


@pytest.mark.parametrize(("command", "options"), [("ask", ASK), ("language", {"language": "fr"})])
async def test_where_only_the_commands_were_added_a_command_says_how_to_invite_the_bot(
    tmp_path: Path, command: str, options: dict[str, str]
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        elsewhere = on.world.add_guild("Elsewhere", with_bot=False)
        channel = on.world.channels.add(elsewhere, "general")
        ann = on.world.people.add(elsewhere, on.ann.user)
        thread = on.world.threads.start(ann, channel, "a talk")
        for place in (channel, thread):
            used = on.world.commands.use(place, ann, command, options)
            words = await answered(on, used)
            assert "not a member of this server" in words
            assert f"client_id={on.world.bot.id}" in words
            assert used.responses[0].ephemeral
            assert on.replies(place) == used.responses
        assert on.api.requests == []


async def test_after_the_bot_was_removed_its_commands_say_so(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.world.remove_guild(on.guild)
        used = on.world.commands.use(on.channel, on.ann, "ask", ASK)
        assert "not a member of this server" in await answered(on, used)
        assert on.api.requests == []


async def test_a_server_that_is_not_allowed_gets_no_invitation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start(ALLOWED_GUILDS=str(on.guild.id))
        elsewhere = on.world.add_guild("Elsewhere", with_bot=False)
        channel = on.world.channels.add(elsewhere, "general")
        ann = on.world.people.add(elsewhere, on.ann.user)
        used = on.world.commands.use(channel, ann, "ask", ASK)
        assert await answered(on, used) == text("refused-guild")


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
async def test_in_voice_and_stage_channels_the_bot_needs_connect(
    tmp_path: Path, kind: ChannelType
) -> None:
    async with loopback(tmp_path) as on:
        lounge = on.world.channels.add(on.guild, "lounge", kind=kind)
        on.world.people.take_permission(lounge, "connect")
        bot = await on.start()
        used = on.world.commands.use(lounge, on.ann, "ask", ASK)
        await refused(on, used, "refused-forbidden-voice")
        on.ask("and by a mention?", channel=lounge)
        await on.discord.until(lambda: bot.said.count("refused-forbidden") == 2)
        on.world.people.give_permission(lounge, "connect")
        on.ask("now?", channel=lounge)
        await on.reads(lounge, "turn 1")
        assert len(on.api.requests) == 1


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
async def test_in_voice_and_stage_channels_the_member_needs_connect(
    tmp_path: Path, kind: ChannelType
) -> None:
    async with loopback(tmp_path) as on:
        lounge = on.world.channels.add(on.guild, "lounge", kind=kind)
        on.world.people.take_permission(lounge, "connect", on.ann)
        await on.start()
        used = on.world.commands.use(lounge, on.ann, "ask", ASK)
        await refused(on, used, "refused-member-voice")
        on.world.people.give_permission(lounge, "connect", on.ann)
        used = on.world.commands.use(lounge, on.ann, "ask", ASK)
        reply = await on.reads(lounge, "turn 1")
        assert reply.reply_to is used.responses[0]


async def test_a_reply_in_a_voice_channel_is_given_up_when_connect_is_taken(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        lounge = on.world.channels.add(on.guild, "lounge", kind=ChannelType.VOICE)
        bot = await on.start()
        on.api.script(Script(text="too late", first_delay_s=60.0))
        on.ask("long?", channel=lounge)
        await on.discord.until(lambda: on.api.requests)
        on.world.people.take_permission(lounge, "connect")
        await on.discord.until(lambda: "stopped" in bot.said)
        assert on.replies(lounge) == []
