"""Where a message stands, what it replies to, and whether it is a question where a server has set
what is; what it means where nothing is set is told in test_parsing.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bridge_bot.core.guild_settings.values import Served
from bridge_bot.discord_adapter.intake.addressing import (
    Addressed,
    Venue,
    addressed,
    replied_to_message,
    turns_to_bot,
    venue_of,
)
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Message, Upload
from tests.harness.lab import Lab


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("direct", Venue.DIRECT),
        ("channel", Venue.CHANNEL),
        ("voice", Venue.CHANNEL),
        ("thread", Venue.OTHER_THREAD),
        ("own_thread", Venue.OWN_THREAD),
    ],
)
def test_where_a_message_stands(place: str, venue: Venue) -> None:
    lab = Lab()
    read = lab.client.message(lab.say("why?", getattr(lab, place)))
    assert venue_of(read, lab.client.me) is venue


def test_a_post_in_a_forum_stands_in_a_thread_of_its_member() -> None:
    lab = Lab()
    forum = lab.world.channels.add(lab.guild, "forum", kind=ChannelType.FORUM)
    post = lab.world.threads.post(forum, lab.ann, "Why?", "why?")
    read = lab.client.message(lab.say("and?", post))
    assert venue_of(read, lab.client.me) is Venue.POST


def test_a_reply_tells_the_message_that_it_replies_to() -> None:
    lab = Lab()
    earlier = lab.bot_says()
    assert replied_to_message(lab.client.message(lab.say("why?", reply_to=earlier))) == earlier.id
    assert replied_to_message(lab.client.message(lab.say("why?"))) is None


def test_a_reply_to_a_message_that_is_gone_still_tells_which() -> None:
    lab = Lab()
    earlier = lab.bot_says()
    reply = lab.say("why?", reply_to=earlier)
    lab.world.messages.delete(earlier)
    assert replied_to_message(lab.client.message(reply)) == earlier.id


def test_a_reply_to_a_message_with_a_thread_goes_on_with_no_conversation() -> None:
    """It went on in the thread, with which a message beside it has nothing to do."""
    lab = Lab()
    earlier = lab.say("@bot why?")
    lab.world.threads.start(lab.ann, earlier, "on it")
    assert replied_to_message(lab.client.message(lab.say("and?", reply_to=earlier))) is None


def test_a_word_of_discord_about_a_message_is_no_reply_to_it() -> None:
    lab = Lab()
    thread = lab.world.threads.start(lab.ann, lab.say("why?"), "on it")
    starter = next(iter(lab.world.messages.of(thread, system=True)))
    assert replied_to_message(lab.client.message(starter)) is None


# ---- what is a question, by what the server has set ----

YES, TO_ALL, NO, IN_CHAIN, IN_POST = Addressed
MENTIONS, MESSAGES, POSTS, NOTHING = Served
FEEDBACK = "👎 https://discord.com/channels/1/7/1000"
PICTURE = Upload("0", "a.png", "image/png", b"1234")


class Forum(Lab):
    """With a post of Ann's in a forum, and one of Ben's."""

    def __init__(self) -> None:
        super().__init__()
        forum = self.world.channels.add(self.guild, "forum", kind=ChannelType.FORUM)
        self.post = self.world.threads.post(forum, self.ann, "A title", "why?")
        self.staff = self.world.people.add_role(self.guild, "staff", mentionable=True)
        self.world.people.give_permission(self.channel, "mention_everyone", self.ann)
        self.bens = self.world.threads.post(forum, self.ben, "Another", "how?")

    def ben_says(self, channel: Channel) -> Message:
        return self.world.messages.send(channel, self.ben, "so")

    def reply_to_deleted(self) -> Message:
        earlier = self.bot_says()
        reply = self.say("why?", reply_to=earlier, ping=False)
        self.world.messages.delete(earlier)
        return reply

    def calls(self) -> Message:
        return self.bot_says(self.own_thread, words=f"<@&{self.staff.id}> come")

    def first(self, post: Channel) -> Message:
        return post.messages[post.id]


TABLE: dict[str, tuple[Callable[[Forum], Message], tuple[Addressed, ...]]] = {
    # Where mentions, messages, posts and nothing are served.
    "a message in a channel": (lambda lab: lab.say("why?"), (NO, TO_ALL, NO, NO)),
    "a message in a voice channel": (lambda lab: lab.say("why?", lab.voice), (NO, TO_ALL, NO, NO)),
    "a mention in a channel": (lambda lab: lab.say("@bot why?"), (YES, YES, YES, YES)),
    "a word to another member": (lambda lab: lab.say("@Ben why?"), (NO, NO, NO, NO)),
    "a word to the bot about another": (lambda lab: lab.say("@bot is @Ben?"), (YES,) * 4),
    "a word to a role": (lambda lab: lab.say(f"<@&{lab.staff.id}> why?"), (NO, NO, NO, NO)),
    "a word to everybody": (lambda lab: lab.say("@everyone why?"), (NO, NO, NO, NO)),
    "a reply to another member": (
        lambda lab: lab.say("why?", reply_to=lab.ben_says(lab.channel), ping=False),
        (IN_CHAIN, NO, IN_CHAIN, NO),
    ),
    "a reply to oneself": (
        lambda lab: lab.say("why?", reply_to=lab.say("so"), ping=False),
        (IN_CHAIN, TO_ALL, IN_CHAIN, NO),
    ),
    "a reply to the bot": (
        lambda lab: lab.say("why?", reply_to=lab.bot_says(), ping=False),
        (IN_CHAIN, YES, IN_CHAIN, NO),
    ),
    # The client's own ping of whom a reply is to is no question to it.
    "a reply to a post of feedback": (
        lambda lab: lab.say("it's wrong", reply_to=lab.bot_says(words=FEEDBACK)),
        (NO, NO, NO, NO),
    ),
    "a mention in a reply to a post of feedback": (
        lambda lab: lab.say("@bot why?", reply_to=lab.bot_says(words=FEEDBACK)),
        (YES, YES, YES, YES),
    ),
    "a reply to a call for help": (
        lambda lab: lab.say("I'm on it", lab.own_thread, reply_to=lab.calls()),
        (NO, NO, NO, NO),
    ),
    "a mention in a reply to a call for help": (
        lambda lab: lab.say("@bot why?", lab.own_thread, reply_to=lab.calls()),
        (YES, YES, YES, YES),
    ),
    "a reply to what is gone": (
        lambda lab: lab.reply_to_deleted(),
        (IN_CHAIN, IN_CHAIN, IN_CHAIN, NO),
    ),
    "a picture": (lambda lab: lab.say("", files=[PICTURE]), (NO, NO, NO, NO)),
    "a picture with words": (lambda lab: lab.say("why?", files=[PICTURE]), (NO, TO_ALL, NO, NO)),
    "a message in another thread": (lambda lab: lab.say("why?", lab.thread), (NO, NO, NO, NO)),
    "a message in the bot's own thread": (
        lambda lab: lab.say("why?", lab.own_thread),
        (YES, YES, YES, NO),
    ),
    "a new post": (lambda lab: lab.first(lab.post), (NO, NO, TO_ALL, NO)),
    "its author's next message": (lambda lab: lab.say("and?", lab.post), (NO, NO, IN_POST, NO)),
    "its author's next picture": (
        lambda lab: lab.say("", lab.post, files=[PICTURE]),
        (NO, NO, NO, NO),
    ),
    "its author's word to a helper": (
        lambda lab: lab.say("and?", lab.post, reply_to=lab.ben_says(lab.post)),
        (NO, NO, NO, NO),
    ),
    "its author's word to the bot": (
        lambda lab: lab.say("and?", lab.post, reply_to=lab.bot_says(lab.post), ping=False),
        (YES, YES, YES, NO),
    ),
    "a helper's message": (lambda lab: lab.say("so", lab.bens), (NO, NO, NO, NO)),
    "a helper's mention": (lambda lab: lab.say("@bot why?", lab.bens), (YES,) * 4),
    "a direct message": (lambda lab: lab.say("why?", lab.direct), (YES,) * 4),
}


@pytest.mark.parametrize(("write", "expected"), TABLE.values(), ids=list(TABLE))
def test_what_is_a_question_by_what_is_served(
    write: Callable[[Forum], Message], expected: tuple[Addressed, ...]
) -> None:
    lab = Forum()
    message = write(lab)
    read, me = lab.client.message(message), lab.client.me
    venue = venue_of(read, me)
    words = bool(message.content)
    found = [
        addressed(read, me, venue, served, sees_content=True, has_words=words) for served in Served
    ]
    assert tuple(found) == expected
    if read.guild is not None and me not in read.mentions:
        blind = {addressed(read, me, venue, served, sees_content=False) for served in Served}
        assert blind == {NO}


@pytest.mark.parametrize(
    ("write", "turns"),
    [
        (lambda lab: lab.say("@bot why?", lab.own_thread), True),
        (lambda lab: lab.say("why?", reply_to=lab.bot_says(), ping=False), True),
        (lambda lab: lab.say("why?", lab.own_thread), False),
        (lambda lab: lab.say("why?", reply_to=lab.say("so"), ping=False), False),
        (lambda lab: lab.reply_to_deleted(), False),
        (lambda lab: lab.say("I'm on it", lab.own_thread, reply_to=lab.calls()), False),
    ],
)
def test_who_mentions_it_or_replies_to_it_turns_to_it(
    write: Callable[[Forum], Message], turns: bool
) -> None:
    lab = Forum()
    assert turns_to_bot(lab.client.message(write(lab)), lab.client.me) is turns
