"""Whether a service that the bot needs is there: told when that changes, not at each failure.

One failure is no outage: services hiccup, and a line for each would hide what matters. A service is
lost once it has failed `LOST_AFTER` times in a row, and back with the first success.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bridge_bot.core.events import Observe, Service, ServiceBack, ServiceLost

LOST_AFTER = 3
"""So many failures, with no success between them."""


class Availability:
    """What is known of one service. `now` gives seconds on a clock that never goes back."""

    def __init__(
        self, service: Service, observe: Observe, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._service = service
        self._observe = observe
        self._now = now
        self._failures = 0
        self._since = 0.0

    def failed(self, error: BaseException) -> None:
        """It could not be reached, or could not do its work for a reason of its own."""
        if not self._failures:
            self._since = self._now()
        self._failures += 1
        if self._failures == LOST_AFTER:
            self._observe(ServiceLost(self._service, error))

    def worked(self) -> None:
        """It did what was asked of it, or refused with words of its own."""
        if self._failures >= LOST_AFTER:
            self._observe(ServiceBack(self._service, self._now() - self._since))
        self._failures = 0
