"""The health port: `/healthz`, `/readyz` and `/metrics` over HTTP.

Nothing here changes anything, or tells a secret, an id or a word of anybody's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import hdrs, web

from bridge_bot.core.errors import StartError
from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness
from bridge_bot.instrumentation.logging import log
from bridge_bot.instrumentation.metrics.metrics import Metrics

MOST_CONNECTIONS = 50
"""One more is closed at once."""

_UNAVAILABLE = 503
_UNUSED_AFTER_S = 30.0
_MOST_BYTES = 1024  # of a request's body, of which nothing is read


class Endpoints:
    """Answers the requests."""

    def __init__(
        self, version: str, lag: EventLoopLag, readiness: Readiness, metrics: Metrics
    ) -> None:
        self._version = version
        self._lag = lag
        self._readiness = readiness
        self._metrics = metrics

    def app(self) -> web.Application:
        """The routes. Each takes GET and HEAD, and no other method."""
        app = web.Application(client_max_size=_MOST_BYTES)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics_page)
        app.on_response_prepare.append(_set_headers)
        return app

    async def _healthz(self, _: web.Request) -> web.Response:
        """200 while the event loop turns, 503 while it is stuck."""
        is_turning = self._lag.is_turning
        body = {
            "healthy": is_turning,
            "event_loop_lag_s": round(self._lag.last_s, 3),
            "version": self._version,
        }
        return web.json_response(body, status=200 if is_turning else _UNAVAILABLE)

    async def _readyz(self, _: web.Request) -> web.Response:
        """200 while questions are heard and can be taken in, else 503."""
        report = self._readiness.report()
        status = 200 if report.is_ready else _UNAVAILABLE
        return web.json_response(report.as_json(), status=status)

    async def _metrics_page(self, request: web.Request) -> web.Response:
        """The metrics, in the form that is asked for."""
        body, content_type = self._metrics.exposition(request.headers.get(hdrs.ACCEPT, ""))
        return web.Response(body=body, headers={hdrs.CONTENT_TYPE: content_type})


@asynccontextmanager
async def listening(endpoints: Endpoints, host: str, port: int) -> AsyncIterator[None]:
    """Answer at that address as long as the context lasts. Raises `StartError` if it can't be had.

    The context's exit ends requests that are under way.
    """
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    runner = web.AppRunner(
        endpoints.app(), access_log=None, keepalive_timeout=_UNUSED_AFTER_S, shutdown_timeout=0.1
    )
    await runner.setup()
    try:
        server = await asyncio.get_running_loop().create_server(
            _bounded(runner), host, port, backlog=MOST_CONNECTIONS
        )
    except (OSError, UnicodeError) as error:
        await runner.cleanup()
        reason = getattr(error, "strerror", None) or str(error)
        raise StartError(
            f"The health port can't be opened: {address} ({reason}). Choose another one by"
            " HEALTH_HOST and HEALTH_PORT, or end the program that uses it."
        ) from None
    log.info("the health port is open: http://%s/readyz", address)
    try:
        yield
    finally:
        server.close()
        await runner.cleanup()
        await server.wait_closed()


def _bounded(runner: web.AppRunner) -> Callable[[], asyncio.BaseProtocol]:
    """What makes the protocol of a new connection."""

    def new_protocol() -> asyncio.BaseProtocol:
        server = runner.server
        if server is None or len(server.connections) >= MOST_CONNECTIONS:
            return _Refused()
        return server()

    return new_protocol


class _Refused(asyncio.Protocol):
    """Closes a connection that is one too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


async def _set_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers[hdrs.CACHE_CONTROL] = "no-store"
    response.headers.popall(hdrs.SERVER, None)  # it would name the versions of what runs here
