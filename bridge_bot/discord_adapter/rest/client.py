"""Sends the REST requests that do not go through discord.py, and raises typed errors."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

import aiohttp

from bridge_bot.core.availability import Availability
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.events import Observe, RequestEnded, Service, unobserved
from bridge_bot.core.model import File
from bridge_bot.core.ports import Priority
from bridge_bot.core.turns.ownership.lease import REQUEST_S
from bridge_bot.discord_adapter.ratelimit.limiter import ExceededLimit, RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import RateLimitHeaders, Route
from bridge_bot.discord_adapter.rest.responses import (
    TOO_MANY,
    error_of,
    exceeded_limit,
    id_of,
    request_template,
    retry_after_s,
)
from bridge_bot.proxies.connector import AUTHENTICATION_REQUIRED, ProxyConnector, ProxyFailed
from bridge_bot.proxies.proxies import NO_PROXIES, Proxies

REQUEST_TIMEOUT_S = REQUEST_S

_NO_CONTENT = 204
_REDIRECTIONS = 300  # and above
_ERRORS = 400
_FAILURES = 500

_ATTEMPTS = 6
_BACKOFF = Backoff(first_s=0.5, longest_s=8.0)


class DiscordRest:
    """Sends requests as the bot. An async context manager that owns its connections.

    `api_base_url` ends with the version; `token` is the bot's. What a response says of the limits
    is passed to the limiter. Each response is observed, and when Discord can't be reached, and when
    it can again.
    `now_s` returns seconds since the Unix epoch.
    """

    def __init__(
        self,
        *,
        token: str,
        api_base_url: str,
        user_agent: str,
        proxies: Proxies = NO_PROXIES,
        limiter: RateLimiter,
        observe: Observe = unobserved,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._headers = {"User-Agent": user_agent}
        self._authorization = {"Authorization": f"Bot {token}"}
        self._base = api_base_url.rstrip("/")
        self._proxies = proxies
        self._limiter = limiter
        self._now_s = now_s
        self._observe = observe
        self._availability = Availability(Service.DISCORD, observe)
        self._session: aiohttp.ClientSession | None = None
        self._own_id: int | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            connector=ProxyConnector(self._proxies, limit=0, keepalive_timeout=60),
            timeout=aiohttp.ClientTimeout(total=REQUEST_TIMEOUT_S),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def own_id(self) -> int:
        """The bot's user id. Raises what `request` raises."""
        if self._own_id is None:
            self._own_id = id_of(await self.request("GET", "/users/@me", Route("me", 0)))
        return self._own_id

    async def send(
        self,
        method: str,
        path: str,
        route: Route,
        body: Mapping[str, object] | None = None,
        file: File | None = None,
    ) -> dict[str, Any]:
        """Send a request that the rate limiter has permitted, and return the body of its response.

        With a file, the body goes beside it as `payload_json` (Discord's documentation). A list
        comes back as its `items`. Raises `PlatformError`; `PlatformBusy` where a retry helps. No
        error has the path in it, which may contain an interaction's token.
        """
        if self._session is None:
            raise RuntimeError("DiscordRest is used outside its context")
        limit_headers: RateLimitHeaders | None = None
        exceeded: ExceededLimit | None = None
        status: int | None = None
        try:
            content_sent = {"json": body} if file is None else {"data": _form(body, file)}
            async with self._session.request(
                # A redirect would turn a POST into a GET; Discord sends none.
                *(method, self._base + path),
                allow_redirects=False,
                headers=None if route.is_interaction else self._authorization,
                **content_sent,
            ) as response:
                status = response.status
                content = await _json(response)
                headers, body = response.headers, content or {}
                wait_s = retry_after_s(headers, body, now_s=self._now_s())
                if response.status == TOO_MANY:
                    exceeded = exceeded_limit(headers, body, wait_s)
                else:
                    limit_headers = _limit_headers(headers)
                return self._content_of(response.status, content, wait_s)
        except ProxyFailed as error:
            raise self._lost(error.reason, error.status) from None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise self._lost(f"no response from Discord: {type(error).__name__}") from None
        finally:
            template = request_template(method, path)
            self._observe(RequestEnded(template, status))
            if status is None:
                self._limiter.given_up(route)
            elif exceeded is None:
                self._limiter.answered(route, limit_headers)
            else:
                self._limiter.refused(template, exceeded, route)

    def _content_of(
        self, status: int, content: dict[str, Any] | None, wait_s: float | None
    ) -> dict[str, Any]:
        """The content of a successful response; raises the error that any other one means."""
        if status == _NO_CONTENT or (status < _REDIRECTIONS and content is not None):
            self._availability.worked()
            return content or {}
        if status < _ERRORS:
            raise self._lost("no word of Discord's", status)
        error = error_of(status, content or {}, wait_s)
        passes = isinstance(error, PlatformBusy)
        if passes and (status >= _FAILURES or not error.code) and status != TOO_MANY:
            self._availability.failed(error)
        elif status != TOO_MANY or content:
            self._availability.worked()
        raise error

    def _lost(self, reason: str, status: int = 0) -> PlatformBusy:
        error = PlatformBusy(reason, status=status)
        self._availability.failed(error)
        return error

    async def request(
        self,
        method: str,
        path: str,
        route: Route,
        body: Mapping[str, object] | None = None,
        *,
        guild_id: int | None = None,
        priority: Priority = Priority.FINAL,
        file: File | None = None,
    ) -> dict[str, Any]:
        """Like `send`, but waits for the rate limiter's permission, and retries `PlatformBusy`.

        It does not where a proxy refuses the bot's password, which does not pass within seconds.
        """
        for attempt in range(1, _ATTEMPTS):
            await self._limiter.permit(route, priority, guild_id)
            try:
                return await self.send(method, path, route, body, file)
            except PlatformBusy as busy:
                if busy.status == AUTHENTICATION_REQUIRED:
                    raise
            await asyncio.sleep(_BACKOFF.pause_s(attempt))
        await self._limiter.permit(route, priority, guild_id)
        return await self.send(method, path, route, body, file)


def _form(body: Mapping[str, object] | None, file: File) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body or {}), content_type="application/json")
    kind = "plain" if file.name.endswith(".txt") else "markdown"
    content_type = f"text/{kind}; charset=utf-8"
    form.add_field("files[0]", file.content, filename=file.name, content_type=content_type)
    return form


def _limit_headers(headers: Mapping[str, str]) -> RateLimitHeaders | None:
    """What the headers say of the route's window (Discord's documentation of rate limits)."""
    try:
        limit_headers = RateLimitHeaders(
            limit=max(int(headers["X-RateLimit-Limit"]), 1),
            remaining=int(headers["X-RateLimit-Remaining"]),
            reset_after_s=float(headers["X-RateLimit-Reset-After"]),
        )
    except (KeyError, ValueError):
        return None
    return limit_headers if math.isfinite(limit_headers.reset_after_s) else None


async def _json(response: aiohttp.ClientResponse) -> dict[str, Any] | None:
    """The body as an object, a list as its `items`; None for all else, such as a proxy's HTML."""
    try:
        content = json.loads(await response.read())
    except (ValueError, RecursionError):
        return None
    if isinstance(content, list):
        return {"items": content}
    return content if isinstance(content, dict) else None
