"""Opens the public thread for an answer, or decides that it goes into the channel."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.model import ChannelDestination, Question
from bridge_bot.discord_adapter.rest.threads.creation import (
    THREAD_WITHIN_S,
    ThreadCreation,
    archiving,
)

_OUTAGE_PAUSE_S = 2.0  # between attempts during an outage of everything
_THREAD_EXISTS = 160004  # Discord's JSON error code


class ThreadOpening:
    """Implements `Platform.open`."""

    def __init__(self, creation: ThreadCreation) -> None:
        self._creation = creation

    async def open(
        self, question: Question, archive_after_min: int | None = None
    ) -> ChannelDestination:
        """Where the answer goes. No request is sent while the limit is known to be exceeded."""
        message_id = question.thread_on
        if message_id is None:
            return question.asked_in
        channel_id, guild_id = question.asked_in.channel_id, question.guild_id
        in_channel = replace(question.asked_in, reply_to=message_id)
        in_thread = ChannelDestination(message_id, guild_id=guild_id)
        if self._creation.ready_in_s(channel_id) > THREAD_WITHIN_S:
            return in_channel
        path = f"/channels/{channel_id}/messages/{message_id}/threads"
        fields = archiving(archive_after_min)
        while True:
            try:
                thread_id = await self._creation.create(question, path, channel_id, fields)
                return replace(in_thread, channel_id=thread_id)
            except TimeoutError:
                # Should the thread appear all the same, it is the same conversation: its id is the
                # question's, as is the key of a reply chain. In an outage of everything an answer
                # gains nothing by going into the channel.
                if await self._creation.is_reachable(channel_id, guild_id):
                    return in_channel
            except PlatformError as error:
                # A message has one thread, which has its id (Discord's documentation).
                exists = error.code == _THREAD_EXISTS
                return in_thread if exists else in_channel
            await asyncio.sleep(max(_OUTAGE_PAUSE_S, self._creation.ready_in_s(channel_id)))
