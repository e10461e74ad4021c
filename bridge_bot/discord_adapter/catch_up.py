"""What was asked while a shard was away: found by reading, and taken in like any other message.

Read are the places where a question may stand that Discord says hold something newer than the
shard's watermark: the bot's own threads, also those archived meanwhile, the channels and threads
where it was asked something in the last 30 days, and direct messages. Not more than five requests
a second, and beside everything else. What was stored before is known by its id and left alone.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta

import aiohttp
import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, WentWrong
from bridge_bot.core.ports import Store

ASKED_WITHIN_S = 30 * 24 * 3600
BETWEEN_REQUESTS_S = 0.2
AGAIN_S = 15.0
"""How long Discord or the store is left alone when it can't tell, in seconds."""

_BATCH = 100  # messages of one request for a channel's history (Discord's documentation)

Parent = discord.TextChannel | discord.ForumChannel
Active = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Place = Active | discord.PartialMessageable
Read = tuple[int, list[discord.Message]]
"""A place by its id, and what was missed in it, oldest first."""


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
        self._turn = asyncio.Lock()

    def begin(self, shard_id: int) -> Reading:
        """Begin to read what one shard has missed."""
        return Reading(self, shard_id)

    async def after(self, shard_id: int) -> int | None:
        """The message after which everything is to be read; None before the very first start."""
        watermark = await self._store.watermark(shard_id)
        oldest = datetime.now(UTC) - timedelta(hours=self._hours)
        return watermark and max(watermark, discord.utils.time_snowflake(oldest))

    async def asked_in(self) -> dict[int, int | None]:
        """Where something was asked in the last 30 days, with the server of each place."""
        return await self._store.asked_in(int(time.time()) - ASKED_WITHIN_S)

    def guilds(self, shard_id: int) -> list[discord.Guild]:
        """The servers of a shard."""
        return [guild for guild in self._client.guilds if guild.shard_id == shard_id]

    def is_own(self, thread: discord.Thread) -> bool:
        """Whether the bot opened that thread."""
        return self._client.user is not None and thread.owner_id == self._client.user.id

    async def direct(self, channel_id: int, after: int) -> discord.PartialMessageable | None:
        """A direct-message channel if it holds something newer; Discord has no list of them."""
        await self._may_ask(channel_id)
        try:
            # discord.py's own object does not keep what the newest message is.
            channel = await self._client.http.get_channel(channel_id)
        except (discord.Forbidden, discord.NotFound) as error:
            self.failed("looking up a direct-message channel", error)
            return None
        newest = channel.get("last_message_id")
        if not isinstance(newest, str) or int(newest) <= after:
            return None
        return self._client.get_partial_messageable(channel_id)

    async def archived(self, parent: Parent, after: int) -> AsyncIterator[discord.Thread]:
        """The public threads of a channel that were archived after that message."""
        before: datetime | None = None
        since = discord.utils.snowflake_time(after)
        try:
            while True:
                await self._may_ask(parent.id)
                listed = parent.archived_threads(limit=_BATCH, before=before)
                threads = [thread async for thread in listed]
                for thread in threads:
                    if thread.archive_timestamp < since:
                        return
                    yield thread
                if len(threads) < _BATCH:
                    return
                before = threads[-1].archive_timestamp
        except (discord.Forbidden, discord.NotFound) as error:
            self.failed("looking for archived threads", error)

    async def read(self, place: Place, channel_id: int, after: int) -> list[discord.Message]:
        """What was said in a place after that message, oldest first."""
        found: list[discord.Message] = []
        try:
            while True:
                await self._may_ask(channel_id)
                history = place.history(
                    limit=_BATCH, after=discord.Object(after), oldest_first=True
                )
                batch = sorted([each async for each in history], key=lambda each: each.id)
                found += batch
                if len(batch) < _BATCH:
                    break
                after = batch[-1].id
        except (discord.Forbidden, discord.NotFound) as error:
            self.failed("reading what was missed", error)
        return found

    def failed(self, doing: str, error: BaseException) -> None:
        """Tell what failed."""
        self._observe(WentWrong(doing, error))

    async def _may_ask(self, channel_id: int) -> None:
        """Wait for the next request's time, whichever shard it is for."""
        async with self._turn:
            await self._permit(channel_id)
            await asyncio.sleep(BETWEEN_REQUESTS_S)


