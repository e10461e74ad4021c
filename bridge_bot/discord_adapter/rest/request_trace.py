"""Traces discord.py's requests: they count into the limits, and their responses tell the time.

discord.py takes an `aiohttp.TraceConfig`, whose callbacks are called for each of its requests.
"""

from __future__ import annotations

import types
from dataclasses import dataclass

import aiohttp
import discord
import yarl

from bridge_bot.core.events import Observe, RequestEnded, unobserved
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.responses import (
    TOO_MANY,
    exceeded_limit,
    request_template,
    retry_after_s,
)


def request_trace(
    limiter: RateLimiter, user_agent: str, clock: DiscordClock, observe: Observe = unobserved
) -> aiohttp.TraceConfig:
    """A trace that counts REST requests into `limiter` and reads Discord's time into `clock`.

    Routes of interactions and their webhooks have limits of their own, and are not counted. All
    requests are sent with that `User-Agent`, and observed when they have ended.
    """
    callbacks = _Callbacks(limiter, user_agent, clock, observe)
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(callbacks.sent)
    trace.on_request_end.append(callbacks.answered)
    trace.on_request_exception.append(callbacks.failed)
    return trace


@dataclass(frozen=True, slots=True)
class _Callbacks:
    limiter: RateLimiter
    user_agent: str
    clock: DiscordClock
    observe: Observe

    async def sent(
        self,
        _: aiohttp.ClientSession,
        context: types.SimpleNamespace,
        request: aiohttp.TraceRequestStartParams,
    ) -> None:
        patches.set_user_agent(request, self.user_agent)
        is_limited = not {"interactions", "webhooks"} & set(request.url.parts)
        context.counts = _is_rest(request.url) and is_limited
        if context.counts:
            self.limiter.note_sent()

    async def answered(
        self,
        _: aiohttp.ClientSession,
        context: types.SimpleNamespace,
        answer: aiohttp.TraceRequestEndParams,
    ) -> None:
        headers = answer.response.headers
        is_discords = answer.response.content_type == "application/json"
        if is_discords:  # not a page of something in between
            self.clock.read_date(headers.get("Date"))
        if context.counts:
            self.limiter.answered()
        status = answer.response.status
        template = self._ended(answer.method, answer.url, status)
        if template and status == TOO_MANY:
            # The body is discord.py's to read. Discord's says no more than the headers, but that it
            # is Discord's, so that this machine's address is not blocked.
            wait_s = retry_after_s(headers, {}, now_s=self.clock.now_s())
            body = {"retry_after": wait_s} if is_discords else {}
            self.limiter.refused(template, exceeded_limit(headers, body, wait_s))

    async def failed(
        self,
        _: aiohttp.ClientSession,
        context: types.SimpleNamespace,
        request: aiohttp.TraceRequestExceptionParams,
    ) -> None:
        if context.counts:
            self.limiter.given_up()
        self._ended(request.method, request.url, None)

    def _ended(self, method: str, url: yarl.URL, status: int | None) -> str:
        """Observe that a REST request has ended, and return its template; empty for any other."""
        if not _is_rest(url):
            return ""
        base = yarl.URL(discord.http.Route.BASE).path
        template = request_template(method, url.path.removeprefix(base))
        self.observe(RequestEnded(template, status))
        return template


def _is_rest(url: yarl.URL) -> bool:
    """Whether a request is REST; the others open the gateway's WebSocket."""
    return url.scheme in ("http", "https")
