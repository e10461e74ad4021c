"""Which channels of a server are to be read after a gap, as far as its GUILD_CREATE tells. Pure.

GUILD_CREATE lists a server's channels and active threads, each with the id of its newest message.
Where that is newer than the watermark, something may have been missed. It does not list archived
threads: `thread_parents` are the channels where those have to be asked for.
"""

from __future__ import annotations

from collections.abc import Collection

import discord

from bridge_bot.discord_adapter.backfill.history import ListedChannel, ThreadParent


def unread_channels(
    guild: discord.Guild, after: int, *, asked_in: Collection[int], bot_id: int | None
) -> list[ListedChannel]:
    """The channels that may hold questions newer than the message `after`.

    The one whose newest message is the oldest comes first. `asked_in` has the ids of the channels
    where the bot was asked something in the last 30 days.
    """
    listed: list[ListedChannel] = [
        *guild.text_channels,
        *guild.voice_channels,
        *guild.stage_channels,
        *guild.threads,
    ]
    unread = [
        (channel.last_message_id, channel)
        for channel in listed
        if may_hold_questions(channel, asked_in=asked_in, bot_id=bot_id)
        if channel.last_message_id and channel.last_message_id > after
    ]
    return [channel for _, channel in sorted(unread, key=lambda each: each[0])]


def thread_parents(guild: discord.Guild, *, asked_in: Collection[int]) -> list[ThreadParent]:
    """The channels whose archived threads may hold questions.

    These are the text channels where the bot was asked something: its own threads are there. The
    forums are among them if it was asked in a channel that is not known, which may be one of their
    archived posts.
    """
    parents: list[ThreadParent] = [each for each in guild.text_channels if each.id in asked_in]
    if any(guild.get_channel_or_thread(channel_id) is None for channel_id in asked_in):
        parents += guild.forums
    return parents


def may_hold_questions(
    channel: discord.abc.Snowflake, *, asked_in: Collection[int], bot_id: int | None
) -> bool:
    """Whether a channel is to be read: one where the bot was asked of late, or its own thread."""
    is_own = isinstance(channel, discord.Thread) and channel.owner_id == bot_id
    return channel.id in asked_in or is_own
