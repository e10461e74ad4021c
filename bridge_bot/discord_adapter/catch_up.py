"""What was asked while a shard was away: found by reading, and taken in like any other message.

Read are the places where a question may stand that Discord says hold something newer than the
shard's watermark: the bot's own threads, the channels and threads where it was asked something in
the last 30 days, and direct messages. Not more than five requests a second, and beside everything
else. What was stored before is known by its id and left alone.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

import discord

from bridge_bot.core.events import Observe, WentWrong
from bridge_bot.core.ports import Store

ASKED_WITHIN_S = 30 * 24 * 3600
BETWEEN_REQUESTS_S = 0.2

Readable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Place = Readable | discord.DMChannel


class CatchUp:
    """Finds what was missed. `hours` is how old it may be at the most.

    `permit` returns when the bot may read in that channel: answers go before.
    """

    def __init__(
        self,
        client: discord.Client,
        store: Store,
        observe: Observe,
        *,
        hours: float,
        permit: Callable[[int], Awaitable[None]],
    ) -> None:
        self._client = client
        self._store = store
        self._observe = observe
        self._hours = hours
        self._permit = permit

    async def missed(self, shard_id: int, watermark: int) -> list[discord.Message]:
        """The messages after the watermark in the places of a shard, oldest first.

        Raises `discord.HTTPException`, OSError or `StoreError` if not all of it can be told now;
        places that the bot may not read any more are left out.
        """
        oldest = datetime.now(UTC) - timedelta(hours=self._hours)
        after = max(watermark, discord.utils.time_snowflake(oldest))
        found: list[discord.Message] = []
        async for place in self._places(shard_id, after):
            await self._permit(place.id)
            try:
                history = place.history(limit=None, after=discord.Object(after), oldest_first=True)
                found += [message async for message in history]
            except (discord.Forbidden, discord.NotFound) as error:
                self._observe(WentWrong("reading what was missed", error))
            await asyncio.sleep(BETWEEN_REQUESTS_S)
        return sorted(found, key=lambda message: message.id)

    async def _places(self, shard_id: int, after: int) -> AsyncIterator[Place]:
        asked_in = await self._store.asked_in(int(time.time()) - ASKED_WITHIN_S)
        # All at once: what is written while the first of them are read comes live.
        newer = [
            place
            for place in self._guild_places(shard_id, asked_in)
            if (place.last_message_id or 0) > after
        ]
        for place in newer:
            yield place
        if shard_id == 0:  # direct messages come over the first shard (Discord's documentation)
            for channel_id in [channel for channel, guild in asked_in.items() if guild is None]:
                direct = await self._direct(channel_id)
                if direct is not None:
                    yield direct

    def _guild_places(self, shard_id: int, asked_in: Iterable[int]) -> Iterable[Readable]:
        me = self._client.user
        asked = set(asked_in)
        for guild in self._client.guilds:
            if guild.shard_id != shard_id:
                continue
            channels: list[Readable] = [*guild.text_channels, *guild.voice_channels]
            channels += guild.stage_channels
            yield from (channel for channel in channels if channel.id in asked)
            for thread in guild.threads:
                if thread.id in asked or (me is not None and thread.owner_id == me.id):
                    yield thread

    async def _direct(self, channel_id: int) -> discord.DMChannel | None:
        await self._permit(channel_id)
        try:
            channel = await self._client.fetch_channel(channel_id)
        except (discord.Forbidden, discord.NotFound) as error:
            self._observe(WentWrong("looking up a direct-message channel", error))
            return None
        await asyncio.sleep(BETWEEN_REQUESTS_S)
        return channel if isinstance(channel, discord.DMChannel) else None
