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
from bridge_bot.chat_api.exchange import Exchange, sent_tracing
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.retry import MonotonicClock, Retries, RetryPolicy
from bridge_bot.chat_api.stream import MAX_HEADER_BYTES, AnswerStream
from bridge_bot.core.model import AnswerEvent, ChatRequest
from bridge_bot.core.ports import Clock

MAX_ENVELOPE_BYTES = 8 << 20


class ChatApi:
    """One chatbot, asked over a pool of connections that this context owns.

    No more than `options.max_in_flight` requests are on their way at once; those that wait are
    served in the order in which they came.
    """

    def __init__(
        self,
        options: ChatApiOptions,
        *,
        retry: RetryPolicy | None = None,
        clock: Clock | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._options = options
        self._retry = retry or RetryPolicy()
        self._clock = clock or MonotonicClock()
        self._jitter = jitter
        self._slots = asyncio.Semaphore(options.max_in_flight)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            # The slots are the limit, and cookies would tie one member's question to another's.
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,  # see `compression`
            trace_configs=[sent_tracing()],
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    @asynccontextmanager
    async def ask(self, request: ChatRequest) -> AsyncIterator[AsyncIterator[AnswerEvent]]:
        """Ask; see `core.ports.AnswerSource`. RuntimeError outside of the `ChatApi`'s context."""
        answer = self._answer(request)
        try:
            yield answer
        finally:
            await answer.close()

    def _answer(self, request: ChatRequest) -> Answer:
        session = self._session
        if session is None:
            raise RuntimeError("the Chat API was asked outside of its context")
        max_bytes = MAX_HEADER_BYTES if self._options.stream else MAX_ENVELOPE_BYTES
        return Answer(
            request,
            slots=self._slots,
            exchange=lambda asked: Exchange(session, self._options, asked),
            stream=lambda: AnswerStream(max_header_bytes=max_bytes),
            retries=lambda: Retries(self._retry, self._clock, self._jitter),
            clock=self._clock,
        )
