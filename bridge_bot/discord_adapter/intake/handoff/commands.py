"""`/handoff`, `/resume` and the button *Ask for help*."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bridge_bot.core.core import Core
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, ConversationKey, HelpCall
from bridge_bot.core.policy.language_layers import LanguagePlace
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    defer,
    respond,
)
from bridge_bot.discord_adapter.intake.commands.refusals import (
    AwaitEarlier,
    origin_of,
    place_id_of,
)
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.handoff.help_role import problem_of_role
from bridge_bot.discord_adapter.intake.parsing import locale_of, member_of
from bridge_bot.discord_adapter.intake.permissions import refusal_of_bot
from bridge_bot.texts import Texts

Command = app_commands.Command[Any, ..., None]

InOrder = Callable[
    [Interaction, Callable[[AwaitEarlier], Coroutine[Any, Any, None]]], Coroutine[Any, Any, None]
]
"""Runs a command in the order of its channel's messages, see `Commands._in_order`."""

_ENGLISH = Texts.of("en")


class HandoffCommands:
    """Hands a conversation over to people, and back.

    Who may ask there may call, also who has opted out: nothing that they wrote is read.
    """

    def __init__(self, core: Core, context: IntakeContext) -> None:
        self._handoffs = core.handoffs
        self._controls = core.controls
        self._conversations = core.dependencies.store.conversations
        self._observe = core.dependencies.observe
        self._refusals = context.refusals
        self._places = context.places

    def definitions(self, in_order: InOrder) -> list[Command]:
        """Both commands, as they are registered with Discord."""
        contexts = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
        installs = app_commands.allowed_installs(guilds=True, users=False)

        @app_commands.command(name="handoff", description=_ENGLISH.get("handoff-description"))
        @installs
        @contexts
        async def handoff(interaction: Interaction) -> None:
            await in_order(interaction, partial(self.call, interaction))

        @app_commands.command(name="resume", description=_ENGLISH.get("resume-description"))
        @installs
        @contexts
        async def resume(interaction: Interaction) -> None:
            await in_order(interaction, partial(self.resume, interaction))

        return [handoff, resume]

    async def call(self, interaction: Interaction, await_earlier: AwaitEarlier) -> None:
        """`/handoff`: call people to the conversation of a thread."""
        await self._told(interaction, self._called_by_command(interaction, await_earlier))

    async def press(self, interaction: Interaction, turn_id: int) -> None:
        """The button: call people to the conversation of that turn."""
        await self._told(interaction, self._called_by_button(interaction, turn_id))

    async def resume(self, interaction: Interaction, await_earlier: AwaitEarlier) -> None:
        """`/resume`: answer again in a thread, or in the conversations of a channel. All see it."""
        await self._told(interaction, self._resumed(interaction, await_earlier))

    async def _told(
        self, interaction: Interaction, work: Coroutine[Any, Any, Refusal | None]
    ) -> None:
        """Tell the member privately what came of it, if there is anything to tell."""
        try:
            told = await work
        except StoreError as error:
            failure = OperationFailed(Operation.CALL_PEOPLE, error, origin_of(interaction))
            self._observe(failure)
            told = Refusal(error.text_key)
        if told is not None:
            await self._refusals.respond_ephemerally(interaction, told)

    async def _called_by_command(
        self, interaction: Interaction, await_earlier: AwaitEarlier
    ) -> Refusal:
        if (refusal := await self._refusal(interaction)) is not None:
            return refusal
        channel_id = interaction.channel_id or 0
        conversation = ConversationKey(str(channel_id))
        in_thread = isinstance(interaction.channel, discord.Thread)
        if not in_thread or await self._conversations.key_of_message(channel_id) != conversation:
            return Refusal("handoff-outside")
        await await_earlier()
        return await self._call(interaction, conversation)

    async def _called_by_button(self, interaction: Interaction, turn_id: int) -> Refusal:
        if (refusal := await self._refusal(interaction)) is not None:
            return refusal
        conversation = await self._controls.conversation_of(turn_id, interaction.channel_id or 0)
        if isinstance(conversation, Refusal):
            return conversation
        reply_to = interaction.message.id if interaction.message is not None else None
        return await self._call(interaction, conversation, reply_to)

    async def _refusal(self, interaction: Interaction) -> Refusal | None:
        """Why nobody can be called from there by that member, or None."""
        if interaction.guild_id is None:
            return Refusal("handoff-direct")
        return (
            self._refusals.for_place(interaction, await self._refusals.guild_ids(interaction))
            or await self._refusals.for_member(interaction)
            or self._refusals.for_writing(interaction)
            or refusal_of_bot(interaction.channel)
        )

    async def _call(
        self, interaction: Interaction, conversation: ConversationKey, reply_to: int | None = None
    ) -> Refusal:
        channel, guild = interaction.channel, interaction.guild
        if channel is None or guild is None:
            return Refusal("handoff-outside")
        await defer(interaction)  # to post may take longer than 3 s
        settings = await self._places.settings(guild.id, channel)
        role_id, problem = settings.help_role_id, None
        if role_id is not None:
            problem = problem_of_role(guild, role_id, interaction.app_permissions)
        # It is for those who help, so no member's own choice counts.
        held_in = LanguagePlace(0, place_id_of(interaction), conversation, guild.id)
        own = locale_of(guild.preferred_locale)
        call = HelpCall(
            interaction.id,
            conversation,
            guild.id,
            ChannelDestination(channel.id, reply_to, guild.id),
            member_of(interaction.user),
            interaction.created_at.timestamp(),
            await self._refusals.languages.locale(held_in, own),
        )
        refusal = await self._handoffs.call(call, settings, problem or "")
        return refusal or Refusal("handoff-called", {"role": f"<@&{role_id}>"})

    async def _resumed(
        self, interaction: Interaction, await_earlier: AwaitEarlier
    ) -> Refusal | None:
        channel, guild_id = interaction.channel, interaction.guild_id
        if channel is None or guild_id is None:
            return Refusal("resume-not-quiet")
        guild_ids = await self._refusals.guild_ids(interaction)
        refusal = self._refusals.for_place(interaction, guild_ids) or self._refusals.for_writing(
            interaction
        )
        if refusal is not None:
            return refusal
        await await_earlier()
        settings = await self._places.settings(guild_id, channel)
        permissions = interaction.permissions
        manages = permissions.manage_messages or permissions.manage_threads
        refusal = await self._handoffs.resume(
            channel.id,
            member_of(interaction.user),
            settings,
            interaction.created_at.timestamp(),
            manages=manages or permissions.administrator,
        )
        if refusal is None:
            texts = await self._refusals.public_texts(interaction)
            await respond(interaction, texts.get("resume-done"))
        return refusal
