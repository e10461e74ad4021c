"""Slots that are short, such as requests to the Chat API at once, and who gets the next one.

A server that holds no slot goes first; the others take turns, and the channels of each server. As
a slot may be held for long, turns alone would not do: where several servers share the slots, a
tenth of them is kept for servers that hold none. So one server can't keep all others waiting until
its answers end.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.fairness.fair_queue import FairQueue, Flow

KEPT_ONE_IN = 10
"""One slot in so many, and at least one, is kept for servers that hold none."""

LOOK_EVERY_S = 1.0
"""How often it is looked whether there are more slots by now, while anything waits, in seconds."""


@dataclass(slots=True, eq=False)
class _Waiter:
    flow: Flow
    granted: asyncio.Future[None]


class FairSlots:
    """`limit()` is how many slots there are now; if it falls, those that are held stay so. Nobody
    tells that it has risen, as it may by time alone.

    `is_shared()` says whether more than one server may ask for them: one alone can have all.
    """

    def __init__(
        self, limit: Callable[[], int], *, is_shared: Callable[[], bool] = lambda: True
    ) -> None:
        self._limit = limit
        self._is_shared = is_shared
        self._held: Counter[int] = Counter()  # by server; those that hold none are left out
        self._held_in_all = 0
        # What waits of the servers that hold none, and of the others.
        self._of_new: FairQueue[_Waiter] = FairQueue()
        self._of_others: FairQueue[_Waiter] = FairQueue()
        self._next_look: asyncio.TimerHandle | None = None  # while anything waits

    async def take(self, flow: Flow) -> None:
        """Wait for a slot; the caller has to give it back."""
        waiter = _Waiter(flow, asyncio.get_running_loop().create_future())
        queue = self._of_others if flow.server_id in self._held else self._of_new
        queue.put(flow, waiter)
        self._grant()
        try:
            await waiter.granted
        except asyncio.CancelledError:
            if waiter.granted.cancelled():
                for queue in (self._of_new, self._of_others):
                    queue.remove(flow, waiter)
            else:  # granted, and cancelled before it was told
                self.give_back(flow)
            raise

    def give_back(self, flow: Flow) -> None:
        """Give back a slot that was taken for this flow."""
        server_id = flow.server_id
        self._held_in_all -= 1
        self._held[server_id] -= 1
        if not self._held[server_id]:
            del self._held[server_id]
            self._of_others.move_server(server_id, self._of_new)
        self._grant()

    def must_wait(self, flow: Flow) -> bool:
        """Whether whoever takes a slot for this flow now has to wait."""
        return self._free() <= (self._kept() if flow.server_id in self._held else 0)

    def _free(self) -> int:
        return self._limit() - self._held_in_all

    def _kept(self) -> int:
        limit = self._limit()
        return max(limit // KEPT_ONE_IN, 1) if limit > 1 and self._is_shared() else 0

    def _grant(self) -> None:
        """Give the free slots to those that wait, and look again while any are left."""
        while queue := self._next_queue():
            waiter = queue.pop()
            if waiter.granted.done():  # cancelled, and not yet removed
                continue
            server_id = waiter.flow.server_id
            self._held_in_all += 1
            self._held[server_id] += 1
            self._of_new.move_server(server_id, self._of_others)
            waiter.granted.set_result(None)
        if self._next_look is not None:
            self._next_look.cancel()
            self._next_look = None
        if self._of_new or self._of_others:
            loop = asyncio.get_running_loop()
            self._next_look = loop.call_later(LOOK_EVERY_S, self._grant)

    def _next_queue(self) -> FairQueue[_Waiter] | None:
        free = self._free()
        if free > 0 and self._of_new:
            return self._of_new
        return self._of_others if free > self._kept() and self._of_others else None


@dataclass(eq=False, repr=False, slots=True)
class HeldSlot:
    """The slot that one turn or question of a flow takes, and holds until it gives it back."""

    slots: FairSlots
    flow: Flow
    is_waiting: bool = False
    is_held: bool = False

    @property
    def must_wait(self) -> bool:
        """Whether `take` would have to wait now."""
        return self.slots.must_wait(self.flow)

    async def take(self) -> None:
        """Wait for a slot, and hold it."""
        self.is_waiting = True
        try:
            await self.slots.take(self.flow)
        finally:
            self.is_waiting = False
        self.is_held = True

    def give_back(self) -> None:
        """Give the slot back, if it is held."""
        if self.is_held:
            self.is_held = False
            self.slots.give_back(self.flow)
