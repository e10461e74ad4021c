"""What was asked while a shard was away: found by reading, and taken in like any other message.

Read are the places where a question may stand that Discord says hold something newer than the
shard's watermark: the bot's own threads, also those archived meanwhile, the channels and threads
where it was asked something in the last 30 days, and direct messages. Mentions elsewhere are
searched for, see `mention_search`. Not more than five requests a second, and beside everything
else. What was stored before is known by its id and left alone.

Where Discord refuses, a place is left out; any other failure is raised, and so tried again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import discord

from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.rest.exceptions import NotDiscords, refuses

ASKED_WITHIN_S = 30 * 24 * 3600
BETWEEN_REQUESTS_S = 0.2

_BATCH = 100  # messages of one request for a channel's history (Discord's documentation)
NEVER = (1 << 63) - 1  # no id is greater

Parent = discord.TextChannel | discord.ForumChannel
Active = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Place = Active | discord.PartialMessageable
Parse = Callable[[Place, Mapping[str, Any]], discord.Message]
"""Makes a message of that place from Discord's JSON; of one that can't be read, a silent one."""


class History:
    """Finds what was missed. `hours` is how old it may be at the most.

    `permit` returns when the bot may read in that channel: answers go before.
    """

    def __init__(
        self,
        client: discord.Client,
        store: DiscordStore,
        clock: DiscordClock,
        observe: Observe,
        *,
        hours: float,
        permit: Callable[[int], Awaitable[None]],
        parse: Parse,
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._observe = observe
        self._hours = hours
        self._permit = permit
        self.parse = parse
        self._turn = asyncio.Lock()
        self._next_at = 0.0

    async def after(self, shard_id: int) -> int | None:
        """The message up to which the last process took everything in; None if there was none.

        A shard that is new, since there are more of them now, goes by the first one's. Nothing was
        taken in up to a message of the future, whatever was noted.
        """
        noted = await self._store.watermark(shard_id) or await self._store.watermark(0)
        return noted if noted is None or self._clock.has_come(noted) else self.oldest()

    def oldest(self) -> int:
        """What is older than the message of that id is none of the bot's business any more."""
        return self._clock.id_before(self._hours * 3600) if self._hours > 0 else NEVER

    async def asked_in(self) -> dict[int, int | None]:
        """Where something was asked in the last 30 days, with the server of each place."""
        return await self._store.asked_in(int(self._clock.now_s()) - ASKED_WITHIN_S)

    def is_own(self, thread: discord.Thread) -> bool:
        """Whether the bot opened that thread."""
        return self._client.user is not None and thread.owner_id == self._client.user.id

    async def direct(self, channel_id: int, after: int) -> discord.PartialMessageable | None:
        """A direct-message channel if it holds something newer; Discord has no list of them."""
        await self.may_ask(channel_id)
        try:
            # discord.py's own object does not keep what the newest message is.
            channel: object = await self._client.http.get_channel(channel_id)
        except discord.HTTPException as error:
            self._leave_out(Operation.LOOK_UP_DIRECT_CHANNEL, error)
            return None
        if not isinstance(channel, dict):
            raise NotDiscords("a channel that is no JSON object")
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
                await self.may_ask(parent.id)
                listed = parent.archived_threads(limit=_BATCH, before=before)
                threads = [thread async for thread in listed]
                for thread in threads:
                    if thread.archive_timestamp < since:
                        return
                    yield thread
                if len(threads) < _BATCH:
                    return
                before = threads[-1].archive_timestamp
        except discord.HTTPException as error:
            self._leave_out(Operation.LIST_ARCHIVED_THREADS, error)

    async def read(self, place: Place, channel_id: int, after: int) -> list[discord.Message]:
        """What was said in a place after that message, oldest first."""
        found: list[discord.Message] = []
        try:
            while True:
                await self.may_ask(channel_id)
                batch: object = await self._client.http.logs_from(channel_id, _BATCH, after=after)
                if not isinstance(batch, list):
                    raise NotDiscords("messages that are no JSON list")
                messages = [self.parse(place, each) for each in batch]
                found += messages
                newest = max((each.id for each in messages), default=after)
                if len(batch) < _BATCH or newest <= after:
                    break
                after = newest
        except discord.HTTPException as error:
            self._leave_out(Operation.READ_MISSED, error)
        return sorted(found, key=lambda each: each.id)

    def failed(
        self, operation: Operation, error: BaseException, *, outlook: Outlook | None = None
    ) -> None:
        """Tell what failed."""
        self._observe(OperationFailed(operation, error, outlook=outlook))

    async def may_ask(self, channel_id: int) -> None:
        """Wait for the next request's time, whichever shard it is for."""
        clock = asyncio.get_running_loop()
        async with self._turn:
            await asyncio.sleep(self._next_at - clock.time())
            await self._permit(channel_id)
            self._next_at = clock.time() + BETWEEN_REQUESTS_S

    def _leave_out(self, operation: Operation, error: discord.HTTPException) -> None:
        """Go on without, if Discord refuses; raise what passes."""
        if not refuses(error):
            raise error
        self.failed(operation, error)
