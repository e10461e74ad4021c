"""Reads one response, and ends the reading when nothing has come for long.

There is one timer for the whole response, which looks how long the present wait has lasted. One
for every wait, such as `asyncio.timeout`, costs more than all else that is done for a piece of an
answer.
"""

from __future__ import annotations

import asyncio
import math

import aiohttp

from bridge_bot.core.errors import ApiTimeout


class ResponseWatch:
    """Watches one response until `end`. `read` raises what aiohttp does, or `ApiTimeout`.

    `idle_s` bounds each wait for the next piece; `answer_s` after `sent_at`, by the event loop's
    clock, everything has to be there, unless that bound is lifted. All in seconds.
    """

    def __init__(
        self, response: aiohttp.ClientResponse, *, idle_s: float, answer_s: float, sent_at: float
    ) -> None:
        self._content = response.content
        self._idle_s = idle_s
        self._answer_s = answer_s
        self._until = sent_at + answer_s
        self._loop = asyncio.get_running_loop()
        self._waits_since: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._look_at_time()

    async def read(self) -> bytes:
        """The next bytes as they were sent, empty at their end."""
        self._waits_since = self._loop.time()
        try:
            return await self._content.readany()
        finally:
            self._waits_since = None

    def lift_answer_bound(self) -> None:
        """From now on it may take for ever, piece by piece."""
        self._until = math.inf

    def end(self) -> None:
        """Let go of the response."""
        if self._timer is not None:
            self._timer.cancel()

    def _look_at_time(self) -> None:
        now = self._loop.time()
        since = now if self._waits_since is None else self._waits_since
        idle_until = since + self._idle_s
        if idle_until <= now:
            self._fail(ApiTimeout("idle", self._idle_s))
        elif self._until <= now:
            self._fail(ApiTimeout("answer", self._answer_s))
        else:
            self._timer = self._loop.call_at(min(idle_until, self._until), self._look_at_time)

    def _fail(self, error: ApiTimeout) -> None:
        if not self._content.is_eof() and self._content.exception() is None:
            self._content.set_exception(error)
