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

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import discord

from bridge_bot.discord_adapter.backfill.history import ReadableChannel, ThreadParent

_FAILURES_WAITED_FOR = 2
"""A live message does not wait for a job that has failed so often."""

Location = tuple[int, int | None]
"""A channel and its server, by their ids; None for the server of a direct-message channel."""


@dataclass(slots=True, eq=False)
class ReadChannel:
    """Read the messages of a channel that are newer than the message `after`.

    Without `channel` it is looked up first. With `found`, a search has found them already.
    """

    id: int
    after: int
    channel: ReadableChannel | None = None
    found: list[discord.Message] | None = None
    failures: int = 0
    session: int = 0
    due_s: ClassVar[float] = 0.0

    @property
    def rank(self) -> int:
        """Jobs of a lower rank come first."""
        return 0 if self.channel or self.found else 2

    @property
    def is_waited_for(self) -> bool:
        """Whether live messages of the channel wait for it."""
        return self.failures < _FAILURES_WAITED_FOR


@dataclass(slots=True, eq=False)
class ListArchivedThreads:
    """List the threads of a channel that were archived after the message `after`."""

    parent: ThreadParent
    after: int
    failures: int = 0
    session: int = 0
    due_s: ClassVar[float] = 0.0
    rank: ClassVar[int] = 1

    @property
    def id(self) -> int:
        """The id of the channel."""
        return self.parent.id


@dataclass(slots=True, eq=False)
class SearchMentions:
    """Search a server for mentions of the bot that are newer than the message `after`.

    `due_s` and `failing_since_s` are on the event loop's clock, in seconds: when to search, 0 for
    at once, and when it failed for the first time, if it did.
    """

    guild: discord.Guild
    after: int
    due_s: float = 0.0
    failing_since_s: float = 0.0
    failures: int = 0
    session: int = 0
    rank: ClassVar[int] = 3

    @property
    def id(self) -> int:
        """The id of the server."""
        return self.guild.id

    @property
    def is_waited_for(self) -> bool:
        """Whether live messages of the server wait for it: it has neither failed nor been put off.

        Until then, any of its channels may hold a mention that was missed.
        """
        return not self.failures and not self.due_s


Job = ReadChannel | ListArchivedThreads | SearchMentions


class Backlog:
    """The jobs that are left, at most one of each kind for a channel or server."""

    def __init__(self) -> None:
        self._jobs: dict[tuple[type[Job], int], Job] = {}
        self._current: Job | None = None
        self._session = 0

    def __bool__(self) -> bool:
        return bool(self._jobs)

    def session_began(self) -> None:
        """What is added from now on comes after what is there already."""
        self._session += 1

    def add(self, job: Job) -> None:
        """Add a job. One that is there for the same channel or server stays as it is.

        It was added earlier, so it reads from an earlier message on. But to read a channel replaces
        what a search has found in it.
        """
        job.session = self._session
        known = self._jobs.setdefault((type(job), job.id), job)
        if isinstance(known, ReadChannel) and isinstance(job, ReadChannel) and job.found is None:
            self._jobs[ReadChannel, job.id] = known if known.found is None else job

    def take(self, now_s: float, waiting: Iterable[Location] = ()) -> Job | None:
        """Remove and return the job to do next; None if there is none that is due.

        `done` or `again` has to follow. `now_s` is on the event loop's clock; live messages of the
        channels `waiting` wait, in this order.
        """
        self._current = job = self._waited_for(waiting) or min(
            (job for job in self._jobs.values() if job.due_s <= now_s),
            # Where session after session is lost, each brings jobs of the first rank; those of the
            # last one would never be done. A failure costs a job as much as a session.
            key=lambda job: (job.session + job.failures, job.rank),
            default=None,
        )
        if job is not None:
            del self._jobs[type(job), job.id]
        return job

    def done(self) -> None:
        """The job that was taken is done."""
        self._current = None

    def again(self) -> None:
        """The job that was taken has to be done again, in place of one added meanwhile."""
        job, self._current = self._current, None
        if job is not None:
            self._jobs[type(job), job.id] = job

    def due_in_s(self, now_s: float) -> float | None:
        """In how many seconds the next job is due; None if there is none."""
        due_s = min((job.due_s for job in self._jobs.values()), default=None)
        return None if due_s is None else max(due_s - now_s, 0.0)

    def may_find_in(self, location: Location) -> ReadChannel | SearchMentions | None:
        """The job that live messages of a channel wait for: it may find missed ones there."""
        channel_id, guild_id = location
        current = self._current
        for kind, job_id in ((ReadChannel, channel_id), (SearchMentions, guild_id)):
            is_current = isinstance(current, kind) and current.id == job_id
            job = current if is_current else self._jobs.get((kind, job_id or 0))
            if isinstance(job, ReadChannel | SearchMentions) and job.is_waited_for:
                return job
        return None

    def _waited_for(self, waiting: Iterable[Location]) -> Job | None:
        """The job that is done first for the live messages that wait.

        Before a server is searched, its archived threads are listed: what is found there is read
        as a whole.
        """
        jobs = [job for each in waiting if (job := self.may_find_in(each)) is not None]
        job = min(jobs, key=lambda job: isinstance(job, SearchMentions), default=None)
        if isinstance(job, SearchMentions):
            for each in self._jobs.values():
                if (
                    isinstance(each, ListArchivedThreads)
                    and each.parent.guild.id == job.id
                    and each.failures < _FAILURES_WAITED_FOR
                ):
                    return each
        return job
