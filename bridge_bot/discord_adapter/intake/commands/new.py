"""`/new`: the next question in the same place begins a new conversation."""

from __future__ import annotations

from functools import partial

import discord

from bridge_bot.core.events import Observe
from bridge_bot.core.model import ConversationKey, response_conversation
from bridge_bot.core.new_conversation import begin_anew
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import ConversationStore
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    defer,
    in_time,
    tell,
)
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals


class NewCommand:
    """Has a thread, or a direct-message channel, begin anew."""

    def __init__(self, refusals: Refusals, store: ConversationStore, observe: Observe) -> None:
        self._refusals = refusals
        self._store = store
        self._observe = observe

    async def run(self, interaction: Interaction, await_earlier: AwaitEarlier) -> None:
        """Begin anew, or tell the member why that is refused.

        In a thread all see it: the chatbot forgets what they asked there, too.
        """
        guild_ids = await self._refusals.guild_ids(interaction)
        refusal = (
            self._refusals.for_place(interaction, guild_ids)
            or await self._refusals.for_member(interaction)
            or self._refusals.for_writing(interaction)
        )
        is_elsewhere = self._refusals.is_elsewhere(interaction)
        in_channel = interaction.guild_id and not isinstance(interaction.channel, discord.Thread)
        if refusal is None and in_channel and not is_elsewhere:
            refusal = Refusal("new-outside")
        if refusal is not None:
            await self._refusals.respond_ephemerally(interaction, refusal)
            return
        beginning = self._begin_anew(interaction, await_earlier, is_elsewhere=is_elsewhere)
        text = await in_time(interaction, beginning, partial(defer, ephemeral=is_elsewhere))
        await tell(interaction, text, ephemeral=is_elsewhere)

    async def _begin_anew(
        self, interaction: Interaction, await_earlier: AwaitEarlier, *, is_elsewhere: bool
    ) -> str:
        """Begin anew; returns what is told of it."""
        await await_earlier()
        channel_id, texts = interaction.channel_id or 0, self._refusals.texts(interaction)
        if not is_elsewhere:
            texts = await self._refusals.public_texts(interaction)
        return await begin_anew(
            response_conversation(interaction.user.id, channel_id)
            if is_elsewhere
            else ConversationKey(str(channel_id)),
            interaction.id,
            texts,
            store=self._store,
            observe=self._observe,
        )
