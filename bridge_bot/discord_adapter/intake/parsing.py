"""From Discord's messages to the core's words. Pure: nothing here sends, waits or remembers.

The rules, by where a message stands:

* direct message: every message is a question;
* a thread that the bot opened: every message is one, unless it speaks to somebody else;
* any other thread: a mention of the bot, or a reply to it;
* a channel: a mention of the bot, or a reply to a message of a conversation held there.

Bots, webhooks and system messages are never heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import discord
from markdown_it import MarkdownIt
from wcwidth import grapheme_boundary_before

from bridge_bot.core.model import ConversationKey, Destination, Member, Question
from bridge_bot.discord_adapter.intake.member_permissions import VOCAL

Members = Iterable[discord.User | discord.Member]
Spot = Literal["direct", "own thread", "thread", "channel"]

THREAD_NAME_CHARS = 100
"""The longest name of a thread (Discord's documentation)."""

_CUSTOM_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_COMMAND = re.compile(r"</([^:>]+):\d+>")
_TIMESTAMP = re.compile(r"<t:(-?\d+)(?::\w)?>")
_MENTION = re.compile(r"(?P<space> ?)<(?P<kind>@!?|@&|#)(?P<id>\d+)>")
_NAVIGATION = re.compile(r"<id:([\w-]+)>")
# Markdown of Discord's own, and what CommonMark knows and Discord does not.
_SPOILER = re.compile(r"\|\|(.+?)\|\|", re.DOTALL)
_SUBTEXT = re.compile(r"^(\s*)-# ", re.MULTILINE)
_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable("strikethrough")
    .disable(["entity", "html_block", "html_inline", "reference"])
)
_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """A message, as far as it matters here: is it addressed to the bot, and what does it say?

    `replies_to` is the message that it replies to and that may belong to a conversation of this
    channel; `blank` says why there is no text, if there is none.
    """

    spot: Spot
    addressed: bool
    text: str
    replies_to: int | None = None
    blank: Literal["", "empty", "text-only"] = ""


def hear(
    message: discord.Message, me: discord.ClientUser, *, sees_content: bool
) -> ParsedMessage | None:
    """What a message means to the bot; None if it is none of its business, whatever it says.

    Without `sees_content` (the message content intent), only what mentions the bot or comes as a
    direct message can be read, and all else is talk.
    """
    # `is_system` of discord.py 2.7.1 calls neither the starter of a thread nor a poll's result so.
    by_bot = message.author.bot or message.author.id == me.id or message.webhook_id is not None
    if by_bot or message.type not in _SPOKEN:
        return None
    spot = _spot(message, me)
    text = readable(message.content, Names.of(message.guild, me, message.mentions))
    return ParsedMessage(
        spot=spot,
        addressed=_addressed(message, me, spot, sees_content=sees_content),
        text=text,
        replies_to=_chain_link(message) if spot == "channel" else None,
        blank="" if text else ("text-only" if message.attachments or message.stickers else "empty"),
    )


def question_of(
    message: discord.Message, heard: ParsedMessage, chain: ConversationKey | None
) -> Question:
    """The question that a message asks; `chain` is the conversation that it replies into, if any.

    In a channel, the answer belongs into a thread on the message if the bot may open one.
    """
    thread_on = None
    reply_to = message.id if heard.spot in ("thread", "channel") else None
    conversation = ConversationKey(str(message.channel.id))
    if heard.spot == "channel":
        conversation = chain or ConversationKey(str(message.id))
        thread_on = message.id if chain is None and may_open_thread(message.channel) else None
    return Question(
        id=message.id,
        conversation=conversation,
        text=heard.text,
        asker=Member(message.author.id, message.author.display_name),
        place=Destination(message.channel.id, reply_to),
        guild_id=message.guild.id if message.guild else None,
        thread_on=thread_on,
    )


def may_open_thread(channel: object) -> bool:
    """Whether the bot may open a public thread there and write in it."""
    if not isinstance(channel, discord.TextChannel):
        return False
    permissions = channel.permissions_for(channel.guild.me)
    return (
        permissions.view_channel
        and permissions.create_public_threads
        and permissions.send_messages_in_threads
    )


def may_write(channel: object) -> bool:
    """Whether the bot may write there; true where only Discord can tell."""
    if isinstance(channel, discord.Thread):
        if channel.parent is None:
            return True
        permissions = channel.permissions_for(channel.guild.me)
        if not permissions.manage_threads and (channel.locked or _out_of_sight(channel)):
            return False
        return permissions.view_channel and permissions.send_messages_in_threads
    if isinstance(channel, discord.abc.GuildChannel):
        permissions = channel.permissions_for(channel.guild.me)
        may_be_there = permissions.connect or not isinstance(channel, VOCAL)
        return permissions.view_channel and permissions.send_messages and may_be_there
    return True


