"""The slash commands: `/ask` and `/language`."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import math
from typing import Any

import discord
from discord import app_commands

from bridge_bot.core.errors import BridgeError, TextRefused, UnexpectedFault
from bridge_bot.core.events import (
    EventSkipped,
    Observe,
    Operation,
    OperationFailed,
    QuestionRefused,
)
from bridge_bot.core.intake import Bridge
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey, Destination, Member, Origin, Question
from bridge_bot.core.policy.admission import Refusal
from bridge_bot.discord_adapter.intake import parsing
from bridge_bot.discord_adapter.intake.interaction_response import (
    Interaction,
    has_responded,
    is_text_refused,
    respond,
)
from bridge_bot.discord_adapter.intake.member_permissions import VOCAL, refuses_member
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.quotation import quotation
from bridge_bot.discord_adapter.intake.slow_mode import SlowMode
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.discord_adapter.rest.exceptions import NotDiscords
from bridge_bot.texts import text

Command = app_commands.Command[Any, ..., None]

_MOST_NAMES_LOOKED_UP = 5
_NAME_PATIENCE_S = 1.0
_UNKNOWN_INTERACTION = 10062

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
        self._slow_mode = SlowMode()
        self._showing: set[asyncio.Task[None]] = set()
        self.add_command(self._ask_command())
        self.add_command(self._language_command())

    def fingerprint(self) -> str:
        """Changes if, and only if, what Discord has to be told of the commands changes."""
        definition = [command.to_dict(self) for command in self.get_commands()]
        return hashlib.sha256(json.dumps(definition, sort_keys=True).encode()).hexdigest()

    def heard(self, message: discord.Message) -> None:
        """A member wrote a message, which counts for slow mode."""
        self._slow_mode.wrote(message.channel, message.author.id, message.id)

    async def tell(self) -> None:
        """Tell Discord the commands. Raises `NotDiscords` if it does not answer with them."""
        known = {command.name for command in await self.sync()}
        if known != {command.name for command in self.get_commands()}:
            raise NotDiscords("an answer without the commands")

    async def close(self, patience_s: float) -> None:
        """Let questions that are being shown get into the store, for so many seconds."""
        if self._showing:
            await asyncio.wait(self._showing, timeout=patience_s)

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """The border of all commands: the cause goes to the observer, a sentence to the member."""
        name = interaction.command.qualified_name if interaction.command else "?"
        cause = error.__cause__ or error
        self._observe(
            OperationFailed(Operation.HANDLE_COMMAND, cause, _origin(interaction), f"/{name}")
        )
        if isinstance(cause, discord.NotFound) and cause.code == _UNKNOWN_INTERACTION:
            return  # it is over, and Discord has told its member so
        refused = isinstance(cause, discord.HTTPException) and is_text_refused(cause)
        await self._apologise(interaction, TextRefused if refused else UnexpectedFault)

    async def _apologise(self, interaction: Interaction, why: type[BridgeError]) -> None:
        # Whatever fails now, the cause is known already, and no more can be done for the member.
        with contextlib.suppress(Exception):
            if has_responded(interaction):
                await interaction.followup.send(text(why.text_key), ephemeral=True)
            else:
                await respond(interaction, text(why.text_key), ephemeral=True)

    async def _call(self, interaction: Interaction) -> None:
        """discord.py 2.7.1 catches only its own errors here, in a task that nobody awaits; a
        command that can't be read raises others.
        """
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            self._observe(EventSkipped("INTERACTION_CREATE", error))
            await self._apologise(interaction, UnexpectedFault)

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
        channel, origin = interaction.channel, _origin(interaction)
        guilds = await self._membership.asks_for(origin.member_id, origin.guild_id)
        if channel is None:  # of a type that discord.py does not know
            await self._refuse(interaction, Refusal("refused-forbidden"))
            return
        refusal = (
            self._refuses_place(interaction, guilds)
            or _refuses_bot(channel)
            or _refuses_member(interaction)
        )
        if refusal is not None:
            await self._refuse(interaction, refusal)
            return
        words = await self._read(interaction, content)
        if not words:
            await _whisper(interaction, Refusal("hint-empty"))
            return
        # Between asking whether it may be taken and noting that it is, nothing is awaited.
        slowed = self._slowed(interaction, channel)
        if slowed is not None:
            await self._refuse(interaction, slowed)
            return
        refusal = self._bridge.refuses(origin, ConversationKey(str(channel.id)), guilds)
        if refusal is not None:
            await _whisper(interaction, refusal)
            return
        self._slow_mode.wrote(channel, origin.member_id, interaction.id)
        showing = asyncio.create_task(self._show(interaction, channel, words))
        self._showing.add(showing)
        showing.add_done_callback(self._showing.discard)
        await showing

    async def _show(
        self, interaction: Interaction, channel: discord.abc.Snowflake, words: str
    ) -> None:
        """Show an admitted question, and have it answered.

        That acknowledges the command within Discord's 3 s; the answer, which may take a minute,
        comes by messages of its own and needs no interaction token.
        """
        try:
            shown_id = await respond(interaction, quotation(words))
        except Exception:
            self._slow_mode.take_back(channel, interaction.user.id, interaction.id)
            raise
        await self._bridge.take(self._question(interaction, channel, shown_id, words))

    def _refuses_place(self, interaction: Interaction, guilds: frozenset[int]) -> Refusal | None:
        """Why nobody can use the bot's commands there, or None."""
        guild_id, member_id = interaction.guild_id, interaction.user.id
        refusal = self._bridge.refuses_place(member_id, guilds, direct=guild_id is None)
        if refusal is not None or guild_id is None:
            return refusal
        # When a session begins, Discord names every server that the bot is a member of, even those
        # that are out of order. Where only its commands were authorised, it is no member.
        if self.client.get_guild(guild_id) is None:
            link = invite_link(interaction.application_id)
            return Refusal("refused-no-member", {"link": link})
        return None

    def _slowed(self, interaction: Interaction, channel: discord.abc.Snowflake) -> Refusal | None:
        until_s = self._slow_mode.until_s(channel, interaction.user, interaction.id)
        if until_s is None:
            return None
        return Refusal("refused-slow-mode", {"until": str(math.ceil(until_s))})

    async def _refuse(self, interaction: Interaction, refusal: Refusal) -> None:
        self._observe(QuestionRefused(_origin(interaction), refusal.text_key))
        await _whisper(interaction, refusal)

    def _question(
        self, interaction: Interaction, channel: discord.abc.Snowflake, shown_id: int, content: str
    ) -> Question:
        """A command's question: as if the message that shows it had asked it."""
        in_conversation = interaction.guild_id is None or isinstance(channel, discord.Thread)
        opens_thread = not in_conversation and parsing.may_open_thread(channel)
        return Question(
            id=interaction.id,
            conversation=ConversationKey(str(channel.id if in_conversation else shown_id)),
            text=content,
            asker=Member(interaction.user.id, interaction.user.display_name),
            place=Destination(channel.id, reply_to=shown_id),
            guild_id=interaction.guild_id,
            thread_on=shown_id if opens_thread else None,
        )

    async def _read(self, interaction: Interaction, content: str) -> str:
        """The question with readable names; Discord does not send those in a command's text."""
        me, guild = self.client.user, interaction.guild
        if me is None:
            return content.strip()
        wanted = parsing.mentioned_members(content) - {me.id}
        members: list[discord.Member] = []
        if guild is not None:
            # At once, since the question has to be shown within Discord's 3 s.
            some = list(wanted)[:_MOST_NAMES_LOOKED_UP]
            found = await asyncio.gather(*(_member(guild, member_id) for member_id in some))
            members = [member for member in found if member is not None]
        return parsing.readable(content, parsing.Names.of(guild, me, members))

    async def _language(self, interaction: Interaction, code: str) -> None:
        channel, origin = interaction.channel, _origin(interaction)
        guilds = await self._membership.asks_for(origin.member_id, origin.guild_id)
        refusal = self._refuses_place(interaction, guilds) or _refuses_member(interaction)
        if refusal is None and code not in LANGUAGES:
            refusal = Refusal("language-unknown", {"code": code[:20]})
        in_conversation = origin.guild_id is None or isinstance(channel, discord.Thread)
        if refusal is None and not in_conversation:
            refusal = Refusal("language-outside")
        if refusal is not None:
            await _whisper(interaction, refusal)
            return
        words = await self._bridge.choose_language(ConversationKey(str(origin.channel_id)), code)
        await respond(interaction, words)


def _origin(interaction: Interaction) -> Origin:
    return Origin(
        interaction.id, interaction.guild_id, interaction.channel_id or 0, interaction.user.id
    )


def _refuses_bot(channel: object) -> Refusal | None:
    """Why the bot can't answer there, or None."""
    if parsing.may_answer(channel):
        return None
    vocal = isinstance(channel, VOCAL)
    return Refusal("refused-forbidden-voice" if vocal else "refused-forbidden")


def _refuses_member(interaction: Interaction) -> Refusal | None:
    """Why the member can't have the bot write there, or None."""
    key = refuses_member(interaction.channel, interaction.user, interaction.created_at)
    return Refusal(key) if key else None


async def _member(guild: discord.Guild, member_id: int) -> discord.Member | None:
    """The member of that id; None if there is none, or Discord does not tell soon."""
    with contextlib.suppress(Exception):  # a name is not worth a question, whatever fails
        async with asyncio.timeout(_NAME_PATIENCE_S):
            return await guild.fetch_member(member_id)
    return None


async def _whisper(interaction: Interaction, refusal: Refusal) -> None:
    """Tell a refusal so that only the member sees it."""
    await respond(interaction, text(refusal.text_key, **refusal.text_args), ephemeral=True)
