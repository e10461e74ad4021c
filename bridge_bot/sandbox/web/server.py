"""The HTTP server of the sandbox's page.

async with DiscordStandIn() as discord, WebServer(discord) as server:
    print(server.address)  # open it in a browser
"""

from __future__ import annotations

import asyncio
import errno
import secrets
from pathlib import Path
from typing import Self
from urllib.parse import quote

from aiohttp import web

from bridge_bot.sandbox.discord.server import HOST, DiscordStandIn
from bridge_bot.sandbox.web.guard import FILE_POLICY, Guard
from bridge_bot.sandbox.web.socket import PageSocket
from bridge_bot.sandbox.web.views import IMAGES

PORT = 8642
_STATIC = Path(__file__).parent / "static"
_CONTENT_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


class WebServer:
    """Serves the page on 127.0.0.1 alone, for as long as the context lasts.

    If `port` is taken it listens on another free one, which `address` has. Whoever has the `token`
    may use the page; without one given it is random.
    """

    def __init__(
        self, discord: DiscordStandIn, *, port: int = PORT, token: str | None = None
    ) -> None:
        self._discord = discord
        self.port = port
        """The port on which it listens."""
        self._guard = Guard(token or secrets.token_urlsafe(24))
        self._runner: web.AppRunner | None = None
        self._sockets: set[PageSocket] = set()
        # Only these paths lead to a file, so no path can lead out of the folder.
        self._static_files = {
            f"/{path.relative_to(_STATIC).as_posix()}": path
            for path in sorted(_STATIC.rglob("*"))
            if path.suffix in _CONTENT_TYPES
        }

    @property
    def address(self) -> str:
        """The address to open in a browser, with the token."""
        return f"{self.origin}/?token={self._guard.token}"

    @property
    def origin(self) -> str:
        """The address without the token."""
        return f"http://{HOST}:{self.port}"

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._guard.middleware()])
        app.router.add_get("/", self._index)
        app.router.add_get("/session", self._session)
        app.router.add_get("/socket", self._socket)
        app.router.add_get("/files/{id:\\d{1,20}}/{name}", self._file)
        for path in self._static_files:
            app.router.add_get(path, self._static)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await self._listen(self._runner)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*(each.close() for each in tuple(self._sockets)))
        if self._runner is not None:
            await self._runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        try:
            await web.TCPSite(runner, HOST, self.port).start()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            await web.TCPSite(runner, HOST, 0).start()
        self.port = self._guard.port = runner.addresses[0][1]

    async def _index(self, incoming: web.Request) -> web.StreamResponse:
        given = incoming.query.get("token")
        if given is None:
            return _static_response(_STATIC / "index.html")
        if not self._guard.is_token(given):
            raise web.HTTPForbidden(text="This address is an old one: see what was printed last.")
        return self._guard.redirect_with_cookie("/")

    async def _static(self, incoming: web.Request) -> web.StreamResponse:
        return _static_response(self._static_files[incoming.path])

    async def _session(self, incoming: web.Request) -> web.StreamResponse:
        """Tell a page that can't connect whether it may: 204 or 403."""
        self._guard.require_token(incoming)
        return web.Response(status=204)

    async def _socket(self, incoming: web.Request) -> web.StreamResponse:
        self._guard.require_token(incoming)
        gateway = self._discord.gateway
        page = PageSocket(self._discord.world, lambda: bool(gateway.connected))
        self._sockets.add(page)
        try:
            return await page.serve(incoming)
        finally:
            self._sockets.discard(page)

    async def _file(self, incoming: web.Request) -> web.StreamResponse:
        """Return an attached file: a picture to be shown, any other only to be saved."""
        self._guard.require_token(incoming)
        found = self._discord.world.state.files.get(int(incoming.match_info["id"]))
        if found is None:
            raise web.HTTPNotFound(text="There is no such file.")
        image = found.content_type in IMAGES
        shown_as = "inline" if image else "attachment"
        headers = {
            "Content-Type": found.content_type if image else "application/octet-stream",
            "Content-Disposition": f"{shown_as}; filename*=UTF-8''{quote(found.filename, safe='')}",
            "Content-Security-Policy": FILE_POLICY,
        }
        return web.Response(body=found.data, headers=headers)


def _static_response(path: Path) -> web.Response:
    """Return a file of the page. It is read each time, so that whoever works on it sees changes."""
    content_type = _CONTENT_TYPES[path.suffix]
    return web.Response(body=path.read_bytes(), content_type=content_type, charset="utf-8")
