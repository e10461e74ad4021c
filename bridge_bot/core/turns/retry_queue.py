"""What is still to be done on the platform or in the store when a turn goes on or has ended.

Such as removing the cursor below half an answer, while the bot is in time-out. It is tried again
and again, with growing pauses, beside everything else: no question waits for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.events import Observe, Operation, OperationFailed

PAUSES = Backoff(first_s=1.0, longest_s=600.0)

LONGEST_S = 28 * 24 * 3600.0
"""How long, in seconds, something is tried: no time-out is longer (Discord's documentation of
`communication_disabled_until`).
"""

MOST = 1000
"""How many operations are tried again at once; any more have to wait for the next start."""


class RetryQueue:
    """Operations that are tried until they succeed."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._tasks = BackgroundTasks()

    def put(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], *, failures: int = 0
    ) -> None:
        """Do `work`, and do it again until it returns True, which says that nothing is left to do.

        After so many `failures` the first try comes after a pause as well, else it comes at once.
        """
        if len(self._tasks) < MOST:
            self._tasks.start(self._until_done(operation, work, failures), name=operation)

    async def close(self) -> None:
        """Stop trying, whatever is not done."""
        await self._tasks.close()

    async def _until_done(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], failures: int
    ) -> None:
        clock = asyncio.get_running_loop()
        ends_s = clock.time() + LONGEST_S
        try:
            if failures:
                await asyncio.sleep(PAUSES.pause_s(failures))
            while not await work() and clock.time() < ends_s:
                failures += 1
                await asyncio.sleep(PAUSES.pause_s(failures))
        except Exception as error:  # noqa: BLE001 - nobody else would hear of it
            self._observe(OperationFailed(operation, error))
