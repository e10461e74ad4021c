"""Whether a message may be for the bot, as the raw event tells before an object is made of it.

Most messages of a busy server are talk among its members. Those that certainly are take a fraction
of the processor time if no objects and tasks are made of them. What is left open here is decided by
`addressing`. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

import discord

from bridge_bot.core.guild_settings.values import PlaceSettings, Served

TalkChannel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel

_TELL_MORE = (
    *("mention_everyone", "mention_roles", "mentions", "webhook_id"),
    *("message_reference", "message_snapshots", "poll", "referenced_message"),
)
"""Fields that are empty in plain talk. A webhook's message may be the copy of a question."""

_MENTION = "<@"  # of a member, or of a role that may not be mentioned


def is_plain_talk(
    channel: object, data: Mapping[str, Any], place: PlaceSettings | None
) -> TypeGuard[TalkChannel]:
    """Whether a message of a server mentions nobody and replies to nothing, in a channel where such
    a message is no question. `place` is what is set for that channel, if it is known.

    False in threads, where it depends on their conversations, and in slow mode, for which the bot
    remembers who wrote (`SlowMode`).
    """
    return (
        isinstance(channel, TalkChannel)
        and not channel.slowmode_delay
        and place is not None
        and place.served is not Served.MESSAGES
        and data["type"] == discord.MessageType.default.value
        and not any(data.get(name) for name in _TELL_MORE)
        and _MENTION not in data["content"]
    )
