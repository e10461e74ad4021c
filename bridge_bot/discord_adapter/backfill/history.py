"""Reads messages that the bot may have missed from Discord, and from the store where to look.

At most five requests a second are sent, and replies have precedence. A refusal of Discord's, such
as in a channel that the bot may not read any more, is observed and ends the reading without an
error. Any other failure is raised, for the caller to try again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

import discord

from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_refusal

ASKED_WITHIN_S = 30 * 24 * 3600
BETWEEN_REQUESTS_S = 0.2

_PAGE = 100  # messages or threads of one request (Discord's documentation)

GREATEST_ID = (1 << 63) - 1
"""No message is newer."""

ThreadParent = discord.TextChannel | discord.ForumChannel
"""A channel whose threads may be the bot's."""

ListedChannel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
"""A channel with messages that a GUILD_CREATE lists, with the id of its newest message."""

ReadableChannel = ListedChannel | discord.PartialMessageable
"""A channel with messages; of a `PartialMessageable` only the id is known."""


class History:
    """Reads for all shards of one client.

    Messages older than `hours` are not looked for. `settings_of` gives what a server has set.
    """

    def __init__(
        self,
        client: discord.Client,
        store: DiscordStore,
        limiter: RateLimiter,
        clock: DiscordClock,
        observe: Observe,
        *,
        hours: float,
        settings_of: Callable[[int], Awaitable[GuildSettings]],
    ) -> None:
        self._client = client
        self._store = store
        self._settings_of = settings_of
        self._limiter = limiter
        self._clock = clock
        self._observe = observe
        self._hours = hours
        self._lock = asyncio.Lock()  # held by the shard whose request is next
        self._next_request_s = 0.0  # on the event loop's clock

    @property
    def bot_id(self) -> int | None:
        """The bot's user id; None before it has logged in."""
        return None if self._client.user is None else self._client.user.id

    async def stored_watermark(self, shard_id: int) -> int | None:
        """The message up to which the last process took everything in; None if there was none.

        If what is stored is an id of the future, the oldest message that is still of interest is
        returned.
        """
        stored = await self._store.watermark(shard_id)
        return stored if stored is None or self._clock.can_exist(stored) else self.oldest()

    def oldest(self) -> int:
        """The least id that a message can have which is not too old to be answered."""
        return self._clock.id_before(self._hours * 3600) if self._hours > 0 else GREATEST_ID

    async def channels_asked_in(self) -> dict[int, int | None]:
        """The channels where something was asked in the last 30 days, with the server of each, and
        those of the threads among them.

        Direct messages have None for their server.
        """
        return await self._store.asked_in(int(self._clock.now_s()) - ASKED_WITHIN_S)

    async def settings_of(self, guild_id: int) -> GuildSettings:
        """What a server has set. Raises `StoreError` while that is not known."""
        return await self._settings_of(guild_id)

    async def unread_direct_channel(
        self, channel_id: int, after: int
    ) -> discord.PartialMessageable | None:
        """A direct-message channel if it holds something newer than the message `after`, or None.

        Each is looked up by its id, since Discord has no list of them.
        """
        await self.wait_to_send(channel_id)
        try:
            # discord.py's own object does not have the id of the newest message.
            channel: object = await self._client.http.get_channel(channel_id)
        except discord.HTTPException as error:
            self._raise_unless_refused(Operation.LOOK_UP_DIRECT_CHANNEL, error)
            return None
        if not isinstance(channel, dict):
            raise NotFromDiscord("a channel that is no JSON object")
        newest = channel.get("last_message_id")
        if not isinstance(newest, str) or int(newest) <= after:
            return None
        return self._client.get_partial_messageable(channel_id)

    async def archived_threads(
        self, parent: ThreadParent, after: int
    ) -> AsyncIterator[discord.Thread]:
        """The public threads of a channel that were archived after that message."""
        before: datetime | None = None
        since = discord.utils.snowflake_time(after)
        try:
            while True:
                await self.wait_to_send(parent.id)
                listed = parent.archived_threads(limit=_PAGE, before=before)
                threads = [thread async for thread in listed]
                for thread in threads:
                    if thread.archive_timestamp < since:
                        return
                    yield thread
                if len(threads) < _PAGE:
                    return
                before = threads[-1].archive_timestamp
        except discord.HTTPException as error:
            self._raise_unless_refused(Operation.LIST_ARCHIVED_THREADS, error)

    async def archived_private_threads(self, parent: discord.TextChannel) -> list[discord.Thread]:
        """The archived private threads of a channel that the bot is in: the newest 100.

        Discord lists them by their ids, so it can't be told where those end that were archived
        lately.
        """
        await self.wait_to_send(parent.id)
        listed = parent.archived_threads(private=True, joined=True, limit=_PAGE)
        try:
            return [thread async for thread in listed]
        except discord.HTTPException as error:
            self._raise_unless_refused(Operation.LIST_ARCHIVED_THREADS, error)
        return []

    async def messages(
        self, channel: ReadableChannel, channel_id: int, after: int
    ) -> list[discord.Message]:
        """All messages of a channel that are newer than the message `after`, oldest first."""
        found: list[discord.Message] = []
        try:
            while True:
                await self.wait_to_send(channel_id)
                page: object = await self._client.http.logs_from(channel_id, _PAGE, after=after)
                if not isinstance(page, list):
                    raise NotFromDiscord("messages that are no JSON list")
                messages = [patches.parse_message(self._client, channel, each) for each in page]
                found += messages
                newest = max((each.id for each in messages), default=after)
                if len(page) < _PAGE or newest <= after:
                    break
                after = newest
        except discord.HTTPException as error:
            self._raise_unless_refused(Operation.READ_MISSED, error)
        return sorted(found, key=lambda each: each.id)

    def failed(
        self, operation: Operation, error: BaseException, *, outlook: Outlook | None = None
    ) -> None:
        """Observe that an operation failed."""
        self._observe(OperationFailed(operation, error, outlook=outlook))

    async def wait_to_send(self, channel_id: int) -> None:
        """Wait until the next request may be sent, which reads in the channel of that id."""
        loop = asyncio.get_running_loop()
        async with self._lock:
            await asyncio.sleep(self._next_request_s - loop.time())
            # discord.py, which sends the request, does not ask the limiter.
            route = Route("read", channel_id)
            await self._limiter.permit(route, Priority.INTERIM)
            self._limiter.answered(route)
            self._next_request_s = loop.time() + BETWEEN_REQUESTS_S

    def _raise_unless_refused(self, operation: Operation, error: discord.HTTPException) -> None:
        """Observe that Discord refuses an operation; raise any other error."""
        if not is_refusal(error):
            raise error
        self.failed(operation, error)
