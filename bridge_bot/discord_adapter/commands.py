"""The slash commands: `/ask` and `/language`."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bridge_bot.core.bridge import Bridge
from bridge_bot.core.events import Observe, WentWrong
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey, Member, Origin, Place, Question
from bridge_bot.discord_adapter import inbound
from bridge_bot.discord_adapter.membership import Membership
from bridge_bot.texts import text

Interaction = discord.Interaction[discord.Client]
Command = app_commands.Command[Any, ..., None]

_SHOWN_QUESTION_CHARS = 1900
_MOST_NAMES_LOOKED_UP = 5
_NAME_PATIENCE_S = 1.0
_NOBODY = discord.AllowedMentions.none()

_LANGUAGE_CHOICES = [
    app_commands.Choice(name=language.label, value=language.code) for language in LANGUAGES.values()
]


class Commands(app_commands.CommandTree[discord.Client]):
    """The tree of all commands. What a command raises is observed, and its member told."""

    def __init__(
        self, client: discord.Client, bridge: Bridge, membership: Membership, observe: Observe
    ) -> None:
        super().__init__(client, fallback_to_global=False)
        self._bridge = bridge
        self._membership = membership
        self._observe = observe
        self.add_command(self._ask_command())
        self.add_command(self._language_command())

    def fingerprint(self) -> str:
        """Changes if, and only if, what Discord has to be told of the commands changes."""
        definition = [command.to_dict(self) for command in self.get_commands()]
        return hashlib.sha256(json.dumps(definition, sort_keys=True).encode()).hexdigest()

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """The border of all commands: the cause goes to the observer, a sentence to the member."""
        name = interaction.command.qualified_name if interaction.command else "?"
        self._observe(WentWrong(f"handling /{name}", error.__cause__ or error))
        with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):
            if interaction.response.is_done():
                await interaction.followup.send(text("error-unexpected"), ephemeral=True)
            else:
                await _whisper(interaction, text("error-unexpected"))

    def _ask_command(self) -> Command:
        @app_commands.command(name="ask", description=text("ask-description"))
        @app_commands.describe(question=text("ask-question-description"))
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
        async def ask(interaction: Interaction, question: app_commands.Range[str, 1, 4000]) -> None:
            await self._ask(interaction, question)

        return ask

    def _language_command(self) -> Command:
        @app_commands.command(name="language", description=text("language-description"))
        @app_commands.describe(language=text("language-language-description"))
        @app_commands.choices(language=_LANGUAGE_CHOICES)
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
        async def language(interaction: Interaction, language: str) -> None:
            await self._language(interaction, language)

        return language

    async def _ask(self, interaction: Interaction, content: str) -> None:
        channel = interaction.channel
        if channel is None or not inbound.may_answer(channel):
            await _whisper(interaction, text("refused-forbidden"))
            return
        if not _readable(interaction, content):
            await _whisper(interaction, text("hint-empty"))
            return
        refusal = self._bridge.refuses(
            Origin(interaction.id, interaction.guild_id, channel.id, interaction.user.id),
            ConversationKey(str(channel.id)),
            await self._membership.asks_for(interaction.user.id, interaction.guild_id),
        )
        if refusal is not None:
            await _whisper(interaction, text(refusal.text_key, **refusal.text_args))
            return
        # Showing the question acknowledges the command within Discord's 3 s; the answer, which
        # may take a minute, comes by messages of its own and needs no interaction token.
        response = await interaction.response.send_message(
            _quoted(content), allowed_mentions=_NOBODY, suppress_embeds=True
        )
        if response.message_id is None:
            raise RuntimeError("Discord did not tell the id of its response")
        await self._bridge.take(
            self._question(
                interaction, channel, response.message_id, await self._read(interaction, content)
            )
        )

    def _question(
        self, interaction: Interaction, channel: discord.abc.Snowflake, shown_id: int, content: str
    ) -> Question:
        """A command's question: as if the message that shows it had asked it."""
        in_conversation = interaction.guild_id is None or isinstance(channel, discord.Thread)
        opens_thread = not in_conversation and inbound.may_open_thread(channel)
        return Question(
            id=interaction.id,
            conversation=ConversationKey(str(channel.id if in_conversation else shown_id)),
            text=content,
            asker=Member(interaction.user.id, interaction.user.display_name),
            place=Place(channel.id, reply_to=shown_id),
            guild_id=interaction.guild_id,
            thread_on=shown_id if opens_thread else None,
        )

    async def _read(self, interaction: Interaction, content: str) -> str:
        """The question with readable names; Discord does not send those in a command's text."""
        members: list[discord.Member] = []
        guild = interaction.guild
        if guild is not None:
            for member_id in list(inbound.mentioned_members(content))[:_MOST_NAMES_LOOKED_UP]:
                with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):
                    async with asyncio.timeout(_NAME_PATIENCE_S):
                        members.append(await guild.fetch_member(member_id))
        return _readable(interaction, content, members)

    async def _language(self, interaction: Interaction, code: str) -> None:
        channel = interaction.channel
        if channel is None or not (
            interaction.guild_id is None or isinstance(channel, discord.Thread)
        ):
            await _whisper(interaction, text("language-outside"))
            return
        if code not in LANGUAGES:
            await _whisper(interaction, text("language-unknown", code=code[:20]))
            return
        refusal = self._bridge.refuses_place(
            interaction.user.id,
            await self._membership.asks_for(interaction.user.id, interaction.guild_id),
            direct=interaction.guild_id is None,
        )
        if refusal is not None:
            await _whisper(interaction, text(refusal.text_key, **refusal.text_args))
            return
        words = await self._bridge.choose_language(ConversationKey(str(channel.id)), code)
        await interaction.response.send_message(words, allowed_mentions=_NOBODY)


def _readable(
    interaction: Interaction, content: str, members: Sequence[discord.Member] = ()
) -> str:
    me = interaction.client.user
    if me is None:
        return content.strip()
    return inbound.readable(content, inbound.Names.of(interaction.guild, me, members))


async def _whisper(interaction: Interaction, words: str) -> None:
    """Answer so that only the member sees it."""
    await interaction.response.send_message(words, ephemeral=True, allowed_mentions=_NOBODY)


def _quoted(question: str) -> str:
    """A question as Discord shows a quotation, within the length of a message."""
    if len(question) > _SHOWN_QUESTION_CHARS:
        question = question[:_SHOWN_QUESTION_CHARS] + "…"
    return f">>> {question}"
