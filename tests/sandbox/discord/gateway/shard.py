"""A bare client of the gateway."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

from bridge_bot.sandbox.discord.server import DiscordStandIn

HEARTBEAT = {"op": 1, "d": None}


class Shard:
    """A bare gateway client."""

    def __init__(self, server: DiscordStandIn, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.server = server
        self.socket = socket

    async def receive(self) -> dict[str, Any]:
        payload: dict[str, Any] = await self.socket.receive_json(timeout=5)
        return payload

    async def identify(self) -> dict[str, Any]:
        """READY, after HELLO."""
        assert (await self.receive())["op"] == 10
        data = {"token": self.server.token, "intents": 513}
        await self.socket.send_json({"op": 2, "d": data})
        ready = await self.receive()
        assert ready["t"] == "READY"
        body: dict[str, Any] = ready["d"]
        return body

    async def closed_with(self) -> int | None:
        """The code with which the server ends the connection."""
        async for _ in self.socket:
            pass
        return self.socket.close_code


@contextlib.asynccontextmanager
async def connect(server: DiscordStandIn, **query: str) -> AsyncIterator[Shard]:
    """Connect; `query` has further parameters, such as `compress`."""
    asked = {"v": "10", "encoding": "json"} | query
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(server.gateway_url, params=asked) as socket,
    ):
        yield Shard(server, socket)
