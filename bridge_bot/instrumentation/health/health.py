"""The health of one process: what is measured, and to whom it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness
from bridge_bot.instrumentation.health.service_manager import ServiceManager
from bridge_bot.instrumentation.health.supervision import Supervision
from bridge_bot.instrumentation.sinks import Sink


@dataclass(slots=True, eq=False)
class Health:
    """What the rest of the program tells of its health.

    `shards` is for the platform's adapter, `sinks` are for events, and `waiting` is to be set once
    there is a queue: it gives how many questions wait. `stopping` is called when the end begins.
    """

    shards: GatewayShards
    readiness: Readiness
    sinks: list[Sink]
    waiting: Callable[[], int] = lambda: 0
    on_stopping: list[Callable[[], None]] = field(default_factory=list)

    def waiting_now(self) -> int:
        """How many questions wait."""
        return self.waiting()

    def stopping(self) -> None:
        """The bot is ending."""
        self.readiness.stopping()
        for tell in self.on_stopping:
            tell()


@asynccontextmanager
async def open_health(
    *, version: str, host: str, port: int | None, environment: Mapping[str, str]
) -> AsyncIterator[Health]:
    """Measure, and answer on the health port, as long as the context lasts.

    Without a port there is none, and without a service manager in the environment (see
    `ServiceManager`) none is told; without both nothing is measured. Raises `StartError` if the
    port can't be had.
    """
    steady_s = asyncio.get_running_loop().time
    shards = GatewayShards(steady_s)
    readiness = Readiness(shards.report, steady_s)
    health = Health(shards, readiness, [readiness.observe])
    async with AsyncExitStack() as stack:
        manager = stack.enter_context(ServiceManager(environment))
        lag = EventLoopLag(steady_s)
        if port is not None:
            await stack.enter_async_context(_open_port(health, lag, version, host, port))
        tasks = BackgroundTasks()
        stack.push_async_callback(tasks.close)
        if port is not None or manager.is_there:
            tasks.start(lag.measure(), name="measuring the lag of the event loop")
        if manager.is_there:
            supervision = Supervision(manager, readiness, lag)
            health.on_stopping.append(supervision.stopping)
            tasks.start(supervision.tell(), name="telling the service manager")
        yield health


def _open_port(
    health: Health, lag: EventLoopLag, version: str, host: str, port: int
) -> AbstractAsyncContextManager[None]:
    """The health port, and the metrics that it shows."""
    # Imported here: without a port nobody needs them, and they take memory.
    from bridge_bot.instrumentation.health.endpoints import (  # noqa: PLC0415
        Endpoints,
        listening,
    )
    from bridge_bot.instrumentation.metrics.metrics import Metrics  # noqa: PLC0415

    readiness = health.readiness
    metrics = Metrics(
        latencies_s=health.shards.latencies_s,
        waiting=health.waiting_now,
        is_ready=lambda: readiness.report().is_ready,
    )
    health.sinks.append(metrics.observe)
    lag.observers.append(metrics.observe_lag)
    return listening(Endpoints(version, lag, readiness, metrics), host, port)
