"""The real discord.py at the REST API of the stand-in."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.model.message_content import MentionedIds
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot


async def test_files_come_and_go_over_http(
    server: DiscordStandIn, bot: RecordingBot, general: Channel, ann: Member
) -> None:
    world = server.world
    world.messages.send(general, ann, "x" * 2001)
    await server.until(lambda: bot.received)
    (pasted,) = bot.received[0].attachments
    assert pasted.filename == "message.txt"
    channel_seen = bot.get_partial_messageable(general.id)
    sent = await channel_seen.send(file=discord.File(__file__, "test.py"))
    (kept,) = world.messages.of(general)[-1].attachments
    assert kept.filename == "test.py"
    assert sent.attachments[0].size == len(kept.data)


async def test_a_lost_answer_and_a_502_do_not_double_a_message(
    server: DiscordStandIn, bot: RecordingBot, general: Channel
) -> None:
    """discord.py sends again with the same nonce, and gets the first message."""
    world = server.world
    server.faults.inject(
        "POST", r"/channels/\d+/messages", StubbedResponse(502, HTML_502, when=When.AFTER)
    )
    sent = await bot.get_partial_messageable(general.id).send("once")
    assert [each.id for each in world.messages.of(general)] == [sent.id]
    server.faults.inject("POST", r"/channels/\d+/messages", Reset(When.BEFORE))
    with pytest.raises(OSError, match="reset"):
        await bot.get_partial_messageable(general.id).send("never")
    assert len(world.messages.of(general)) == 1


async def test_every_route_gives_what_the_client_can_read(
    server: DiscordStandIn, bot: RecordingBot, general: Channel, ann: Member
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    said = world.messages.send(general, ann, "hello")
    assert (await bot.application_info()).flags.gateway_message_content_limited
    home = await bot.fetch_guild(guild.id)
    assert home.name == "Lab"
    assert [each.name for each in await home.fetch_channels()] == ["general"]
    assert len(await home.fetch_roles()) == len(guild.roles)
    assert (await home.fetch_member(ann.id)).display_name == "Ann"
    channel_seen = await bot.fetch_channel(general.id)
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
    world.people.give_permission(general, "manage_threads")
    await thread.delete()
    user = await bot.fetch_user(ann.id)
    await user.send("psst")
    assert [each.content for each in world.messages.of(world.channels.open_dm(ann))] == ["psst"]
    await message.reply("bye", mention_author=False)
    last = world.messages.of(general)[-1]
    assert (last.reply_to, last.pinged) == (said, MentionedIds())


async def test_a_forum_and_its_posts_are_what_the_client_can_read(
    server: DiscordStandIn, bot: RecordingBot
) -> None:
    world = server.world
    (guild,) = world.guilds.values()
    ann = world.people.add(guild, "Ann")
    forum = world.channels.add_forum(guild, "help", tags=["Bug"], moderated_tags=["Resolved"])
    await server.until(lambda: bot.get_channel(forum.id))
    seen = bot.get_channel(forum.id)
    assert isinstance(seen, discord.ForumChannel)
    assert [(each.name, each.moderated) for each in seen.available_tags] == [
        ("Bug", False),
        ("Resolved", True),
    ]
    world.people.give_permission(forum, "manage_threads")
    post = world.threads.post(forum, ann, "How?", "Tell me", tags=["Bug"])
    await server.until(lambda: bot.received)
    thread = bot.received[0].channel
    assert isinstance(thread, discord.Thread)
    assert (bot.received[0].id, thread.id, thread.parent) == (post.id, post.id, seen)
    assert [each.name for each in thread.applied_tags] == ["Bug"]
    await thread.send("So")
    await thread.add_tags(seen.available_tags[1])
    assert len(post.thread_or_error.tag_ids) == 2
    changed = await thread.edit(archived=True, locked=True)
    assert (changed.archived, changed.locked, post.archived, post.locked) == (True,) * 4
    assert [each.id async for each in seen.archived_threads()] == [post.id]
    with pytest.raises(discord.HTTPException) as refused:
        await bot.get_partial_messageable(forum.id).send("hello")
    assert refused.value.code == 50008
    made = await seen.create_thread(
        name="Mine", content="Mine", applied_tags=[seen.available_tags[0]]
    )
    assert made.message.id == made.thread.id
    assert world.messages.of(world.state.channel(made.thread.id))[0].content == "Mine"


async def test_a_private_thread_is_opened_filled_and_left_by_the_client(
    server: DiscordStandIn, bot: RecordingBot, general: Channel, ann: Member
) -> None:
    world = server.world
    await server.until(lambda: bot.get_channel(general.id))
    seen = bot.get_channel(general.id)
    assert isinstance(seen, discord.TextChannel)
    thread = await seen.create_thread(name="p", invitable=False, auto_archive_duration=60)
    assert (thread.is_private(), thread.invitable) == (True, False)
    with pytest.raises(discord.Forbidden):
        await thread.add_user(discord.Object(ann.id))
    world.people.give_permission(general, "manage_threads")
    await thread.edit(invitable=True)
    world.people.take_permission(general, "manage_threads")
    await thread.add_user(discord.Object(ann.id))
    assert world.state.channel(thread.id).thread_or_error.member_ids == [world.bot.id, ann.id]
    await thread.remove_user(discord.Object(ann.id))
    assert [each.id for each in await thread.fetch_members()] == [world.bot.id]
    server.advance(3600)
    assert [each.id async for each in seen.archived_threads(private=True, joined=True)] == [
        thread.id
    ]
