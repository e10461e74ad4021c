"""Which channels of a server are to be read after a gap, as far as its GUILD_CREATE tells. Pure.

GUILD_CREATE lists a server's channels and active threads, each with the id of its newest message.
Where that is newer than the watermark, something may have been missed. It does not list archived
threads: `QuestionPlaces.thread_parents` are the channels where those have to be asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import discord

from bridge_bot.core.guild_settings.values import AnswerPlace, GuildSettings, Served
from bridge_bot.discord_adapter.backfill.history import ListedChannel, ThreadParent
from bridge_bot.discord_adapter.intake.addressing import is_post
from bridge_bot.discord_adapter.intake.permissions import has_private_threads


@dataclass(frozen=True, slots=True)
class QuestionPlaces:
    """Where in a server there may be questions.

    `asked_in` has the ids of the channels and threads where the bot was asked something in the last
    30 days, with those of the threads' channels. Without `sees_content` (the message content
    intent) nothing but mentions is a question, whatever the server has set.
    """

    asked_in: Collection[int]
    bot_id: int | None
    settings: GuildSettings
    sees_content: bool = True

    def include(self, channel: discord.abc.Snowflake) -> bool:
        """Whether a channel is to be read: one where the bot was asked of late, its own thread, or
        where every message or post is a question.
        """
        if channel.id in self.asked_in:
            return True
        if not isinstance(channel, discord.Thread):
            return self._served(channel.id) is Served.MESSAGES
        if channel.owner_id == self.bot_id:
            return True
        return is_post(channel) and self._served(channel.parent_id) is Served.POSTS

    def unread(self, guild: discord.Guild, after: int) -> list[ListedChannel]:
        """The channels that may hold questions newer than the message `after`.

        The one whose newest message is the oldest comes first.
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
            if channel.last_message_id and channel.last_message_id > after
            if self.include(channel)
        ]
        return [channel for _, channel in sorted(unread, key=lambda each: each[0])]

    def thread_parents(self, guild: discord.Guild) -> list[ThreadParent]:
        """The channels whose archived threads may hold questions.

        These are the text channels where the bot was asked something: its own threads are there;
        and the forums where it was, or whose posts are served. All forums are among them if it was
        asked in a channel that is not known, which may be one of their archived posts.
        """
        is_any_unknown = any(guild.get_channel_or_thread(each) is None for each in self.asked_in)
        parents: list[ThreadParent] = [
            each
            for each in guild.text_channels
            if each.id in self.asked_in or self.has_private_threads(each)
        ]
        parents += [
            forum
            for forum in guild.forums
            if is_any_unknown or forum.id in self.asked_in or self._served(forum.id) is Served.POSTS
        ]
        return parents

    def has_private_threads(self, channel: ThreadParent) -> bool:
        """Whether answers go into private threads of that channel."""
        place = self.settings.place(channel.id)
        return place.answer_place is AnswerPlace.PRIVATE_THREAD and has_private_threads(channel)

    def _served(self, channel_id: int) -> Served:
        served = self.settings.place(channel_id).served
        return served if self.sees_content else Served.MENTIONS
