"""The Chat API as the source of answers."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import aiohttp

from bridge_bot.chat_api.asked_question import AskedQuestion
from bridge_bot.chat_api.exchange import Exchange, sent_tracing
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.retry import RetryState
from bridge_bot.chat_api.transport.connection import Connector
from bridge_bot.core.events import Observe, unobserved
from bridge_bot.core.model import AnswerEvent, ChatRequest

MAX_FIELD_BYTES = 65 << 10
"""The longest line of a response's head: a value of 64 KiB, which is more than browsers and proxies
let through in one, and its name."""

MAX_FIELDS = 1000
"""The most fields of a response's head: ten times as many as any is likely to have."""


class ChatApi:
    """One chatbot, asked over a pool of connections that this context owns.

    No more than `options.max_in_flight` questions are asked at once; those that wait are asked in
    the order in which they came. `observe` is told what the answers and failures say of the API as
    a whole. `chance` gives numbers from 0 up to 1, by which the pauses before retries vary, and
    `now_s` this machine's time in seconds since the Unix epoch.
    """

    def __init__(
        self,
        options: ChatApiOptions,
        *,
        observe: Observe = unobserved,
        chance: Callable[[], float] = random.random,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._options = options
        self._chance = chance
        self._now_s = now_s
        self._slots = asyncio.Semaphore(options.max_in_flight)
        self._health = ApiHealth(observe)
        self._pooled: aiohttp.ClientSession | None = None
        self._unpooled: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._pooled, self._unpooled = _session(pooled=True), _session(pooled=False)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        sessions = (self._pooled, self._unpooled)
        self._pooled = self._unpooled = None
        for session in sessions:
            if session is not None:
                await session.close()

    @asynccontextmanager
    async def ask(self, request: ChatRequest) -> AsyncIterator[AsyncIterator[AnswerEvent]]:
        """Ask; see `core.ports.AnswerSource`. RuntimeError outside of the `ChatApi`'s context."""
        asked = self._asked(request)
        try:
            yield asked
        finally:
            await asked.close()

    def _asked(self, request: ChatRequest) -> AskedQuestion:
        pooled, unpooled = self._pooled, self._unpooled
        if pooled is None or unpooled is None:
            raise RuntimeError("the Chat API was asked outside of its context")
        clock_s = asyncio.get_running_loop().time

        def new_exchange(sent: ChatRequest, is_retry: bool) -> Exchange:
            # Where one connection of the pool was dead, more may be.
            session = unpooled if is_retry else pooled
            return Exchange(session, self._options, sent, self._now_s)

        return AskedQuestion(
            request,
            slots=self._slots,
            new_exchange=new_exchange,
            new_retries=lambda: RetryState(clock_s, self._chance),
            health=self._health,
        )


def _session(*, pooled: bool) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=Connector(pooled=pooled),
        # Cookies would tie one member's question to another's.
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,  # see `transport.compression`
        trace_configs=[sent_tracing()],
        max_line_size=MAX_FIELD_BYTES,
        max_field_size=MAX_FIELD_BYTES,
        max_headers=MAX_FIELDS,
    )
