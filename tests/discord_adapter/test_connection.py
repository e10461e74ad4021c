"""Staying connected: how long is waited before the next attempt."""

from __future__ import annotations

import aiohttp
import pytest

from bridge_bot.core.events import Event, LimitScope, RequestLimited
from bridge_bot.discord_adapter.connection import _Backoff, _tracing, redirect
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.responses import Limited, limited, retry_after_s
from bridge_bot.sandbox.discord.faults import Answer
from bridge_bot.sandbox.discord.server import DiscordStandIn


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
    budget = RateLimiter(50, events.append)
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


@pytest.mark.parametrize("status", [200, 403, 502])
async def test_the_time_of_something_in_between_is_not_discords(status: int) -> None:
    """A firewall's clock may be wrong by years, and what is older than that would be given up."""
    clock = DiscordClock()
    tracing = _tracing(RateLimiter(50), "agent", clock)
    async with (
        DiscordStandIn() as discord,
        aiohttp.ClientSession(trace_configs=[tracing]) as session,
    ):
        page = Answer(status, "<html>", {"Date": "Sat, 03 Nov 2046 10:00:00 GMT"})
        discord.faults.order("GET", ".*", page)
        before = clock.now_s()
        for _ in range(2):
            async with session.get(discord.api_base_url + "/gateway"):
                assert clock.now_s() == pytest.approx(before, abs=60.0)


@pytest.mark.parametrize("headers", [{"Retry-After": "4"}, {"Retry-After": "4", "Via": "1.1 me"}])
def test_a_429_that_names_no_limit_is_a_block_of_the_address(headers: dict[str, str]) -> None:
    """A `Via` names whoever has passed it on (RFC 9110)."""
    assert limited(headers, {}) == Limited(LimitScope.ADDRESS, 4.0)


def test_how_long_to_wait_until_a_date_is_told_by_the_clock_of_the_response() -> None:
    headers = {
        "Date": "Sat, 03 Nov 2046 10:00:00 GMT",
        "Retry-After": "Sat, 03 Nov 2046 10:00:30 GMT",
    }
    assert retry_after_s(headers, {}) == 30.0
