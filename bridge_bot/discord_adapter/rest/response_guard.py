"""Guards discord.py's REST requests against responses that are not Discord's, and cancellation.

discord.py 2.7.1 takes a page with status 200 for an answer, and fails with a `KeyError` at a 429
without the fields that it reads. And where a request that met the limit of all requests is
cancelled before that is over, it sends nothing any more: so none is cancelled but at the end.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord


class ResponseGuard:
    """Sends the requests of discord.py's HTTP client, whose `request` it replaces when made."""

    def __init__(self, http: discord.http.HTTPClient) -> None:
        self._sending = BackgroundTasks()
        self._request = patches.replace_request(http, self.request)

    async def request(self, route: discord.http.Route, **options: Any) -> Any:
        """Send a request, and return Discord's answer as JSON.

        Raises discord.py's errors and those of the network, and `NotFromDiscord` for an answer that
        is not Discord's. If this is cancelled, the request goes on, and its answer is dropped.
        """
        sending = self._sending.start(self._send(route, options), name=f"sending {route.key}")
        sending.add_done_callback(_mark_as_seen)
        return await asyncio.shield(sending)

    async def close(self) -> None:
        """Give up the requests that have not been answered."""
        await self._sending.close()

    async def _send(self, route: discord.http.Route, options: dict[str, Any]) -> Any:
        try:
            # A redirection would turn a POST into a GET; Discord sends none.
            answer = await self._request(route, allow_redirects=False, **options)
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            raise
        except Exception as error:
            raise NotFromDiscord(f"an answer that can't be read: {type(error).__name__}") from error
        # discord.py returns a body that is no JSON as a str: empty after a status of 204.
        if isinstance(answer, str) and (answer or route.method == "GET"):
            raise NotFromDiscord("an answer that is no JSON")
        return answer


def _mark_as_seen(sending: asyncio.Task[Any]) -> None:
    """Keep asyncio from logging an error for which nobody waits any more."""
    if not sending.cancelled():
        sending.exception()
