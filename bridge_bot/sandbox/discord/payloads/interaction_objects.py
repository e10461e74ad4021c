"""Interactions as Discord's JSON."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import MESSAGE_CALLBACKS, InteractionCallbackType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Interaction
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.payloads.interaction_metadata import integration_owners
from bridge_bot.sandbox.discord.rules.command_definitions import context_of
from bridge_bot.sandbox.discord.rules.permissions import channel_permissions
from bridge_bot.sandbox.discord.rules.validation import FILE_BYTES_LIMIT
from bridge_bot.sandbox.discord.state import WorldState, member_of

_MESSAGE_SHOWN_AT_ONCE = (InteractionCallbackType.MESSAGE, InteractionCallbackType.UPDATE)


def interaction_event(interaction: Interaction, state: WorldState) -> Json:
    """INTERACTION_CREATE, as the bot gets it."""
    channel, user = interaction.channel, interaction.user
    guild = channel.guild
    payload: Json = {
        "id": str(interaction.id),
        "application_id": str(state.bot.id),
        "type": int(interaction.type),
        "data": interaction.data,
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": objects.channel(channel, state.bot),
        "app_permissions": str(channel_permissions(channel, state.bot.id)),
        "locale": interaction.locale,
        "entitlements": [],
        "authorizing_integration_owners": integration_owners(interaction),
        "attachment_size_limit": FILE_BYTES_LIMIT,
        "context": context_of(channel),
    }
    if interaction.message is not None:
        payload["message"] = message_objects.message(interaction.message, state)
    member = member_of(channel, user)
    if guild is None or member is None:
        return payload | {"user": objects.user(user)}
    permissions = str(channel_permissions(channel, user.id))
    return payload | {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": objects.member(member) | {"permissions": permissions},
    }


def callback_resource(interaction: Interaction, state: WorldState) -> Json:
    """What the callback route answers to `with_response=true` ("Interaction Callback")."""
    about: Json = {"id": str(interaction.id), "type": int(interaction.type)}
    resource: Json = {"type": interaction.response_type}
    response = interaction.original
    if response is not None and interaction.response_type in MESSAGE_CALLBACKS:
        about |= {
            "response_message_id": str(response.id),
            "response_message_loading": response.loading,
            "response_message_ephemeral": response.ephemeral,
        }
        if interaction.response_type in _MESSAGE_SHOWN_AT_ONCE:
            resource["message"] = message_objects.message(response, state)
    return {"interaction": about, "resource": resource}
