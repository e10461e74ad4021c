"""What a message tells about the interaction that it answers ("Message Interaction Metadata")."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import CommandType, InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.payloads import objects


def interaction_metadata(of: Interaction, message: Message | None = None) -> Json:
    """The metadata of an interaction, for a message that answers it."""
    payload: Json = {
        "id": str(of.id),
        "type": int(of.type),
        "user": objects.user(of.user),
        "authorizing_integration_owners": integration_owners(of),
    }
    first = of.original
    if message is not None and first is not None and first not in {message, of.message}:
        payload["original_response_message_id"] = str(first.id)
    if of.type is InteractionType.COMMAND:
        payload["name"] = of.name
        target = of.data.get("target_id")
        if of.command_type is CommandType.MESSAGE:
            payload["target_message_id"] = target
        elif of.command_type is CommandType.USER:
            payload["target_user"] = of.data["resolved"]["users"][target]
    elif of.type is InteractionType.COMPONENT and of.message is not None:
        payload["interacted_message_id"] = str(of.message.id)
    elif of.triggered_by is not None:
        payload["triggering_interaction_metadata"] = interaction_metadata(of.triggered_by)
    return payload


def integration_owners(of: Interaction) -> Json:
    """For which installation an interaction came: by the server's id or the member's."""
    if of.user_install:
        shown = of.message.interaction if of.message is not None else None
        return {"1": str((shown or of).user.id)}
    return {"0": "0" if of.channel.guild is None else str(of.channel.guild.id)}
