"""A server of raw sockets: any bytes at any pace, cut, stalled, reset, or of a wrong length."""

from __future__ import annotations

import asyncio
import enum
import socket
import struct
from collections.abc import Sequence
from itertools import pairwise
from types import TracebackType
from typing import Self

from bridge_bot.chat_api.stream import DELIMITER

Reply = Sequence["bytes | float | End"]
"""What one request gets: bytes to send, seconds to wait, an end."""

HEADER = b'{"answer": "", "conversation_uid": "c-1"}\n' + DELIMITER


class End(enum.Enum):
    """How a reply ends; without one the connection stays open for the next request."""

    CLOSE = enum.auto()
    RESET = enum.auto()
    STALL = enum.auto()


def head(status: int = 200, *lines: str, length: int | None = None) -> bytes:
    """The beginning of a response; chunked unless it has a length."""
    framing = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    return "\r\n".join([f"HTTP/1.1 {status} X", framing, *lines, "", ""]).encode()


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


LAST_CHUNK = b"0\r\n\r\n"


def whole(status: int, body: bytes, *lines: str) -> Reply:
    """A response that is complete and correct."""
    return [head(status, *lines, length=len(body)) + body]


def streamed(*texts: bytes) -> Reply:
    """A stream that is complete and correct."""
    return [head() + chunk(HEADER), *(chunk(text) for text in texts), LAST_CHUNK]


class RawServer:
    """Replies to the n-th request with the n-th reply; the last one is used again and again.

    `clients_left` and `stalled` are released when a client has closed a connection, and when a
    reply has come to `End.STALL`.
    """

    def __init__(self, *replies: Reply) -> None:
        self._replies = replies
        self.requests: list[bytes] = []
        self.requested_at_s: list[float] = []
        self.clients_left = asyncio.Semaphore(0)
        self.stalled = asyncio.Semaphore(0)
        self.connections = 0
        self.open_connections = 0
        self.most_at_once = 0
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self._tasks: set[asyncio.Task[None]] = set()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pauses_s(self) -> list[float]:
        """The time between two requests in a row, by the loop's clock."""
        return [later - before for before, later in pairwise(self.requested_at_s)]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._talk(reader, writer))
        self._tasks.add(task)
        self.connections += 1
        self.open_connections += 1
        self.most_at_once = max(self.most_at_once, self.open_connections)
        try:
            await asyncio.wait([task])
        finally:
            self.open_connections -= 1
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await _request(reader):
                self.requests.append(request)
                self.requested_at_s.append(asyncio.get_running_loop().time())
                nth = min(len(self.requests), len(self._replies)) - 1
                if not await self._reply(self._replies[nth], reader, writer):
                    return
        except OSError:
            pass
        self.clients_left.release()

    async def _reply(
        self, reply: Reply, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        for step in reply:
            match step:
                case bytes():
                    writer.write(step)
                    await writer.drain()
                case float() | int():
                    await asyncio.sleep(step)
                case End.STALL:
                    self.stalled.release()
                    await reader.read()  # until the client leaves
                    self.clients_left.release()
                    return False
                case End.RESET:
                    connection: socket.socket = writer.get_extra_info("socket")
                    linger = struct.pack("ii", 1, 0)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    return False
                case End.CLOSE:
                    return False
        return True


async def _request(reader: asyncio.StreamReader) -> bytes:
    """One request with its body, empty when the client has left."""
    try:
        beginning = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
    lines = beginning.decode().lower().split("\r\n")
    lengths = [line.removeprefix("content-length:") for line in lines if "content-length:" in line]
    return beginning + await reader.readexactly(int(lengths[0]) if lengths else 0)
