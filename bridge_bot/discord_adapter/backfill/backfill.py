"""What one shard has missed, place by place; what comes live meanwhile may have to wait for it.

A `Backfill` lasts as long as its shard. A session that is lost adds what it left behind to what was
still to be read: nothing is begun anew, so that it comes to an end however often that happens.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator
from dataclasses import replace

import discord

from bridge_bot.core.events import Operation, Outlook
from bridge_bot.discord_adapter.backfill.backlog import Archive, Backlog, Job, Search, Unread
from bridge_bot.discord_adapter.backfill.history import NEVER, Active, History, Parent, Place
from bridge_bot.discord_adapter.backfill.mention_search import MentionSearch, NotIndexed
from bridge_bot.discord_adapter.rest.exceptions import passes

AGAIN_S = (1.0, 2.0, 4.0, 8.0, 15.0)
"""How long Discord or the store is left alone when it can't tell, once and again, in seconds."""

_OUTAGE = 2  # failures in a row that are no passing fault any more
_UNEXPECTED = 5  # failures of a kind that does not pass, after which a job is given up
_INDEXED_WITHIN_S = 60.0  # without an index for so long, mentions elsewhere are left out
_SEARCH_FAILS_FOR_S = 900.0  # and where searching fails for so long
_LATE_S = 1.0  # a message may come that much after one that is younger

Read = tuple[int, list[discord.Message]]
"""A place by its id, and what was missed in it, oldest first."""


