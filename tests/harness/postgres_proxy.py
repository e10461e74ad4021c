"""A proxy between the store and its PostgreSQL server that can be a bad network, or fail over.

It knows of the protocol only what a COMMIT looks like (postgresql.org/docs/current/protocol.html).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url

_COMMIT = b"Q\x00\x00\x00\x0cCOMMIT;\x00"  # a simple query, with its length


class PostgresProxy:
    """Listens on a port of this machine, and passes everything on to the server of a URL."""

    def __init__(self, database_url: str) -> None:
        self.delay_s = 0.0
        """How long each piece of what either side says is held back, in seconds."""
        self.cut_at_commit_of: bytes | None = None
        """The next COMMIT of a transaction with a statement that has these words, where that is
        prepared, reaches the server, but the connection is cut before its answer."""
        self.commits_cut = 0
        """How often that was done."""
        self.connected = 0
        """How often it was connected to."""
        self._server_url = make_url(database_url)
        self._passing = asyncio.Event()
        self._passing.set()
        self._listener: asyncio.Server | None = None
        self._port = 0
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """The URL of the same database by way of the proxy."""
        return self.url_of(self._server_url)

    def url_of(self, url: URL) -> str:
        """The URL of another user or database by way of the proxy."""
        url = url.set(host="127.0.0.1", port=self._port, query={"ssl": "disable"})
        return url.render_as_string(hide_password=False)

    def cut(self) -> None:
        """Cut all connections that there are."""
        for connection in self._connections:
            connection.cancel()

    def swallow(self) -> None:
        """Leave all connections open, and take new ones, but pass nothing on."""
        self._passing.clear()

    def pass_on(self) -> None:
        """Pass everything on again, also what was held back."""
        self._passing.set()

    async def listen(self) -> None:
        """Take connections, at the same port as before."""
        self._listener = await asyncio.start_server(self._begin, "127.0.0.1", self._port)
        self._port = self._listener.sockets[0].getsockname()[1]

    async def go_down(self) -> None:
        """Refuse new connections, and cut those that there are."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        tasks = set(self._connections)
        self.cut()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connected += 1
        task = asyncio.create_task(self._serve(reader, writer), name="a connection of the proxy")
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers = [writer]
        try:
            from_server, to_server = await self._connect()
            writers.append(to_server)
            commit = _Commit()
            ways = {
                asyncio.create_task(self._pass(reader, to_server, commit, to_server=True)),
                asyncio.create_task(self._pass(from_server, writer, commit, to_server=False)),
            }
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        finally:
            for each in writers:
                each.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        url = self._server_url
        port = url.port or 5432
        folder = url.query.get("host")
        if isinstance(folder, str) and folder.startswith("/"):
            return await asyncio.open_unix_connection(str(Path(folder) / f".s.PGSQL.{port}"))
        return await asyncio.open_connection(url.host, port)

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        commit: _Commit,
        *,
        to_server: bool,
    ) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65_536):
                await self._passing.wait()
                await asyncio.sleep(self.delay_s)
                if to_server:
                    self._watch(data, commit)
                elif commit.is_unanswered:
                    return
                writer.write(data)
                await writer.drain()

    def _watch(self, data: bytes, commit: _Commit) -> None:
        """Look for the words, and for the COMMIT after them."""
        words = self.cut_at_commit_of
        if words is None:
            return
        commit.has_words |= words in data
        if _COMMIT in data and commit.has_words:
            self.cut_at_commit_of = None
            self.commits_cut += 1
            commit.is_unanswered = True


@dataclass
class _Commit:
    """What is known of a transaction on one connection."""

    has_words: bool = False
    is_unanswered: bool = False


@asynccontextmanager
async def postgres_proxy(database_url: str) -> AsyncIterator[PostgresProxy]:
    """A proxy that listens, and is down again at the end."""
    proxy = PostgresProxy(database_url)
    await proxy.listen()
    try:
        yield proxy
    finally:
        await proxy.go_down()
