"""Reads one response, and ends the reading when nothing can come any more, or nothing has for long.

Nothing can arrive on a closed connection. Up to aiohttp 3.14 at least, a body whose chunks are
malformed closes the connection without a word to the reader, who would wait for the whole idle
timeout: a body that has neither ended nor failed by then fails here, whatever the reason. The
tests with garbage in the text notice when this is no longer needed, or no longer works.

For the time there is one timer for the whole response, which looks how long the present wait has
lasted. One for every wait, such as `asyncio.timeout`, costs more than all else that is done for a
piece of an answer.
"""

from __future__ import annotations

import asyncio

import aiohttp


class ResponseWatch:
    """Watches one response until `end`. `read` raises what aiohttp does, or `TimeoutError`.

    `idle_s` bounds each wait for the next piece, in seconds; at `until`, by the event loop's
    clock, everything has to be there.
    """

    def __init__(self, response: aiohttp.ClientResponse, *, idle_s: float, until: float) -> None:
        self._content = response.content
        self._idle_s = idle_s
        self._until = until
        self._loop = asyncio.get_running_loop()
        self._waits_since: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._look_at_time()
        # Compared with None on purpose: aiohttp's protocol is a queue, and false while empty.
        protocol = None if response.connection is None else response.connection.protocol
        self._closed = None if protocol is None else protocol.closed
        if self._closed is not None:
            # A failure that nobody looks at is logged by asyncio; once per connection is enough.
            self._closed.remove_done_callback(_look_at)
            self._closed.add_done_callback(_look_at)
            self._closed.add_done_callback(self._fail_closed)

    async def read(self) -> bytes:
        """The next bytes as they were sent, empty at their end."""
        self._waits_since = self._loop.time()
        try:
            return await self._content.readany()
        finally:
            self._waits_since = None

    def end(self) -> None:
        """Let go, so that a connection which serves many responses does not hold them all."""
        if self._timer is not None:
            self._timer.cancel()
        if self._closed is not None:
            self._closed.remove_done_callback(self._fail_closed)

    def _look_at_time(self) -> None:
        now = self._loop.time()
        since = now if self._waits_since is None else self._waits_since
        due_at = min(since + self._idle_s, self._until)
        if due_at <= now:
            self._fail(TimeoutError())
        else:
            self._timer = self._loop.call_at(due_at, self._look_at_time)

    def _fail_closed(self, _closed: asyncio.Future[None]) -> None:
        self._fail(aiohttp.ClientPayloadError("the connection was closed"))

    def _fail(self, error: Exception) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(error)


def _look_at(closed: asyncio.Future[None]) -> None:
    if not closed.cancelled():
        closed.exception()
