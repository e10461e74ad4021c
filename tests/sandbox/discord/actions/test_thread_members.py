"""Joining, adding, mentioning and leaving, and who sees a private thread."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import thread_members
from bridge_bot.sandbox.discord.model import Channel, Member, User
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, GUILDS
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


@pytest.fixture
def ben(lab: OneGuildLab) -> Member:
    """A second member."""
    return lab.world.people.add(lab.guild, "Ben")


def private(lab: OneGuildLab, *, invitable: bool = True) -> Channel:
    """A private thread that Ann opened."""
    lab.world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    thread = lab.world.threads.start(lab.ann, lab.channel, "t", private=True, invitable=invitable)
    lab.dispatched()
    return thread


def test_a_private_thread_is_seen_by_those_in_it_and_by_moderators(
    lab: OneGuildLab, ben: Member
) -> None:
    thread = private(lab)
    moderator = lab.world.people.add(lab.guild, "Mo")
    lab.world.people.give_permission(lab.channel, "manage_threads", moderator)
    seen = [may(thread, each.id, "view_channel") for each in (lab.ann, moderator, ben)]
    assert seen == [True, True, False]
    assert not may(thread, lab.world.bot.id, "view_channel")
    raises_error(50001, lambda: lab.world.messages.send(thread, ben, "hello"))


def test_of_a_private_thread_that_the_bot_is_not_in_it_hears_nothing(
    lab: OneGuildLab, ben: Member
) -> None:
    thread = private(lab)
    lab.world.threads.add_member(thread, ben)
    said = lab.world.messages.send(thread, lab.ann, "secret")
    lab.world.messages.edit(said, "more secret")
    lab.world.messages.start_typing(lab.ann, thread)
    lab.world.messages.delete(said)
    lab.world.threads.rename(thread, "u")
    lab.world.threads.archive(thread)
    lab.world.channels.delete(thread)
    assert lab.dispatched() == []


def test_added_to_a_private_thread_the_bot_is_told_of_it_and_then_of_its_membership(
    lab: OneGuildLab,
) -> None:
    world, thread = lab.world, private(lab)
    world.threads.add_member(thread, world.bot)
    (created, shown), (updated, members) = lab.dispatched()
    assert (created, updated) == ("THREAD_CREATE", "THREAD_MEMBERS_UPDATE")
    assert "newly_created" not in shown
    assert shown["member"]["user_id"] == str(world.bot.id)
    (added,) = members["added_members"]
    assert (added["member"]["user"]["id"], added["presence"]) == (str(world.bot.id), None)
    lab.send("hello", thread)


def test_taken_out_of_a_private_thread_the_bot_is_told_and_sees_it_no_longer(
    lab: OneGuildLab,
) -> None:
    world, thread = lab.world, private(lab)
    world.threads.add_member(thread, world.bot)
    lab.dispatched()
    world.threads.remove_member(thread)
    ((name, data),) = lab.dispatched()
    assert (name, data["removed_member_ids"]) == ("THREAD_MEMBERS_UPDATE", [str(world.bot.id)])
    raises_error(50001, lambda: lab.send("hi", thread))


def test_of_others_a_bot_is_told_only_with_the_members_intent(
    lab: OneGuildLab, ben: Member
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.threads.add_member(thread, ben)
    assert lab.events[-1].intents == GUILD_MEMBERS
    lab.world.threads.add_member(thread, lab.world.bot)
    assert lab.events[-1].intents == GUILDS


def test_who_writes_in_a_thread_becomes_its_member(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.events.clear()
    lab.send("hello", thread)
    lab.send("again", thread)
    assert thread.thread_or_error.member_ids == [lab.ann.id, lab.world.bot.id]
    assert lab.names() == [
        "THREAD_CREATE",
        "THREAD_MEMBERS_UPDATE",
        "MESSAGE_CREATE",
        "MESSAGE_CREATE",
    ]


def test_a_mention_adds_whom_it_mentions_and_a_quiet_one_does_not(
    lab: OneGuildLab, ben: Member
) -> None:
    thread = private(lab)
    ids = thread.thread_or_error.member_ids
    lab.world.messages.send(thread, lab.ann, f"<@{ben.id}> and <@{lab.world.bot.id}>, look")
    assert set(ids) == {lab.ann.id, ben.id, lab.world.bot.id}
    names = [name for name, _ in lab.dispatched()]
    assert names.index("THREAD_CREATE") < names.index("MESSAGE_CREATE")
    lab.world.threads.remove_member(thread, ben)
    lab.send(f"<@{ben.id}>", thread, allowed_mentions={"parse": []})
    assert ben.id not in ids


def test_a_mention_in_a_public_thread_adds_nobody(lab: OneGuildLab, ben: Member) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.messages.send(thread, lab.ann, f"<@{ben.id}>")
    assert thread.thread_or_error.member_ids == [lab.ann.id]


def test_a_mention_adds_nobody_whom_its_author_may_not_add(lab: OneGuildLab, ben: Member) -> None:
    closed = private(lab, invitable=False)
    lab.world.messages.send(closed, lab.ann, f"<@{ben.id}>")
    hidden = private(lab)
    lab.world.people.take_permission(lab.channel, "view_channel", ben)
    lab.world.messages.send(hidden, lab.ann, f"<@{ben.id}>")
    assert [each.thread_or_error.member_ids for each in (closed, hidden)] == [[lab.ann.id]] * 2


def test_who_may_add_and_remove_whom(lab: OneGuildLab, ben: Member) -> None:
    world, bot = lab.world, lab.world.bot
    state = world.state
    thread = private(lab, invitable=False)
    world.threads.add_member(thread, bot)
    raises_error(50013, lambda: thread_members.add(state, bot, thread, ben.user))
    raises_error(50013, lambda: thread_members.remove(state, bot, thread, lab.ann.user))
    world.people.give_permission(lab.channel, "manage_threads")
    thread_members.add(state, bot, thread, ben.user)
    thread_members.remove(state, bot, thread, lab.ann.user)
    assert thread.thread_or_error.member_ids == [bot.id, ben.id]
    stranger = User(1, "Stranger")
    raises_error(10007, lambda: thread_members.add(state, bot, thread, stranger))
    own = world.threads.start(bot, lab.channel, "own", private=True)
    world.people.take_permission(lab.channel, "manage_threads")
    thread_members.add(state, bot, own, ben.user)
    thread_members.remove(state, bot, own, ben.user)
    assert own.thread_or_error.member_ids == [bot.id]
    world.threads.archive(own)
    raises_error(50083, lambda: thread_members.add(state, bot, own, ben.user))
    raises_error(50083, lambda: thread_members.remove(state, bot, own, bot))