class Backfill:
    """Finds what was missed, server by server as they come in a new session.

    A place in which somebody asks live is read next, so that its questions stay in order. Without
    `search`, mentions are found only where something was asked before.
    """

    def __init__(self, source: History, search: MentionSearch | None, shard_id: int) -> None:
        self._source = source
        self._search = search
        self._shard_id = shard_id
        self.since = 0
        """When this session began, as the id of a message; 0 before the first."""
        self._seen = 0  # the newest message that came live
        # After which message the session's servers are to be looked at; 0: as the store says;
        # None: not at all.
        self._after: int | None = None
        self._asked_in: dict[int, int | None] | None = None
        self._guilds: dict[int, discord.Guild] = {}
        self._looked_at: set[int | None] = set()  # None: direct messages
        self._backlog = Backlog()
        self._holds = False
        self._complete = True
        self._changed = asyncio.Event()

    def begin(self, now: int, left: int | None = None) -> None:
        """A session begins, and what came before it was missed; `now` as the id of a message.

        `left` is the oldest message that came before, but could not be taken in.
        """
        if self._has_looked():
            self._after = self._seen and self._seen - _ids(_LATE_S)
            if self._after and left is not None:
                self._after = min(self._after, left - 1)
        self.skip(now)
        self._asked_in = None
        self._guilds.clear()
        self._looked_at.clear()
        self._holds, self._complete = True, False
        self._changed.set()

    def skip(self, now: int) -> None:
        """A session begins, before which nothing can have been missed."""
        self.since, self._seen = now, max(now, self._seen)

    def saw(self, message_id: int) -> None:
        """A message came live."""
        self._seen = max(message_id, self._seen)

    def came(self, guild: discord.Guild) -> None:
        """A server is there, with its channels and active threads, and what is newest in each.

        One that was out of order meanwhile has nothing new: nobody could write there.
        """
        if self._after is not None and guild.id not in self._looked_at:
            self._guilds[guild.id] = guild
            self._changed.set()

    def complete(self) -> None:
        """All servers have come, as far as can be told; one that is late may still come."""
        self._complete = True
        self._changed.set()

    @property
    def has_more(self) -> bool:
        """Whether there is something to read, or to wait for."""
        return bool(self._backlog) or not self._has_looked()

    def awaits(self, channel_id: int, guild_id: int | None) -> bool:
        """Whether that place is, or may be, one that is yet to be read: then it comes next."""
        if not self._holds:
            return False
        return guild_id not in self._looked_at or self._backlog.awaits(channel_id, guild_id)

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
            except Exception as error:  # noqa: BLE001 - whatever it is, the rest is to be read
                self._source.failed(Operation.CATCH_UP, error, outlook=Outlook.RETRIED)
            failures += 1
            if failures == _OUTAGE:  # what comes live does not wait for its end
                self._holds = False
            yield None
            await asyncio.sleep(AGAIN_S[min(failures, len(AGAIN_S)) - 1])

    async def _read_on(self) -> AsyncIterator[Read | None]:
        now = asyncio.get_running_loop().time
        while True:
            self._changed.clear()
            if self._asked_in is None:
                await self._look_back()
                yield None
            elif self._guilds:
                self._look_at_next(self._asked_in)
                yield None
            elif (job := self._backlog.take(now())) is not None:
                yield await self._do(job)
            elif self._complete and not self._backlog:
                return
            else:
                await self._wait(self._backlog.due_in(now()))

    async def _wait(self, at_most_s: float | None) -> None:
        """Until a server comes, or a search is due."""
        try:
            async with asyncio.timeout(at_most_s):
                await self._changed.wait()
        except TimeoutError:
            return

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
            for channel_id, guild_id in self._asked_in.items():
                if guild_id is None:
                    self._backlog.add(Unread(channel_id, self._begins_after()))
            self._looked_at.add(None)

    def _look_at_next(self, asked_in: dict[int, int | None]) -> None:
        guild_id, guild = next(iter(self._guilds.items()))
        del self._guilds[guild_id]
        self._looked_at.add(guild_id)
        self._look_at(guild, asked_in)

    def _look_at(self, guild: discord.Guild, asked_in: dict[int, int | None]) -> None:
        """Find the places to read that are known without asking Discord, and the channels whose
        archived threads it has to be asked for.
        """
        after = self._begins_after()
        here = {channel for channel, guild_id in asked_in.items() if guild_id == guild.id}
        found = [
            (place.last_message_id, place)
            for place in _active(guild)
            if self._may_hold_questions(place, here)
            if place.last_message_id and place.last_message_id > after
        ]
        for _, place in sorted(found, key=lambda each: each[0]):
            self._backlog.add(Unread(place.id, after, place))
        parents: list[Parent] = [each for each in guild.text_channels if each.id in here]
        if any(guild.get_channel_or_thread(channel) is None for channel in here):
            parents += guild.forums
        for parent in parents:
            self._backlog.add(Archive(parent, after))
        if self._search is not None and after < NEVER:
            self._backlog.add(Search(guild, after))

    def _begins_after(self) -> int:
        """After which message to read in a place that is found now."""
        return max(self._after or self.since, self._source.oldest())

    def _may_hold_questions(self, place: Active, asked_in: Collection[int]) -> bool:
        own = isinstance(place, discord.Thread) and self._source.is_own(place)
        return own or place.id in asked_in

    async def _do(self, job: Job) -> Read | None:
        """Do a job. One that fails is done again, unless that would never help."""
        try:
            if isinstance(job, Unread):
                read = job.channel_id, await self._messages(job)
                self._backlog.done()
                return read
            if isinstance(job, Archive):
                await self._find_archived(job)
            else:
                await self._find_mentions(job)
        except Exception as error:
            job.failures += 1
            if passes(error) or job.failures < _UNEXPECTED:
                self._backlog.again()
                raise
            self._source.failed(Operation.CATCH_UP, error, outlook=Outlook.LEFT_OUT)
        self._backlog.done()
        return None

    async def _messages(self, job: Unread) -> list[discord.Message]:
        """What was missed in one place."""
        if job.found is not None:
            return job.found
        place: Place | None = job.place or await self._source.direct(job.channel_id, job.after)
        if place is None:
            return []
        return await self._source.read(place, job.channel_id, job.after)

    async def _find_archived(self, job: Archive) -> None:
        """Add what is to be read of the archived threads of one channel."""
        asked_in = self._asked_in or {}
        async for thread in self._source.archived(job.parent, job.after):
            is_newer = thread.last_message_id and thread.last_message_id > job.after
            if is_newer and self._may_hold_questions(thread, asked_in):
                self._backlog.add(Unread(thread.id, job.after, thread))

    async def _find_mentions(self, job: Search) -> None:
        """Add the places of a server where the bot was mentioned, and that are not read anyway."""
        if self._search is None:
            return
        try:
            found = await self._search.mentions(job.guild, job.after)
        except Exception as error:  # noqa: BLE001 - what is found without searching goes on
            self._put_off(job, error)
            return
        asked_in = self._asked_in or {}
        for channel_id, messages in found.items():
            place = job.guild.get_channel_or_thread(channel_id)
            is_own = isinstance(place, discord.Thread) and self._source.is_own(place)
            if messages and not is_own and channel_id not in asked_in:
                self._backlog.add(Unread(channel_id, job.after, found=messages))

    def _put_off(self, job: Search, error: Exception) -> None:
        """Search again later, unless that was tried long enough. Nobody waits for it meanwhile."""
        now = asyncio.get_running_loop().time()
        job.since = now if job.since is None else job.since
        job.failures += 1
        pause_s = AGAIN_S[min(job.failures, len(AGAIN_S)) - 1]
        patience_s = _SEARCH_FAILS_FOR_S
        if isinstance(error, NotIndexed):
            pause_s = min(max(error.retry_after_s, pause_s), _INDEXED_WITHIN_S)
            patience_s = _INDEXED_WITHIN_S
        else:
            self._source.failed(Operation.SEARCH_MENTIONS, error)
        if now - job.since < patience_s:
            self._backlog.add(replace(job, due_at=now + pause_s))
        elif isinstance(error, NotIndexed):
            self._source.failed(Operation.SEARCH_MENTIONS, error)


def _active(guild: discord.Guild) -> Iterator[Active]:
    yield from guild.text_channels
    yield from guild.voice_channels
    yield from guild.stage_channels
    yield from guild.threads


def _ids(seconds: float) -> int:
    """By how much the ids of messages grow in that time: milliseconds, shifted by 22 bits."""
    return int(seconds * 1000) << 22
