"""Threads as members open them and moderators change them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Upload
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


@pytest.mark.parametrize(
    ("private", "kind", "announced"),
    [
        (False, ChannelType.PUBLIC_THREAD, [MessageType.THREAD_CREATED]),
        (True, ChannelType.PRIVATE_THREAD, []),
    ],
)
def test_a_thread_in_a_channel_is_public_and_announced_or_private(
    lab: OneGuildLab, private: bool, kind: ChannelType, announced: list[MessageType]
) -> None:
    if private:
        lab.world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    thread = lab.world.threads.start(lab.ann, lab.channel, "t", private=private)
    assert (thread.type, thread.parent, thread.name) == (kind, lab.channel, "t")
    assert thread.thread_or_error.member_ids == [lab.ann.id]
    said = lab.world.messages.of(lab.channel, system=True)
    assert [each.type for each in said] == announced


def test_threads_are_listed_in_order_archived_ones_too(lab: OneGuildLab) -> None:
    other = lab.world.channels.add(lab.guild, "other")
    first, second = (lab.world.threads.start(lab.ann, lab.channel, name) for name in "ab")
    lab.world.threads.start(lab.ann, other, "c")
    lab.world.threads.archive(first)
    assert lab.world.threads.of(lab.channel) == [first, second]


def test_a_moderator_archives_locks_and_renames(lab: OneGuildLab) -> None:
    threads = lab.world.threads
    thread = threads.start(lab.ann, lab.channel, "t")
    state = thread.thread_or_error
    lab.at += 60
    threads.archive(thread)
    threads.lock(thread)
    threads.rename(thread, "u")
    assert (state.archived, state.locked, thread.name, state.changed_at) == (
        True,
        True,
        "u",
        lab.at,
    )
    threads.unarchive(thread)
    threads.unlock(thread)
    assert (state.archived, state.locked) == (False, False)
    raises_error(50024, lambda: threads.archive(lab.channel))


def test_members_are_added_and_removed_once_and_not_in_an_archived_thread(
    lab: OneGuildLab,
) -> None:
    threads, bot = lab.world.threads, lab.world.bot
    thread = threads.start(lab.ann, lab.channel, "t")
    ids = thread.thread_or_error.member_ids
    lab.events.clear()
    threads.add_member(thread, bot)
    threads.add_member(thread, bot)
    assert ids == [lab.ann.id, bot.id]
    threads.remove_member(thread, lab.ann)
    threads.remove_member(thread)
    threads.remove_member(thread)
    assert ids == []
    assert lab.names() == ["THREAD_CREATE"] + ["THREAD_MEMBERS_UPDATE"] * 3
    threads.archive(thread)
    raises_error(50083, lambda: threads.add_member(thread, bot))


def test_a_post_is_a_thread_whose_first_message_has_its_id(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add(lab.guild, "help", kind=ChannelType.FORUM)
    post = lab.world.threads.post(forum, lab.ann, "How?", "Tell me")
    (first,) = lab.world.messages.of(post)
    assert (first.id, first.content, first.author) == (post.id, "Tell me", lab.ann.user)
    raises_error(50024, lambda: lab.world.threads.post(lab.channel, lab.ann, "How?", "x"))


def test_tags_are_given_by_their_names_as_the_forum_offers_them(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help", tags=("Bug", "Idea"))
    bug, idea = forum.forum_or_error.tags
    post = lab.world.threads.post(forum, lab.ann, "How?", "Tell me", tags=["Idea"])
    assert post.thread_or_error.tag_ids == [idea]
    lab.world.threads.set_tags(post, ["Bug", "Idea"], lab.ann)
    assert post.thread_or_error.tag_ids == [bug, idea]
    with pytest.raises(NotOffered, match="there are"):
        lab.world.threads.set_tags(post, ["Else"], lab.ann)
    with pytest.raises(NotOffered):
        lab.world.threads.post(lab.channel, lab.ann, "How?", "x", tags=["Bug"])


def test_a_client_proposes_when_the_channels_threads_are_archived(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help", archive_after_min=60)
    post = lab.world.threads.post(forum, lab.ann, "How?", "Tell me")
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    found = [each.thread_or_error.archive_after_min for each in (post, thread)]
    assert found == [60, 1440]


def test_a_post_can_begin_before_its_first_message(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(lab.guild, "help")
    post = lab.world.threads.begin_post(forum, lab.ann, "How?")
    assert lab.world.messages.of(post) == []
    upload = Upload("0", "a.txt", "text/plain", b"a")
    first = lab.world.threads.finish_post(post, "", files=[upload])
    assert (first.id, first.attachments[0].filename) == (post.id, "a.txt")
