"""The gateway shards of one client, by their ids, and the saving of their watermarks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.discord_adapter.backfill.shard import Shard
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore

_SAVE_EVERY_S = 5.0
_CLOCK_MARGIN_S = 2.0  # Discord's time is known to the second


class Shards:
    """Makes each shard, by `make(shard_id)`, at the first event that concerns it."""

    def __init__(
        self,
        make: Callable[[int], Shard],
        store: DiscordStore,
        observe: Observe,
        clock: DiscordClock,
    ) -> None:
        self._make = make
        self._store = store
        self._observe = observe
        self._clock = clock
        self._shards: dict[int, Shard] = {}
        self._has_run_before = True
        self._is_stopped = False

    def __getitem__(self, shard_id: int) -> Shard:
        """The shard of that id."""
        if shard_id not in self._shards:
            self._shards[shard_id] = self._make(shard_id)
            if self._is_stopped:
                self._shards[shard_id].stop()
        return self._shards[shard_id]

    def connected(self, shard_id: int) -> None:
        """A shard has begun a new session."""
        self[shard_id].connected(self._now(), has_run_before=self._has_run_before)

    async def note_first_start(self) -> None:
        """Store a first watermark if there is none, so that older messages stay unread.

        A failure of the store is observed: then the bot counts as having run before.
        """
        try:
            self._has_run_before = await self._store.watermark(0) is not None
            if not self._has_run_before:
                await self._store.move_watermark(0, self._now())
        except StoreError as error:
            self._observe(OperationFailed(Operation.NOTE_FIRST_START, error))

    async def keep_saving(self) -> None:
        """Store the watermarks every few seconds, until cancelled."""
        while True:
            for shard in list(self._shards.values()):
                await shard.save()
            await asyncio.sleep(_SAVE_EVERY_S)

    def stop(self) -> None:
        """Stop reading and retrying. `close` has to follow."""
        self._is_stopped = True
        for shard in self._shards.values():
            shard.stop()

    async def close(self) -> None:
        """Store the watermarks. To be called once no message is being taken in any more."""
        await asyncio.gather(*(shard.close() for shard in self._shards.values()))

    def _now(self) -> int:
        """The least id that a message of this moment can have."""
        return self._clock.id_before(_CLOCK_MARGIN_S)
