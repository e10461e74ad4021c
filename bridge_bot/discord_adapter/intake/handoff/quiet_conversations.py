"""Messages that the bot leaves to people, since they were called or help already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.handoffs.handoffs import FindRoleIds, Handoffs, WrittenMessage
from bridge_bot.core.model import ConversationKey
from bridge_bot.discord_adapter.intake.addressing import Venue
from bridge_bot.discord_adapter.intake.parsing import ParsedMessage, member_of


@dataclass(frozen=True, slots=True)
class QuietConversations:
    """Tells of each message whether it is left to people. `role_finder` tells how the roles of its
    author are found, None where they are known.
    """

    handoffs: Handoffs
    role_finder: Callable[[discord.Message], FindRoleIds | None]

    async def include(
        self,
        message: discord.Message,
        parsed: ParsedMessage,
        chain: ConversationKey | None,
        place: PlaceSettings,
    ) -> bool:
        """Whether a message of a server is left to people; `chain` is the conversation of its
        channel that it replies into. Raises `StoreError` while that is not known, and what looking
        up the roles of a missed message's author raises.

        In threads that are not the bot's own it answers nothing by itself once somebody else wrote
        there, so nobody's role is asked for in them.
        """
        if message.guild is None:
            return False
        in_channel = parsed.venue is Venue.CHANNEL
        conversation = chain if in_channel else ConversationKey(str(message.channel.id))
        if conversation is None:
            return False
        written = WrittenMessage(
            conversation,
            message.guild.id,
            message.channel.id,
            member_of(message.author),
            message.created_at.timestamp(),
            turns_to_bot=parsed.turns_to_bot,
            may_be_help=in_channel or parsed.venue is Venue.OWN_THREAD,
            find_role_ids=self.role_finder(message),
        )
        return await self.handoffs.leaves_to_people(written, place)
