"""One WebSocket of the gateway: it answers the client's payloads and sends those of its session."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from bridge_bot.sandbox.discord.enums import Opcode
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.gateway.compression import Compress
from bridge_bot.sandbox.discord.gateway.sessions import CloseConnection, Session

if TYPE_CHECKING:
    from bridge_bot.sandbox.discord.gateway.server import Gateway

_IGNORED_OPCODES = frozenset(
    {Opcode.PRESENCE_UPDATE, Opcode.VOICE_STATE_UPDATE, Opcode.REQUEST_SOUNDBOARD_SOUNDS}
)
_FINAL_CLOSE_CODES = frozenset({1000, 1001})
"""Codes with which a client ends its session for good (Discord's documentation)."""


class GatewayConnection:
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

    def send(self, payload: Json) -> None:
        """Queue a payload that is no event."""
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
        self.send({"op": Opcode.HELLO, "d": {"heartbeat_interval": every_ms}})
        try:
            async with asyncio.TaskGroup() as tasks:
                writer = tasks.create_task(self._write())
                try:
                    await self._read()
                except CloseConnection as closed:
                    await self._socket.close(code=closed.code, message=closed.reason.encode())
                finally:
                    writer.cancel()
        finally:
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
        if op == Opcode.HEARTBEAT:
            gateway.heartbeats += 1
            if gateway.acks:
                self.send({"op": Opcode.HEARTBEAT_ACK})
            return
        if op in {Opcode.IDENTIFY, Opcode.RESUME}:
            if self.session is not None:
                raise CloseConnection(4005, "Already authenticated.")
            if op == Opcode.IDENTIFY:
                self.session = gateway.sessions.identify(data, gateway.url, self._queue_text)
            else:
                self.session = gateway.sessions.resume(data, self._queue_text)
                if self.session is None:
                    self.send({"op": Opcode.INVALID_SESSION, "d": False})
            gateway.on_change()
            return
        if self.session is None:
            raise CloseConnection(4003, "Not authenticated.")
        if op == Opcode.REQUEST_GUILD_MEMBERS:
            gateway.sessions.send_members(self.session, data)
        elif op not in _IGNORED_OPCODES:
            raise CloseConnection(4001, "Unknown opcode.")

    @property
    def _queue_text(self) -> Callable[[str], None]:
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
        return self.session is not None and self.session.send == self._queue_text

    def _detach(self) -> None:
        if self.session is not None and self.owns_session:
            self.session.send = None

    def _end(self) -> None:
        """The client's closing with 1000 or 1001 ends the session, all else leaves it waiting."""
        is_final = self._code is None and self._socket.close_code in _FINAL_CLOSE_CODES
        if self.session is not None and is_final and self.owns_session:
            self._gateway.sessions.forget(self.session)
        self._detach()
