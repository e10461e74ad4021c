"""From Discord's messages to the core's questions. Pure: nothing here sends, waits or remembers.

Which message is a question depends on where it stands, and on what the server has set for that
channel or forum (`Served`):

* direct message: every message is a question;
* a thread that the bot opened: every message is one, unless it is addressed to others;
* a member's post in a forum: a mention of the bot, or a reply to it; where posts are served, also
  its first message, and its author's next ones while nobody else has written there;
* any other thread: a mention of the bot, or a reply to it;
* a channel: a mention of the bot, or a reply to a message of a conversation held there; where
  messages are served, every one, unless it is addressed to others.

Messages of bots and webhooks, and system messages, are never questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import discord

from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served
from bridge_bot.core.model import Attachment, ChannelDestination, ConversationKey, Member, Question
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.addressing import (
    Addressed,
    Venue,
    addressed,
    begins_post,
    replied_to_message,
    turns_to_bot,
    venue_of,
)
from bridge_bot.discord_adapter.intake.answer_places import parent_id_of
from bridge_bot.discord_adapter.intake.attached_files import attachment_of, is_text_file
from bridge_bot.discord_adapter.intake.permissions import may_open_thread
from bridge_bot.discord_adapter.intake.readable_text import Names, readable

_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """What a member's message says, and whether it is addressed to the bot.

    `replies_to` is the id of the message that it replies to, if that may belong to a conversation
    of this channel. `attachments` are its files, its stickers and its poll. `turns_to_bot` tells
    whether it mentions the bot, or replies to one of the bot's messages.
    """

    venue: Venue
    addressed: Addressed
    text: str
    replies_to: int | None = None
    attachments: tuple[Attachment, ...] = ()
    turns_to_bot: bool = False


def parse_message(
    message: discord.Message,
    me: discord.ClientUser,
    served: Served = Served.MENTIONS,
    *,
    sees_content: bool,
) -> ParsedMessage:
    """What a member's message means to the bot `me`, where that much is `served`.

    Without `sees_content` (the message content intent) only what mentions the bot or is a direct
    message can be read.
    """
    venue = venue_of(message, me)
    text = text_of(message, me)
    attachments = attachments_of(message)
    has_words = bool(text) or any(map(is_text_file, attachments))
    return ParsedMessage(
        venue=venue,
        addressed=addressed(
            message, me, venue, served, sees_content=sees_content, has_words=has_words
        ),
        text=text,
        replies_to=replied_to_message(message) if venue is Venue.CHANNEL else None,
        attachments=attachments,
        turns_to_bot=turns_to_bot(message, me),
    )


def question_of(
    message: discord.Message,
    parsed: ParsedMessage,
    chain: ConversationKey | None,
    place: PlaceSettings = PlaceSettings(),  # noqa: B008 - it is frozen
) -> Question:
    """The question that a message asks; `chain` is the conversation that it replies into, if any.

    In a channel, the answer belongs into a thread on the message if the `place` has answers in
    public threads, and the bot may open one. (For private ones see `private_thread_parent`.)
    """
    channel = message.channel
    thread_on = None
    in_own_place = parsed.venue in (Venue.DIRECT, Venue.OWN_THREAD)
    conversation = ConversationKey(str(channel.id))
    if parsed.venue is Venue.CHANNEL:
        conversation = chain or ConversationKey(str(message.id))
        is_public = place.answer_place is AnswerPlace.PUBLIC_THREAD
        opens_thread = chain is None and is_public and may_open_thread(channel)
        thread_on = message.id if opens_thread else None
    guild = message.guild
    guild_id = guild.id if guild else None
    return Question(
        id=message.id,
        conversation=conversation,
        text=parsed.text,
        asker=member_of(message.author),
        asked_in=ChannelDestination(channel.id, None if in_own_place else message.id, guild_id),
        guild_id=guild_id,
        thread_on=thread_on,
        # Discord tells no locale of a message's author.
        locale=locale_of(guild.preferred_locale) if guild else None,
        parent_id=parent_id_of(channel),
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


def text_of(message: discord.Message, me: discord.ClientUser) -> str:
    """What a message says to the bot `me`, with readable names; that of a post with its title."""
    text = readable(message.content, Names.of(message.guild, me, message.mentions))
    return _with_title(message, text) if begins_post(message) else text


def attachments_of(message: discord.Message) -> tuple[Attachment, ...]:
    """The files of a message, its stickers and its poll."""
    files = [attachment_of(each) for each in message.attachments]
    stickers = [Attachment(each.name, each.url) for each in message.stickers]
    polls = [Attachment(message.poll.question, "")] if message.poll else []
    return (*files, *stickers, *polls)


def _with_title(message: discord.Message, text: str) -> str:
    """The title of a post, and the text of its first message, which may begin with the title."""
    title = message.channel.name if isinstance(message.channel, discord.Thread) else ""
    is_repeated = text.casefold().startswith(title.casefold())
    return text if is_repeated else f"{title}\n\n{text}".strip()
