"""Who has written in a post of a forum: where others help its author, the bot keeps out of it."""

from __future__ import annotations

import discord

from bridge_bot.discord_adapter.intake.addressing import is_by_member
from bridge_bot.discord_adapter.rest.exceptions import is_refusal

_LOOKED_AT = 100
"""So many messages before a question are looked at: those of one request (Discord's documentation).
"""


async def is_alone(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether no other member than the author of this message is among those who wrote in its
    channel lately.

    False also where Discord does not let the bot look. Raises what else discord.py raises.
    """
    history = message.channel.history(limit=_LOOKED_AT, before=message)
    try:
        async for earlier in history:
            if is_by_member(earlier, me) and earlier.author.id != message.author.id:
                return False
    except discord.HTTPException as error:
        if not is_refusal(error):
            raise
        return False
    return True
