"""What was asked while a shard was away: found by reading, and taken in like any other message.

Read are the places where a question may stand that Discord says hold something newer than the
shard's watermark: the bot's own threads, also those archived meanwhile, the channels and threads
where it was asked something in the last 30 days, and direct messages. Not more than five requests
a second, and beside everything else. What was stored before is known by its id and left alone.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import discord

from bridge_bot.core.events import Observe, WentWrong
from bridge_bot.core.ports import Store

ASKED_WITHIN_S = 30 * 24 * 3600
BETWEEN_REQUESTS_S = 0.2

_BATCH = 100  # messages of one request for a channel's history (Discord's documentation)

Parent = discord.TextChannel | discord.ForumChannel
Active = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
Place = Active | discord.PartialMessageable


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
        self._next_at = 0.0

    async def after(self, shard_id: int) -> int | None:
        """The message up to which the last process took everything in; None if there was none.

        A shard that is new, since there are more of them now, goes by the first one's.
        """
        return await self._store.watermark(shard_id) or await self._store.watermark(0)

    def oldest(self) -> int:
        """What is older than the message of that id is none of the bot's business any more."""
        return discord.utils.time_snowflake(datetime.now(UTC) - timedelta(hours=self._hours))

    async def asked_in(self) -> dict[int, int | None]:
        """Where something was asked in the last 30 days, with the server of each place."""
        return await self._store.asked_in(int(time.time()) - ASKED_WITHIN_S)

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
        clock = asyncio.get_running_loop()
        async with self._turn:
            await asyncio.sleep(self._next_at - clock.time())
            await self._permit(channel_id)
            self._next_at = clock.time() + BETWEEN_REQUESTS_S
