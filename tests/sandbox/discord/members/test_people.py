"""Roles and permissions, and what the bot is told of changes."""

from __future__ import annotations

from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_what_happens_in_a_hidden_channel_is_not_told(lab: OneGuildLab) -> None:
    lab.world.people.take_permission(lab.channel, "view_channel")
    lab.events.clear()
    lab.world.messages.send(lab.channel, lab.ann, "secret")
    assert [event.for_bot for event in lab.events] == [False]


def test_losing_a_permission_is_told_by_the_channel_the_role_or_the_member(
    lab: OneGuildLab,
) -> None:
    world = lab.world
    bot = lab.guild.members[world.bot.id]
    thread = world.threads.start(world.bot, lab.channel, "t")
    lab.dispatched()
    world.people.take_permission(lab.channel, "view_channel")
    ((name, data),) = lab.dispatched()
    assert (name, data["permission_overwrites"][0]["id"]) == ("CHANNEL_UPDATE", str(bot.id))
    raises_error(50001, lambda: lab.send("hi", thread))
    world.people.give_permission(lab.channel, "view_channel")
    gained = dict(lab.dispatched())
    assert list(gained) == ["CHANNEL_UPDATE", "THREAD_LIST_SYNC"]
    assert [each["id"] for each in gained["THREAD_LIST_SYNC"]["threads"]] == [str(thread.id)]
    world.people.take_permission(lab.guild, "send_messages_in_threads")
    ((name, data),) = lab.dispatched()
    assert (name, data["role"]["id"]) == ("GUILD_ROLE_UPDATE", str(bot.roles[0].id))
    raises_error(50013, lambda: lab.send("hi", thread))
    world.people.give_permission(lab.guild, "send_messages_in_threads")
    lab.dispatched()
    role = bot.roles[0]
    world.people.take_role(bot, role)
    ((name, data),) = lab.dispatched()
    assert (name, data["user"]["id"], data["roles"]) == ("GUILD_MEMBER_UPDATE", str(bot.id), [])
    raises_error(50001, lambda: lab.send("hi", thread))
    world.people.give_role(bot, role)
    lab.send("hi", thread)


def test_who_comes_to_manage_threads_is_told_of_the_private_ones(lab: OneGuildLab) -> None:
    world = lab.world
    world.people.give_permission(lab.channel, "create_private_threads", lab.ann)
    thread = world.threads.start(lab.ann, lab.channel, "t", private=True)
    role = world.people.add_role(lab.guild, "Moderator", ["manage_threads"])
    lab.dispatched()
    world.people.give_role(lab.guild.members[world.bot.id], role)
    (_, changed), (name, data) = lab.dispatched()
    assert str(role.id) in changed["roles"]
    assert (name, data["channel_ids"]) == ("THREAD_LIST_SYNC", [str(lab.channel.id)])
    assert [each["id"] for each in data["threads"]] == [str(thread.id)]
    world.people.give_permission(lab.guild, "manage_messages")
    assert [name for name, _ in lab.dispatched()] == ["GUILD_ROLE_UPDATE"]
