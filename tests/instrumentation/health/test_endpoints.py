"""The health port, by requests over HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bridge_bot.core.errors import StartError
from bridge_bot.core.gateway.shards import GatewayReport
from bridge_bot.instrumentation.health.endpoints import MOST_CONNECTIONS, Endpoints, listening
from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness
from bridge_bot.instrumentation.metrics.metrics import Metrics
from tests.harness.ports import free_port

HEARD = GatewayReport((0,), (), (), (), 1.0)


class Port:
    """A health port, the clock of what it shows, and a client of it."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.port = free_port()
        self.lag = EventLoopLag(lambda: self.now_s)
        self.readiness = Readiness(lambda: HEARD, lambda: self.now_s)
        metrics = Metrics(latencies_s=dict, waiting=lambda: 0, is_ready=lambda: True)
        self.endpoints = Endpoints("1.2.3", self.lag, self.readiness, metrics)
        self.session = aiohttp.ClientSession(f"http://127.0.0.1:{self.port}")

    async def get(self, path: str, method: str = "GET") -> tuple[int, str, str]:
        """The status, the content type and the body of a response."""
        async with self.session.request(method, path, data=None) as response:
            assert response.headers["Cache-Control"] == "no-store"
            assert "Server" not in response.headers
            return response.status, response.content_type, await response.text()


@asynccontextmanager
async def opened() -> AsyncIterator[Port]:
    port = Port()
    async with port.session, listening(port.endpoints, "127.0.0.1", port.port):
        yield port


async def test_healthz_answers_from_the_loop_and_fails_while_that_is_stuck() -> None:
    async with opened() as port:
        status, content_type, body = await port.get("/healthz")
        assert (status, content_type) == (200, "application/json")
        assert body == '{"healthy": true, "event_loop_lag_s": 0.0, "version": "1.2.3"}'
        port.lag.measured(2.0)
        port.now_s += 30.0
        status, _, body = await port.get("/healthz")
        assert status == 503
        assert '"healthy": false' in body


async def test_readyz_says_why_it_is_not() -> None:
    async with opened() as port:
        status, content_type, body = await port.get("/readyz")
        assert (status, content_type) == (503, "application/json")
        assert '"reasons": ["schema_not_verified"]' in body
        port.readiness.schema_verified()
        assert (await port.get("/readyz"))[0] == 200


async def test_the_metrics_are_text_for_prometheus() -> None:
    async with opened() as port:
        status, content_type, body = await port.get("/metrics")
        assert (status, content_type) == (200, "text/plain")
        assert 'bridge_bot_votes_total{vote="up"} 0.0' in body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/healthz", 200),
        ("HEAD", "/metrics", 200),
        ("POST", "/healthz", 405),
        ("DELETE", "/metrics", 405),
        ("GET", "/", 404),
        ("GET", "/../.env", 404),
    ],
)
async def test_it_can_only_be_read(method: str, path: str, status: int) -> None:
    async with opened() as port:
        got, _, body = await port.get(path, method)
        assert got == status
        assert method != "HEAD" or body == ""


async def test_connections_are_bounded_and_one_that_ends_makes_room() -> None:
    async with opened() as port:
        idle = [await asyncio.open_connection("127.0.0.1", port.port) for _ in range(50)]
        assert len(idle) == MOST_CONNECTIONS
        with pytest.raises(aiohttp.ClientError):
            await port.get("/healthz")
        for _, writer in idle:
            writer.close()
            await writer.wait_closed()
        async with asyncio.timeout(10):
            while True:
                try:
                    assert (await port.get("/healthz"))[0] == 200
                except aiohttp.ClientError:
                    await asyncio.sleep(0.01)
                else:
                    break


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6")
async def test_the_address_that_is_logged_can_be_opened(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bridge_bot")
    port = Port()
    async with port.session, listening(port.endpoints, "::1", port.port):
        address = caplog.messages[-1].split(": ", 1)[1]
        async with port.session.get(address) as response:
            assert response.status == 503


async def test_an_address_that_can_t_be_had_ends_the_start_with_a_sentence() -> None:
    port = Port()
    await port.session.close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port.port))
        taken.listen()
        with pytest.raises(StartError, match=rf"127\.0\.0\.1:{port.port} .*HEALTH_PORT"):
            async with listening(port.endpoints, "127.0.0.1", port.port):
                pass
    with pytest.raises(StartError, match=r"no-such-host\.invalid"):
        async with listening(port.endpoints, "no-such-host.invalid", port.port):
            pass
