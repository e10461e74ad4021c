"""What a message replies to, and where it stands; whom it speaks to is told in test_parsing."""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.intake.addressing import Venue, replied_to_message, venue_of
from bridge_bot.sandbox.discord.enums import ChannelType
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
    assert venue_of(read, lab.client.me) is Venue.OTHER_THREAD


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
