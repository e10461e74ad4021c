"""Operations on the platform or in the store that are tried until they succeed.

Such as removing the cursor below half an answer, while the bot is in time-out. Each is tried with
growing pauses, in a task of its own: no question waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import TooMuchToRetry
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook

BACKOFF = Backoff(first_s=1.0, longest_s=600.0)

RETRIED_FOR_S = 28 * 24 * 3600.0
"""How long, in seconds, an operation is tried: no time-out is longer (Discord's documentation of
`communication_disabled_until`).
"""

MOST_OPERATIONS = 1000
"""How many operations are tried at once; any more are left to the next start."""

CLOSE_WITHIN_S = 1.5
"""How long the last attempts may hold up a shutdown, in seconds."""


class RetryQueue:
    """Operations that are tried until they succeed."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._tasks = BackgroundTasks()
        self._is_closing = asyncio.Event()

    def put(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], *, failures: int = 0
    ) -> bool:
        """Await `work()` again and again until it returns True: nothing is left to be done.

        `failures` is how often it has failed before: with any, a pause comes first. What it raises
        is observed, and ends it. Returns False, and observes it, if that is one too many.
        """
        if len(self._tasks) >= MOST_OPERATIONS:
            error = TooMuchToRetry(f"{MOST_OPERATIONS} operations wait to be tried again")
            self._observe(OperationFailed(operation, error, outlook=Outlook.GIVEN_UP))
            return False
        self._tasks.start(self._until_done(operation, work, failures), name=operation)
        return True

    async def close(self) -> None:
        """Try once more what waits for that, and then stop trying, whatever is not done."""
        self._is_closing.set()
        await self._tasks.close(CLOSE_WITHIN_S)

    async def _until_done(
        self, operation: Operation, work: Callable[[], Awaitable[bool]], failures: int
    ) -> None:
        clock = asyncio.get_running_loop()
        ends_s = clock.time() + RETRIED_FOR_S
        try:
            if failures:
                await self._pause(failures)
            while not (await work() or self._is_closing.is_set()) and clock.time() < ends_s:
                failures += 1
                await self._pause(failures)
        except Exception as error:  # noqa: BLE001 - nobody else would observe it
            self._observe(OperationFailed(operation, error))

    async def _pause(self, failures: int) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(BACKOFF.pause_s(failures)):
                await self._is_closing.wait()
