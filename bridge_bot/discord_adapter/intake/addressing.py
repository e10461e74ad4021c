"""Whether a message is addressed to the bot. Pure."""

from __future__ import annotations

import enum

import discord

from bridge_bot.discord_adapter.intake.readable_text import own_role_id


class Venue(enum.Enum):
    """What kind of place a message stands in, from the bot's point of view."""

    DIRECT = enum.auto()
    """A direct message."""
    OWN_THREAD = enum.auto()
    """A thread that the bot opened."""
    OTHER_THREAD = enum.auto()
    CHANNEL = enum.auto()
    """Any other channel of a server."""


def venue_of(message: discord.Message, me: discord.ClientUser) -> Venue:
    """Where a message stands."""
    channel = message.channel
    if message.guild is None:
        return Venue.DIRECT
    if isinstance(channel, discord.Thread):
        return Venue.OWN_THREAD if channel.owner_id == me.id else Venue.OTHER_THREAD
    return Venue.CHANNEL


def is_addressed(
    message: discord.Message, me: discord.ClientUser, venue: Venue, *, sees_content: bool
) -> bool:
    """Whether a message is addressed to the bot, as far as the message alone tells.

    In a channel, a reply without a mention may be addressed to it as well, if it replies to a
    message of a conversation with the bot. Without `sees_content` (the message content intent)
    only a mention counts, except in direct messages.
    """
    if venue is Venue.DIRECT or _mentions(message, me):
        return True
    replied_to = _replied_to_author(message)
    if venue is Venue.OTHER_THREAD:
        return sees_content and replied_to == me.id
    if venue is Venue.OWN_THREAD and sees_content:
        others = {member.id for member in message.mentions} - {message.author.id}
        if replied_to is not None:
            others |= {replied_to} - {message.author.id}
        addresses_others = bool(others or message.role_mentions or message.mention_everyone)
        return me.id in others or not addresses_others
    return False


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


def _mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    # A role that may not be mentioned is not among the message's mentions, only in its text.
    own_role = own_role_id(message.guild)
    return me.id in {member.id for member in message.mentions} or (
        own_role is not None and f"<@&{own_role}>" in message.content
    )


def _replied_to_author(message: discord.Message) -> int | None:
    resolved = message.reference.resolved if message.reference else None
    return resolved.author.id if isinstance(resolved, discord.Message) else None