class Reading:
    """What one shard has missed, place by place; what comes live meanwhile may have to wait.

    A place in which somebody asks live is read next, so that its questions stay in order.
    """

    def __init__(self, source: CatchUp, shard_id: int) -> None:
        self._source = source
        self._shard_id = shard_id
        self._places: dict[int, Place | None] | None = None  # None: one that has to be looked up
        self._current: int | None = None
        self._first: list[int] = []
        self._asked_in: set[int] = set()
        self._holds = True

    def awaits(self, channel_id: int) -> bool:
        """Whether that place is, or may be, one that is yet to be read: then it comes next."""
        if not self._holds:
            return False
        if self._places is None or channel_id == self._current:
            return True
        if channel_id in self._places and channel_id not in self._first:
            self._first.append(channel_id)
        return channel_id in self._places

    def will_find(self, channel_id: int) -> bool:
        """Whether the next reading, should this one be given up, comes to that place as well."""
        return self._places is not None and channel_id in self._places

    async def missed(self) -> AsyncIterator[Read | None]:
        """Each place that was read. None: which places there are, or whether the next can be
        read soon, has become known.

        Goes on until Discord and the store have told everything; places that the bot may not
        read any more are left out.
        """
        after: int | None = None
        archives: list[Parent] | None = None
        while True:
            try:
                if archives is None:
                    after = await self._source.after(self._shard_id)
                    archives = await self._look(after)
                    yield None
                if after:
                    async for read in self._read_on(after, archives):
                        yield read
                break
            except (StoreError, discord.HTTPException, aiohttp.ClientError, OSError) as error:
                self._source.failed("catching up; it is tried again", error)
            # What comes live does not wait for an outage to end.
            self._holds, self._current = False, None
            yield None
            await asyncio.sleep(AGAIN_S)

    async def _look(self, after: int | None) -> list[Parent]:
        """Find the places to read that are known without asking Discord; return the channels
        whose archived threads it has to be asked for.
        """
        if after is None:
            self._places = {}
            return []
        asked_in = await self._source.asked_in()
        self._asked_in = set(asked_in)
        parents: list[Parent] = []
        found: list[tuple[int, int, Place]] = []
        for guild in self._source.guilds(self._shard_id):
            here = {channel for channel, guild_id in asked_in.items() if guild_id == guild.id}
            found += [
                (place.last_message_id, place.id, place)
                for place in filter(self._may_hold_questions, _active(guild))
                if place.last_message_id and place.last_message_id > after
            ]
            parents += [channel for channel in guild.text_channels if channel.id in here]
            if any(guild.get_channel_or_thread(channel) is None for channel in here):
                parents += guild.forums
        self._places = {channel_id: place for _, channel_id, place in sorted(found, key=_newest)}
        if self._shard_id == 0:  # direct messages come over the first shard (Discord's docs)
            self._places |= {channel: None for channel, guild in asked_in.items() if guild is None}
        return parents

    def _may_hold_questions(self, place: Active) -> bool:
        own = isinstance(place, discord.Thread) and self._source.is_own(place)
        return own or place.id in self._asked_in

    async def _read_on(self, after: int, archives: list[Parent]) -> AsyncIterator[Read]:
        """Read what is left: places in which somebody speaks right now, active ones, archived
        ones, direct messages.
        """
        places = self._places or {}
        while places or archives:
            direct_only = all(place is None for place in places.values())
            if archives and direct_only and not self._first:
                async for thread in self._source.archived(archives[0], after):
                    if (thread.last_message_id or 0) > after and self._may_hold_questions(thread):
                        places[thread.id] = thread
                archives.pop(0)
                continue
            self._current = self._next(places)
            place = places[self._current] or await self._source.direct(self._current, after)
            messages: list[discord.Message] = []
            if place is not None:
                messages = await self._source.read(place, self._current, after)
            del places[self._current]
            channel_id, self._current = self._current, None
            yield channel_id, messages

    def _next(self, places: dict[int, Place | None]) -> int:
        while self._first:
            if (first := self._first.pop(0)) in places:
                return first
        return next(iter(places))


def _active(guild: discord.Guild) -> Iterator[Active]:
    yield from guild.text_channels
    yield from guild.voice_channels
    yield from guild.stage_channels
    yield from guild.threads


def _newest(found: tuple[int, int, Place]) -> int:
    return found[0]
