"""How the messages of a channel are listed ("Get Channel Messages")."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import VOICE_TYPES
from bridge_bot.sandbox.discord.errors import invalid_form_body
from bridge_bot.sandbox.discord.model import Channel, Message, User
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import WorldState


def history(
    state: WorldState,
    actor: User,
    channel: Channel,
    *,
    before: int | None = None,
    after: int | None = None,
    around: int | None = None,
    limit: int = 50,
) -> list[Message]:
    """Messages as Discord lists them: the newest first; none without read_message_history."""
    if not 1 <= limit <= 100:
        raise invalid_form_body("limit", "NUMBER_TYPE_MAX")
    state.require(actor, channel)
    if channel.type in VOICE_TYPES:
        state.require(actor, channel, "connect")
    if not may(channel, actor.id, "read_message_history"):
        return []
    there = [each for each in channel.messages.values() if not (each.deleted or each.ephemeral)]
    if around is not None:
        earlier = [each for each in there if each.id < around][-(limit // 2) :]
        later = [each for each in there if each.id >= around][: limit - len(earlier)]
        return (earlier + later)[::-1]
    if after is not None:
        return [each for each in there if each.id > after][:limit][::-1]
    if before is not None:
        there = [each for each in there if each.id < before]
    return there[-limit:][::-1]
