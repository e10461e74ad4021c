"""Presses on the controls under a reply: handed to the core, and acknowledged.

What a press does is seen at the reply. Only why it does nothing is told, to who pressed alone.
"""

from __future__ import annotations

from typing import assert_never

import discord

from bridge_bot.core.controls.controls import AskedAgain, Controls
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.model import Control
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.components import custom_id_of
from bridge_bot.discord_adapter.intake.controls.question_reader import QuestionReader
from bridge_bot.discord_adapter.intake.controls.source_pages import SourcePages
from bridge_bot.discord_adapter.intake.parsing import member_of
from bridge_bot.discord_adapter.rest.control_ids import pressed_control


class ControlPresses:
    """Handles presses on controls."""

    def __init__(
        self,
        controls: Controls,
        reader: QuestionReader,
        source_pages: SourcePages,
        refusals: Refusals,
    ) -> None:
        self._controls = controls
        self._reader = reader
        self._source_pages = source_pages
        self._refusals = refusals

    async def press(self, interaction: Interaction) -> None:
        """Do what was pressed for, and tell the member where that is not possible."""
        pressed = pressed_control(custom_id_of(interaction))
        if pressed is None:
            await self._refusals.respond_ephemerally(interaction, Refusal("control-forgotten"))
            return
        match pressed.control:
            case Control.STOP:
                await self._stop(interaction, pressed.turn_id)
            case Control.REGENERATE | Control.TRY_AGAIN:
                await self._ask_again(interaction, pressed.turn_id)
            case Control.SOURCES:
                await self._source_pages.show(interaction, pressed.turn_id)
            case _:
                assert_never(pressed.control)

    async def _stop(self, interaction: Interaction, turn_id: int) -> None:
        refusal = await self._controls.stop(turn_id, presser_of(interaction))
        if refusal is None:
            await acknowledge(interaction)
        else:
            await self._refusals.respond_ephemerally(interaction, refusal)

    async def _ask_again(self, interaction: Interaction, turn_id: int) -> None:
        await acknowledge(interaction)  # first: to read the question may take longer than 3 s
        asked = AskedAgain(
            presser_of(interaction),
            await self._refusals.guild_ids(interaction),
            interaction.created_at.timestamp(),
        )
        refusal = self._refusals.for_writing(interaction) or await self._controls.ask_again(
            turn_id, asked, self._reader.read
        )
        told = refusal or Refusal("control-asking-again")
        await self._refusals.respond_ephemerally(interaction, told)


def presser_of(interaction: Interaction) -> Presser:
    """Who pressed, with what they may do there: Discord sends it with each interaction."""
    user = interaction.user
    permissions = user.resolved_permissions if isinstance(user, discord.Member) else None
    may_manage = permissions is not None and permissions.manage_messages
    may_manage = may_manage or bool(permissions and permissions.administrator)
    return Presser(member_of(user), interaction.channel_id or 0, may_manage)
