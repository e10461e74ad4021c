"""Whether a message is addressed to the bot. Pure.

Talk is what members say to each other: a message that mentions or replies to another member, or
mentions a role or everyone, and not the bot.
"""

from __future__ import annotations

import enum

import discord

from bridge_bot.core.guild_settings.values import Served
from bridge_bot.core.votes.feedback import is_feedback_post
from bridge_bot.discord_adapter.intake.readable_text import own_role_id

_CALL = "<@&"  # with which a call for help begins: a mention of a role

_WRITTEN_BY_MEMBERS = (discord.MessageType.default, discord.MessageType.reply)


class Venue(enum.Enum):
    """What kind of place a message stands in, from the bot's point of view."""

    DIRECT = enum.auto()
    """A direct message."""
    OWN_THREAD = enum.auto()
    """A thread that the bot opened."""
    POST = enum.auto()
    """A member's post in a forum or media channel, which is a thread too."""
    OTHER_THREAD = enum.auto()
    CHANNEL = enum.auto()
    """Any other channel of a server."""


class Addressed(enum.Enum):
    """Whether a message is addressed to the bot, as far as the message alone tells."""

    YES = enum.auto()
    TO_ALL = enum.auto()
    """It is to nobody in particular, where every message or post is a question."""
    NO = enum.auto()
    IN_CHAIN = enum.auto()
    """If the message that it replies to belongs to a conversation which is held in the channel."""
    IN_POST = enum.auto()
    """If it goes on with a post that the bot was asked by, and nobody else has written there."""


def is_by_member(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a member wrote a message: no bot, no webhook, not Discord itself."""
    # `is_system` of discord.py 2.7.1 calls neither the starter of a thread nor a poll's result so.
    by_bot = message.author.bot or message.author.id == me.id or message.webhook_id is not None
    return not by_bot and message.type in _WRITTEN_BY_MEMBERS


def venue_of(message: discord.Message, me: discord.ClientUser) -> Venue:
    """Where a message stands."""
    channel = message.channel
    if message.guild is None:
        return Venue.DIRECT
    if not isinstance(channel, discord.Thread):
        return Venue.CHANNEL
    if channel.owner_id == me.id:
        return Venue.OWN_THREAD
    return Venue.POST if is_post(channel) else Venue.OTHER_THREAD


def is_post(channel: object) -> bool:
    """Whether a channel is a post of a forum or media channel."""
    return isinstance(channel, discord.Thread) and isinstance(channel.parent, discord.ForumChannel)


def begins_post(message: discord.Message) -> bool:
    """Whether a message is the first one of a post: it has the post's id (Discord's
    documentation).
    """
    return is_post(message.channel) and message.id == message.channel.id


def addressed(
    message: discord.Message,
    me: discord.ClientUser,
    venue: Venue,
    served: Served,
    *,
    sees_content: bool,
    has_words: bool = True,
) -> Addressed:
    """Whether a message is addressed to the bot, where that much is `served`.

    One that is neither a mention nor a reply needs to have words: a picture or a sticker alone is
    no question to anybody. Without `sees_content` (the message content intent) only a mention
    counts, except in direct messages. A mention counts everywhere: where nothing is served, its
    member is told so. A reply to a post of feedback or to a call for help is talk among people,
    although Discord lets each reply ping whom it replies to.
    """
    if _is_among_people(message, me):
        return Addressed.NO
    if venue is Venue.DIRECT or _mentions(message, me):
        return Addressed.YES
    if not sees_content or served is Served.NOTHING:
        return Addressed.NO
    replies_to_bot = _replied_to_author(message) == me.id
    match venue:
        case Venue.OWN_THREAD:
            is_for_bot = not _is_talk(message, me)
        case Venue.POST if not replies_to_bot:
            found = _addressed_in_post(message, me, served)
            return found if has_words else Addressed.NO
        case Venue.CHANNEL:
            found = _addressed_in_channel(message, me, served)
            return found if has_words or found is Addressed.IN_CHAIN else Addressed.NO
        case _:
            is_for_bot = replies_to_bot
    return Addressed.YES if is_for_bot else Addressed.NO


def turns_to_bot(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a message mentions the bot, or replies to one of the bot's: it is always for it."""
    is_for_bot = _mentions(message, me) or _replied_to_author(message) == me.id
    return is_for_bot and not _is_among_people(message, me)


def replied_to_message(message: discord.Message) -> int | None:
    """The id of the message that this one replies to, unless that one's conversation went on in a
    thread.
    """
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    resolved = message.reference.resolved
    if isinstance(resolved, discord.Message) and resolved.flags.has_thread:
        return None
    return message.reference.message_id


def _addressed_in_post(
    message: discord.Message, me: discord.ClientUser, served: Served
) -> Addressed:
    if served is not Served.POSTS or _is_talk(message, me):
        return Addressed.NO
    if begins_post(message):
        return Addressed.TO_ALL
    is_by_author = message.author.id == getattr(message.channel, "owner_id", None)
    return Addressed.IN_POST if is_by_author else Addressed.NO


def _addressed_in_channel(
    message: discord.Message, me: discord.ClientUser, served: Served
) -> Addressed:
    is_reply = message.type is discord.MessageType.reply
    if served is not Served.MESSAGES:
        return Addressed.IN_CHAIN if is_reply else Addressed.NO
    if is_reply and _replied_to_author(message) is None:
        return Addressed.IN_CHAIN  # to one that is gone: only the store may know whose it was
    if _is_talk(message, me):
        return Addressed.NO
    return Addressed.YES if _replied_to_author(message) == me.id else Addressed.TO_ALL


def _is_talk(message: discord.Message, me: discord.ClientUser) -> bool:
    others = {member.id for member in message.mentions}
    if (replied_to := _replied_to_author(message)) is not None:
        others.add(replied_to)
    others.discard(message.author.id)
    is_for_others = bool(others or message.role_mentions or message.mention_everyone)
    return is_for_others and me.id not in others


def _mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    # A role that may not be mentioned is not among the message's mentions, only in its text.
    own_role = own_role_id(message.guild)
    return me.id in {member.id for member in message.mentions} or (
        own_role is not None and f"<@&{own_role}>" in message.content
    )


def _is_among_people(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether it replies to what a channel for feedback was told, or to a call for help, without
    naming the bot.
    """
    resolved = message.reference.resolved if message.reference else None
    if not isinstance(resolved, discord.Message) or resolved.author.id != me.id:
        return False
    own_role = own_role_id(message.guild)
    is_named = me.id in message.raw_mentions or own_role in message.raw_role_mentions
    is_for_people = is_feedback_post(resolved.content) or resolved.content.startswith(_CALL)
    return is_for_people and not is_named


def _replied_to_author(message: discord.Message) -> int | None:
    resolved = message.reference.resolved if message.reference else None
    return resolved.author.id if isinstance(resolved, discord.Message) else None
