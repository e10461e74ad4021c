"""What is read at a health port, and at what is none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bridge_bot.check.health import running_facts
from bridge_bot.doctor.operator_facts import RunningFacts
from tests.harness.ports import free_port

READY = '{"ready": true, "reasons": [], "chat_api": {"last_result": "ok"}}'
METRICS = """\
# TYPE bridge_bot_questions_refused_total counter
bridge_bot_questions_refused_total{reason="refused-role"} 2.0
bridge_bot_questions_refused_total{reason="other"} 0.0
# TYPE bridge_bot_gateway_latency_seconds gauge
bridge_bot_gateway_latency_seconds{shard="0"} NaN
"""


@asynccontextmanager
async def port_with(readyz: str, metrics: str = METRICS, status: int = 200) -> AsyncIterator[int]:
    """A port that answers so."""
    app, port = web.Application(), free_port()

    async def ready(_: web.Request) -> web.Response:
        return web.Response(text=readyz, status=status)

    async def counted(_: web.Request) -> web.Response:
        return web.Response(text=metrics)

    app.router.add_get("/readyz", ready)
    app.router.add_get("/metrics", counted)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield port
    finally:
        await runner.cleanup()


async def test_what_happened_is_read_and_what_never_did_is_left_out() -> None:
    async with port_with(READY) as port:
        for host in ("127.0.0.1", "0.0.0.0", "localhost"):
            facts = RunningFacts(last_result="ok", refused={"refused-role": 2})
            assert await running_facts(host, port) == facts


async def test_one_that_is_not_ready_says_why() -> None:
    silent = '{"ready": false, "reasons": ["gateway_silent"], "chat_api": {"last_result": null}}'
    async with port_with(silent, "", 503) as port:
        assert await running_facts("127.0.0.1", port) == RunningFacts(("gateway_silent",))


@pytest.mark.parametrize("readyz", ["", "[]", "null", "{}", '{"reasons": 5}', "<html>"])
async def test_what_is_no_health_port_is_left_out(readyz: str) -> None:
    async with port_with(readyz) as port:
        assert await running_facts("127.0.0.1", port) is None
    assert await running_facts("127.0.0.1", free_port()) is None
