"""What discord.py sends counts into the limits, and what Discord answers tells the time."""

from __future__ import annotations

import asyncio
import contextlib
import time

import aiohttp
import pytest

from bridge_bot.core.events import Event, RequestEnded, RequestLimited
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.request_trace import request_trace
from bridge_bot.sandbox.discord.faults import Reset, StubbedResponse
from bridge_bot.sandbox.discord.server import DiscordStandIn


def machine_clock() -> DiscordClock:
    """A clock that knows nothing of Discord's time yet."""
    return DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)


JSON = {"retry_after": 4}


@pytest.mark.parametrize(
    ("headers", "body", "scope"),
    [
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Scope": "global"}, JSON, "global"),
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Scope": "shared"}, JSON, "shared"),
        ({"Via": "1.1 google", "Retry-After": "4", "X-RateLimit-Limit": "5"}, JSON, "user"),
        ({"Retry-After": "4"}, JSON, "user"),
        ({"Retry-After": "4"}, "error code: 1015", "address"),
    ],
)
async def test_a_429_that_discord_py_gets_is_observed_and_holds_up_our_writes_where_it_means_all(
    headers: dict[str, str], body: dict[str, int] | str, scope: str
) -> None:
    """Without the token that is a part of the path of an interaction's request."""
    events: list[Event] = []
    limiter = RateLimiter(50, events.append)
    async with (
        DiscordStandIn() as discord,
        aiohttp.ClientSession(
            trace_configs=[request_trace(limiter, "agent", machine_clock())]
        ) as session,
    ):
        patches.use_api_base_url(discord.api_base_url)
        path = "/interactions/123456789/a-secret-token/callback"
        discord.faults.inject("POST", ".*", StubbedResponse(429, body, headers))
        async with session.post(discord.api_base_url + path, json={}) as response:
            assert response.status == 429
        (event,) = events
        assert isinstance(event, RequestLimited)
        assert (event.scope, event.retry_after_s) == (scope, 4.0)
        assert event.route == "POST /interactions/{id}/{token}/callback"
        held_up = not limiter.try_permit(Route("edit", 12345))
        assert held_up is (scope in ("global", "address"))


@pytest.mark.parametrize("status", [200, 403, 502])
async def test_the_time_of_something_in_between_is_not_discords(status: int) -> None:
    """A firewall's clock may be wrong by years, and what is older than that would be given up."""
    clock = machine_clock()
    trace = request_trace(RateLimiter(50), "agent", clock)
    async with (
        DiscordStandIn() as discord,
        aiohttp.ClientSession(trace_configs=[trace]) as session,
    ):
        page = StubbedResponse(status, "<html>", {"Date": "Sat, 03 Nov 2046 10:00:00 GMT"})
        discord.faults.inject("GET", ".*", page)
        before = clock.now_s()
        for _ in range(2):
            async with session.get(discord.api_base_url + "/gateway"):
                assert clock.now_s() == pytest.approx(before, abs=60.0)


async def test_what_discord_py_sends_is_observed_by_a_route_without_ids() -> None:
    events: list[Event] = []
    trace = request_trace(RateLimiter(50), "agent", machine_clock(), events.append)
    async with (
        DiscordStandIn() as discord,
        aiohttp.ClientSession(trace_configs=[trace]) as session,
    ):
        patches.use_api_base_url(discord.api_base_url)
        discord.faults.inject("POST", ".*/typing", Reset())
        discord.faults.inject("POST", ".*/typing", StubbedResponse(502, "<html>"))
        for _ in range(2):
            with contextlib.suppress(aiohttp.ClientError):
                async with session.post(discord.api_base_url + "/channels/123456/typing"):
                    pass
    assert events == [
        RequestEnded("POST /channels/{id}/typing", None),
        RequestEnded("POST /channels/{id}/typing", 502),
    ]
