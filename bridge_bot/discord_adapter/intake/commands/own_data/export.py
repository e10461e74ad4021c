"""`/export`: gives a member all that is stored of them, as a file."""

from __future__ import annotations

from io import BytesIO

import discord

from bridge_bot.core.ports import MemberDataStore
from bridge_bot.core.privacy.member_data import export_file
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction, defer
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals

MOST_BYTES = 9_000_000
"""A message may have files of 10 MiB (Discord's documentation)."""


class ExportCommand:
    """Tells a member, privately. It may be used everywhere and by everybody."""

    def __init__(self, data: MemberDataStore, refusals: Refusals) -> None:
        self._data = data
        self._refusals = refusals

    async def run(self, interaction: Interaction) -> None:
        """Send the file. Raises `StoreError`."""
        texts = self._refusals.texts(interaction)
        await defer(interaction)
        member_id = interaction.user.id
        rows = await self._data.export(member_id)
        file = export_file(
            member_id, rows, interaction.created_at.timestamp(), most_bytes=MOST_BYTES
        )
        if file is None:
            await interaction.followup.send(texts.get("export-too-large"), ephemeral=True)
            return
        await interaction.followup.send(
            texts.get("export-done" if rows else "export-nothing"),
            file=discord.File(BytesIO(file.content), file.name),
            ephemeral=True,
        )
