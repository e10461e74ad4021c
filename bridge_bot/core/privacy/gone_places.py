"""Removes what is stored of channels and threads that were deleted."""

from __future__ import annotations

import asyncio
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.ports import PlacesStore
from bridge_bot.core.privacy.retention import BITE_ROWS, PAUSE_S

AFTER_S = (5.0, 60.0, 600.0)
"""When it is removed, in seconds after each other: answers that grew there end first, and what
could not be removed then, such as a turn whose end could not be noted, is removed later. What is
left even then goes with its age."""


class GonePlaces:
    """Inside `async with` it removes what belonged to deleted channels."""

    def __init__(self, store: PlacesStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._tasks = BackgroundTasks()
        self._is_removing = asyncio.Lock()  # one after the other: a channel may have many threads

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    def channel_deleted(self, guild_id: int, channel_id: int) -> None:
        """A channel or thread of a server was deleted."""
        self._tasks.start(
            self._remove_in_time(guild_id, channel_id), name="removing a deleted channel"
        )

    async def _remove_in_time(self, guild_id: int, channel_id: int) -> None:
        for pause_s in AFTER_S:
            await asyncio.sleep(pause_s)
            try:
                async with self._is_removing:
                    await self._remove(guild_id, channel_id)
            except StoreError as error:
                self._observe(OperationFailed(Operation.REMOVE_CHANNEL, error))

    async def _remove(self, guild_id: int, channel_id: int) -> None:
        removed = await self._store.remove_channel(guild_id, channel_id, BITE_ROWS)
        while removed:
            await asyncio.sleep(PAUSE_S)
            removed = await self._store.remove_channel(guild_id, channel_id, BITE_ROWS)
