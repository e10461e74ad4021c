"""Threads as members open them and moderators change them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
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
    assert lab.names() == ["THREAD_MEMBERS_UPDATE"] * 3
    threads.archive(thread)
    raises_error(50083, lambda: threads.add_member(thread, bot))


def test_a_post_is_a_thread_whose_first_message_has_its_id(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add(lab.guild, "help", kind=ChannelType.FORUM)
    post = lab.world.threads.post(forum, lab.ann, "How?", "Tell me")
    (first,) = lab.world.messages.of(post)
    assert (first.id, first.content, first.author) == (post.id, "Tell me", lab.ann.user)
    raises_error(50024, lambda: lab.world.threads.post(lab.channel, lab.ann, "How?", "x"))
