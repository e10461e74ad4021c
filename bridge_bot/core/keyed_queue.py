"""KeyedQueue: what belongs to the same thing is done in order, all else beside it.

One queue and one worker per key: the order comes by construction, not from locks. A lane exists
only while it has work, so an idle one costs nothing. The questions of a conversation are answered
in such a lane; the adapter uses lanes too, so that messages of a channel are taken in as they came.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from bridge_bot.core.events import Observe, Operation, OperationFailed

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


class KeyedQueue(Generic[Key, Item]):
    """All lanes of one kind of work; `doing` says in the log what it is.

    `work` does one item; what it raises is observed, and the lane goes on with the next.
    """

    def __init__(
        self, work: Callable[[Item], Awaitable[None]], observe: Observe, *, operation: Operation
    ) -> None:
        self._work = work
        self._observe = observe
        self._operation = operation
        self._waiting: dict[Key, deque[Item]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._closing = False

    def put(self, key: Key, item: Item) -> None:
        """Have the item done once those before it in its lane are."""
        lane = self._waiting.get(key)
        if lane is not None:
            lane.append(item)
            return
        self._waiting[key] = deque([item])
        worker = asyncio.create_task(self._run(key), name=f"{self._operation} in lane {key}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    def busy(self, key: Key) -> bool:
        """Whether something of that key is being done, so that more of it has to wait."""
        return key in self._waiting

    def waiting(self, key: Key) -> int:
        """How many items wait in a lane, not counting the one being done."""
        return len(self._waiting.get(key, ()))

    @property
    def closing(self) -> bool:
        """Whether no further item will be begun."""
        return self._closing

    async def close(self, grace_s: float) -> None:
        """Begin no further item, give running ones `grace_s` seconds, then cancel them."""
        self._closing = True
        if not self._workers:
            return
        _, unfinished = await asyncio.wait(self._workers, timeout=grace_s)
        for worker in unfinished:
            worker.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)

    async def _run(self, key: Key) -> None:
        lane = self._waiting[key]
        try:
            while lane and not self._closing:
                try:
                    await self._work(lane.popleft())
                except Exception as error:  # noqa: BLE001 - one of the program's two borders
                    self._observe(OperationFailed(self._operation, error))
        finally:
            del self._waiting[key]
