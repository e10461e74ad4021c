"""The page in the browser on which people meet the bot: a chat client for the loopback Discord.

async with DiscordStandIn() as discord, Page(discord) as page:
    print(page.address)  # open it in a browser
"""

from __future__ import annotations

import asyncio
import errno
import secrets
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from aiohttp import web

from bridge_bot.sandbox.discord.server import HOST, DiscordStandIn
from bridge_bot.sandbox.web.guard import FILE_POLICY, Guard
from bridge_bot.sandbox.web.socket import PageSocket
from bridge_bot.sandbox.web.views import IMAGES

PORT = 8642
_FOLDER = Path(__file__).parent / "static"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}


class Page:
    """The page's server, on 127.0.0.1 alone, for as long as the context lasts.

    If `port` is taken, it is another free one; `address` tells.
    """

    def __init__(
        self, discord: DiscordStandIn, *, port: int = PORT, token: str | None = None
    ) -> None:
        self._discord = discord
        self._port = port
        self._guard = Guard(token or secrets.token_urlsafe(24))
        self._runner: web.AppRunner | None = None
        self._sockets: set[PageSocket] = set()

    @property
    def address(self) -> str:
        """What to open in a browser, token included."""
        return f"{self.origin}/?token={self._guard.token}"

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._port

    @property
    def origin(self) -> str:
        """The address without the token."""
        return f"http://{HOST}:{self._port}"

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._guard.middleware()])
        app.router.add_get("/", self._index)
        app.router.add_get("/session", self._session)
        app.router.add_get("/socket", self._socket)
        app.router.add_get("/files/{id:\\d{1,20}}/{name}", self._file)
        for path in sorted(_FOLDER.iterdir()):
            if path.suffix in _TYPES:
                app.router.add_get(f"/{path.name}", self._static)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await self._listen(self._runner)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.gather(*(each.close() for each in tuple(self._sockets)))
        if self._runner is not None:
            await self._runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        try:
            await web.TCPSite(runner, HOST, self._port).start()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            await web.TCPSite(runner, HOST, 0).start()
        self._port = self._guard.port = runner.addresses[0][1]

    async def _index(self, incoming: web.Request) -> web.StreamResponse:
        given = incoming.query.get("token")
        if given is None:
            return _static("index.html")
        if not self._guard.knows(given):
            raise web.HTTPForbidden(text="This address is an old one: see what was printed last.")
        return self._guard.welcome("/")

    async def _static(self, incoming: web.Request) -> web.StreamResponse:
        return _static(incoming.path.removeprefix("/"))

    async def _session(self, incoming: web.Request) -> web.StreamResponse:
        """Tells a page that cannot connect whether it may."""
        self._guard.require(incoming)
        return web.Response(status=204)

    async def _socket(self, incoming: web.Request) -> web.StreamResponse:
        self._guard.require(incoming)
        gateway = self._discord.gateway
        page = PageSocket(self._discord.world, lambda: bool(gateway.connected))
        self._sockets.add(page)
        try:
            return await page.serve(incoming)
        finally:
            self._sockets.discard(page)

    async def _file(self, incoming: web.Request) -> web.StreamResponse:
        """A file of a message: shown if it is a picture, else only to be saved."""
        self._guard.require(incoming)
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


def _static(name: str) -> web.Response:
    """A file of the page, read each time: whoever works on it sees what changed."""
    path = _FOLDER / name
    return web.Response(body=path.read_bytes(), content_type=_TYPES[path.suffix], charset="utf-8")
