"""The Chat API as the source of answers."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Self

import aiohttp

from bridge_bot.chat_api.asked_question import AskedQuestion
from bridge_bot.chat_api.exchange import Exchange, sent_tracing
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.transport.connection import Connector
from bridge_bot.core.events import Observe, unobserved
from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.fairness.fair_slots import FairSlots, HeldSlot
from bridge_bot.core.model import AnswerEvent, ChatRequest
from bridge_bot.core.ports import Allowance
from bridge_bot.proxies.proxies import Proxies

MAX_FIELD_BYTES = 65 << 10
"""The longest line of a response's head: a value of 64 KiB, which is more than browsers and proxies
let through in one, and its name."""

MAX_FIELDS = 1000
"""The most fields of a response's head: ten times as many as any is likely to have."""

_ONLY_FLOW = Flow(0, 0)  # of a program that asks one question at a time


class ChatApi:
    """The chatbots of one subscription, asked over a pool of connections that this context owns.

    No more than `options.max_in_flight` questions are asked at once. Those that wait take turns by
    their flows; `is_shared` says whether more than one server may ask. `observe` is told what the
    answers and failures say of the API as a whole. `chance` gives numbers from 0 up to 1, by which
    the pauses before retries vary, and `now_s` this machine's time in seconds since the Unix epoch.
    """

    def __init__(
        self,
        options: ChatApiOptions,
        *,
        is_shared: Callable[[], bool] = lambda: False,
        observe: Observe = unobserved,
        chance: Callable[[], float] = random.random,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._options = options
        self._chance = chance
        self._now_s = now_s
        self._slots = FairSlots(lambda: options.max_in_flight, is_shared=is_shared)
        self._health = ApiHealth(observe)
        self._sessions: tuple[aiohttp.ClientSession, ...] = ()  # for a first request, and others

    async def __aenter__(self) -> Self:
        proxies = self._options.proxies
        self._sessions = (_session(proxies, pooled=True), _session(proxies, pooled=False))
        return self

    async def __aexit__(self, *_: object) -> None:
        sessions, self._sessions = self._sessions, ()
        for session in sessions:
            await session.close()

    @asynccontextmanager
    async def ask(
        self, request: ChatRequest, flow: Flow = _ONLY_FLOW, allowance: Allowance | None = None
    ) -> AsyncIterator[AsyncIterator[AnswerEvent]]:
        """Ask; see `core.ports.AnswerSource`. RuntimeError outside of the `ChatApi`'s context."""
        if not self._sessions:
            raise RuntimeError("the Chat API was asked outside of its context")
        asked = AskedQuestion(
            request,
            slot=HeldSlot(self._slots, flow),
            allowance=allowance,
            new_exchange=self._new_exchange,
            health=self._health,
            chance=self._chance,
        )
        try:
            yield asked
        finally:
            await asked.close()

    def _new_exchange(self, request: ChatRequest, is_retry: bool) -> Exchange:
        # Where one connection of the pool was dead, more may be.
        return Exchange(self._sessions[is_retry], self._options, request, self._now_s)


def _session(proxies: Proxies, *, pooled: bool) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=Connector(proxies, pooled=pooled),
        # Cookies would tie one member's question to another's.
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,  # see `transport.compression`
        trace_configs=[sent_tracing()],
        max_line_size=MAX_FIELD_BYTES,
        max_field_size=MAX_FIELD_BYTES,
        max_headers=MAX_FIELDS,
    )
