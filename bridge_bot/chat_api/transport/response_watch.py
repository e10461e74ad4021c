"""Reads one response, and fails the reading when nothing has come for too long.

There is one timer for the whole response, which looks how long the present wait has lasted. One
for each wait, as `asyncio.timeout` makes it, would cost more than all else that is done for a piece
of an answer.
"""

from __future__ import annotations

import asyncio
import math

import aiohttp

from bridge_bot.core.errors import ApiTimeout


class ResponseWatch:
    """Reads one response until `end`. `read` raises what aiohttp does, or `ApiTimeout`.

    `idle_s` bounds each wait for the next piece, in seconds. All has to be there `answer_s` seconds
    after `sent_at`, a time of the event loop's clock, unless that bound is lifted.
    """

    def __init__(
        self, response: aiohttp.ClientResponse, *, idle_s: float, answer_s: float, sent_at: float
    ) -> None:
        self._content = response.content
        self._idle_s = idle_s
        self._answer_s = answer_s
        self._answer_until = sent_at + answer_s
        self._loop = asyncio.get_running_loop()
        self._waiting_since: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._check_time()

    async def read(self) -> bytes:
        """The next bytes as they were sent, empty at their end."""
        self._waiting_since = self._loop.time()
        try:
            return await self._content.readany()
        finally:
            self._waiting_since = None

    def lift_answer_bound(self) -> None:
        """Let the response last for ever, if its pieces keep coming."""
        self._answer_until = math.inf

    def end(self) -> None:
        """Stop watching."""
        if self._timer is not None:
            self._timer.cancel()

    def _check_time(self) -> None:
        now = self._loop.time()
        since = now if self._waiting_since is None else self._waiting_since
        idle_until = since + self._idle_s
        if idle_until <= now:
            self._fail(ApiTimeout("idle", self._idle_s))
        elif self._answer_until <= now:
            self._fail(ApiTimeout("answer", self._answer_s))
        else:
            self._timer = self._loop.call_at(min(idle_until, self._answer_until), self._check_time)

    def _fail(self, error: ApiTimeout) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(error)
