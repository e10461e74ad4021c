"""From Discord's messages to the core's questions. Pure: nothing here sends, waits or remembers.

Which message is a question depends on where it stands:

* direct message: every message is a question;
* a thread that the bot opened: every message is one, unless it is addressed to others;
* any other thread: a mention of the bot, or a reply to it;
* a channel: a mention of the bot, or a reply to a message of a conversation held there.

Messages of bots and webhooks, and system messages, are never questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import discord

from bridge_bot.core.model import Attachment, ChannelDestination, ConversationKey, Member, Question
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.addressing import (
    Venue,
    is_addressed,
    replied_to_message,
    venue_of,
)
from bridge_bot.discord_adapter.intake.permissions import may_open_thread
from bridge_bot.discord_adapter.intake.readable_text import Names, readable

_WRITTEN_BY_MEMBERS = (discord.MessageType.default, discord.MessageType.reply)
_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """What a member's message says, and whether it is addressed to the bot.

    `replies_to` is the id of the message that it replies to, if that may belong to a conversation
    of this channel. `attachments` are its files, its stickers and its poll.
    """

    venue: Venue
    is_addressed: bool
    text: str
    replies_to: int | None = None
    attachments: tuple[Attachment, ...] = ()


def parse_message(
    message: discord.Message, me: discord.ClientUser, *, sees_content: bool
) -> ParsedMessage | None:
    """What a message means to the bot `me`; None for one that no member wrote.

    Without `sees_content` (the message content intent) only what mentions the bot or is a direct
    message can be read.
    """
    # `is_system` of discord.py 2.7.1 calls neither the starter of a thread nor a poll's result so.
    by_bot = message.author.bot or message.author.id == me.id or message.webhook_id is not None
    if by_bot or message.type not in _WRITTEN_BY_MEMBERS:
        return None
    venue = venue_of(message, me)
    return ParsedMessage(
        venue=venue,
        is_addressed=is_addressed(message, me, venue, sees_content=sees_content),
        text=readable(message.content, Names.of(message.guild, me, message.mentions)),
        replies_to=replied_to_message(message) if venue is Venue.CHANNEL else None,
        attachments=_attachments(message),
    )


def question_of(
    message: discord.Message, parsed: ParsedMessage, chain: ConversationKey | None
) -> Question:
    """The question that a message asks; `chain` is the conversation that it replies into, if any.

    In a channel, the answer belongs into a thread on the message if the bot may open one.
    """
    thread_on = None
    reply_to = message.id if parsed.venue in (Venue.OTHER_THREAD, Venue.CHANNEL) else None
    conversation = ConversationKey(str(message.channel.id))
    if parsed.venue is Venue.CHANNEL:
        conversation = chain or ConversationKey(str(message.id))
        thread_on = message.id if chain is None and may_open_thread(message.channel) else None
    guild = message.guild
    guild_id = guild.id if guild else None
    return Question(
        id=message.id,
        conversation=conversation,
        text=parsed.text,
        asker=member_of(message.author),
        asked_in=ChannelDestination(message.channel.id, reply_to, guild_id),
        guild_id=guild_id,
        thread_on=thread_on,
        # Discord tells no locale of a message's author.
        locale=locale_of(guild.preferred_locale) if guild else None,
    )


def member_of(user: discord.User | discord.Member) -> Member:
    """Who asks, with the roles that Discord tells of."""
    role_ids = patches.role_ids(user) if isinstance(user, discord.Member) else frozenset[int]()
    return Member(user.id, role_ids)


def locale_of(locale: discord.Locale) -> str | None:
    """The name of a locale, such as `pt-BR`; None if what Discord sent is none. discord.py takes
    anything for a locale.
    """
    name: object = locale.value
    return name if isinstance(name, str) and _LOCALE.fullmatch(name) else None


def attachment_of(file: discord.Attachment) -> Attachment:
    """A file, with its size and type as Discord tells them."""
    return Attachment(file.filename, file.url, file.size, file.content_type)


def _attachments(message: discord.Message) -> tuple[Attachment, ...]:
    files = [attachment_of(each) for each in message.attachments]
    stickers = [Attachment(each.name, each.url) for each in message.stickers]
    polls = [Attachment(message.poll.question, "")] if message.poll else []
    return (*files, *stickers, *polls)
