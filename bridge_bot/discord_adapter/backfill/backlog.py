"""The jobs by which missed messages are still to be read, and their order.

The order is:

1. the channel for which a live message waits, or the jobs that may find missed messages there;
2. channels that are known to hold newer messages, as Discord or a search has said;
3. lists of archived threads;
4. direct messages, whose channels have to be looked up first;
5. searches for mentions.

A job that failed comes after all others, and no live message waits for it once it has failed twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import discord

from bridge_bot.discord_adapter.backfill.history import ReadableChannel, ThreadParent

_FAILURES_WAITED_FOR = 2
"""A live message does not wait for a job that has failed so often."""


@dataclass(slots=True, eq=False)
class ReadChannel:
    """Read the messages of a channel that are newer than the message `after`.

    Without `channel` it is looked up first. With `found`, a search has found them already.
    """

    channel_id: int
    after: int
    channel: ReadableChannel | None = None
    found: list[discord.Message] | None = None
    failures: int = 0


@dataclass(slots=True, eq=False)
class ListArchivedThreads:
    """List the threads of a channel that were archived after the message `after`."""

    parent: ThreadParent
    after: int
    failures: int = 0


@dataclass(slots=True, eq=False)
class SearchMentions:
    """Search a server for mentions of the bot that are newer than the message `after`.

    `due_s` and `failing_since_s` are on the event loop's clock, in seconds: when to search, 0 for
    at once, and when it failed for the first time.
    """

    guild: discord.Guild
    after: int
    due_s: float = 0.0
    failing_since_s: float | None = None
    failures: int = 0

    @property
    def is_waited_for(self) -> bool:
        """Whether live messages wait for it: it has neither failed nor been put off."""
        return not self.failures and not self.due_s


Job = ReadChannel | ListArchivedThreads | SearchMentions


@dataclass(slots=True)
class Backlog:
    """The jobs that are left, at most one of each kind for a channel or server."""

    _reads: dict[int, ReadChannel] = field(default_factory=dict)
    _archives: dict[int, ListArchivedThreads] = field(default_factory=dict)
    _searches: dict[int, SearchMentions] = field(default_factory=dict)
    _current: Job | None = None
    _urgent_channels: list[int] = field(default_factory=list)
    _urgent_guilds: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._reads or self._archives or self._searches)

    def add(self, job: Job) -> None:
        """Add a job. One that is there for the same channel or server stays as it is.

        It was added earlier, so it reads from an earlier message on. But to read a channel replaces
        what a search has found in it.
        """
        match job:
            case ReadChannel():
                known = self._reads.get(job.channel_id)
                if known is None or (known.found is not None and job.found is None):
                    self._reads[job.channel_id] = job
            case ListArchivedThreads():
                self._archives.setdefault(job.parent.id, job)
            case SearchMentions():
                self._searches.setdefault(job.guild.id, job)

    def take(self, now_s: float) -> Job | None:
        """Remove and return the job to do next; None if there is none that is due.

        `done` or `again` has to follow. `now_s` is on the event loop's clock.
        """
        self._current = job = next(self._in_order(now_s), None)
        if job is not None:
            self._remove(job)
        return job

    def done(self) -> None:
        """The job that was taken is done."""
        self._current = None

    def again(self) -> None:
        """The job that was taken has to be done again, in place of one added meanwhile."""
        job, self._current = self._current, None
        if job is not None:
            self._remove(job)
            self.add(job)

    def due_in_s(self, now_s: float) -> float | None:
        """In how many seconds the next search is due; None if there is none."""
        due_s = min((search.due_s for search in self._searches.values()), default=None)
        return None if due_s is None else max(due_s - now_s, 0.0)

    def prioritize(self, channel_id: int, guild_id: int | None) -> bool:
        """Have a channel read next if it has unread messages, or may have; returns whether so.

        It may have unread messages as long as its server has not been searched for mentions.
        """
        current = self._current
        if isinstance(current, ReadChannel) and current.channel_id == channel_id:
            return current.failures < _FAILURES_WAITED_FOR
        read = self._reads.get(channel_id)
        if read is not None and read.failures < _FAILURES_WAITED_FOR:
            if channel_id not in self._urgent_channels:
                self._urgent_channels.append(channel_id)
            return True
        if guild_id is None:
            return False
        if isinstance(current, SearchMentions) and current.guild.id == guild_id:
            return current.is_waited_for
        search = self._searches.get(guild_id)
        if search is None or not search.is_waited_for:
            return False
        if guild_id not in self._urgent_guilds:
            self._urgent_guilds.append(guild_id)
        return True

    def _remove(self, job: Job) -> None:
        match job:
            case ReadChannel():
                self._reads.pop(job.channel_id, None)
            case ListArchivedThreads():
                self._archives.pop(job.parent.id, None)
            case SearchMentions():
                self._searches.pop(job.guild.id, None)

    def _in_order(self, now_s: float) -> Iterator[Job]:
        while self._urgent_channels:
            if (urgent := self._reads.get(self._urgent_channels.pop(0))) is not None:
                yield urgent
        while self._urgent_guilds:
            yield from self._urgent_in_guild(self._urgent_guilds[0])
            self._urgent_guilds.pop(0)
        jobs: list[Job] = [read for read in self._reads.values() if read.channel or read.found]
        jobs += self._archives.values()
        jobs += self._reads.values()
        jobs += (search for search in self._searches.values() if search.due_s <= now_s)
        yield from sorted(jobs, key=lambda job: job.failures)

    def _urgent_in_guild(self, guild_id: int) -> Iterator[Job]:
        """The jobs that find out where in a server the bot was mentioned."""
        for archive in self._archives.values():
            if archive.parent.guild.id == guild_id and archive.failures < _FAILURES_WAITED_FOR:
                yield archive
        search = self._searches.get(guild_id)
        if search is not None and search.is_waited_for:
            yield search
