"""Whether a service that the bot needs is there: told when that changes, not at each failure.

One failure is no outage: services hiccup, and a line for each would hide what matters. A service is
lost once it has failed `LOST_AFTER` times in a row, and back with the first success. One that comes
and goes is told to be lost once a minute at the most.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bridge_bot.core.events import Observe, Service, ServiceBack, ServiceLost

LOST_AFTER = 3
"""So many failures, with no success between them."""

TOLD_EVERY_S = 60.0
"""How long after its return a service may be lost again without a word, in seconds."""


class Availability:
    """What is known of one service. `now` gives seconds on a clock that never goes back."""

    def __init__(
        self, service: Service, observe: Observe, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._service = service
        self._observe = observe
        self._now = now
        self._failures = 0
        self._failing_since_s = 0.0
        self._back_at_s = float("-inf")
        self._is_lost = False

    def failed(self, error: BaseException) -> None:
        """It could not be reached, or could not do its work for a reason of its own."""
        now_s = self._now()
        if not self._failures:
            self._failing_since_s = now_s
        self._failures += 1
        may_tell = now_s >= self._back_at_s + TOLD_EVERY_S
        if self._failures >= LOST_AFTER and may_tell and not self._is_lost:
            self._is_lost = True
            self._observe(ServiceLost(self._service, error, now_s - self._failing_since_s))

    def worked(self) -> None:
        """It did what was asked of it, or refused with words of its own."""
        self._failures = 0
        if self._is_lost:
            self._is_lost, self._back_at_s = False, self._now()
            self._observe(ServiceBack(self._service, self._back_at_s - self._failing_since_s))
