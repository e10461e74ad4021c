"""What one shard has missed, place by place; what comes live meanwhile may have to wait for it.

A `Reading` lasts as long as its shard. A session that is lost adds what it left behind to what was
still to be read: nothing is begun anew, so that it comes to an end however often that happens.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Collection, Iterator
from dataclasses import dataclass

import aiohttp
import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.discord_adapter.catch_up import CatchUp, Parent, Place

AGAIN_S = (1.0, 2.0, 4.0, 8.0, 15.0)
"""How long Discord or the store is left alone when it can't tell, once and again, in seconds."""

_OUTAGE = 2  # failures in a row that are no passing fault any more

_LATE_S = 1.0  # a message may come that much after one that is younger

Active = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Read = tuple[int, list[discord.Message]]
"""A place by its id, and what was missed in it, oldest first."""


@dataclass(frozen=True, slots=True)
class _Unread:
    """A place to read from that message on; without one it has to be looked up first."""

    place: Place | None
    after: int


class Reading:
    """Finds what was missed, server by server as they come in a new session.

    A place in which somebody asks live is read next, so that its questions stay in order.
    """

    def __init__(self, source: CatchUp, shard_id: int) -> None:
        self._source = source
        self._shard_id = shard_id
        self.since = 0
        """When this session began, as the id of a message; 0 before the first."""
        self._seen = 0  # the newest message that came live
        # After which message the session's servers are to be looked at; 0: as the store says;
        # None: not at all.
        self._after: int | None = None
        self._asked_in: dict[int, int | None] | None = None
        self._guilds: deque[discord.Guild] = deque()
        self._looked_at: set[int | None] = set()  # None: direct messages
        self._places: dict[int, _Unread] = {}
        self._archives: dict[int, tuple[Parent, int]] = {}
        self._current: int | None = None
        self._first: list[int] = []
        self._holds = False
        self._complete = True
        self._changed = asyncio.Event()

    def begin(self, now: int) -> None:
        """A session begins, and what came before it was missed; `now` as the id of a message."""
        if self._has_looked():
            self._after = self._seen and self._seen - _ids(_LATE_S)
        self.skip(now)
        self._asked_in = None
        self._guilds.clear()
        self._looked_at.clear()
        self._holds, self._complete = True, False
        self._changed.set()

    def skip(self, now: int) -> None:
        """A session begins, before which nothing can have been missed."""
        self.since = self._seen = now

    def saw(self, message_id: int) -> None:
        """A message came live."""
        self._seen = max(message_id, self._seen)

    def came(self, guild: discord.Guild) -> None:
        """A server is there, with its channels and active threads, and what is newest in each.

        One that was out of order meanwhile has nothing new: nobody could write there.
        """
        if self._after is not None and guild.id not in self._looked_at:
            self._guilds.append(guild)
            self._changed.set()

    def complete(self) -> None:
        """All servers have come, as far as can be told; one that is late may still come."""
        self._complete = True
        self._changed.set()

    @property
    def has_more(self) -> bool:
        """Whether there is something to read, or to wait for."""
        return bool(self._places or self._archives) or not self._has_looked()

    def awaits(self, channel_id: int, guild_id: int | None) -> bool:
        """Whether that place is, or may be, one that is yet to be read: then it comes next."""
        if not self._holds:
            return False
        if guild_id not in self._looked_at or channel_id == self._current:
            return True
        if channel_id in self._places and channel_id not in self._first:
            self._first.append(channel_id)
        return channel_id in self._places

    async def missed(self) -> AsyncIterator[Read | None]:
        """Each place that was read. None: which places there are, or whether the next can be
        read soon, has become known.

        Goes on until Discord and the store have told everything; places that the bot may not
        read any more are left out.
        """
        failures = 0
        while True:
            try:
                async for read in self._read_on():
                    yield read
                    failures = 0
                break
            except (StoreError, discord.HTTPException, aiohttp.ClientError, OSError) as error:
                self._source.failed("catching up; it is tried again", error)
            failures += 1
            if failures == _OUTAGE:  # what comes live does not wait for its end
                self._holds = False
                yield None
            await asyncio.sleep(AGAIN_S[min(failures, len(AGAIN_S)) - 1])

    async def _read_on(self) -> AsyncIterator[Read | None]:
        while True:
            self._changed.clear()
            if self._asked_in is None:
                await self._look_back()
                yield None
            elif self._guilds:
                self._look_at(self._guilds.popleft(), self._asked_in)
                yield None
            elif self._places or self._archives:
                yield await self._read_next()
            elif self._complete:
                return
            else:
                await self._changed.wait()

    def _has_looked(self) -> bool:
        """Whether it is known what this session's servers hold."""
        return self._after is None or (
            self._complete and self._asked_in is not None and not self._guilds
        )

    async def _look_back(self) -> None:
        """Ask the store what there may be to read."""
        self._after = self._after or await self._source.after(self._shard_id) or self.since
        self._asked_in = await self._source.asked_in()
        if self._shard_id == 0:  # direct messages come over the first shard (Discord's docs)
            direct = [channel for channel, guild_id in self._asked_in.items() if guild_id is None]
            for channel_id in direct:
                self._add(channel_id, None, self._begins_after())
            self._looked_at.add(None)

    def _look_at(self, guild: discord.Guild, asked_in: dict[int, int | None]) -> None:
        """Find the places to read that are known without asking Discord, and the channels whose
        archived threads it has to be asked for.
        """
        after = self._begins_after()
        here = {channel for channel, guild_id in asked_in.items() if guild_id == guild.id}
        found = [
            (place.last_message_id, place.id, place)
            for place in _active(guild)
            if self._may_hold_questions(place, here)
            if place.last_message_id and place.last_message_id > after
        ]
        for _, channel_id, place in sorted(found, key=_newest):
            self._add(channel_id, place, after)
        if any(guild.get_channel_or_thread(channel) is None for channel in here):
            parents = [channel for channel in guild.text_channels if channel.id in here]
            found_in: list[Parent] = [*parents, *guild.forums]
            self._archives = {each.id: (each, after) for each in found_in} | self._archives
        self._looked_at.add(guild.id)

    def _begins_after(self) -> int:
        """After which message to read in a place that is found now."""
        return max(self._after or self.since, self._source.oldest())

    def _add(self, channel_id: int, place: Place | None, after: int) -> None:
        """What is still to be read from an earlier message on, stays so."""
        self._places.setdefault(channel_id, _Unread(place, after))

    def _may_hold_questions(self, place: Active, asked_in: Collection[int]) -> bool:
        own = isinstance(place, discord.Thread) and self._source.is_own(place)
        return own or place.id in asked_in

    async def _read_next(self) -> Read | None:
        """Read one of those that are left: places in which somebody speaks right now, active
        ones, archived ones, direct messages.
        """
        channel_id = self._next()
        if channel_id is None:
            await self._find_archived()
            return None
        unread = self._places.pop(channel_id)
        self._current = channel_id
        try:
            place = unread.place or await self._source.direct(channel_id, unread.after)
            messages: list[discord.Message] = []
            if place is not None:
                messages = await self._source.read(place, channel_id, unread.after)
        except BaseException:
            self._places[channel_id] = unread
            raise
        finally:
            self._current = None
        return channel_id, messages

    async def _find_archived(self) -> None:
        """Add what is to be read of the archived threads of one channel."""
        parent, after = next(iter(self._archives.values()))
        asked_in = self._asked_in or {}
        async for thread in self._source.archived(parent, after):
            is_newer = thread.last_message_id and thread.last_message_id > after
            if is_newer and self._may_hold_questions(thread, asked_in):
                self._add(thread.id, thread, after)
        del self._archives[parent.id]

    def _next(self) -> int | None:
        """The place to read next; None if archived threads come first."""
        while self._first:
            if (first := self._first.pop(0)) in self._places:
                return first
        known = (each for each, unread in self._places.items() if unread.place is not None)
        channel_id = next(known, None)
        if channel_id is None and not self._archives:
            channel_id = next(iter(self._places))
        return channel_id


def _active(guild: discord.Guild) -> Iterator[Active]:
    yield from guild.text_channels
    yield from guild.voice_channels
    yield from guild.stage_channels
    yield from guild.threads


def _newest(found: tuple[int, int, Place]) -> int:
    return found[0]


def _ids(seconds: float) -> int:
    """By how much the ids of messages grow in that time: milliseconds, shifted by 22 bits."""
    return int(seconds * 1000) << 22