def _out_of_sight(thread: discord.Thread) -> bool:
    """Whether it is a private thread without the bot, which only a command can tell it of.

    Discord tells a bot of the private threads that it is in, so discord.py knows those.
    """
    return thread.is_private() and thread.guild.get_thread(thread.id) is None


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in a text are called. `own_ids` are the bot and its role: they are left out."""

    guild: discord.Guild | None
    own_ids: frozenset[int]
    members: Mapping[int, str]

    @classmethod
    def of(cls, guild: discord.Guild | None, me: discord.ClientUser, members: Members) -> Names:
        """The names in a guild, or with None in a direct message, as the bot `me` knows them."""
        own_role = own_role_id(guild)
        return cls(
            guild=guild,
            own_ids=frozenset({me.id} if own_role is None else {me.id, own_role}),
            members={member.id: member.display_name for member in members},
        )

    def replace(self, mention: re.Match[str]) -> str:
        """How a mention reads; the bot's own is left out, with the space before it."""
        kind, target = mention["kind"], int(mention["id"])
        return "" if target in self.own_ids else mention["space"] + self._name(kind, target)

    def _name(self, kind: str, target: int) -> str:
        if kind == "#":
            channel = self.guild and self.guild.get_channel_or_thread(target)
            return f"#{channel.name}" if channel else "#unknown-channel"
        if kind == "@&":
            role = self.guild and self.guild.get_role(target)
            return f"@{role.name}" if role else "@unknown-role"
        return f"@{self.members.get(target, 'unknown')}"


def mentioned_members(content: str) -> set[int]:
    """The ids of the members that a text mentions."""
    return {int(match["id"]) for match in _MENTION.finditer(content) if match["kind"] in "@!"}


def may_answer(channel: object) -> bool:
    """Whether the bot may answer there at all, in a thread of its own or in the channel."""
    return may_open_thread(channel) or may_write(channel)


def readable(content: str, names: Names) -> str:
    """A text with names instead of mentions, and without the bot's own mention."""
    text = _MENTION.sub(names.replace, content)
    text = _CUSTOM_EMOJI.sub(r":\1:", text)
    text = _COMMAND.sub(r"/\1", text)
    text = _NAVIGATION.sub(r"#\1", text)
    text = _TIMESTAMP.sub(_date, text)
    return text.strip()


def own_role_id(guild: discord.Guild | None) -> int | None:
    """The role that Discord made for the bot: its name is the bot's, so people mention it."""
    role = guild.self_role if guild else None
    return role.id if role else None


def thread_name(text: str) -> str:
    """A thread's name from a question: one line, without Markdown, cut at a word.

    It has 1 to 100 characters, as Discord demands.
    """
    words = " ".join(_plain(text).split())
    if len(words) > THREAD_NAME_CHARS:
        cut = words.rfind(" ", THREAD_NAME_CHARS // 2, THREAD_NAME_CHARS)
        if cut < 0:
            last = THREAD_NAME_CHARS - 1
            cut = grapheme_boundary_before(words, last + 1) or last
        words = words[:cut].rstrip(" ,;:-") + "…"
    return words if any(unicodedata.category(char)[0] in "LNPS" for char in words) else "…"


def _plain(markdown: str) -> str:
    pieces: list[str] = []
    markdown = _SUBTEXT.sub(r"\1", _SPOILER.sub(r"\1", markdown))
    for block in _MARKDOWN.parse(markdown):
        if block.type in ("fence", "code_block"):
            pieces.append(block.content)
        for inline in block.children or ():
            if inline.type in ("softbreak", "hardbreak"):
                pieces.append(" ")
            elif inline.type == "image" or inline.content:
                pieces.append(inline.content)
        pieces.append(" ")
    return "".join(pieces)


def _spot(message: discord.Message, me: discord.ClientUser) -> Spot:
    channel = message.channel
    if message.guild is None:
        return "direct"
    if isinstance(channel, discord.Thread):
        return "own thread" if channel.owner_id == me.id else "thread"
    return "channel"


def _addressed(
    message: discord.Message, me: discord.ClientUser, spot: Spot, *, sees_content: bool
) -> bool:
    if spot == "direct" or _mentions(message, me):
        return True
    replied_to = _replied_to_author(message)
    if spot == "thread":
        return sees_content and replied_to == me.id
    if spot == "own thread" and sees_content:
        others = {member.id for member in message.mentions} - {message.author.id}
        if replied_to is not None:
            others |= {replied_to} - {message.author.id}
        speaks_to_others = bool(others or message.role_mentions or message.mention_everyone)
        return me.id in others or not speaks_to_others
    return False


def _mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    # A role that may not be mentioned is not among the message's mentions, only in its text.
    own_role = own_role_id(message.guild)
    return me.id in {member.id for member in message.mentions} or (
        own_role is not None and f"<@&{own_role}>" in message.content
    )


def _replied_to_author(message: discord.Message) -> int | None:
    resolved = message.reference.resolved if message.reference else None
    return resolved.author.id if isinstance(resolved, discord.Message) else None


def _chain_link(message: discord.Message) -> int | None:
    """The message that this one replies to, unless its conversation went on in a thread."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    resolved = message.reference.resolved
    if isinstance(resolved, discord.Message) and resolved.flags.has_thread:
        return None
    return message.reference.message_id


def _date(match: re.Match[str]) -> str:
    try:
        moment = datetime.fromtimestamp(int(match[1]), tz=UTC)
    except (OverflowError, OSError, ValueError):
        return match[0]
    return f"{moment:%Y-%m-%d %H:%M} UTC"
