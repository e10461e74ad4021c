"""A proxy in front of Discord's REST API that keeps its limits for several processes, and behaves
as those that exist do (the documentation and source of nirn-proxy and twilight's http-proxy).

* It sends the requests of a route and channel one after the other, and holds them while their
  window or the limit of all requests has nothing left.
* Status, body and headers of Discord's responses, and the bot's `Authorization`, pass through.
* Where Discord takes too long, it answers 408 with a line of text; Discord may do it all the same.
* Where it fails itself, it answers 429 with `generated-by-proxy` and a second to wait.
* It remembers `GET /users/@me` and `GET /gateway/bot`.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

_KEPT = ("/api/v10/users/@me", "/api/v10/gateway/bot")
_HOP_BY_HOP = {"host", "connection", "transfer-encoding", "content-length", "content-encoding"}
_A_SECOND_S = 1.05  # a little more, as clocks differ
_MOST_BYTES = 25 * 1024 * 1024
_OWN_429 = {
    "generated-by-proxy": "true",
    "x-ratelimit-scope": "user",
    "x-ratelimit-limit": "1",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-after": "1",
    "retry-after": "1",
}


class RestProxy:
    """Its state. Times are in seconds."""

    def __init__(self, origin: str, per_second: int) -> None:
        self.base_url = ""
        self.timeout_s = 5.0
        """How long it waits for Discord, without the time in its queue."""
        self.failing: list[str] = []
        """Regular expressions of `METHOD path`: the next such request gets its own 429."""
        self.hides_limits = False
        """Whether it keeps Discord's headers about limits to itself."""
        self.answered: Counter[int] = Counter()
        """How often it answered each status."""
        self._origin = origin
        self._may_send = asyncio.Semaphore(per_second)
        self._routes: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._kept: dict[str, tuple[bytes, dict[str, str]]] = {}

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one request."""
        response = await self._response(request, await request.read())
        self.answered[response.status] += 1
        return response

    async def _response(self, request: web.Request, body: bytes) -> web.Response:
        asked = f"{request.method} {request.path}"
        for pattern in self.failing:
            if re.fullmatch(pattern, asked):
                self.failing.remove(pattern)
                own = {"message": "You are being rate limited.", "retry_after": 1, "global": False}
                return web.json_response(own, status=429, headers=_OWN_429)
        if request.method == "GET" and request.path in self._kept:
            content, headers = self._kept[request.path]
            return web.Response(body=content, headers=headers | {"x-ratelimit-bucket": "cache"})
        if request.path.split("/")[3] in ("interactions", "webhooks"):
            return await self._passed_on(request, body)
        async with self._routes[re.sub(r"(?<=messages/).+", "{id}", asked)]:
            await self._may_send.acquire()
            try:
                response = await self._passed_on(request, body)
            finally:
                # From its end: how long it took to reach Discord is not known.
                asyncio.get_running_loop().call_later(_A_SECOND_S, self._may_send.release)
            if response.headers.get("X-RateLimit-Remaining") == "0":
                await asyncio.sleep(float(response.headers["X-RateLimit-Reset-After"]))
        return self._shown(response)

    async def _passed_on(self, request: web.Request, body: bytes) -> web.Response:
        url = self._origin + request.path_qs
        headers = _passing(request.headers)
        timeout = aiohttp.ClientTimeout(total=self.timeout_s)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.request(request.method, url, data=body, headers=headers) as response,
            ):
                content, headers = await response.read(), _passing(response.headers)
        except TimeoutError:
            return web.Response(status=408, text="context deadline exceeded")
        except (aiohttp.ClientError, OSError) as error:
            return web.Response(status=500, text=str(error))
        if request.method == "GET" and request.path in _KEPT and response.status == 200:
            self._kept[request.path] = content, headers
        return web.Response(status=response.status, body=content, headers=headers)

    def _shown(self, response: web.Response) -> web.Response:
        if self.hides_limits and response.status != 429:
            for name in [*response.headers]:
                if name.lower().startswith("x-ratelimit"):
                    del response.headers[name]
        return response


def _passing(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in _HOP_BY_HOP}


@asynccontextmanager
async def rest_proxy(api_base_url: str, *, per_second: int = 45) -> AsyncIterator[RestProxy]:
    """Such a proxy, on this machine, in front of the API with that base."""
    origin, path = api_base_url.rstrip("/").split("/api/")
    proxy = RestProxy(origin, per_second)
    app = web.Application(client_max_size=_MOST_BYTES)
    app.router.add_route("*", "/{path:.*}", proxy.serve)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        proxy.base_url = f"http://127.0.0.1:{port}/api/{path}"
        yield proxy
    finally:
        await runner.cleanup()
