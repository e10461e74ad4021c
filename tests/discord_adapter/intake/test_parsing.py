"""What a message means to the bot, by where it stands, who wrote it and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import discord
import pytest
from discord.enums import try_enum

from bridge_bot.core.model import Attachment, ChannelDestination, ConversationKey
from bridge_bot.discord_adapter.intake.addressing import Addressed, Venue, is_by_member
from bridge_bot.discord_adapter.intake.parsing import (
    ParsedMessage,
    locale_of,
    parse_message,
    question_of,
)
from bridge_bot.sandbox.discord.enums import MessageType
from bridge_bot.sandbox.discord.model import Message, Upload
from tests.harness.lab import Lab


@dataclass(frozen=True)
class Meaning:
    """The meaning of a message, with and without the message content intent."""

    venue: Venue
    text: str
    addressed: Addressed
    without_content: Addressed


YES, NO = Addressed.YES, Addressed.NO
CHANNEL, OWN, OTHER, DIRECT = (
    Venue.CHANNEL,
    Venue.OWN_THREAD,
    Venue.OTHER_THREAD,
    Venue.DIRECT,
)

TABLE: dict[str, tuple[Callable[[Lab], Message], Meaning]] = {
    "a direct message": (
        lambda lab: lab.say("why?", lab.direct),
        Meaning(DIRECT, "why?", YES, YES),
    ),
    "a direct message that mentions the bot": (
        lambda lab: lab.say("@bot why?", lab.direct),
        Meaning(DIRECT, "why?", YES, YES),
    ),
    "a mention in a channel": (
        lambda lab: lab.say("@bot why?"),
        Meaning(CHANNEL, "why?", YES, YES),
    ),
    "a mention in a voice channel": (
        lambda lab: lab.say("@bot why?", lab.voice),
        Meaning(CHANNEL, "why?", YES, YES),
    ),
    "a mention beside another member's": (
        lambda lab: lab.say("@bot is @Ben right?"),
        Meaning(CHANNEL, "is @Ben right?", YES, YES),
    ),
    "a mention of the bot's own role": (
        lambda lab: lab.say(f"<@&{role_of_bot(lab)}> why?"),
        Meaning(CHANNEL, "why?", YES, NO),
    ),
    "talk in a channel": (
        lambda lab: lab.say("why?"),
        Meaning(CHANNEL, "why?", NO, NO),
    ),
    "a reply to the bot in a channel, without a ping": (
        lambda lab: lab.say("why?", reply_to=lab.bot_says(), ping=False),
        Meaning(CHANNEL, "why?", Addressed.IN_CHAIN, NO),
    ),
    "a reply to the bot in a channel, with a ping": (
        lambda lab: lab.say("why?", reply_to=lab.bot_says()),
        Meaning(CHANNEL, "why?", YES, YES),
    ),
    "talk in the bot's own thread": (
        lambda lab: lab.say("why?", lab.own_thread),
        Meaning(OWN, "why?", YES, NO),
    ),
    "a mention in the bot's own thread": (
        lambda lab: lab.say("@bot why?", lab.own_thread),
        Meaning(OWN, "why?", YES, YES),
    ),
    "a word to another member in the bot's own thread": (
        lambda lab: lab.say("@Ben why?", lab.own_thread),
        Meaning(OWN, "@Ben why?", NO, NO),
    ),
    "a word to the bot about another member in its own thread": (
        lambda lab: lab.say("@bot is @Ben right?", lab.own_thread),
        Meaning(OWN, "is @Ben right?", YES, YES),
    ),
    "a reply to another member in the bot's own thread": (
        lambda lab: lab.say(
            "why?",
            lab.own_thread,
            reply_to=lab.world.messages.send(lab.own_thread, lab.ben, "so"),
            ping=False,
        ),
        Meaning(OWN, "why?", NO, NO),
    ),
    "a reply to oneself in the bot's own thread": (
        lambda lab: lab.say(
            "why?", lab.own_thread, reply_to=lab.say("so", lab.own_thread), ping=False
        ),
        Meaning(OWN, "why?", YES, NO),
    ),
    "a reply to the bot in its own thread": (
        lambda lab: lab.say(
            "why?", lab.own_thread, reply_to=lab.bot_says(lab.own_thread), ping=False
        ),
        Meaning(OWN, "why?", YES, NO),
    ),
    "talk in another thread": (
        lambda lab: lab.say("why?", lab.thread),
        Meaning(OTHER, "why?", NO, NO),
    ),
    "a mention in another thread": (
        lambda lab: lab.say("@bot why?", lab.thread),
        Meaning(OTHER, "why?", YES, YES),
    ),
    "a reply to the bot in another thread": (
        lambda lab: lab.say("why?", lab.thread, reply_to=lab.bot_says(lab.thread), ping=False),
        Meaning(OTHER, "why?", YES, NO),
    ),
    "nothing but a mention": (
        lambda lab: lab.say("@bot"),
        Meaning(CHANNEL, "", YES, YES),
    ),
}


def parse(lab: Lab, message: Message, *, sees_content: bool = True) -> ParsedMessage | None:
    read, me = lab.client.message(message, sees_content=sees_content), lab.client.me
    return parse_message(read, me, sees_content=sees_content) if is_by_member(read, me) else None


def role_of_bot(lab: Lab) -> int:
    return next(role.id for role in lab.guild.roles.values() if role.bot_id == lab.world.bot.id)


@pytest.mark.parametrize(("write", "meaning"), TABLE.values(), ids=list(TABLE))
def test_what_a_members_message_means(write: Callable[[Lab], Message], meaning: Meaning) -> None:
    lab = Lab()
    message = write(lab)
    parsed = parse(lab, message)
    assert parsed is not None
    assert (parsed.venue, parsed.text) == (meaning.venue, meaning.text)
    assert parsed.addressed is meaning.addressed
    blind = parse(lab, message, sees_content=False)
    assert blind is not None
    assert blind.addressed is meaning.without_content


@pytest.mark.parametrize(
    "write",
    [
        lambda lab: lab.world.messages.send(lab.channel, lab.other_bot, f"{lab.mention} why?"),
        lambda lab: lab.bot_says(),
        lambda lab: lab.bot_says(lab.direct),
        lambda lab: lab.world.messages.send_as_webhook(lab.channel, "news", f"{lab.mention} why?"),
        lambda lab: lab.world.messages.send_system(lab.channel, MessageType.MEMBER_JOIN, lab.ann),
        lambda lab: lab.world.messages.send_system(lab.own_thread, MessageType.PINNED, lab.ann),
    ],
    ids=["a bot", "the bot", "the bot directly", "a webhook", "a member joined", "a pin"],
)
def test_what_no_member_wrote_means_nothing(write: Callable[[Lab], Message]) -> None:
    lab = Lab()
    assert parse(lab, write(lab)) is None


def test_only_in_a_channel_a_reply_goes_on_with_a_conversation() -> None:
    lab = Lab()
    for channel, replies in ((lab.channel, True), (lab.thread, False), (lab.direct, False)):
        earlier = lab.bot_says(channel)
        parsed = parse(lab, lab.say("why?", channel, reply_to=earlier))
        assert parsed is not None
        assert parsed.replies_to == (earlier.id if replies else None)


def test_files_are_told_with_their_names_sizes_and_types() -> None:
    lab = Lab()
    png = Upload("0", "a.png", "image/png", b"1234")
    parsed = parse(lab, lab.say("", lab.direct, files=[png]))
    assert parsed is not None
    (told,) = parsed.attachments
    assert replace(told, url="") == Attachment("a.png", "", 4, "image/png")
    assert told.url.endswith("a.png")


# ---- where the answer of a question belongs ----

CHAIN = ConversationKey("77")
"""The conversation that a message replies into."""


def question(lab: Lab, message: Message, chain: ConversationKey | None = None) -> object:
    """The question that a message asks: its conversation, where its answer belongs, its thread."""
    parsed = parse(lab, message)
    assert parsed is not None
    asked = question_of(lab.client.message(message), parsed, chain)
    assert asked.id == message.id
    return asked.conversation, asked.asked_in, asked.thread_on


def test_in_a_channel_a_question_opens_a_thread_which_is_its_conversation() -> None:
    lab = Lab()
    message = lab.say("@bot why?")
    place = ChannelDestination(lab.channel.id, message.id)
    assert question(lab, message) == (str(message.id), place, message.id)


def test_where_it_is_asked_has_the_server_but_not_in_direct_messages() -> None:
    """By that its requests take turns with those of other servers."""
    lab = Lab()
    for message, guild_id in (
        (lab.say("@bot why?"), lab.guild.id),
        (lab.say("why?", lab.own_thread), lab.guild.id),
        (lab.say("why?", lab.direct), None),
    ):
        parsed = parse(lab, message)
        assert parsed is not None
        asked = question_of(lab.client.message(message), parsed, None)
        assert asked.asked_in.guild_id == asked.guild_id == guild_id


def test_in_a_channel_without_threads_it_begins_a_reply_chain() -> None:
    lab = Lab()
    lab.world.people.take_permission(lab.channel, "create_public_threads")
    message = lab.say("@bot why?")
    place = ChannelDestination(lab.channel.id, message.id)
    assert question(lab, message) == (str(message.id), place, None)


def test_a_reply_into_a_conversation_goes_on_with_it_beside_it() -> None:
    lab = Lab()
    message = lab.say("why?", reply_to=lab.bot_says())
    assert question(lab, message, CHAIN) == (
        CHAIN,
        ChannelDestination(lab.channel.id, message.id),
        None,
    )


def test_in_a_thread_the_thread_is_the_conversation() -> None:
    lab = Lab()
    own, other = lab.say("why?", lab.own_thread), lab.say("@bot why?", lab.thread)
    own_id, other_id = lab.own_thread.id, lab.thread.id
    assert question(lab, own) == (str(own_id), ChannelDestination(own_id), None)
    assert question(lab, other) == (str(other_id), ChannelDestination(other_id, other.id), None)


def test_in_a_direct_message_its_channel_is_the_conversation() -> None:
    lab = Lab()
    message = lab.say("why?", lab.direct)
    direct_id = lab.direct.id
    assert question(lab, message) == (str(direct_id), ChannelDestination(direct_id), None)


def test_a_question_knows_its_member_their_roles_and_the_servers_language() -> None:
    lab = Lab()
    expert = lab.world.people.add_role(lab.guild, "expert")
    lab.world.people.give_role(lab.ann, expert)
    message = lab.say("@bot why?")
    parsed = parse(lab, message)
    assert parsed is not None
    asked = question_of(lab.client.message(message), parsed, None)
    assert asked.asker.id == lab.ann.id
    assert asked.asker.role_ids >= {expert.id, lab.guild.id}
    assert (asked.guild_id, asked.locale) == (lab.guild.id, "de")


def test_a_question_knows_roles_whose_positions_cannot_be_read() -> None:
    lab = Lab()
    roles = [lab.world.people.add_role(lab.guild, name) for name in ("expert", "elder")]
    for role in roles:
        lab.world.people.give_role(lab.ann, role)
    said = lab.say("@bot why?")
    parsed, message = parse(lab, said), lab.client.message(said)
    assert parsed is not None
    assert message.guild is not None
    for known in message.guild.roles:
        known.position = None  # type: ignore[assignment]
    asked = question_of(message, parsed, None)
    assert asked.asker.role_ids >= {lab.guild.id, *(role.id for role in roles)}


def test_a_direct_question_has_no_roles_and_no_language() -> None:
    lab = Lab()
    message = lab.say("why?", lab.direct)
    parsed = parse(lab, message)
    assert parsed is not None
    asked = question_of(lab.client.message(message), parsed, None)
    assert (asked.asker.role_ids, asked.guild_id, asked.locale) == (frozenset(), None, None)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        *[("de", "de"), ("pt-BR", "pt-BR"), ("es-419", "es-419"), ("xx", "xx")],
        *[("../../etc", None), ("", None), ("\ud800", None), ("9" * 5000, None)],
        *[(None, None), (5, None), (["de"], None)],
    ],
)
def test_a_locale_is_known_by_its_name_and_what_is_none_is_left_out(
    sent: object, name: str | None
) -> None:
    assert locale_of(try_enum(discord.Locale, sent)) == name
