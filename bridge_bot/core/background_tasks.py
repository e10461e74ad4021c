"""Tasks that run beside everything else, and the owner that ends them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class BackgroundTasks:
    """Owns tasks until they end, or until `close` ends them. A task is started from a coroutine
    that handles its own errors: nobody else looks at what it raises.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        """How many of them have not ended."""
        return len(self._tasks)

    def start(self, work: Coroutine[Any, Any, Result], *, name: str) -> asyncio.Task[Result]:
        """Run the coroutine as a task of that name, and return the task."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def close(self, grace_s: float = 0.0) -> None:
        """Give the tasks `grace_s` seconds to end, then cancel those that have not and await them.

        A task that ends itself by calling this is left out. If this is cancelled, so are they all,
        once, and awaited.
        """
        # Awaiting one that has just ended would take turns of the event loop: the end of an answer
        # would reach its reply later than its last text.
        tasks = {task for task in self._tasks if not task.done()} - {asyncio.current_task()}
        try:
            if grace_s and tasks:
                _, tasks = await asyncio.wait(tasks, timeout=grace_s)
        finally:
            for task in tasks:
                task.cancel()
            await _until_ended(tasks)


async def _until_ended(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Wait for tasks also while this is cancelled: a further cancellation would cut short what they
    do at their end.
    """
    ended = asyncio.gather(*tasks, return_exceptions=True)
    try:
        await asyncio.shield(ended)
    except asyncio.CancelledError:
        await asyncio.wait({ended})
        raise
