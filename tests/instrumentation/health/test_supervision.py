"""What systemd is told in the course of a run."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness
from bridge_bot.instrumentation.health.service_manager import ServiceManager
from bridge_bot.instrumentation.health.supervision import Supervision
from tests.harness.virtual_time import now_s, virtual_time


class Service:
    """A bot that systemd watches."""

    def __init__(self, folder: Path) -> None:
        self._systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._systemd.bind(str(folder / "notify"))
        self._systemd.setblocking(False)
        self.manager = ServiceManager(
            {"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": "8000000"}
        )
        self.shards = GatewayShards(now_s)
        self.readiness = Readiness(self.shards.report, now_s)
        self.lag = EventLoopLag(now_s)
        self.supervision = Supervision(self.manager, self.readiness, self.lag)

    def connect(self) -> None:
        self.readiness.schema_verified()
        self.shards.begin([0], lambda _: 0, tuple)
        self.shards.heard(0)
        self.shards.connected(0, is_resumed=False)

    def told(self) -> list[str]:
        """What came since the last call, each different message once."""
        messages = dict[str, None]()
        while True:
            try:
                messages[self._systemd.recv(1000).decode()] = None
            except BlockingIOError:
                return list(messages)

    def close(self) -> None:
        self._systemd.close()


@virtual_time
async def run(service: Service) -> None:
    telling = asyncio.create_task(service.supervision.tell())
    await asyncio.sleep(20)
    assert service.told() == [
        "EXTEND_TIMEOUT_USEC=60000000",
        "WATCHDOG=1",
        "STATUS=not ready: schema_not_verified, gateway_not_connected",
    ]
    service.connect()
    await asyncio.sleep(0.6)
    assert service.told() == ["READY=1", "WATCHDOG=1", "STATUS=ready, 1 shard(s)"]
    await asyncio.sleep(4.0)
    assert service.told() == ["WATCHDOG=1"]  # after half of its time
    await asyncio.sleep(50.0)
    service.told()  # a socket holds few datagrams
    await asyncio.sleep(10.0)
    assert service.told() == ["WATCHDOG=1", "STATUS=not ready: gateway_silent"]
    service.lag.measured(5.0)
    await asyncio.sleep(30.0)
    service.told()
    await asyncio.sleep(30.0)
    assert service.told() == []  # a loop that is stuck gives no sign of life
    service.lag.measured(0.0)
    await asyncio.sleep(4.0)
    service.readiness.stopping()
    service.supervision.stopping()
    assert service.told() == [
        "WATCHDOG=1",
        "STOPPING=1",
        "STATUS=not ready: stopping, gateway_silent",
    ]
    telling.cancel()


def test_the_start_the_signs_of_life_and_the_end_are_told(tmp_path: Path) -> None:
    service = Service(tmp_path)
    with service.manager:
        run(service)
    service.close()
