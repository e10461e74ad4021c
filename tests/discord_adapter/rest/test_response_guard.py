"""What discord.py's requests return and raise, whatever answers them."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord
import pytest

from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord
from bridge_bot.discord_adapter.rest.response_guard import ResponseGuard
from tests.discord_adapter.offline_client import offline_client

GET = discord.http.Route("GET", "/gateway")
DELETE = discord.http.Route("DELETE", "/channels/{channel_id}", channel_id=7)


class Http:
    """discord.py's HTTP client, of which each request brings that."""

    def __init__(self, brings: object) -> None:
        self.brings = brings
        self.options: dict[str, Any] = {}
        self.ended = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.client = offline_client().http
        self.client.request = self._request  # type: ignore[method-assign]
        self.guard = ResponseGuard(self.client)

    async def _request(self, route: discord.http.Route, **options: Any) -> Any:
        self.options = options
        try:
            await self.may_end.wait()
        finally:
            self.ended.set()
        if isinstance(self.brings, Exception):
            raise self.brings
        return self.brings


@pytest.mark.parametrize(
    ("route", "answer"),
    [
        pytest.param(GET, {"url": "wss://gateway.example"}, id="an object"),
        pytest.param(GET, [], id="a list"),
        pytest.param(DELETE, "", id="no content, after a status of 204"),
    ],
)
async def test_an_answer_of_discords_is_returned(route: discord.http.Route, answer: object) -> None:
    http = Http(answer)
    assert await http.client.request(route, params={"limit": 1}) == answer
    assert http.options == {"params": {"limit": 1}, "allow_redirects": False}


@pytest.mark.parametrize(
    ("route", "brings"),
    [
        pytest.param(GET, "<html>", id="a page"),
        pytest.param(GET, "", id="nothing, where something was asked for"),
        pytest.param(DELETE, "<html>", id="a page after a write"),
        pytest.param(GET, KeyError("retry_after"), id="a 429 without its fields"),
        pytest.param(GET, UnicodeDecodeError("utf-8", b"", 0, 1, "?"), id="a body that is no text"),
    ],
)
async def test_what_cannot_be_discords_is_raised_as_such(
    route: discord.http.Route, brings: object
) -> None:
    with pytest.raises(NotFromDiscord):
        await Http(brings).client.request(route)


@pytest.mark.parametrize(
    "error", [discord.RateLimited(3.0), aiohttp.ClientError("reset"), OSError("down")]
)
async def test_other_errors_are_raised_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)):
        await Http(error).client.request(GET)


@pytest.mark.parametrize("brings", [{}, OSError("down")])
async def test_a_request_goes_on_when_whoever_waited_for_it_is_cancelled(brings: object) -> None:
    http = Http(brings)
    http.may_end.clear()
    waiting = asyncio.create_task(http.client.request(GET))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    assert not http.ended.is_set()
    http.may_end.set()
    await http.ended.wait()


async def test_closing_gives_up_what_has_not_been_answered() -> None:
    http = Http({})
    http.may_end.clear()
    waiting = asyncio.create_task(http.client.request(GET))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await http.guard.close()
    assert http.ended.is_set()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
