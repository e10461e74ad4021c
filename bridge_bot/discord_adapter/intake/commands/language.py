"""`/language`: sets the language of a conversation's answers."""

from __future__ import annotations

import discord

from bridge_bot.core.events import Observe
from bridge_bot.core.language_choice import choose_language, refusal_of_language
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import ConversationStore
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction, respond
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals
from bridge_bot.discord_adapter.intake.permissions import refusal_of_member


class LanguageCommand:
    """Sets the language of the conversation where it is used."""

    def __init__(self, refusals: Refusals, store: ConversationStore, observe: Observe) -> None:
        self._refusals = refusals
        self._store = store
        self._observe = observe

    async def run(self, interaction: Interaction, code: str, await_earlier: AwaitEarlier) -> None:
        """Set the language of a conversation, or tell the member why that is refused."""
        channel = interaction.channel
        guild_ids = await self._refusals.guild_ids(interaction)
        refusal = (
            self._refusals.for_place(interaction, guild_ids)
            or await self._refusals.for_member(interaction)
            or refusal_of_member(channel, interaction.user, interaction.created_at)
            or refusal_of_language(code)
        )
        in_conversation = interaction.guild_id is None or isinstance(channel, discord.Thread)
        if refusal is None and not in_conversation:
            refusal = Refusal("language-outside")
        if refusal is not None:
            await self._refusals.respond_ephemerally(interaction, refusal)
            return
        await await_earlier()
        text = await choose_language(
            ConversationKey(str(interaction.channel_id or 0)),
            code,
            self._refusals.texts(interaction),
            store=self._store,
            observe=self._observe,
        )
        await respond(interaction, text)
