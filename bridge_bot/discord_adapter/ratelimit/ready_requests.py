"""The requests that only wait for the global limit, and how they share it.

While more of them wait than it allows, first texts get half of it, final edits a third and interim
edits a sixth; what one of them does not use is shared by the others. Within a priority servers take
turns, and the channels of each server. So a flood of requests in one server holds up those of
another by one request each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bridge_bot.core.fairness.fair_queue import FairQueue, Flow
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.route_window import Route

SHARES: Mapping[Priority, int] = {Priority.FIRST_TEXT: 2, Priority.FINAL: 3, Priority.INTERIM: 6}
"""One in so many requests has that priority while more of each wait than may be sent."""


@dataclass(slots=True, eq=False)
class WaitingRequest:
    """A request that waits, until its permit is `granted`."""

    route: Route
    flow: Flow
    priority: Priority
    granted: asyncio.Future[None]
    is_ready: bool = False


class ReadyRequests:
    """Those requests, and which of them is next by `SHARES`."""

    def __init__(self) -> None:
        self._waiting: dict[Priority, FairQueue[WaitingRequest]] = {
            each: FairQueue() for each in Priority
        }
        # By priority: after how many requests of all together its last one was due (stride
        # scheduling).
        self._progress = dict.fromkeys(Priority, 0)
        self._reached = 0

    def add(self, waiter: WaitingRequest) -> None:
        """Add one that waits for nothing else any more."""
        waiting = self._waiting[waiter.priority]
        if not waiting:  # what it did not use while nobody waited was used by the others
            self._progress[waiter.priority] = max(self._progress[waiter.priority], self._reached)
        waiter.is_ready = True
        waiting.put(waiter.flow, waiter)

    def remove(self, waiter: WaitingRequest) -> None:
        """Remove one that does not wait any more; nothing happens if it is not here."""
        self._waiting[waiter.priority].remove(waiter.flow, waiter)

    def next(self) -> WaitingRequest | None:
        """Remove and return the next one; None if there is none."""
        priorities = [each for each, waiting in self._waiting.items() if waiting]
        if not priorities:
            return None
        priority = min(priorities, key=self._after)
        self._reached, self._progress[priority] = self._progress[priority], self._after(priority)
        waiter = self._waiting[priority].pop()
        waiter.is_ready = False
        return waiter

    def __bool__(self) -> bool:
        return any(self._waiting.values())

    def _after(self, priority: Priority) -> int:
        """The progress of a priority once one more request of it is sent."""
        return self._progress[priority] + SHARES[priority]
