"""What Discord is still to be asked for of what was missed, and in which order.

First what somebody waits for who asks right now; then the places that are known to hold something
newer, the lists of archived threads, direct messages, and the searches for mentions elsewhere.
What fails comes after all else, and nobody waits for it any more once it has failed twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import discord

from bridge_bot.discord_adapter.backfill.history import Parent, Place

_WAITED_FOR = 2  # failures after which what comes live does not wait


@dataclass(slots=True, eq=False)
class Unread:
    """A place to read from the message `after` on; without `place` it is looked up first.

    With `found`, a search has told all that there is.
    """

    channel_id: int
    after: int
    place: Place | None = None
    found: list[discord.Message] | None = None
    failures: int = 0


@dataclass(slots=True, eq=False)
class Archive:
    """A channel whose archived threads are to be looked through, back to the message `after`."""

    parent: Parent
    after: int
    failures: int = 0


@dataclass(slots=True, eq=False)
class Search:
    """A server in which mentions of the bot are to be searched for, from `after` on.

    `due_at` and `since` are on the event loop's clock: when it may be asked for, in seconds, and
    when it was for the first time.
    """

    guild: discord.Guild
    after: int
    due_at: float = 0.0
    since: float | None = None
    failures: int = 0


Job = Unread | Archive | Search


@dataclass(slots=True)
class Backlog:
    """The jobs that are left. One that is taken is no more among them, unless it failed."""

    _places: dict[int, Unread] = field(default_factory=dict)
    _archives: dict[int, Archive] = field(default_factory=dict)
    _searches: dict[int, Search] = field(default_factory=dict)
    _current: Job | None = None
    _first_channels: list[int] = field(default_factory=list)
    _first_guilds: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._places or self._archives or self._searches)

    def add(self, job: Job) -> None:
        """What is still to be read from an earlier message on, stays so."""
        if isinstance(job, Unread):
            known = self._places.get(job.channel_id)
            if known is None or (known.found is not None and job.found is None):
                self._places[job.channel_id] = job
        elif isinstance(job, Archive):
            self._archives.setdefault(job.parent.id, job)
        else:
            self._searches.setdefault(job.guild.id, job)

    def take(self, now: float) -> Job | None:
        """The job to do next; None if there is none, or none that is due."""
        self._current = job = next(self._in_order(now), None)
        if isinstance(job, Unread):
            del self._places[job.channel_id]
        elif isinstance(job, Archive):
            del self._archives[job.parent.id]
        elif isinstance(job, Search):
            del self._searches[job.guild.id]
        return job

    def done(self) -> None:
        """The job that was taken is done."""
        self._current = None

    def again(self) -> None:
        """The job that was taken has to be done again, after the others."""
        job, self._current = self._current, None
        if isinstance(job, Unread):
            self._places.pop(job.channel_id, None)
        elif isinstance(job, Archive):
            self._archives.pop(job.parent.id, None)
        elif isinstance(job, Search):
            self._searches.pop(job.guild.id, None)
        if job is not None:
            self.add(job)

    def due_in(self, now: float) -> float | None:
        """In how many seconds the next search is due; None if there is none."""
        due = min((each.due_at for each in self._searches.values()), default=None)
        return None if due is None else max(due - now, 0.0)

    def awaits(self, channel_id: int, guild_id: int | None) -> bool:
        """Whether something of that place is, or may be, still to be read: it comes next then."""
        current = self._current
        if isinstance(current, Unread) and current.channel_id == channel_id:
            return current.failures < _WAITED_FOR
        place = self._places.get(channel_id)
        if place is not None and place.failures < _WAITED_FOR:
            if channel_id not in self._first_channels:
                self._first_channels.append(channel_id)
            return True
        if guild_id is None:
            return False
        if isinstance(current, Search) and current.guild.id == guild_id:
            return not current.failures and not current.due_at
        search = self._searches.get(guild_id)
        if search is None or search.failures or search.due_at:
            return False
        if guild_id not in self._first_guilds:
            self._first_guilds.append(guild_id)
        return True

    def _in_order(self, now: float) -> Iterator[Job]:
        while self._first_channels:
            if (first := self._places.get(self._first_channels.pop(0))) is not None:
                yield first
        while self._first_guilds:
            yield from self._of_guild(self._first_guilds[0])
            self._first_guilds.pop(0)
        every: list[Job] = [each for each in self._places.values() if each.place or each.found]
        every += self._archives.values()
        every += self._places.values()
        every += (each for each in self._searches.values() if each.due_at <= now)
        yield from sorted(every, key=lambda job: job.failures)

    def _of_guild(self, guild_id: int) -> Iterator[Job]:
        """What has to be done before it is known where in a server the bot was mentioned."""
        for archive in self._archives.values():
            if archive.parent.guild.id == guild_id and archive.failures < _WAITED_FOR:
                yield archive
        search = self._searches.get(guild_id)
        if search is not None and not search.failures and not search.due_at:
            yield search
