"""Staying connected: how long is waited before the next attempt."""

from __future__ import annotations

import aiohttp
import pytest

from bridge_bot.core.events import Event, RequestLimited
from bridge_bot.discord_adapter.budget import Budget
from bridge_bot.discord_adapter.connection import _Backoff, _tracing, redirect
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.window import Route
from bridge_bot.sandbox.discord_server import DiscordStandIn
from bridge_bot.sandbox.faults import Answer


def test_no_pause_between_two_attempts_is_longer_than_about_a_minute() -> None:
    """However many there were: discord.py's own pauses grow to 17 minutes."""
    backoff = _Backoff()
    pauses = [backoff.delay() for _ in range(100)]
    assert max(pauses) <= 64
    assert max(pauses[50:]) > 5


@pytest.mark.parametrize(
    ("headers", "scope"),
    [
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Scope": "global"}, "global"),
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Scope": "shared"}, "shared"),
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Limit": "5"}, "user"),
        ({"Retry-After": "4"}, "address"),
    ],
)
async def test_a_429_that_discord_py_gets_is_observed_and_holds_up_our_writes_where_it_means_all(
    headers: dict[str, str], scope: str
) -> None:
    """Without the token that is a part of the path of an interaction's request."""
    events: list[Event] = []
    budget = Budget(50, events.append)
    async with (
        DiscordStandIn() as discord,
        aiohttp.ClientSession(trace_configs=[_tracing(budget, "agent", DiscordClock())]) as session,
    ):
        redirect(discord.api_base_url)
        path = "/interactions/123456789/a-secret-token/callback"
        discord.faults.order("POST", ".*", Answer(429, {"retry_after": 4}, headers))
        async with session.post(discord.api_base_url + path, json={}) as response:
            assert response.status == 429
        (event,) = events
        assert isinstance(event, RequestLimited)
        assert (event.scope, event.retry_after_s) == (scope, 4.0)
        assert event.route == "POST /interactions/{id}/{token}/callback"
        held_up = not budget.spend_spare(Route("edit", 12345))
        assert held_up is (scope in ("global", "address"))
