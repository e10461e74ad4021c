"""The small world of the sandbox: a server with channels, people and a word of welcome."""

from __future__ import annotations

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
_MODERATES = ("manage_guild", "manage_messages", "manage_threads", "moderate_members")


def seed_world(world: World) -> None:
    """Put a server into a world: text channels, a forum, three members and a moderator."""
    guild = world.add_guild("Sandbox")
    for person in ("Ada", "Ben", "Chloé"):
        member = world.people.add(guild, person)
    world.people.give_permission(guild, "create_private_threads", member)
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
