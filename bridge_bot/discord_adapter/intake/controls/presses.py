"""Presses on the controls under a reply: handed to the core, and acknowledged.

What a press does is seen at the reply. Only why it does nothing is told, to who pressed alone.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import assert_never

from bridge_bot.core.controls.controls import AskedAgain
from bridge_bot.core.controls.resolving import Resolving
from bridge_bot.core.core import Core
from bridge_bot.core.model import Control, Vote
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
)
from bridge_bot.discord_adapter.intake.components import custom_id_of
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.controls.presser import presser_of
from bridge_bot.discord_adapter.intake.controls.question_reader import QuestionReader
from bridge_bot.discord_adapter.intake.controls.source_pages import SourcePages
from bridge_bot.discord_adapter.intake.controls.vote_presses import VotePresses
from bridge_bot.discord_adapter.intake.handoff.commands import HandoffCommands
from bridge_bot.discord_adapter.intake.parsing import locale_of
from bridge_bot.discord_adapter.rest.control_ids import pressed_control


class ControlPresses:
    """Handles presses on controls."""

    def __init__(
        self,
        core: Core,
        context: IntakeContext,
        source_pages: SourcePages,
        votes: VotePresses,
        handoff: HandoffCommands,
    ) -> None:
        parts = core.dependencies
        self._controls = core.controls
        self._reader = QuestionReader(context.client, context.quoted)
        self._refusals = context.refusals
        self._source_pages = source_pages
        self._votes = votes
        self._resolving = Resolving(core.turns, parts.platform, parts.guild_settings, parts.observe)
        self._handoff = handoff

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
            case Control.UPVOTE:
                await self._votes.cast(interaction, pressed.turn_id, Vote.UP)
            case Control.DOWNVOTE:
                await self._votes.cast(interaction, pressed.turn_id, Vote.DOWN)
            case Control.RESOLVED:
                await self._resolve(interaction, pressed.turn_id)
            case Control.HELP:
                await self._handoff.press(interaction, pressed.turn_id)
            case _:
                assert_never(pressed.control)

    async def _stop(self, interaction: Interaction, turn_id: int) -> None:
        # At the same time: why an answer is not stopped may have to be looked up in the store.
        stopping = self._controls.stop(turn_id, presser_of(interaction))
        refusal, _ = await asyncio.gather(stopping, acknowledge(interaction))
        if refusal is not None:
            await self._refusals.respond_ephemerally(interaction, refusal)

    async def _ask_again(self, interaction: Interaction, turn_id: int) -> None:
        await acknowledge(interaction)  # first: to read the question may take longer than 3 s
        asked = AskedAgain(
            presser_of(interaction),
            await self._refusals.guild_ids(interaction),
            interaction.created_at.timestamp(),
            locale_of(interaction.locale),
        )
        refusal = self._refusals.for_writing(interaction) or await self._controls.ask_again(
            turn_id, asked, self._reader.read
        )
        told = refusal or Refusal("control-asking-again")
        await self._refusals.respond_ephemerally(interaction, told)

    async def _resolve(self, interaction: Interaction, turn_id: int) -> None:
        await acknowledge(interaction)  # first: Discord may take longer than 3 s to change a thread
        tell = partial(self._refusals.respond_ephemerally, interaction)
        await self._resolving.resolve(turn_id, presser_of(interaction), tell)
