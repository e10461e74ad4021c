"""What a command asks, and the message that it is about, as the menu of a message hands it over."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import aiohttp
import discord

from bridge_bot.core.model import Attachment, Question
from bridge_bot.discord_adapter.intake.attached_files import attachment_of, is_text_file
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.readable_text import Names, readable
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord
from bridge_bot.texts import Texts

KEPT_S = 15 * 60.0
"""How long a message is remembered for a form that is open, in seconds."""

MOST_KEPT = 1000
"""So many messages are remembered; where more forms are open, the earliest are forgotten."""

_UNKNOWN_MESSAGE = 10008  # Discord's JSON error code
_NETWORK_ERRORS = (aiohttp.ClientError, OSError, TimeoutError)
_READ_WITHIN_S = 1.0  # of the 3 s in which a form has to be acknowledged (Discord's documentation)


@dataclass(frozen=True, slots=True)
class AskedMessage:
    """What a message says. `word_of` are the members whose words it may have: its author and, if it
    is a bot's response, who used the command. `files` are those of its files that are text.
    """

    id: int
    word_of: frozenset[int]
    text: str
    link: str
    files: tuple[Attachment, ...] = ()

    @classmethod
    def of(
        cls, message: discord.Message, client: discord.Client, guild_id: int | None
    ) -> AskedMessage:
        """A message of a server, or with None a direct one."""
        me, used = client.user, message.interaction_metadata
        guild = client.get_guild(guild_id) if guild_id is not None else None
        names = None if me is None else Names.of(guild, me, message.mentions)
        files = tuple(map(attachment_of, message.attachments))
        place = guild_id or "@me"
        return cls(
            message.id,
            frozenset({message.author.id} | ({used.user.id} if used else set())),
            readable(message.content, names) if names else message.content.strip(),
            f"https://discord.com/channels/{place}/{message.channel.id}/{message.id}",
            tuple(filter(is_text_file, files)),
        )

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing in it that can be read."""
        return not (self.text or self.files)

    def added_to(self, question: Question, texts: Texts) -> Question:
        """A question with the message's text below it. Its files are still to be added."""
        if not self.text:
            return question
        quoted = "\n".join(f"> {line}" for line in self.text.splitlines())
        return replace(question, text=f"{question.text}\n\n{texts.get('about-quoted')}\n{quoted}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a member asks by a command: their words, files, and the message that they ask about."""

    content: str
    files: Sequence[Attachment] = ()
    about: AskedMessage | None = None

    def heading(self, texts: Texts) -> str:
        """What stands above a quotation: a link to the message that the question is about."""
        return f"{texts.get('about-shown', link=self.about.link)}\n" if self.about else ""


class AskedMessages:
    """Finds messages again when the form is sent. Nothing of them is stored: what the menu handed
    over is remembered for 15 minutes, in memory alone.
    """

    def __init__(self) -> None:
        self._remembered: dict[tuple[int, int], AskedMessage] = {}
        """By the member who was told it, and the id of the interaction that told it."""

    def remember(self, interaction: Interaction, message: AskedMessage) -> None:
        """Remember a message, which an interaction told, for 15 minutes."""
        key = interaction.user.id, interaction.id
        self._remembered[key] = message
        if len(self._remembered) > MOST_KEPT:
            del self._remembered[next(iter(self._remembered))]
        asyncio.get_running_loop().call_later(KEPT_S, self._remembered.pop, key, None)

    async def find(
        self, interaction: Interaction, message_id: int, told_by_id: int
    ) -> AskedMessage | None:
        """A message of the interaction's channel as it is now or, where the bot or the member can't
        read it, as the interaction of that id told it to this member; None where it is deleted, or
        forgotten.

        A forged form may name any message of the channel: nobody is shown one that they can't read.
        """
        channel_id, read = interaction.channel_id or 0, None
        in_server = interaction.guild_id is not None
        if in_server and not interaction.permissions.read_message_history:
            return self._remembered.get((interaction.user.id, told_by_id))
        channel = interaction.client.get_partial_messageable(channel_id)
        try:
            async with asyncio.timeout(_READ_WITHIN_S):
                message = await channel.fetch_message(message_id)
                read = AskedMessage.of(message, interaction.client, interaction.guild_id)
        except discord.NotFound as error:
            if error.code == _UNKNOWN_MESSAGE:
                return None
        except (*_NETWORK_ERRORS, NotFromDiscord, discord.DiscordException):
            pass  # the message may be remembered
        # Without the message content intent Discord tells the message, but not what it says.
        if read is not None and not read.says_nothing:
            return read
        return self._remembered.get((interaction.user.id, told_by_id))
