"""The REST side over HTTP: reads a request, applies faults, limits and latency, and answers.

The order for each request: it travels (`effect_s`), is refused by a fault or a limit or takes
effect at one instant, and its answer travels back (until `answer_s`). The routes themselves are
pure functions of the world.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from bridge_bot.sandbox.discord.errors import DiscordError
from bridge_bot.sandbox.discord.faults import Faults, Reset, Stall, StubbedResponse, When
from bridge_bot.sandbox.discord.gateway.server import Gateway
from bridge_bot.sandbox.discord.model import Upload
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from bridge_bot.sandbox.discord.rest import (
    channels,
    guilds,
    interactions,
    messages,
    search,
    threads,
)
from bridge_bot.sandbox.discord.rest.http import (
    json_response,
    rate_limited,
    read_body,
    reset_connection,
    stubbed,
)
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute
from bridge_bot.sandbox.discord.rules.rate_limits import RateLimits
from bridge_bot.sandbox.discord.world import World

API_PATH = "/api/v10"
FILES_PATH = "/attachments"
MAX_BODY_BYTES = 25 * 1024 * 1024

_log = logging.getLogger(__name__)
_ROUTES = (
    *messages.ROUTES,
    *channels.ROUTES,
    *threads.ROUTES,
    *guilds.ROUTES,
    *search.ROUTES,
    *interactions.ROUTES,
)


@dataclass(frozen=True, slots=True)
class Latency:
    """How long a request takes, in seconds after its arrival."""

    effect_s: float = 0.0
    """Until it takes effect."""
    answer_s: float = 0.0
    """Until it is answered; not earlier than it takes effect."""


class Rest:
    """The HTTP handlers of one sandbox."""

    def __init__(
        self,
        world: World,
        limits: RateLimits,
        faults: Faults,
        gateway: Gateway,
        *,
        token: str,
        latency: Callable[[], Latency],
    ) -> None:
        self.requests: list[LoggedRequest] = []
        self.unknown_routes: list[str] = []
        """Requests that no route was written for, as `GET /path`: stays empty in a good test."""
        self._world = world
        self._limits = limits
        self._faults = faults
        self._gateway = gateway
        self._token = token
        self._latency = latency
        self.on_answer: Callable[[], None] = lambda: None
        """Called after each request."""

    def add_to(self, app: web.Application) -> None:
        """Register every route."""
        for route in _ROUTES:
            app.router.add_route(route.method, API_PATH + route.template, self._endpoint(route))
        app.router.add_get(FILES_PATH + "/{channel}/{file}/{name}", self._file)
        app.router.add_route("*", "/{path:.*}", self._unknown)

    def _endpoint(self, route: RestRoute) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def serve(incoming: web.Request) -> web.Response:
            logged = LoggedRequest(
                at=self._world.state.now(),
                method=incoming.method,
                path=incoming.path.removeprefix(API_PATH),
                route=route.template,
                user_agent=incoming.headers.get("User-Agent", ""),
            )
            self.requests.append(logged)
            started = asyncio.get_running_loop().time()
            response = await self._process(route, incoming, logged)
            if response is None:
                reset_connection(incoming)
                self.on_answer()
                return web.Response()
            await self._sleep_until(started + self._latency().answer_s)
            logged.status = response.status
            logged.answered_at = self._world.state.now()
            self.on_answer()
            return response

        return serve

    async def _process(
        self, route: RestRoute, incoming: web.Request, logged: LoggedRequest
    ) -> web.Response | None:
        """Return the response, or None where the connection is to be reset."""
        started = asyncio.get_running_loop().time()
        try:
            body, uploads = await read_body(incoming)
        except DiscordError as error:
            return json_response(error.status, error.body())
        logged.body = body
        await self._sleep_until(started + self._latency().effect_s)
        fault = self._faults.take(logged)
        if isinstance(fault, Stall) and fault.when is When.BEFORE:
            await fault.wait()
        elif isinstance(fault, StubbedResponse | Reset) and fault.when is When.BEFORE:
            return stubbed(fault)
        await self._faults.run_hooks(When.BEFORE, logged)
        response = self._answer(route, incoming, logged, body, uploads)
        if logged.effect_at is not None:
            await self._faults.run_hooks(When.AFTER, logged)
        if fault is not None and fault.when is When.AFTER:
            if not isinstance(fault, Stall):
                return stubbed(fault)
            await fault.wait()
        return response

    def _answer(
        self,
        route: RestRoute,
        incoming: web.Request,
        logged: LoggedRequest,
        body: object,
        uploads: list[Upload],
    ) -> web.Response:
        """Carry the request out, at one instant, or refuse it."""
        if route.with_token and incoming.headers.get("Authorization") != f"Bot {self._token}":
            return json_response(401, {"message": "401: Unauthorized", "code": 0})
        params = dict(incoming.match_info)
        key = params.get(route.per, "")
        decision = self._limits.take(route.limit, key, counts_for_bot=route.with_token)
        if not decision.refused and _renames(route, body):
            hidden = self._limits.take("rename", key, counts_for_bot=False)
            decision = hidden if hidden.refused else decision
        if decision.refused:
            logged.scope = decision.scope
            return rate_limited(decision)
        call = RestCall(self._world, params, incoming.query, body, uploads, self._gateway)
        try:
            found = route.handler(call)
        except DiscordError as error:
            if error.status == 429:
                logged.scope = "user"
                wait_s = error.retry_after_s or 0.0
                extra = {"Via": "1.1 google", "Retry-After": str(math.ceil(wait_s))}
                return json_response(429, error.body(), decision.headers | extra)
            return json_response(error.status, error.body(), decision.headers)
        if logged.writes:
            logged.effect_at = self._world.state.now()
        return json_response(route.status, found, decision.headers)

    async def _sleep_until(self, moment: float) -> None:
        left_s = moment - asyncio.get_running_loop().time()
        if left_s > 0:
            await asyncio.sleep(left_s)

    async def _file(self, incoming: web.Request) -> web.Response:
        number = incoming.match_info["file"]
        found = self._world.state.files.get(int(number)) if number.isdigit() else None
        if found is None:
            return web.Response(status=404, text="This content is no longer available.")
        named = f"attachment; filename*=UTF-8''{quote(found.filename, safe='')}"
        headers = {"Content-Type": found.content_type, "Content-Disposition": named}
        return web.Response(body=found.data, headers=headers)

    async def _unknown(self, incoming: web.Request) -> web.Response:
        name = f"{incoming.method} {incoming.path.removeprefix(API_PATH)}"
        self.unknown_routes.append(name)
        _log.error("the sandbox has no route for %s", name)
        logged = LoggedRequest(
            self._world.state.now(), incoming.method, incoming.path, "", status=404
        )
        self.requests.append(logged)
        return json_response(404, {"message": "404: Not Found", "code": 0})


def _renames(route: RestRoute, body: object) -> bool:
    return route.limit == "channel" and isinstance(body, dict) and "name" in body
