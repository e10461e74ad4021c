"""An HTTP proxy on this machine, as those in companies are, and servers with TLS behind it.

It does what RFC 9110 says of CONNECT (9.3.6) and of `Proxy-Authorization` (11.7), and passes on
requests whose target is a whole address, as they come without TLS.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from base64 import b64encode
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from yarl import URL

CERTIFICATE = Path(__file__).parents[1] / "e2e/tls.pem"
"""A key and a certificate for 127.0.0.1, for tests alone; valid until 2126."""

_REFUSED = b"HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=proxy\r\nContent-Length: 0\r\n\r\n"

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def trusting() -> ssl.SSLContext:
    """What accepts the certificate of these servers."""
    return ssl.create_default_context(cafile=str(CERTIFICATE))


class ConnectProxy:
    """Connects to whatever it is asked for, if `user_pass` is empty or the request has it.

    `answer` is sent in place of that, where it is not None; empty, it only closes. `connected`
    counts the connections by host and port, `refused` those without the right password.
    """

    def __init__(self, user_pass: str = "", answer: bytes | None = None) -> None:
        token = b64encode(user_pass.encode()).decode()
        self.authorization = f"Basic {token}" if user_pass else ""
        self.answer = answer
        self.connected: Counter[str] = Counter()
        self.asked = 0
        self.refused = 0
        self.port = 0

    def url(self, user_pass: str = "", scheme: str = "http") -> str:
        """Its address, with what stands before the @."""
        return f"{scheme}://{user_pass}{'@' if user_pass else ''}127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        first = await reader.readexactly(1)
        if not first.isalpha():  # of TLS, where none is expected
            writer.write(b"HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n")
            return
        head = first + await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.decode().split(" ", 2)
        self.asked += 1
        if self.authorization and f": {self.authorization}\r\n" not in head.decode():
            self.refused += 1
            writer.write(_REFUSED)
            return
        if self.answer is not None:
            writer.write(self.answer)
            return
        url = URL(f"//{target}" if method == "CONNECT" else target)
        beyond = await asyncio.open_connection(url.host, url.port)
        self.connected[f"{url.host}:{url.port}"] += 1
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            beyond[1].write(head)
        await _relay((reader, writer), beyond)


@asynccontextmanager
async def connect_proxy(
    user_pass: str = "", answer: bytes | None = None, *, tls: bool = False
) -> AsyncIterator[ConnectProxy]:
    """A proxy that listens; with `tls`, for https."""
    proxy = ConnectProxy(user_pass, answer)
    async with listening(proxy.serve, tls=tls) as proxy.port:
        yield proxy


class TlsServer:
    """Takes connections with TLS, and passes them on without to a server on this machine."""

    def __init__(self, to_port: int) -> None:
        self.connected = 0
        self.port = 0
        self._to_port = to_port

    @property
    def place(self) -> str:
        """Its host and port."""
        return f"127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self.connected += 1
        beyond = await asyncio.open_connection("127.0.0.1", self._to_port)
        await _relay((reader, writer), beyond)


@asynccontextmanager
async def tls_server(to_port: int) -> AsyncIterator[TlsServer]:
    """A server that listens for TLS in front of the one at that port."""
    server = TlsServer(to_port)
    async with listening(server.serve, tls=True) as server.port:
        yield server


@asynccontextmanager
async def listening(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]], *, tls: bool
) -> AsyncIterator[int]:
    """Serve each connection in a task of its own; the port. At the end all of them are cut."""
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    tasks: set[asyncio.Task[None]] = set()
    writers: list[asyncio.StreamWriter] = []

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await serve(reader, writer)
                await writer.drain()
        finally:
            await _close(writer)

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        task = asyncio.create_task(served(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(begin, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in writers:  # also of a task that was cancelled before it began
            writer.transport.abort()
        await asyncio.sleep(0)


async def _relay(one: Streams, other: Streams) -> None:
    """Pass on what each of the two says, until one of them has ended."""

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()

    ways = {
        asyncio.create_task(copy(one[0], other[1])),
        asyncio.create_task(copy(other[0], one[1])),
    }
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        try:
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            await _close(other[1])


async def _close(writer: asyncio.StreamWriter) -> None:
    """Send what is still to be sent, for a moment."""
    writer.close()
    try:
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(0.2):
                await writer.wait_closed()
    finally:
        writer.transport.abort()
