"""Channels of guilds and direct-message channels, as a moderator changes them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import channels
from bridge_bot.sandbox.discord.actions.events import dispatch_channel_update, dispatch_in_guild
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldChannels:
    """Adds, changes and deletes channels."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def add(
        self,
        guild: Guild,
        name: str,
        *,
        kind: ChannelType = ChannelType.TEXT,
        slow_mode_s: int = 0,
    ) -> Channel:
        """Add a channel that all members and the bot can see."""
        state = self._state
        channel = Channel(state.ids.make(), kind, name, guild, slow_mode_s=slow_mode_s)
        channel.position = len(guild.channels)
        guild.channels[channel.id] = state.channels[channel.id] = channel
        dispatch_in_guild(state, guild, "CHANNEL_CREATE", objects.channel(channel))
        return channel

    def open_dm(self, person: Member | User) -> Channel:
        """Return the direct-message channel of the bot and a person, which is made at first use."""
        return channels.open_dm(self._state, user_of(person))

    def set_slow_mode(self, channel: Channel, seconds: int) -> None:
        """Let each member write there once in so many seconds; 0 ends it."""
        channel.slow_mode_s = seconds
        dispatch_channel_update(self._state, channel)

    def delete(self, channel: Channel) -> None:
        """Delete a channel with its threads, or a thread."""
        channels.remove(self._state, channel)
