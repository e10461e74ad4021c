"""Ends the reading of a response when its connection has ended, whatever aiohttp makes of it.

Up to aiohttp 3.14 at least, a body whose chunks are malformed closes the connection without a
word to the reader, who then waits for the whole idle timeout. Nothing can arrive on a closed
connection, so waiting is wrong whatever the reason: a body that has neither ended nor failed by
then fails here. The tests with garbage in the text notice when this is no longer needed, or no
longer works.
"""

from __future__ import annotations

import asyncio

import aiohttp


class ConnectionWatch:
    """Watches the connection of one response until `end`."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._content = response.content
        # Compared with None on purpose: aiohttp's protocol is a queue, and false while empty.
        protocol = None if response.connection is None else response.connection.protocol
        self._closed = None if protocol is None else protocol.closed
        if self._closed is not None:
            # A failure that nobody looks at is logged by asyncio; once per connection is enough.
            self._closed.remove_done_callback(_look_at)
            self._closed.add_done_callback(_look_at)
            self._closed.add_done_callback(self._fail)

    def end(self) -> None:
        """Let go, so that a connection which serves many responses does not hold them all."""
        if self._closed is not None:
            self._closed.remove_done_callback(self._fail)

    def _fail(self, _closed: asyncio.Future[None]) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(aiohttp.ClientPayloadError("the connection was closed"))


def _look_at(closed: asyncio.Future[None]) -> None:
    if not closed.cancelled():
        closed.exception()
