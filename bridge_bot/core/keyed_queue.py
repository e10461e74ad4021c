"""KeyedQueue: work with the same key is done in order, all other work at the same time.

One queue and one worker per key: the order comes by construction, not from locks. Both exist only
while there is work, so an idle key costs nothing. A conversation's questions are answered in such
a queue, the messages and commands of a channel are handled in another.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.events import Observe, Operation, OperationFailed

Key = TypeVar("Key", bound=Hashable)
Work = Callable[[], Awaitable[None]]


class KeyedQueue(Generic[Key]):
    """The queues of one `operation`, by their keys.

    What a piece of work raises is observed, and the queue goes on with the next.
    """

    def __init__(self, observe: Observe, *, operation: Operation) -> None:
        self._observe = observe
        self._operation = operation
        self._waiting: dict[Key, deque[Work]] = {}
        self._workers = BackgroundTasks()
        self._closing = False

    def put(self, key: Key, work: Work) -> None:
        """Do the work once everything is done that was put there before with this key; not at all
        if this is closing.
        """
        if self._closing:
            return
        waiting = self._waiting.get(key)
        if waiting is not None:
            waiting.append(work)
            return
        self._waiting[key] = deque([work])
        self._workers.start(self._run(key), name=f"{self._operation}, queue {key}")

    @contextmanager
    def place_for_block(self, key: Key, *, at_most_s: float) -> Iterator[asyncio.Event]:
        """Give the `with` block a place in the queue, as if it were work that was put there.

        The event is set once all earlier work is done; the block itself decides whether to wait for
        that. Later work waits until the block is left, but not longer than `at_most_s` seconds
        after the event was set.
        """
        is_next, is_left = asyncio.Event(), asyncio.Event()

        async def wait_for_block() -> None:
            is_next.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(at_most_s):
                    await is_left.wait()

        self.put(key, wait_for_block)
        try:
            yield is_next
        finally:
            is_left.set()

    def busy(self, key: Key) -> bool:
        """Whether work with that key is being done, so that more of it has to wait."""
        return key in self._waiting

    def waiting(self, key: Key) -> int:
        """How much work waits with that key, not counting what is being done."""
        return len(self._waiting.get(key, ()))

    @property
    def closing(self) -> bool:
        """Whether no further work will be begun."""
        return self._closing

    async def close(self, grace_s: float) -> None:
        """Begin no further work, give what is being done `grace_s` seconds, then cancel it."""
        self._closing = True
        await self._workers.close(grace_s)

    async def _run(self, key: Key) -> None:
        waiting = self._waiting[key]
        try:
            while waiting and not self._closing:
                work = waiting.popleft()
                try:
                    await work()
                except Exception as error:  # noqa: BLE001 - it must not end the queue
                    self._observe(OperationFailed(self._operation, error))
        finally:
            del self._waiting[key]
