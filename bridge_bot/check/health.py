"""Asks the health port of a running bot what it has seen."""

from __future__ import annotations

import json
from collections.abc import Mapping

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from bridge_bot.doctor.operator_facts import RunningFacts

WITHIN_S = 3.0

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - not to listen on
_COUNTED = {
    "refused": "bridge_bot_questions_refused_total",
    "skipped": "bridge_bot_gateway_events_skipped_total",
    "limited": "bridge_bot_discord_limited_total",
    "failed": "bridge_bot_chat_api_errors_total",
}


async def running_facts(host: str, port: int) -> RunningFacts | None:
    """What a bot tells at that port; None if none listens there."""
    host = _EVERYWHERE.get(host, host)
    base_url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    timeout = aiohttp.ClientTimeout(total=WITHIN_S)
    try:
        async with aiohttp.ClientSession(base_url, timeout=timeout) as session:
            async with session.get("/readyz") as response:
                report = json.loads(await response.text())
            async with session.get("/metrics") as response:
                counts = _counts(await response.text())
        return RunningFacts(
            reasons=tuple(map(str, report["reasons"])),
            last_result=str(report["chat_api"]["last_result"] or ""),
            **counts,
        )
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError, KeyError, TypeError):
        return None


def _counts(metrics: str) -> dict[str, Mapping[str, int]]:
    """What was counted since the start of the bot, without what never happened."""
    counts = {metric: dict[str, int]() for metric in _COUNTED.values()}
    for family in text_string_to_metric_families(metrics):
        for sample in family.samples:
            if sample.name in counts and sample.value > 0:
                label = next(iter(sample.labels.values()), "")
                counts[sample.name][label] = int(sample.value)
    return {name: counts[metric] for name, metric in _COUNTED.items()}
