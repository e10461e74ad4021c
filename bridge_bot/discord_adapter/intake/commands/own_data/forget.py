"""`/forget`: removes what is stored of a member, once they have pressed a button."""

from __future__ import annotations

import discord
from discord import ui

from bridge_bot.core.ports import MemberDataStore
from bridge_bot.core.privacy.member_data import forgotten_text
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
    respond,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.components import is_private
from bridge_bot.texts import Texts

PREFIX = "forget"
"""With which the `custom_id` of the button begins."""

CONFIRM = f"{PREFIX}:confirm"


class ForgetCommand:
    """Asks a member, and forgets them. It may be used everywhere and by everybody: also by those
    who are shut out, or may not ask anything.
    """

    def __init__(self, data: MemberDataStore, refusals: Refusals) -> None:
        self._data = data
        self._refusals = refusals

    async def run(self, interaction: Interaction) -> None:
        """Tell the member, privately, what would be removed."""
        texts = self._refusals.texts(interaction)
        view = _view(texts.get("forget-asked"), _button(texts))
        await respond(interaction, view, ephemeral=True)

    async def press(self, interaction: Interaction) -> None:
        """Forget who pressed, and tell what was removed. Raises `StoreError`; then a part may be
        removed, and another press goes on.
        """
        if not is_private(interaction):
            await self._refusals.refuse_public_press(interaction)
            return
        await acknowledge(interaction)  # first: Discord waits for 3 s, the store may take longer
        forgotten = await self._data.forget(interaction.user.id)
        view = _view(forgotten_text(forgotten, self._refusals.texts(interaction)))
        await interaction.edit_original_response(
            view=view, allowed_mentions=discord.AllowedMentions.none()
        )


def _button(texts: Texts) -> ui.ActionRow[ui.LayoutView]:
    return ui.ActionRow(
        ui.Button(
            custom_id=CONFIRM, label=texts.get("forget-confirm"), style=discord.ButtonStyle.danger
        )
    )


def _view(text: str, *rows: ui.ActionRow[ui.LayoutView]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    for each in rows:
        view.add_item(each)
    view.stop()  # so that discord.py does not remember it: a press is known by its `custom_id`
    return view
