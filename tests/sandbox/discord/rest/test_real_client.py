"""The real discord.py at the REST API of the stand-in."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from bridge_bot.sandbox.discord.model import MentionedIds
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot


async def test_files_come_and_go_over_http(server: DiscordStandIn, bot: RecordingBot) -> None:
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    world.messages.send(channel, ann, "x" * 2001)
    await server.until(lambda: bot.received)
    (pasted,) = bot.received[0].attachments
    assert pasted.filename == "message.txt"
    channel_seen = bot.get_partial_messageable(channel.id)
    sent = await channel_seen.send(file=discord.File(__file__, "test.py"))
    (kept,) = world.messages.of(channel)[-1].attachments
    assert kept.filename == "test.py"
    assert sent.attachments[0].size == len(kept.data)


async def test_a_lost_answer_and_a_502_do_not_double_a_message(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    """discord.py sends again with the same nonce, and gets the first message."""
    world = server.world
    guild = next(iter(world.guilds.values()))
    channel = world.channels.add(guild, "general")
    server.faults.inject(
        "POST", r"/channels/\d+/messages", StubbedResponse(502, HTML_502, when=When.AFTER)
    )
    sent = await bot.get_partial_messageable(channel.id).send("once")
    assert [each.id for each in world.messages.of(channel)] == [sent.id]
    server.faults.inject("POST", r"/channels/\d+/messages", Reset(When.BEFORE))
    with pytest.raises(OSError, match="reset"):
        await bot.get_partial_messageable(channel.id).send("never")
    assert len(world.messages.of(channel)) == 1


async def test_every_route_gives_what_the_client_can_read(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    channel = world.channels.add(guild, "general")
    ann = world.people.add(guild, "Ann")
    said = world.messages.send(channel, ann, "hello")
    assert (await bot.application_info()).flags.gateway_message_content_limited
    home = await bot.fetch_guild(guild.id)
    assert home.name == "Lab"
    assert [each.name for each in await home.fetch_channels()] == ["general"]
    assert len(await home.fetch_roles()) == len(guild.roles)
    assert (await home.fetch_member(ann.id)).display_name == "Ann"
    channel_seen = await bot.fetch_channel(channel.id)
    assert isinstance(channel_seen, discord.TextChannel)
    message = await channel_seen.fetch_message(said.id)
    await message.add_reaction("👍")
    assert said.reactions == {"👍": [world.bot.id]}
    assert bot.user is not None
    await message.remove_reaction("👍", bot.user)
    thread = await channel_seen.create_thread(name="t", type=discord.ChannelType.public_thread)
    await thread.typing()
    assert [each.id for each in await home.active_threads()] == [thread.id]
    await thread.leave()
    await thread.join()
    assert world.bot.id in [each.id for each in await thread.fetch_members()]
    changed = await thread.edit(name="better", archived=True)
    assert (changed.name, changed.archived) == ("better", True)
    assert [each.id async for each in channel_seen.archived_threads()] == [thread.id]
    world.people.give_permission(channel, "manage_threads")
    await thread.delete()
    user = await bot.fetch_user(ann.id)
    await user.send("psst")
    assert [each.content for each in world.messages.of(world.channels.open_dm(ann))] == ["psst"]
    await message.reply("bye", mention_author=False)
    last = world.messages.of(channel)[-1]
    assert (last.reply_to, last.pinged) == (said, MentionedIds())
