"""Opening, archiving, locking and losing threads."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
from bridge_bot.sandbox.discord.rules.permissions import may
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_a_thread_has_the_id_of_its_message_and_there_is_only_one(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    thread = lab.world.threads.start(lab.world.bot, said, "hello")
    assert thread.id == said.id
    assert lab.world.threads.of(lab.channel) == [thread]
    raises_error(160004, lambda: lab.world.threads.start(lab.world.bot, said, "again"))
    starter, *rest = lab.world.messages.of(thread, system=True)
    assert (starter.type, starter.reply_to, rest) == (MessageType.THREAD_STARTER, said, [])
    assert lab.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "THREAD_CREATE"]


def test_a_guild_has_only_so_many_active_threads(lab: OneGuildLab) -> None:
    lab.world.state.active_threads_limit = 1
    first = lab.world.threads.start(lab.ann, lab.channel, "one")
    raises_error(160006, lambda: lab.world.threads.start(lab.ann, lab.channel, "two"))
    lab.world.threads.archive(first)
    lab.world.threads.start(lab.ann, lab.channel, "two")


def test_sending_brings_an_archived_thread_back_editing_there_is_refused(
    lab: OneGuildLab,
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    message = lab.send("one", thread)
    lab.world.threads.archive(thread)
    raises_error(50083, lambda: lab.edit(message, "two"))
    lab.send("three", thread)
    assert not thread.archived
    lab.edit(message, "two")


def test_in_a_locked_thread_only_moderators_write(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.threads.lock(thread)
    raises_error(160005, lambda: lab.send("one", thread))
    lab.world.people.give_permission(lab.channel, "manage_threads")
    lab.send("one", thread)


def test_a_forum_post_begins_with_a_message_of_its_own_id(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add(lab.guild, "help", kind=ChannelType.FORUM)
    post = lab.world.threads.post(forum, lab.ann, "How?", "How does it work?")
    (first,) = lab.world.messages.of(post)
    assert first.id == post.id
    raises_error(50024, lambda: lab.send("hi", forum))


@pytest.mark.parametrize(
    ("kind", "thread_kind"),
    [
        (ChannelType.TEXT, ChannelType.PUBLIC_THREAD),
        (ChannelType.NEWS, ChannelType.NEWS_THREAD),
        (ChannelType.VOICE, None),
    ],
)
def test_the_kind_of_a_channel_tells_which_thread_opens_on_a_message(
    lab: OneGuildLab, kind: ChannelType, thread_kind: ChannelType | None
) -> None:
    channel = lab.world.channels.add(lab.guild, "other", kind=kind)
    message = lab.world.messages.send(channel, lab.ann, "hi")
    if thread_kind is None:
        raises_error(50024, lambda: lab.world.threads.start(lab.world.bot, message, "t"))
    else:
        assert lab.world.threads.start(lab.world.bot, message, "t").type is thread_kind


def test_a_private_thread_is_seen_by_those_in_it(lab: OneGuildLab) -> None:
    state, bot = lab.world.state, lab.world.bot
    thread = threads.open_alone(state, bot, lab.channel, {"name": "t", "type": 12})
    assert may(thread, bot.id, "view_channel")
    assert not may(thread, lab.ann.id, "view_channel")


def test_every_way_to_lose_a_thread_is_told_as_discord_tells_it(lab: OneGuildLab) -> None:
    world, guild_id = lab.world, str(lab.guild.id)
    thread = world.threads.start(lab.ann, lab.channel, "t")
    lab.send("one", thread)
    lab.dispatched()
    for change, archived, locked in (
        (world.threads.archive, True, False),
        (world.threads.lock, True, True),
        (world.threads.unarchive, False, True),
        (world.threads.unlock, False, False),
    ):
        change(thread)
        ((name, data),) = lab.dispatched()
        seen = data["thread_metadata"]
        assert (name, seen["archived"], seen["locked"]) == ("THREAD_UPDATE", archived, locked)
    world.channels.delete(thread)
    ids = {"id": str(thread.id), "parent_id": str(lab.channel.id), "guild_id": guild_id}
    assert lab.dispatched() == [("THREAD_DELETE", {**ids, "type": 11})]
    raises_error(10003, lambda: world.state.channel(thread.id))
    other = world.threads.start(lab.ann, lab.channel, "u")
    lab.dispatched()
    world.channels.delete(lab.channel)
    assert [name for name, _ in lab.dispatched()] == ["CHANNEL_DELETE"]
    raises_error(10003, lambda: world.state.channel(other.id))


def test_taken_out_of_a_private_thread_the_bot_is_told_and_sees_it_no_longer(
    lab: OneGuildLab,
) -> None:
    world = lab.world
    form = {"name": "t", "type": 12}
    thread = threads.open_alone(world.state, world.bot, lab.channel, form)
    lab.dispatched()
    world.threads.remove_member(thread)
    ((name, data),) = lab.dispatched()
    assert (name, data["removed_member_ids"]) == ("THREAD_MEMBERS_UPDATE", [str(world.bot.id)])
    raises_error(50001, lambda: lab.send("hi", thread))
