"""The Chat API as the source of answers."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import aiohttp

from bridge_bot.chat_api.answer import Answer
from bridge_bot.chat_api.connection import Connector
from bridge_bot.chat_api.exchange import Exchange, sent_tracing
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.retry import MonotonicClock, Retries, RetryPolicy
from bridge_bot.chat_api.stream import AnswerStream
from bridge_bot.core.events import Observe, unobserved
from bridge_bot.core.model import AnswerEvent, ChatRequest
from bridge_bot.core.ports import Clock

MAX_FIELD_BYTES = 65 << 10
"""The longest line of a response's head: a value of 64 KiB, which is more than browsers and proxies
let through in one, and its name."""

MAX_FIELDS = 1000
"""The most fields of a response's head: ten times as many as any is likely to have."""


class ChatApi:
    """One chatbot, asked over a pool of connections that this context owns.

    No more than `options.max_in_flight` requests are on their way at once; those that wait are
    served in the order in which they came. What the answers and failures say of the API as a whole
    is observed; what they say of a question is the `Answer`'s.
    """

    def __init__(
        self,
        options: ChatApiOptions,
        *,
        observe: Observe = unobserved,
        retry: RetryPolicy | None = None,
        clock: Clock | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._options = options
        self._retry = retry or RetryPolicy()
        self._clock = clock or MonotonicClock()
        self._jitter = jitter
        self._slots = asyncio.Semaphore(options.max_in_flight)
        self._health = ApiHealth(observe)
        self._pool: aiohttp.ClientSession | None = None
        self._fresh: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._pool, self._fresh = _session(fresh=False), _session(fresh=True)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        sessions = (self._pool, self._fresh)
        self._pool = self._fresh = None
        for session in sessions:
            if session is not None:
                await session.close()

    @asynccontextmanager
    async def ask(self, request: ChatRequest) -> AsyncIterator[AsyncIterator[AnswerEvent]]:
        """Ask; see `core.ports.AnswerSource`. RuntimeError outside of the `ChatApi`'s context."""
        answer = self._answer(request)
        try:
            yield answer
        finally:
            await answer.close()

    def _answer(self, request: ChatRequest) -> Answer:
        pool, fresh = self._pool, self._fresh
        if pool is None or fresh is None:
            raise RuntimeError("the Chat API was asked outside of its context")
        return Answer(
            request,
            slots=self._slots,
            exchange=lambda asked, again: Exchange(fresh if again else pool, self._options, asked),
            stream=AnswerStream,
            retries=lambda: Retries(self._retry, self._clock, self._jitter),
            health=self._health,
            clock=self._clock,
        )


def _session(*, fresh: bool) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=Connector(fresh=fresh),
        # Cookies would tie one member's question to another's.
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,  # see `compression`
        trace_configs=[sent_tracing()],
        max_line_size=MAX_FIELD_BYTES,
        max_field_size=MAX_FIELD_BYTES,
        max_headers=MAX_FIELDS,
    )
