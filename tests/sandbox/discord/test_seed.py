"""The world with which the sandbox begins."""

from __future__ import annotations

from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.seed import seed_world
from bridge_bot.sandbox.discord.world import World


def test_the_world_has_a_channel_where_threads_are_forbidden_and_mentions_nobody() -> None:
    """A welcome that mentions the bot would be taken for a question."""
    world = World(lambda: 1.7e9)
    seed_world(world)
    (guild,) = world.guilds.values()
    channels = list(guild.channels.values())
    assert [(each.name, may(each, world.bot.id, "create_public_threads")) for each in channels] == [
        ("general", True),
        ("help", True),
        ("no-threads", False),
        ("questions", True),
    ]
    welcomes = [message for each in channels for message in world.messages.of(each)]
    assert len(welcomes) == 3
    assert not any(message.mentions for message in welcomes)
    people = {member.user.name: member.id for member in guild.members.values()}
    assert {"Ada", "Ben", "Chloé", "Mia"} <= people.keys()
    managers = [name for name in people if may(channels[0], people[name], "manage_guild")]
    assert managers == ["Owner", "Mia"]


def test_there_are_places_without_the_bot_which_members_may_take_there() -> None:
    world = World(lambda: 1.7e9)
    seed_world(world)
    elsewhere = [each for each in world.state.channels.values() if not world.state.has_bot(each)]
    assert [each.name for each in elsewhere] == ["reading", "Weekend"]
    (guild,) = world.guilds.values()
    for name, sees in (("Ada", True), ("Chloé", True), ("Mia", False)):
        person = next(each for each in guild.members.values() if each.name == name)
        assert [may(each, person.id, "view_channel") for each in elsewhere] == [sees, sees]


def test_there_is_a_forum_with_tags_and_a_moderator_who_may_change_settings() -> None:
    world = World(lambda: 1.7e9)
    seed_world(world)
    (guild,) = world.guilds.values()
    forum = next(each for each in guild.channels.values() if each.forum is not None)
    assert [tag.name for tag in forum.forum_or_error.tags.values()] == ["Question", "Resolved"]
    mia = next(each for each in guild.members.values() if each.name == "Mia")
    for name in ("manage_guild", "manage_messages", "manage_threads", "create_private_threads"):
        assert may(forum, mia.id, name)
    assert [role.name for role in mia.roles if role.mentionable] == ["Helpers"]
    ada = next(each for each in guild.members.values() if each.name == "Ada")
    assert may(forum, ada.id, "create_private_threads")
    assert not may(forum, ada.id, "manage_threads")
    assert may(forum, world.bot.id, "manage_threads")  # so that it marks posts as resolved
