"""The gateway over WebSockets: connections, heartbeats, and the faults a test can ask for."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import NamedTuple

from aiohttp import WSMsgType, web

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.gateway.compression import Compress, compressor
from bridge_bot.sandbox.discord.gateway.sessions import CloseConnection, Session, Sessions

Rewrite = Callable[[Json], Json | str]

GATEWAY_PATH = "/gateway"
HEARTBEAT_S = 41.25
"""Seconds between heartbeats that a client is asked for (observed)."""

_HEARTBEAT, _IDENTIFY, _RESUME, _RECONNECT, _MEMBERS = 1, 2, 6, 7, 8
_INVALID, _HELLO, _ACK = 9, 10, 11
_IGNORED = frozenset({3, 4, 31})
_FINAL = frozenset({1000, 1001})
"""Codes with which a client ends its session for good (Discord's documentation)."""


class Handshake(NamedTuple):
    """What a client said as it asked for a connection."""

    user_agent: str
    compress: str | None


class Gateway:
    """The WebSocket side of one sandbox."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.url = ""
        self.heartbeat_s = HEARTBEAT_S
        self.acks = True
        """Set it False, and heartbeats are no longer answered: a zombie connection."""
        self.refuses_connections = False
        """Set it True, and new connections are refused (HTTP 503)."""
        self.heartbeats = 0
        """How many heartbeats came."""
        self.rewrite: Rewrite | None = None
        """Gets every payload before it is sent, and gives what is sent in its place: another
        payload, or text as it is."""
        self.handshakes: list[Handshake] = []
        """How each connection was asked for."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when a session connects or its connection ends."""
        self._connections: set[_Connection] = set()

    @property
    def connected(self) -> list[Session]:
        """The sessions that are connected now."""
        return [
            each.session
            for each in self._connections
            if each.session is not None and each.owns_session
        ]

    def add_to(self, app: web.Application) -> None:
        """Register the route."""
        app.router.add_get(GATEWAY_PATH, self._serve)
        app.router.add_get(GATEWAY_PATH + "/", self._serve)

    async def drop(self, code: int = 1006, *, shard: int | None = None) -> None:
        """End every connection, or a shard's, with a close code; 1006 cuts it without a word."""
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
        self._tell({"op": _INVALID, "d": resumable})

    def request_reconnect(self) -> None:
        """Ask every connection to connect again (op 7)."""
        self._tell({"op": _RECONNECT, "d": None})

    def request_heartbeat(self) -> None:
        """Ask every connection for a heartbeat (op 1)."""
        self._tell({"op": _HEARTBEAT, "d": None})

    def repeat_last(self) -> None:
        """Deliver the last event of each session a second time."""
        for session in self.connected:
            session.repeat()

    def rewritten(self, text: str) -> str:
        """What is sent in the place of that payload."""
        if self.rewrite is None:
            return text
        payload = self.rewrite(json.loads(text))
        return payload if isinstance(payload, str) else json.dumps(payload)

    def _tell(self, payload: Json) -> None:
        for connection in self._connections:
            connection.put(payload)

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
        connection = _Connection(self, incoming, socket, compress)
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


class _Connection:
    """One WebSocket: reads in `run`, writes in a task of its own, so that order is kept."""

    def __init__(
        self,
        gateway: Gateway,
        incoming: web.Request,
        socket: web.WebSocketResponse,
        compress: Compress | None,
    ) -> None:
        self.session: Session | None = None
        self._gateway = gateway
        self._incoming = incoming
        self._socket = socket
        self._compress = compress
        self._outgoing: asyncio.Queue[str] = asyncio.Queue()
        self._code: int | None = None

    def put(self, payload: Json) -> None:
        """Send a payload that is no event."""
        self._outgoing.put_nowait(json.dumps(payload))

    async def close(self, code: int) -> None:
        """End the connection; events that come from now on wait for a resume."""
        self._code = code
        self._detach()
        if code == 1006 and self._incoming.transport is not None:
            self._incoming.transport.abort()
        else:
            await self._socket.close(code=code)

    async def run(self) -> None:
        """Serve until the connection ends."""
        every_ms = int(self._gateway.heartbeat_s * 1000)
        self.put({"op": _HELLO, "d": {"heartbeat_interval": every_ms}})
        writer = asyncio.create_task(self._write())
        try:
            await self._read()
        except CloseConnection as closed:
            await self._socket.close(code=closed.code, message=closed.reason.encode())
        finally:
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer
            self._end()

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                raise CloseConnection(4002, "Decode error.")
            try:
                payload = json.loads(message.data)
                op, data = payload["op"], payload.get("d")
            except (ValueError, KeyError, TypeError):
                raise CloseConnection(4002, "Decode error.") from None
            self._handle(op, data)

    def _handle(self, op: int, data: Json) -> None:
        gateway = self._gateway
        if op == _HEARTBEAT:
            gateway.heartbeats += 1
            if gateway.acks:
                self.put({"op": _ACK})
            return
        if op in {_IDENTIFY, _RESUME}:
            if self.session is not None:
                raise CloseConnection(4005, "Already authenticated.")
            if op == _IDENTIFY:
                self.session = gateway.sessions.identify(data, gateway.url, self._send)
            else:
                self.session = gateway.sessions.resume(data, self._send)
                if self.session is None:
                    self.put({"op": _INVALID, "d": False})
            gateway.on_change()
            return
        if self.session is None:
            raise CloseConnection(4003, "Not authenticated.")
        if op == _MEMBERS:
            gateway.sessions.send_members(self.session, data)
        elif op not in _IGNORED:
            raise CloseConnection(4001, "Unknown opcode.")

    @property
    def _send(self) -> Callable[[str], None]:
        return self._outgoing.put_nowait

    async def _write(self) -> None:
        while True:
            text = self._gateway.rewritten(await self._outgoing.get())
            with contextlib.suppress(ConnectionError):
                if self._compress is None:
                    await self._socket.send_str(text)
                else:
                    await self._socket.send_bytes(self._compress(text.encode()))

    @property
    def owns_session(self) -> bool:
        """Whether the session is this connection's: it may have been resumed by another."""
        return self.session is not None and self.session.send == self._send

    def _detach(self) -> None:
        if self.session is not None and self.owns_session:
            self.session.send = None

    def _end(self) -> None:
        """The client's closing with 1000 or 1001 ends the session, all else leaves it waiting."""
        goodbye = self._code is None and self._socket.close_code in _FINAL
        if self.session is not None and goodbye and self.owns_session:
            self._gateway.sessions.forget(self.session)
        self._detach()
