"""`/new`: the next question in the same place begins a new conversation."""

from __future__ import annotations

import discord

from bridge_bot.core.events import Observe
from bridge_bot.core.model import ConversationKey, response_conversation
from bridge_bot.core.new_conversation import begin_anew
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import ConversationStore
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction, respond
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
        channel_id = interaction.channel_id or 0
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
        await await_earlier()
        texts = self._refusals.texts(interaction)
        if not is_elsewhere:
            texts = await self._refusals.public_texts(interaction)
        text = await begin_anew(
            response_conversation(interaction.user.id, channel_id)
            if is_elsewhere
            else ConversationKey(str(channel_id)),
            interaction.id,
            texts,
            store=self._store,
            observe=self._observe,
        )
        await respond(interaction, text, ephemeral=is_elsewhere)
