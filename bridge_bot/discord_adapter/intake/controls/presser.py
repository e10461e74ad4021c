"""Who pressed a control, as Discord tells it."""

from __future__ import annotations

import discord

from bridge_bot.core.controls.presser import Presser
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.parsing import member_of


def presser_of(interaction: Interaction) -> Presser:
    """Who pressed, with what they may do there: Discord sends it with each interaction."""
    user = interaction.user
    permissions = user.resolved_permissions if isinstance(user, discord.Member) else None
    may_manage = permissions is not None and permissions.manage_messages
    may_manage = may_manage or bool(permissions and permissions.administrator)
    return Presser(member_of(user), interaction.channel_id or 0, may_manage)
