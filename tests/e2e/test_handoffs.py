"""People are called to a conversation, and the bot keeps quiet there until it may answer again."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message, Role
from bridge_bot.sandbox.discord.model.message_content import MentionedIds
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

HELP = text("control-help")
CALLED = "asks for help here"


async def helpers_of(system: Loopback) -> tuple[Role, Member]:
    """The role that the server has named, and Mia, who has it."""
    role = system.world.people.add_role(system.guild, "Helpers", mentionable=True)
    await set_in_store(system, SettingName.HELP_ROLE, role.id)
    return role, system.world.people.add(system.guild, "Mia", roles=[role])


async def told(system: Loopback, used: Interaction) -> str:
    """What only the member is told, once it is there."""
    await system.discord.until(
        lambda: any(each.ephemeral and not each.loading for each in used.responses)
    )
    return next(each.content for each in used.responses if each.ephemeral)


async def answered(system: Loopback, words: str, channel: Channel | None = None) -> Message:
    """Ann's question is answered by these words, with a row of buttons."""
    system.api.script(Script(words))
    asked = system.ask("why?", channel=channel)
    place = channel or await system.thread(asked)
    reply = await system.reads(place, words)
    await system.discord.until(lambda: HELP in system.world.controls.of(reply))
    await system.is_stored(reply)
    return reply


def say(system: Loopback, channel: Channel, words: str, reply_to: Message | None = None) -> Message:
    return system.world.messages.send(channel, system.ann, words, reply_to=reply_to, ping=False)


async def asks(system: Loopback, number: int) -> str:
    """The last question to the Chat API, once there were so many; and there are no more."""
    await system.discord.until(lambda: len(system.api.requests) >= number)
    assert len(system.api.requests) == number
    return str(system.api.requests[-1].body["q"])


async def test_the_role_is_called_and_then_only_a_mention_asks_also_after_a_restart(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        role, mia = await helpers_of(system)
        bot = await system.start()
        reply = await answered(system, "In short.")
        thread = reply.channel
        pressed = system.world.controls.press(reply, system.ann, HELP)
        assert await told(system, pressed) == text("handoff-called", role=f"<@&{role.id}>")
        assert not any(each.pinged for each in pressed.responses)
        call = await system.reads(thread, CALLED)
        assert call.notified == MentionedIds(roles=frozenset({role.id}))
        again = system.world.commands.use(thread, system.ann, "handoff")
        assert "already" in await told(system, again)
        say(system, thread, "Mia, are you there?")
        system.ask("and this?", channel=thread)
        assert await asks(system, 2) == "and this?"
        # What was missed is judged the same.
        await bot.stop()
        say(system, thread, "Nobody?")
        system.ask("a missed one?", channel=thread)
        await system.start()
        assert await asks(system, 3) == "a missed one?"
        system.world.commands.use(thread, mia, "resume")
        resumed = await system.reads(thread, text("resume-done"))
        assert not resumed.ephemeral
        say(system, thread, "and now?")
        assert await asks(system, 4) == "and now?"


async def test_it_keeps_quiet_for_half_an_hour_after_somebody_who_helps_wrote(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        _, mia = await helpers_of(system)
        bot = await system.start()
        thread = (await answered(system, "In short.")).channel
        await bot.stop()  # a helper's message that was missed keeps it quiet too
        system.world.messages.send(thread, mia, "Try it without the proxy.")
        await system.start()
        say(system, thread, "Which one?")
        system.discord.advance(1700)
        say(system, thread, "Ah, that one.")
        system.discord.advance(200)
        say(system, thread, "and now?")
        assert await asks(system, 2) == "and now?"


async def test_where_there_are_no_threads_it_keeps_quiet_in_the_chain_of_replies(
    tmp_path: Path,
) -> None:
    """A reply to the bot is to the bot; another conversation of the channel goes on."""
    async with loopback(tmp_path) as system:
        _, mia = await helpers_of(system)
        system.world.people.take_permission(system.channel, "create_public_threads")
        await system.start()
        channel = system.channel
        reply = await answered(system, "In short.", channel)
        system.world.controls.press(reply, system.ann, HELP)
        call = await system.reads(channel, CALLED)
        assert call.reply_to is reply
        question = reply.reply_to
        say(system, channel, "To whom it may concern", question)
        say(system, channel, "to the bot?", reply)
        assert await asks(system, 2) == "to the bot?"
        other = await answered(system, "Otherwise.", channel)
        assert other.content == "Otherwise."
        system.world.commands.use(channel, mia, "resume")
        await system.reads(channel, text("resume-done"))
        say(system, channel, "to the chain?", question)
        assert (await asks(system, 4)).endswith("to the chain?")
