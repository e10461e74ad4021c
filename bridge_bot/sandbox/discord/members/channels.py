"""Channels of guilds and direct-message channels, as a moderator changes them."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import channels
from bridge_bot.sandbox.discord.actions.events import dispatch_channel_update, dispatch_in_guild
from bridge_bot.sandbox.discord.enums import FORUM_TYPES, ChannelType
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, User
from bridge_bot.sandbox.discord.model.thread_state import ForumState, ForumTag
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
        channel.forum = ForumState() if kind in FORUM_TYPES else None
        self._show(guild, channel)
        return channel

    def add_forum(
        self,
        guild: Guild,
        name: str,
        *,
        tags: Sequence[str] = (),
        moderated_tags: Sequence[str] = (),
        requires_tag: bool = False,
        slow_mode_s: int = 0,
        thread_slow_mode_s: int = 0,
        archive_after_min: int | None = None,
    ) -> Channel:
        """Add a forum with tags, some of which may need a moderator.

        `slow_mode_s` is between two posts of a member, `thread_slow_mode_s` in each post.
        """
        ids = self._state.ids
        found = [ForumTag(ids.make(), tag) for tag in tags]
        found += [ForumTag(ids.make(), tag, moderated=True) for tag in moderated_tags]
        forum = Channel(
            ids.make(),
            ChannelType.FORUM,
            name,
            guild,
            forum=ForumState({tag.id: tag for tag in found}, requires_tag),
            slow_mode_s=slow_mode_s,
            thread_slow_mode_s=thread_slow_mode_s,
            archive_after_min=archive_after_min,
        )
        self._show(guild, forum)
        return forum

    def open_dm(self, person: Member | User) -> Channel:
        """Return the direct-message channel of the bot and a person, which is made at first use."""
        return channels.open_dm(self._state, user_of(person))

    def add_group(self, name: str, people: Sequence[Member | User]) -> Channel:
        """Add a group direct message of these people, the first of whom owns it. No bot can be in
        one (Discord's documentation).
        """
        ids, recipients = self._state.ids, tuple(user_of(each) for each in people)
        group = Channel(ids.make(), ChannelType.GROUP_DM, name, recipients=recipients)
        self._state.channels[group.id] = group
        return group

    def set_slow_mode(self, channel: Channel, seconds: int) -> None:
        """Let each member write there once in so many seconds; 0 ends it."""
        channel.slow_mode_s = seconds
        dispatch_channel_update(self._state, channel)

    def delete(self, channel: Channel) -> None:
        """Delete a channel with its threads, or a thread."""
        channels.remove(self._state, channel)

    def _show(self, guild: Guild, channel: Channel) -> None:
        channel.position = len(guild.channels)
        guild.channels[channel.id] = self._state.channels[channel.id] = channel
        dispatch_in_guild(self._state, guild, "CHANNEL_CREATE", objects.channel(channel))
