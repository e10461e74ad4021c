"""How late the event loop comes to what is due: it is late where something keeps it busy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

MEASURED_EVERY_S = 0.5

LATE_S = 1.0
"""With so many seconds of lag or more, the loop counts as late."""

STUCK_AFTER_S = 30.0
"""A loop that was late at each measurement for so long is stuck. A single delay, such as of a
process that was stopped, is over before anybody could help."""


class EventLoopLag:
    """Measures the lag, and tells the `observers` of each measurement, in seconds.

    `steady_s` gives seconds on a clock that never goes back.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self.observers: list[Callable[[float], None]] = []
        self._late_since_s: float | None = None
        self.last_s = 0.0
        """The last measurement."""

    async def measure(self) -> None:
        """Measure again and again, until cancelled."""
        while True:
            due_s = self._steady_s() + MEASURED_EVERY_S
            await asyncio.sleep(MEASURED_EVERY_S)
            self.measured(max(self._steady_s() - due_s, 0.0))

    def measured(self, lag_s: float) -> None:
        """Take note of a measurement."""
        self.last_s = lag_s
        if lag_s < LATE_S:
            self._late_since_s = None
        elif self._late_since_s is None:
            self._late_since_s = self._steady_s()
        for observe in self.observers:
            observe(lag_s)

    @property
    def is_turning(self) -> bool:
        """Whether the loop comes to what is due: it is not stuck."""
        since_s = self._late_since_s
        return since_s is None or self._steady_s() - since_s < STUCK_AFTER_S
