"""What is measured and opened, by what the operator has set."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bridge_bot.core.events import AskingPaused
from bridge_bot.instrumentation.health.health import open_health
from tests.harness.ports import free_port


@pytest.mark.parametrize(
    ("has_port", "has_manager", "tasks"),
    [(False, False, 0), (True, False, 1), (False, True, 2), (True, True, 2)],
)
async def test_nothing_runs_for_nobody(
    tmp_path: Path, has_port: bool, has_manager: bool, tasks: int
) -> None:
    before = asyncio.all_tasks()
    async with open_health(
        version="1",
        host="127.0.0.1",
        port=free_port() if has_port else None,
        environment={"NOTIFY_SOCKET": str(tmp_path / "notify")} if has_manager else {},
    ) as health:
        assert len(asyncio.all_tasks() - before) == tasks
        assert len(health.sinks) == 1 + has_port
        for sink in health.sinks:
            sink(AskingPaused(1))
        assert health.readiness.report().is_paused
        health.stopping()
        assert "stopping" in health.readiness.report().reasons
    assert asyncio.all_tasks() == before


def test_a_bot_without_a_health_port_loads_neither_a_web_server_nor_the_metrics() -> None:
    """They would take three MiB."""
    program = "import sys, bridge_bot.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()
    assert "bridge_bot.instrumentation.health.health" in loaded
    assert {"prometheus_client", "aiohttp.web"}.isdisjoint(loaded)
