"""`/doctor`: looks at the server and the channel where it is used, and tells what is wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import discord
from discord import ui

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction, respond
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals, origin_of, place_id_of
from bridge_bot.discord_adapter.intake.doctor.facts import SeenGuild, guild_facts
from bridge_bot.discord_adapter.intake.doctor.wording import doctor_text
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import place_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.doctor.checks.guild import check_guild
from bridge_bot.doctor.guild_facts import GuildFacts
from bridge_bot.doctor.running_bot import RunningBot

_LOOK_UP_WITHIN_S = 1.5
"""A command has to be acknowledged within 3 s (Discord's documentation)."""


class DoctorCommand:
    """Tells those who manage a server, privately, what is wrong with the bot there.

    What concerns only whoever runs the bot is not looked at. Without `running` nothing is known of
    limits and of what happened lately.
    """

    def __init__(
        self,
        client: discord.Client,
        settings: KnownGuildSettings,
        operator: OperatorOptions,
        refusals: Refusals,
        *,
        running: RunningBot | None,
        observe: Observe,
    ) -> None:
        self._client = client
        self._settings = settings
        self._operator = operator
        self._running = running
        self._refusals = refusals
        self._observe = observe

    async def run(self, interaction: Interaction) -> None:
        """Look, and tell."""
        guild = self._client.get_guild(interaction.guild_id or 0)
        refusal = await self._refusal(interaction, guild)
        if refusal is not None or guild is None:
            await self._refusals.respond_ephemerally(
                interaction, refusal or Refusal("doctor-outside")
            )
            return
        facts = await self._facts(interaction, guild)
        text = doctor_text(check_guild(facts), self._refusals.texts(interaction))
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.TextDisplay(text))
        view.stop()
        await respond(interaction, view, ephemeral=True)

    async def _refusal(
        self, interaction: Interaction, guild: discord.Guild | None
    ) -> Refusal | None:
        guild_ids = await self._refusals.guild_ids(interaction)
        refusal = self._refusals.for_place(interaction, guild_ids)
        if refusal is not None or guild is None:
            return refusal
        permissions = interaction.permissions
        if permissions.manage_guild or permissions.administrator:
            return None
        return Refusal("doctor-not-allowed")

    async def _facts(self, interaction: Interaction, guild: discord.Guild) -> GuildFacts:
        place_id, texts = place_id_of(interaction), self._refusals.texts(interaction)

        def facts_with(settings: GuildSettings) -> GuildFacts:
            return guild_facts(
                SeenGuild.of_cache(guild),
                settings,
                self._operator,
                label_of=lambda channel_id: place_text(channel_id, texts),
                here_id=place_id,
            )

        try:
            async with asyncio.timeout(_LOOK_UP_WITHIN_S):
                settings = await self._settings.of(guild.id)
                facts = facts_with(settings)
                if self._running is not None:
                    reached = await self._running.reached_limits(
                        guild.id, place_id, settings.place(place_id)
                    )
                    facts = replace(facts, reached=reached)
        except (StoreError, TimeoutError) as error:
            origin = origin_of(interaction)
            self._observe(OperationFailed(Operation.LOOK_UP_SETTINGS, error, origin))
            facts = replace(facts_with(GuildSettings(guild.id)), is_known=False)
        if self._running is None:
            return facts
        bots = {each.settings.chat_bot for each in facts.channels}
        return replace(
            facts,
            is_paused_by_operator=self._running.pause.is_on,
            lately=self._running.recent.of(guild.id, bots),
        )
