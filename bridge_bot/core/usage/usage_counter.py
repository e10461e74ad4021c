"""Counts the ends of turns, and stores what it has counted every few seconds: no answer waits."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Observe, Operation, OperationFailed, Outlook, TurnEnded
from bridge_bot.core.model import TurnState
from bridge_bot.core.ports import UsageStore
from bridge_bot.core.usage.usage import PRIVATE, SECONDS_A_DAY, Counted, UsageKey, bound_ms

SAVE_EVERY_S = 5.0
"""What was counted for so many seconds is lost with a crash. It may count twice if the connection
to the database is lost in the middle of its COMMIT, where nobody can tell whether that was done. To
know, each process would have to store a number of each batch; these are statistics, no limits.
"""

_SAVE_AT_END_WITHIN_S = 5.0


class UsageCounter:
    """Counts what `add` is told. `now_s` gives the time in seconds since the Unix epoch."""

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._counts = Counter[UsageKey]()
        self._is_over = asyncio.Event()

    def add(self, event: Event) -> None:
        """Count an event, if it is the end of a turn. Returns at once."""
        if isinstance(event, TurnEnded):
            self._counts.update(counted_of(event, int(self._now_s() // SECONDS_A_DAY)))

    @asynccontextmanager
    async def stored_in(self, store: UsageStore, observe: Observe) -> AsyncIterator[None]:
        """Store what is counted while the context lasts, and the rest at its end."""
        tasks = BackgroundTasks()
        tasks.start(self._keep_saving(store, observe), name="saving the usage")
        try:
            yield
        finally:
            self._is_over.set()
            await tasks.close(_SAVE_AT_END_WITHIN_S)

    async def _keep_saving(self, store: UsageStore, observe: Observe) -> None:
        failures, is_over = 0, False
        while not is_over:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(SAVE_EVERY_S):
                    await self._is_over.wait()
            is_over = self._is_over.is_set()  # not later: turns may end while the counts are stored
            counts, self._counts = self._counts, Counter()
            if not counts:
                continue
            try:
                await store.add(counts)
            except StoreError as error:
                self._counts.update(counts)
                failures += 1
                if failures == 1:
                    outlook = Outlook.RETRIED
                    observe(OperationFailed(Operation.SAVE_USAGE, error, outlook=outlook))
            else:
                failures = 0


_OF_STATE = {
    TurnState.DONE: Counted.DONE,
    TurnState.FAILED: Counted.FAILED,
    TurnState.STOPPED: Counted.STOPPED,
}


def counted_of(ended: TurnEnded, day: int) -> Iterator[UsageKey]:
    """What is counted of the end of a turn. One that is left to the next process is counted there,
    but for what it has cost here.
    """
    guild_id = ended.origin.guild_id
    is_private = guild_id is None or ended.place_id is None
    guild, channel = (PRIVATE, PRIVATE) if is_private else (guild_id or 0, ended.place_id or 0)
    if ended.is_paid:
        yield UsageKey(day, guild, channel, ended.chat_bot, Counted.ASKED)
    if ended.state in _OF_STATE:
        yield UsageKey(day, guild, channel, ended.chat_bot, _OF_STATE[ended.state])
        if ended.first_text_s is not None:
            within_ms = bound_ms(ended.first_text_s)
            yield UsageKey(day, guild, channel, ended.chat_bot, Counted.FIRST_TEXT, within_ms)
