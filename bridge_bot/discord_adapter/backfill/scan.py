"""Finds the messages that one shard has missed, channel by channel.

It reads the channels that hold something newer than the shard's watermark and may hold a question:
the bot's own threads, archived ones too, the channels and threads where it was asked something in
the last 30 days or where the server has set that every message or post is a question, and direct
messages. Mentions anywhere else are found by `mention_search`.

A `Scan` lasts as long as its shard. When a session is lost, what it has missed is added to what is
still to be read. The scan never starts over, so it ends however often sessions are lost.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable

import discord

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.events import Operation, Outlook
from bridge_bot.discord_adapter.backfill.backlog import (
    Backlog,
    Job,
    ListArchivedThreads,
    Location,
    ReadChannel,
    SearchMentions,
)
from bridge_bot.discord_adapter.backfill.history import GREATEST_ID, History
from bridge_bot.discord_adapter.backfill.mention_search import MentionSearch, NotIndexed
from bridge_bot.discord_adapter.backfill.unread import QuestionPlaces
from bridge_bot.discord_adapter.rest.exceptions import is_transient

BACKOFF = Backoff(first_s=1.0, longest_s=15.0)
"""How long Discord and the store are left alone after failures in a row."""

_OUTAGE_FAILURES = 2
"""After so many failures in a row, Discord or the store counts as out of order."""

_UNEXPECTED_FAILURES = 5
"""After so many failures a job is given up, if the last is not transient."""

_INDEXED_WITHIN_S = 60.0  # a server that has no index after this time is not searched
_SEARCH_FAILS_FOR_S = 900.0  # nor is one where searching has failed for this time
_OUT_OF_ORDER_S = 1.0  # Discord may send a message that much later than a younger one

TakeIn = Callable[[list[discord.Message]], None]
"""Takes in messages of one channel, oldest first."""

Waiting = Callable[[], Iterable[Location]]
"""Returns the channels where live messages wait, which are to be read next."""


class Scan:
    """Finds the messages that one shard has missed, server by server as Discord sends them.

    A channel for which a live message waits is read next, so that questions stay in order. Without
    `search`, mentions are found only where something was asked before.
    """

    def __init__(self, history: History, search: MentionSearch | None, shard_id: int) -> None:
        self._history = history
        self._search = search
        self._shard_id = shard_id
        self.since = 0
        """When this session began, as the id of a message; 0 before the first."""
        self._newest_live = 0
        # After which message this session's servers are to be read. 0: after the stored watermark.
        # None: they are not to be read.
        self._after: int | None = None
        self._asked_in: dict[int, int | None] | None = None  # None: the store is to be asked
        self._unscanned_guilds: dict[int, discord.Guild] = {}
        self._scanned_guilds: set[int | None] = set()  # None: direct messages
        self._backlog = Backlog()
        self._holds_live = False
        self._has_all_guilds = True
        self._changed = asyncio.Event()

    def session_began(self, now: int, oldest_dropped: int | None = None) -> None:
        """A session begins, and messages may have been missed before `now`, the id of a message.

        `oldest_dropped` is the oldest message that was received, but has to be read again.
        """
        if self._knows_channels():
            self._after = self._newest_live and self._newest_live - _ids_in(_OUT_OF_ORDER_S)
            if self._after and oldest_dropped is not None:
                self._after = min(self._after, oldest_dropped - 1)
        self.first_session_began(now)
        self._asked_in = None
        self._backlog.session_began()
        self._unscanned_guilds.clear()
        self._scanned_guilds.clear()
        self._holds_live, self._has_all_guilds = True, False
        self._changed.set()

    def first_session_began(self, now: int) -> None:
        """A session begins, and nothing was missed before it, as in the bot's first one ever."""
        self.since, self._newest_live = now, max(now, self._newest_live)

    def message_received(self, message_id: int) -> None:
        """A message came over the gateway."""
        self._newest_live = max(message_id, self._newest_live)

    def guild_available(self, guild: discord.Guild) -> None:
        """Discord has sent a server, with the newest message of each channel and active thread.

        After an outage of the server it has nothing new: nobody could write there.
        """
        if self._after is not None and guild.id not in self._scanned_guilds:
            self._unscanned_guilds[guild.id] = guild
            self._changed.set()

    def all_guilds_available(self) -> None:
        """Discord has sent all servers, as far as can be told; one may still come late."""
        self._has_all_guilds = True
        self._changed.set()

    @property
    def has_more(self) -> bool:
        """Whether there is something to read, or to wait for."""
        return bool(self._backlog) or not self._knows_channels()

    def may_find_in(self, location: Location) -> bool:
        """Whether something that was missed may still be found in a channel, so that live messages
        have to wait there.

        False while Discord or the store is out of order, so that live messages do not wait.
        """
        is_unknown = location[1] not in self._scanned_guilds
        return self._holds_live and (is_unknown or self._backlog.may_find_in(location) is not None)

    async def run(self, take_in: TakeIn, waiting: Waiting) -> None:
        """Read until nothing is left, and pass what was missed to `take_in`, channel by channel.

        That is also called, without messages, when `may_find_in` may return something else than
        before. Channels that the bot may not read are skipped.
        """
        failures = 0
        while self.has_more:
            try:
                take_in(await self._next_messages(waiting))
                failures = 0
                continue
            except Exception as error:  # noqa: BLE001 - whatever it is, the rest is to be read
                self._history.failed(Operation.CATCH_UP, error, outlook=Outlook.RETRIED)
            failures += 1
            if failures == _OUTAGE_FAILURES:  # live messages do not wait for its end
                self._holds_live = False
            take_in([])
            await asyncio.sleep(BACKOFF.pause_s(failures))

    async def _next_messages(self, waiting: Waiting) -> list[discord.Message]:
        """Do what comes next. Returns the messages that it finds in a channel, oldest first."""
        now_s = asyncio.get_running_loop().time()
        self._changed.clear()
        if self._asked_in is None:
            await self._ask_store()
        elif self._unscanned_guilds:
            await self._scan_next_guild()
        elif (job := self._backlog.take(now_s, waiting())) is not None:
            return await self._run_job(job)
        else:  # until a server comes, a session begins, or a search is due
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._backlog.due_in_s(now_s)):
                    await self._changed.wait()
        return []

    def _knows_channels(self) -> bool:
        """Whether the backlog has all that is to be read of this session's servers."""
        return self._after is None or (
            self._has_all_guilds and self._asked_in is not None and not self._unscanned_guilds
        )

    async def _ask_store(self) -> None:
        """Read the watermark and the channels with questions; add the direct messages to read."""
        stored = self._after or await self._history.stored_watermark(self._shard_id)
        self._after = stored or self.since
        self._asked_in = await self._history.channels_asked_in()
        if self._shard_id == 0:  # direct messages come over the first shard (Discord's docs)
            for channel_id, guild_id in self._asked_in.items():
                if guild_id is None:
                    self._backlog.add(ReadChannel(channel_id, self._read_after()))
            self._scanned_guilds.add(None)

    async def _scan_next_guild(self) -> None:
        """Add the jobs for a server, as far as its GUILD_CREATE tells them."""
        guild_id = next(iter(self._unscanned_guilds))
        places = await self._question_places(guild_id)
        if self._asked_in is None or guild_id not in self._unscanned_guilds:
            return  # a session has begun meanwhile
        guild = self._unscanned_guilds.pop(guild_id)
        self._scanned_guilds.add(guild_id)
        after = self._read_after()
        for channel in places.unread(guild, after):
            self._backlog.add(ReadChannel(channel.id, after, channel))
        for parent in places.thread_parents(guild):
            self._backlog.add(ListArchivedThreads(parent, after))
        if self._search is not None and after < GREATEST_ID:
            self._backlog.add(SearchMentions(guild, after))

    async def _question_places(self, guild_id: int) -> QuestionPlaces:
        """Where in a server there may be questions. Raises `StoreError`."""
        settings = await self._history.settings_of(guild_id)
        asked_in = (self._asked_in or {}).items()
        return QuestionPlaces(
            asked_in={channel_id for channel_id, in_guild in asked_in if in_guild == guild_id},
            bot_id=self._history.bot_id,
            settings=settings,
            sees_content=self._search is not None,
        )

    def _read_after(self) -> int:
        """The message after which a channel that is found now is to be read."""
        return max(self._after or self.since, self._history.oldest())

    async def _run_job(self, job: Job) -> list[discord.Message]:
        """Do a job, and return the messages that it reads. One that fails is put back, and its
        error raised, unless it is given up.
        """
        messages: list[discord.Message] = []
        try:
            match job:
                case ReadChannel():
                    messages = await self._messages(job)
                case ListArchivedThreads():
                    await self._list_archived(job)
                case SearchMentions():
                    await self._search_mentions(job)
        except Exception as error:
            job.failures += 1
            if is_transient(error) or job.failures < _UNEXPECTED_FAILURES:
                self._backlog.again()
                raise
            self._history.failed(Operation.CATCH_UP, error, outlook=Outlook.LEFT_OUT)
        self._backlog.done()
        return messages

    async def _messages(self, job: ReadChannel) -> list[discord.Message]:
        """The messages that were missed in one channel."""
        if job.found is not None:
            return job.found
        channel = job.channel or await self._history.unread_direct_channel(job.id, job.after)
        if channel is None:
            return []
        return await self._history.messages(channel, job.id, job.after)

    async def _list_archived(self, job: ListArchivedThreads) -> None:
        """Add jobs to read the archived threads of one channel that have newer messages."""
        places = await self._question_places(job.parent.guild.id)
        threads = [each async for each in self._history.archived_threads(job.parent, job.after)]
        if isinstance(job.parent, discord.TextChannel) and places.has_private_threads(job.parent):
            threads += await self._history.archived_private_threads(job.parent)
        for thread in threads:
            is_newer = thread.last_message_id and thread.last_message_id > job.after
            if is_newer and places.include(thread):
                self._backlog.add(ReadChannel(thread.id, job.after, thread))

    async def _search_mentions(self, job: SearchMentions) -> None:
        """Add what a search finds in a server's channels that are not read anyway.

        Of a thread that was archived meanwhile nothing is known, so not whether it is read. If so,
        what is found in it comes twice.
        """
        if self._search is None:
            return
        try:
            found = await self._search.mentions(job.guild, job.after)
        except Exception as error:  # noqa: BLE001 - what is found without searching goes on
            self._postpone(job, error)
            return
        places = await self._question_places(job.guild.id)
        for channel_id, messages in found.items():
            channel = job.guild.get_channel_or_thread(channel_id)
            if messages and (channel is None or not places.include(channel)):
                self._backlog.add(ReadChannel(channel_id, job.after, found=messages))

    def _postpone(self, job: SearchMentions, error: Exception) -> None:
        """Search again later, unless it has failed for too long. Live messages do not wait."""
        now_s = asyncio.get_running_loop().time()
        if not job.failures:
            job.failing_since_s = now_s
        job.failures += 1
        pause_s, patience_s = BACKOFF.pause_s(job.failures), _SEARCH_FAILS_FOR_S
        if isinstance(error, NotIndexed):
            pause_s = min(max(error.retry_after_s, pause_s), _INDEXED_WITHIN_S)
            patience_s = _INDEXED_WITHIN_S
        is_over = now_s - job.failing_since_s >= patience_s
        if is_over or not isinstance(error, NotIndexed):
            self._history.failed(Operation.SEARCH_MENTIONS, error)
        if not is_over:
            job.due_s = now_s + pause_s
            self._backlog.again()


def _ids_in(seconds: float) -> int:
    """By how much the ids of messages grow in that time: milliseconds, shifted by 22 bits."""
    return int(seconds * 1000) << 22
