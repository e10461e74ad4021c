"""Removes what has been stored for too long, a few rows at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.ports import OldRowsStore, PlacesStore

DAY_S = 86_400

CONVERSATION_DAYS = 365
"""How long a conversation that nobody goes on with is kept at least: so the chatbot remembers what
was said in an old thread."""

USAGE_DAYS = 400
"""How long what was counted of a day is kept."""

LEFT_GUILD_DAYS = 7
"""How long a server that has removed the bot is kept: it may come back."""

FIRST_AFTER_S = 120.0
"""How long after the start it is looked first: others have more to do then, and by then Discord has
told the time; a machine's clock may be wrong."""

EVERY_S = 3600.0

BITE_ROWS = 200
"""How many rows are removed in one transaction, about."""

PAUSE_S = 0.5
"""The pause after each: whatever waited to be written is written then."""


class Retention:
    """Removes old rows once an hour, inside `async with`.

    `days` is how long finished turns, votes and changes of settings are kept; `now_s` gives seconds
    since the Unix epoch.
    """

    def __init__(
        self,
        old_rows: OldRowsStore,
        places: PlacesStore,
        observe: Observe,
        *,
        days: float,
        now_s: Callable[[], float],
    ) -> None:
        self._old_rows = old_rows
        self._places = places
        self._observe = observe
        self._days = days
        self._now_s = now_s
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_removing(), name="removing what is old")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def remove_old(self) -> None:
        """Remove all that is too old by now. A failure is observed; the next call goes on."""
        old, before_s = self._old_rows, self._before_s(self._days)
        unused_before_s = self._before_s(max(self._days, CONVERSATION_DAYS))
        try:
            await _in_bites(partial(old.remove_turns, before_s))
            await _in_bites(partial(old.remove_votes, before_s))
            await _in_bites(partial(old.remove_setting_changes, before_s))
            await _in_bites(partial(old.remove_conversations, unused_before_s))
            await old.remove_usage(self._before_s(USAGE_DAYS))
            left_before_s = self._before_s(LEFT_GUILD_DAYS)
            while (guild_id := await self._places.left_guild(left_before_s)) is not None:
                await _in_bites(partial(self._places.remove_guild, guild_id))
        except StoreError as error:
            self._observe(OperationFailed(Operation.REMOVE_OLD_ROWS, error))

    def _before_s(self, days: float) -> int:
        return int(self._now_s() - days * DAY_S)

    async def _keep_removing(self) -> None:
        await asyncio.sleep(FIRST_AFTER_S)
        while True:
            await self.remove_old()
            await asyncio.sleep(EVERY_S)


async def _in_bites(remove: Callable[[int], Awaitable[int]]) -> None:
    """Call `remove` with the size of a bite until nothing is left."""
    removed = await remove(BITE_ROWS)
    while removed:
        await asyncio.sleep(PAUSE_S)
        removed = await remove(BITE_ROWS)
