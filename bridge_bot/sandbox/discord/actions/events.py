"""Gateway events about a change: whether the bot may see them, and which intents they need."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Guild, Message
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import (
    GUILDS,
    MESSAGES,
    Event,
    Intents,
    WorldState,
)


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
    intents: Intents = (GUILDS, 0),
    *,
    message: Message | None = None,
    without_access: bool = False,
) -> None:
    """Dispatch an event of a channel, to the bot only if it sees the channel and the message.

    The bot's gateway gets no ephemeral message. `without_access` is for an event that Discord sends
    even where the bot sees nothing any more, if its intents fit.
    """
    visible = without_access or may(channel, state.bot.id, "view_channel")
    for_bot = visible and not (message is not None and message.ephemeral)
    in_guild, direct = intents
    if channel.guild is None:
        state.dispatch(Event(name, data, direct, None, message, for_bot))
    else:
        state.dispatch(Event(name, data, in_guild, channel.guild.id, message, for_bot))


def dispatch_message(state: WorldState, name: str, message: Message) -> None:
    """Dispatch MESSAGE_CREATE or MESSAGE_UPDATE."""
    data = message_objects.message_event(message, state)
    dispatch_in_channel(state, message.channel, name, data, MESSAGES, message=message)


def dispatch_channel_update(state: WorldState, channel: Channel) -> None:
    """Dispatch CHANNEL_UPDATE or THREAD_UPDATE."""
    is_thread = channel.thread is not None
    name = "THREAD_UPDATE" if is_thread else "CHANNEL_UPDATE"
    data = objects.channel(channel, state.bot)
    dispatch_in_channel(state, channel, name, data, without_access=not is_thread)
