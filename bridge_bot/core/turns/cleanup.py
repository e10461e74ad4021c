"""What is still to be put right on the platform when a turn goes on or has ended.

Such as the mark below half an answer, while the bot is in time-out. It is tried again, slower and
slower, beside all else: no question waits for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bridge_bot.core.events import Observe, Operation, OperationFailed

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 600.0

LONGEST_S = 28 * 24 * 3600.0
"""So long, in seconds, it is tried: no time-out is longer (Discord's documentation of
`communication_disabled_until`).
"""

MOST = 1000
"""So many things at the most are tried again; what else there is has to wait for the next start."""


class Cleanup:
    """Work that is done again until it succeeds."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._tasks: set[asyncio.Task[None]] = set()

    def put(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], *, after_s: float = 0.0
    ) -> None:
        """Do some work, in `after_s` seconds, and again until it returns True, which says that
        nothing is left to be done; `doing` completes "while …".
        """
        if len(self._tasks) >= MOST:
            return
        task = asyncio.create_task(self._until_done(operation, work, after_s), name=operation)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Leave what is not done."""
        tasks = set(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _until_done(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], pause_s: float
    ) -> None:
        clock = asyncio.get_running_loop()
        ends_s = clock.time() + LONGEST_S
        try:
            await asyncio.sleep(pause_s)
            while not await work() and clock.time() < ends_s:
                pause_s = min(max(2 * pause_s, FIRST_PAUSE_S), LONGEST_PAUSE_S)
                await asyncio.sleep(pause_s)
        except Exception as error:  # noqa: BLE001 - nobody else would hear of it
            self._observe(OperationFailed(operation, error))
