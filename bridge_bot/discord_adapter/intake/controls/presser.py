"""Who pressed a control, as Discord tells it."""

from __future__ import annotations

import discord

from bridge_bot.core.controls.presser import Presser
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.parsing import member_of


def presser_of(interaction: Interaction) -> Presser:
    """Who pressed, with what they may do there: Discord sends it with each interaction."""
    user, channel = interaction.user, interaction.channel
    permissions = user.resolved_permissions if isinstance(user, discord.Member) else None
    permissions = permissions or discord.Permissions.none()
    return Presser(
        member_of(user),
        interaction.channel_id or 0,
        may_manage_messages=permissions.manage_messages or permissions.administrator,
        may_manage_threads=permissions.manage_threads or permissions.administrator,
        owns_thread=isinstance(channel, discord.Thread) and channel.owner_id == user.id,
    )
