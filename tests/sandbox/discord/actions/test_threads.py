"""Opening, archiving, locking and losing threads."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
from tests.sandbox.small_world import SmallWorld, raises_error


def test_a_thread_has_the_id_of_its_message_and_there_is_only_one(small: SmallWorld) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    thread = small.world.threads.start(small.world.bot, said, "hello")
    assert thread.id == said.id
    assert small.world.threads.of(small.channel) == [thread]
    raises_error(160004, lambda: small.world.threads.start(small.world.bot, said, "again"))
    starter, *rest = small.world.messages.of(thread, system=True)
    assert (starter.type, starter.reply_to, rest) == (MessageType.THREAD_STARTER, said, [])
    assert small.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "THREAD_CREATE"]


def test_a_guild_has_only_so_many_active_threads(small: SmallWorld) -> None:
    small.world.state.active_threads_limit = 1
    first = small.world.threads.start(small.ann, small.channel, "one")
    raises_error(160006, lambda: small.world.threads.start(small.ann, small.channel, "two"))
    small.world.threads.archive(first)
    small.world.threads.start(small.ann, small.channel, "two")


def test_sending_brings_an_archived_thread_back_editing_there_is_refused(small: SmallWorld) -> None:
    thread = small.world.threads.start(small.ann, small.channel, "t")
    message = small.send("one", thread)
    small.world.threads.archive(thread)
    raises_error(50083, lambda: small.edit(message, "two"))
    small.send("three", thread)
    assert not thread.archived
    small.edit(message, "two")


def test_in_a_locked_thread_only_moderators_write(small: SmallWorld) -> None:
    thread = small.world.threads.start(small.ann, small.channel, "t")
    small.world.threads.lock(thread)
    raises_error(160005, lambda: small.send("one", thread))
    small.world.people.give_permission(small.channel, "manage_threads")
    small.send("one", thread)


def test_a_forum_post_begins_with_a_message_of_its_own_id(small: SmallWorld) -> None:
    forum = small.world.channels.add(small.guild, "help", kind=ChannelType.FORUM)
    post = small.world.threads.post(forum, small.ann, "How?", "How does it work?")
    (first,) = small.world.messages.of(post)
    assert first.id == post.id
    raises_error(50024, lambda: small.send("hi", forum))


@pytest.mark.parametrize(
    ("kind", "thread_kind"),
    [
        (ChannelType.TEXT, ChannelType.PUBLIC_THREAD),
        (ChannelType.NEWS, ChannelType.NEWS_THREAD),
        (ChannelType.VOICE, None),
    ],
)
def test_the_kind_of_a_channel_tells_which_thread_opens_on_a_message(
    small: SmallWorld, kind: ChannelType, thread_kind: ChannelType | None
) -> None:
    channel = small.world.channels.add(small.guild, "other", kind=kind)
    message = small.world.messages.send(channel, small.ann, "hi")
    if thread_kind is None:
        raises_error(50024, lambda: small.world.threads.start(small.world.bot, message, "t"))
    else:
        assert small.world.threads.start(small.world.bot, message, "t").type is thread_kind


def test_a_private_thread_is_seen_by_those_in_it(small: SmallWorld) -> None:
    state, bot = small.world.state, small.world.bot
    thread = threads.open_alone(state, bot, small.channel, {"name": "t", "type": 12})
    assert small.world.people.can(bot, thread, "view_channel")
    assert not small.world.people.can(small.ann, thread, "view_channel")


def test_every_way_to_lose_a_thread_is_told_as_discord_tells_it(small: SmallWorld) -> None:
    world, guild_id = small.world, str(small.guild.id)
    thread = world.threads.start(small.ann, small.channel, "t")
    small.send("one", thread)
    small.dispatched()
    for change, archived, locked in (
        (world.threads.archive, True, False),
        (world.threads.lock, True, True),
        (world.threads.unarchive, False, True),
        (world.threads.unlock, False, False),
    ):
        change(thread)
        ((name, data),) = small.dispatched()
        seen = data["thread_metadata"]
        assert (name, seen["archived"], seen["locked"]) == ("THREAD_UPDATE", archived, locked)
    world.channels.delete(thread)
    ids = {"id": str(thread.id), "parent_id": str(small.channel.id), "guild_id": guild_id}
    assert small.dispatched() == [("THREAD_DELETE", {**ids, "type": 11})]
    raises_error(10003, lambda: world.state.channel(thread.id))
    other = world.threads.start(small.ann, small.channel, "u")
    small.dispatched()
    world.channels.delete(small.channel)
    assert [name for name, _ in small.dispatched()] == ["CHANNEL_DELETE"]
    raises_error(10003, lambda: world.state.channel(other.id))


def test_taken_out_of_a_private_thread_the_bot_is_told_and_sees_it_no_longer(
    small: SmallWorld,
) -> None:
    world = small.world
    form = {"name": "t", "type": 12}
    thread = threads.open_alone(world.state, world.bot, small.channel, form)
    small.dispatched()
    world.threads.remove_member(thread)
    ((name, data),) = small.dispatched()
    assert (name, data["removed_member_ids"]) == ("THREAD_MEMBERS_UPDATE", [str(world.bot.id)])
    raises_error(50001, lambda: small.send("hi", thread))
