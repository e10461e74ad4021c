"""The small world of the sandbox: a server with channels, people and a word of welcome."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.model import Member
from bridge_bot.sandbox.discord.world import World

_WELCOME = (
    "Welcome! Mention **@{bot}** with a question, such as “hello” or “how do I connect it to my"
    " server?”. A thread opens, and in it no mention is needed."
)
_HELP = "Questions go here. Try two at once, or `/ask`."
_REPLIES = "Here **@{bot}** can't open threads, so it answers with a reply. Reply to it to go on."
_FORUM = (
    "One post a question. Mention @{bot} in a post to have it answered; “Resolved” under the answer"
    " gives the post that tag."
)
_ELSEWHERE = (
    "{bot} is no member here. Who adds it to their apps (“Add app”, above) can use it all the"
    " same: `/ask`, or *Ask about this* in the menu of a message. Only they see the answer."
)
_TO_ASK_ABOUT = "Does anybody know what a *citation* in an answer is?"
_MODERATES = ("manage_guild", "manage_messages", "manage_threads", "moderate_members")


def seed_world(world: World) -> None:
    """Put a server into a world: text channels, a forum, three members and a moderator. And places
    where the bot is no member.
    """
    guild = world.add_guild("Sandbox")
    people = [world.people.add(guild, name) for name in ("Ada", "Ben", "Chloé")]
    world.people.give_permission(guild, "create_private_threads", people[-1])
    moderators = world.people.add_role(guild, "Moderators", _MODERATES)
    helpers = world.people.add_role(guild, "Helpers", mentionable=True)
    world.people.add(guild, "Mia", roles=[moderators, helpers])
    for name, words in (("general", _WELCOME), ("help", _HELP), ("no-threads", _REPLIES)):
        channel = world.channels.add(guild, name)
        # The bot's name and not a mention: it would take that for a question.
        world.messages.send(channel, world.owner, words.format(bot=world.bot.name))
        if name == "no-threads":
            world.people.take_permission(channel, "create_public_threads")
    forum = world.channels.add_forum(guild, "questions", tags=("Question", "Resolved"))
    forum.topic = _FORUM.format(bot=world.bot.name)
    world.people.give_permission(forum, "manage_threads")
    _seed_elsewhere(world, people)


def _seed_elsewhere(world: World, people: Sequence[Member]) -> None:
    """Add a server and a group direct message of these people, without the bot."""
    guild = world.add_guild("Book club", with_bot=False)
    users = [each.user for each in people]
    for user in users:
        world.people.add(guild, user)
    reading = world.channels.add(guild, "reading")
    for place in (reading, world.channels.add_group("Weekend", users)):
        author = world.owner if place.guild else users[0]
        world.messages.send(place, author, _ELSEWHERE.format(bot=world.bot.name))
    world.messages.send(reading, users[1], _TO_ASK_ABOUT)
