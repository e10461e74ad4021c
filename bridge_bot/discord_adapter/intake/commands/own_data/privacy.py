"""`/privacy`: what happens to a member's words, and the button that forbids or allows reading them.

What a press asks for stands in the button's `custom_id`, so it works after a restart. The message
is ephemeral: nobody but its member can press it.
"""

from __future__ import annotations

import discord
from discord import ui

from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.statement import privacy_statement
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
    has_responded,
    in_time,
    tell,
    update,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.components import custom_id_of, is_private
from bridge_bot.texts import Texts

PREFIX = "privacy"
"""With which the `custom_id` of each button begins."""

OPT_OUT, OPT_IN = f"{PREFIX}:opt-out", f"{PREFIX}:opt-in"


class PrivacyCommand:
    """Tells a member, and takes their choice. It may be used everywhere and by everybody."""

    def __init__(self, privacy: Privacy, refusals: Refusals) -> None:
        self._opt_outs = privacy.opt_outs
        self._facts = privacy.facts
        self._refusals = refusals

    async def run(self, interaction: Interaction) -> None:
        """Tell the member, privately. Raises `StoreError` if it is not known what they chose."""
        is_opted_out = await in_time(interaction, self._opt_outs.is_opted_out(interaction.user.id))
        await tell(interaction, self._view(interaction, is_opted_out), ephemeral=True)

    async def press(self, interaction: Interaction) -> None:
        """Do what the member chose, and tell it in place of what the message said. Raises
        `StoreError`; then nothing has changed.
        """
        if not is_private(interaction):
            await self._refusals.refuse_public_press(interaction)
            return
        is_opted_out = await in_time(interaction, self._chosen(interaction), acknowledge)
        view = self._view(interaction, is_opted_out)
        if has_responded(interaction):
            await tell(interaction, view)
        else:
            await update(interaction, view)

    async def _chosen(self, interaction: Interaction) -> bool:
        """Do what the member chose; returns whether they have opted out now."""
        pressed = custom_id_of(interaction)
        if pressed == OPT_OUT:
            await self._opt_outs.opt_out(interaction.user.id)
        elif pressed == OPT_IN:
            await self._opt_outs.opt_in(interaction.user.id)
        return await self._opt_outs.is_opted_out(interaction.user.id)

    def _view(self, interaction: Interaction, is_opted_out: bool) -> ui.LayoutView:
        texts = self._refusals.texts(interaction)
        # Stopped, so that discord.py does not remember it: a press is known by its `custom_id`.
        view = ui.LayoutView(timeout=None)
        view.add_item(
            ui.TextDisplay(privacy_statement(self._facts, texts, is_opted_out=is_opted_out))
        )
        view.add_item(ui.ActionRow(_opt_in(texts) if is_opted_out else _opt_out(texts)))
        view.stop()
        return view


def _opt_out(texts: Texts) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        custom_id=OPT_OUT, label=texts.get("privacy-opt-out"), style=discord.ButtonStyle.danger
    )


def _opt_in(texts: Texts) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        custom_id=OPT_IN, label=texts.get("privacy-opt-in"), style=discord.ButtonStyle.secondary
    )
