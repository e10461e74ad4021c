"""Whether a service that the bot needs is available, observed when that changes.

One failure is no outage, and a line for each would hide what matters in the log. A service is lost
once it has failed `LOST_AFTER` times in a row, and back with the first success. One that comes and
goes is reported as lost once a minute at the most.
"""

from __future__ import annotations

import asyncio

from bridge_bot.core.events import Observe, Service, ServiceBack, ServiceLost

LOST_AFTER = 3
"""So many failures, with no success between them."""

REPORTED_EVERY_S = 60.0
"""How long after its return a service may be lost again without a report, in seconds."""


class Availability:
    """Whether one service is available."""

    def __init__(self, service: Service, observe: Observe) -> None:
        self._service = service
        self._observe = observe
        self._failures = 0
        self._failing_since_s = 0.0
        self._back_at_s = float("-inf")
        self._is_lost = False

    def failed(self, error: BaseException) -> None:
        """It could not be reached, or could not do its work for a reason of its own."""
        now_s = asyncio.get_running_loop().time()
        if not self._failures:
            self._failing_since_s = now_s
        self._failures += 1
        may_report = now_s >= self._back_at_s + REPORTED_EVERY_S
        if self._failures >= LOST_AFTER and may_report and not self._is_lost:
            self._is_lost = True
            self._observe(ServiceLost(self._service, error, now_s - self._failing_since_s))

    def worked(self) -> None:
        """It did what was asked of it, or refused in its own terms."""
        self._failures = 0
        if self._is_lost:
            self._is_lost, self._back_at_s = False, asyncio.get_running_loop().time()
            self._observe(ServiceBack(self._service, self._back_at_s - self._failing_since_s))
