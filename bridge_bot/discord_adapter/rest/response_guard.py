"""discord.py's REST requests, as they outlive what can't be Discord's.

discord.py 2.7.1 takes a page with status 200 for an answer, and fails with a `KeyError` at a 429
without the fields that it reads. And where a request that met the limit of all requests is
cancelled before that is over, it sends nothing any more: so none is cancelled but at the end.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord

from bridge_bot.discord_adapter.rest.exceptions import NotDiscords


class ResponseGuard:
    """Takes the place of `request` of discord.py's HTTP client."""

    def __init__(self, http: discord.http.HTTPClient) -> None:
        self._request = http.request
        self._running: set[asyncio.Task[Any]] = set()
        http.request = self.request  # type: ignore[method-assign]

    async def request(self, route: discord.http.Route, **options: Any) -> Any:
        """What Discord answers, as JSON.

        Raises discord.py's errors and those of the network, and `NotDiscords` for an answer that
        is not Discord's. Cancelled, the request goes on, and what it brings is dropped.
        """
        sending = asyncio.create_task(self._send(route, options), name=f"sending {route.key}")
        self._running.add(sending)
        sending.add_done_callback(self._ended)
        return await asyncio.shield(sending)

    async def close(self) -> None:
        """Give up what is still on its way."""
        for sending in self._running:
            sending.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _send(self, route: discord.http.Route, options: dict[str, Any]) -> Any:
        try:
            # A redirection would make a reading of a writing; Discord sends none.
            answer = await self._request(route, allow_redirects=False, **options)
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            raise
        except Exception as error:
            raise NotDiscords(f"an answer that can't be read: {type(error).__name__}") from error
        # No content is no page: so a status of 204 reads.
        if isinstance(answer, str) and (answer or route.method == "GET"):
            raise NotDiscords("an answer that is no JSON")
        return answer

    def _ended(self, sending: asyncio.Task[Any]) -> None:
        self._running.discard(sending)
        if not sending.cancelled():
            sending.exception()  # whoever waited has got it; if nobody did, nobody misses it
