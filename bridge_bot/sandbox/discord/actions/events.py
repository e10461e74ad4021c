"""Gateway events about a change: whether the bot may see them, and which intents they need."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Guild, Message
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import (
    DIRECT_MESSAGES,
    GUILD_MESSAGES,
    GUILDS,
    Event,
    WorldState,
)

_SENT_WITHOUT_ACCESS = frozenset({"CHANNEL_UPDATE", "THREAD_MEMBERS_UPDATE"})
"""Events that Discord sends even where the bot sees nothing any more, if its intents fit."""


def dispatch_in_guild(
    state: WorldState, guild: Guild, name: str, data: Json, intents: int = GUILDS
) -> None:
    """Dispatch an event of a guild, to the bot only if it is a member."""
    state.dispatch(Event(name, data, intents, guild.id, for_bot=state.bot.id in guild.members))


def dispatch_in_channel(
    state: WorldState,
    channel: Channel,
    name: str,
    data: Json,
    *,
    intents: int = GUILDS,
    direct_intents: int = 0,
) -> None:
    """Dispatch an event of a channel, to the bot only if it sees the channel.

    `direct_intents` are needed in place of `intents` in a direct-message channel.
    """
    guild = channel.guild
    visible = may(channel, state.bot.id, "view_channel") or name in _SENT_WITHOUT_ACCESS
    wanted = direct_intents if guild is None else intents
    guild_id = None if guild is None else guild.id
    state.dispatch(Event(name, data, wanted, guild_id, for_bot=visible))


def dispatch_message(state: WorldState, name: str, message: Message) -> None:
    """Dispatch MESSAGE_CREATE or MESSAGE_UPDATE; the bot's gateway gets no ephemeral message."""
    channel = message.channel
    state.dispatch(
        Event(
            name,
            message_objects.message_event(message, state),
            DIRECT_MESSAGES if channel.guild is None else GUILD_MESSAGES,
            None if channel.guild is None else channel.guild.id,
            message,
            for_bot=not message.ephemeral and may(channel, state.bot.id, "view_channel"),
        )
    )


def dispatch_channel_update(state: WorldState, channel: Channel) -> None:
    """Dispatch CHANNEL_UPDATE or THREAD_UPDATE."""
    name = "CHANNEL_UPDATE" if channel.thread is None else "THREAD_UPDATE"
    dispatch_in_channel(state, channel, name, objects.channel(channel, state.bot))


def location(channel: Channel) -> Json:
    """The ids of a channel and its guild, as events of messages, reactions and typing have them."""
    ids: Json = {"channel_id": str(channel.id)}
    return ids if channel.guild is None else ids | {"guild_id": str(channel.guild.id)}
