"""Roles and permissions, and what the bot is told of changes."""

from __future__ import annotations

from tests.sandbox.small_world import SmallWorld, raises_error


def test_what_happens_in_a_hidden_channel_is_not_told(small: SmallWorld) -> None:
    small.world.people.take_permission(small.channel, "view_channel")
    small.events.clear()
    small.world.messages.send(small.channel, small.ann, "secret")
    assert [event.for_bot for event in small.events] == [False]


def test_losing_a_permission_is_told_by_the_channel_the_role_or_the_member(
    small: SmallWorld,
) -> None:
    world = small.world
    bot = small.guild.members[world.bot.id]
    thread = world.threads.start(world.bot, small.channel, "t")
    small.dispatched()
    world.people.take_permission(small.channel, "view_channel")
    ((name, data),) = small.dispatched()
    assert (name, data["permission_overwrites"][0]["id"]) == ("CHANNEL_UPDATE", str(bot.id))
    raises_error(50001, lambda: small.send("hi", thread))
    world.people.give_permission(small.channel, "view_channel")
    gained = dict(small.dispatched())
    assert list(gained) == ["CHANNEL_UPDATE", "THREAD_LIST_SYNC"]
    assert [each["id"] for each in gained["THREAD_LIST_SYNC"]["threads"]] == [str(thread.id)]
    world.people.take_permission(small.guild, "send_messages_in_threads")
    ((name, data),) = small.dispatched()
    assert (name, data["role"]["id"]) == ("GUILD_ROLE_UPDATE", str(bot.roles[0].id))
    raises_error(50013, lambda: small.send("hi", thread))
    world.people.give_permission(small.guild, "send_messages_in_threads")
    small.dispatched()
    role = bot.roles[0]
    world.people.take_role(bot, role)
    ((name, data),) = small.dispatched()
    assert (name, data["user"]["id"], data["roles"]) == ("GUILD_MEMBER_UPDATE", str(bot.id), [])
    raises_error(50001, lambda: small.send("hi", thread))
    world.people.give_role(bot, role)
    small.send("hi", thread)
