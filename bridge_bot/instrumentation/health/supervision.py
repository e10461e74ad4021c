"""Keeps the service manager informed: the start, the watchdog's signs of life, a line of status."""

from __future__ import annotations

import asyncio

from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness, ReadinessReport
from bridge_bot.instrumentation.health.service_manager import ServiceManager

TOLD_EVERY_S = 5.0
"""At least so often, and twice within the time that the watchdog gives."""

START_EXTENDED_S = 60.0
"""A start that goes on may take so much longer: a database or Discord may be out of reach."""


class Supervision:
    """Tells the service manager of one process, which counts as started once the bot is ready."""

    def __init__(self, manager: ServiceManager, readiness: Readiness, lag: EventLoopLag) -> None:
        self._manager = manager
        self._readiness = readiness
        self._lag = lag
        self._has_started = False
        self._is_stopping = False

    async def tell(self) -> None:
        """Tell it again and again, until cancelled. Nothing is sent while the loop is stuck."""
        watchdog_s = self._manager.watchdog_s
        every_s = TOLD_EVERY_S if watchdog_s is None else min(TOLD_EVERY_S, watchdog_s / 2)
        while True:
            self.tell_once()
            # Before it is ready it looks more often: units that need this one wait for it.
            await asyncio.sleep(every_s if self._has_started else min(every_s, 0.5))

    def tell_once(self) -> None:
        """Tell how things are now."""
        if not self._lag.is_turning:
            return
        report = self._readiness.report()
        if report.is_ready and not self._has_started:
            self._has_started = True
            self._manager.ready()
        elif not self._has_started and not self._is_stopping:
            self._manager.starting(START_EXTENDED_S)
        if self._manager.watchdog_s is not None:
            self._manager.alive()
        self._manager.status(_status(report))

    def stopping(self) -> None:
        """The bot is ending."""
        self._is_stopping = True
        self._manager.stopping()
        self._manager.status(_status(self._readiness.report()))


def _status(report: ReadinessReport) -> str:
    if not report.is_ready:
        return f"not ready: {', '.join(report.reasons)}"
    return "paused" if report.is_paused else f"ready, {len(report.gateway.shards)} shard(s)"
