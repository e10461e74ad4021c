"""The gateway over WebSockets: connections, heartbeats, and the faults a test can ask for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import NamedTuple

from aiohttp import web

from bridge_bot.sandbox.discord.enums import Opcode
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.gateway.compression import compressor
from bridge_bot.sandbox.discord.gateway.connection import GatewayConnection
from bridge_bot.sandbox.discord.gateway.sessions import Session, Sessions

Rewrite = Callable[[Json], Json | str]

GATEWAY_PATH = "/gateway"
HEARTBEAT_S = 41.25
"""Seconds between heartbeats that a client is asked for (observed)."""


class Handshake(NamedTuple):
    """The headers and parameters with which a client asked for a connection."""

    user_agent: str
    compress: str | None


class Gateway:
    """The WebSocket side of one sandbox."""

    def __init__(self, sessions: Sessions, *, shards: int = 1) -> None:
        self.sessions = sessions
        self.shards = shards
        """How many shards the bot is advised to use."""
        self.url = ""
        self.heartbeat_s = HEARTBEAT_S
        self.acks = True
        """Set it False, and heartbeats are no longer answered: a zombie connection."""
        self.refuses_connections = False
        """Set it True, and new connections are refused (HTTP 503)."""
        self.heartbeats = 0
        """How many heartbeats came."""
        self.rewrite: Rewrite | None = None
        """Called with every payload; returns what is sent in its place: another payload, or text
        as it is."""
        self.handshakes: list[Handshake] = []
        """How each connection was asked for."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when a session connects or its connection ends."""
        self._connections: set[GatewayConnection] = set()

    @property
    def connected(self) -> list[Session]:
        """The sessions that are connected now."""
        return [
            each.session
            for each in self._connections
            if each.session is not None and each.owns_session
        ]

    @property
    def all_connected(self) -> bool:
        """Whether each advised shard has a session that is connected now."""
        return {each.shard for each in self.connected} >= set(range(self.shards))

    def add_to(self, app: web.Application) -> None:
        """Register the route."""
        app.router.add_get(GATEWAY_PATH, self._serve)
        app.router.add_get(GATEWAY_PATH + "/", self._serve)

    async def drop(self, code: int = 1006, *, shard: int | None = None) -> None:
        """End every connection, or a shard's, with that close code; with 1006 by cutting it."""
        chosen = [
            each
            for each in self._connections
            if shard is None or (each.session is not None and each.session.shard == shard)
        ]
        await asyncio.gather(*(each.close(code) for each in chosen))

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every connection that its session is invalid; unless resumable, it is forgotten."""
        if not resumable:
            self.sessions.forget_all()
            for connection in self._connections:
                connection.session = None
        self._send_to_all({"op": Opcode.INVALID_SESSION, "d": resumable})

    def request_reconnect(self) -> None:
        """Ask every connection to connect again (op 7)."""
        self._send_to_all({"op": Opcode.RECONNECT, "d": None})

    def request_heartbeat(self) -> None:
        """Ask every connection for a heartbeat (op 1)."""
        self._send_to_all({"op": Opcode.HEARTBEAT, "d": None})

    def repeat_last(self) -> None:
        """Deliver the last event of each session a second time."""
        for session in self.connected:
            session.repeat()

    def rewritten(self, text: str) -> str:
        """The payload as `rewrite` changes it."""
        if self.rewrite is None:
            return text
        payload = self.rewrite(json.loads(text))
        return payload if isinstance(payload, str) else json.dumps(payload)

    def _send_to_all(self, payload: Json) -> None:
        for connection in self._connections:
            connection.send(payload)

    async def _serve(self, incoming: web.Request) -> web.StreamResponse:
        if self.refuses_connections:
            return web.Response(status=503)
        try:
            compress = compressor(incoming.query.get("compress"))
        except ValueError as unknown:
            return web.Response(status=400, text=str(unknown))
        self.handshakes.append(
            Handshake(incoming.headers.get("User-Agent", ""), incoming.query.get("compress"))
        )
        socket = web.WebSocketResponse(timeout=1.0, max_msg_size=1 << 20, compress=False)
        await socket.prepare(incoming)
        connection = GatewayConnection(self, incoming, socket, compress)
        if incoming.query.get("v", "10") not in {"9", "10"}:
            await socket.close(code=4012, message=b"Invalid API version.")
            return socket
        self._connections.add(connection)
        try:
            await connection.run()
        finally:
            self._connections.discard(connection)
            self.on_change()
        return socket
