"""One question until its answer has ended: asked, asked again where that is allowed, read.

Strategy: all that may take long before the first text (a slot, the request, pauses, further
requests) goes on in a task, the *beginning*. So a wait for the next event can be cancelled without
losing anything, and whoever waits can be told meanwhile what is being waited for. From the first
text on nothing of that can happen any more: the task is over, and reading is a plain call.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from typing import Literal

from bridge_bot.chat_api.exchange import Exchange
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.retry import Retries
from bridge_bot.chat_api.stream import AnswerStream
from bridge_bot.core.errors import AnswerBrokenOff, AnswerError
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
)
from bridge_bot.core.ports import Clock
from bridge_bot.discord_markdown import is_blank

TOLD_AFTER_S = {"queued": 3.0, "retrying": 3.0, "slow": 15.0}
"""A shorter wait is not worth a word: by the time it is read, the answer is there. That an answer
is slow to begin is common, and the platform shows that one is being prepared."""


class Answer(AsyncIterator[AnswerEvent]):
    """The events of one answer. A cancelled wait for the next one loses none of them."""

    def __init__(
        self,
        request: ChatRequest,
        *,
        slots: asyncio.Semaphore,
        exchange: Callable[[ChatRequest, bool], Exchange],
        stream: Callable[[], AnswerStream],
        retries: Callable[[], Retries],
        health: ApiHealth,
        clock: Clock,
    ) -> None:
        self._request = request
        self._slots = slots
        self._new_exchange = exchange
        self._new_stream = stream
        self._new_retries = retries
        self._health = health
        self._clock = clock

        self._ready: deque[AnswerEvent] = deque()
        self._failure: AnswerError | None = None
        self._news = asyncio.Event()
        self._ended = False
        self._beginning: asyncio.Task[None] | None = None
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_why = ""

        self._has_slot = False
        self._exchange: Exchange | None = None
        self._stream = stream()
        self._asked_before = False
        self._held: list[AnswerEvent] = []
        self._spoken = False
        self._context_lost = False

    async def __anext__(self) -> AnswerEvent:
        while not self._ready and not self._ended:
            await (self._go_on() if self._spoken else self._next_of_beginning())
        if self._ready:
            return self._ready.popleft()
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        raise StopAsyncIteration

    async def close(self) -> None:
        """End it, in whatever state it is."""
        self._ended = True
        self._news.set()
        try:
            if self._beginning is not None and not self._beginning.done():
                self._beginning.cancel()
                await asyncio.wait({self._beginning})
        finally:
            self._hang_up()
            if self._has_slot:
                self._has_slot = False
                self._slots.release()

    async def _next_of_beginning(self) -> None:
        if self._beginning is None:
            self._beginning = asyncio.create_task(self._begin(), name="asking the Chat API")
        if not self._beginning.done():
            await self._news.wait()
            self._news.clear()
        if self._beginning.done() and not self._ended:
            self._beginning.result()  # a fault of this program is raised where it is noticed

    async def _begin(self) -> None:
        """Ask until there is a text, or an end without one."""
        try:
            if self._slots.locked():
                self._tell_if_long("queued")
            await self._slots.acquire()
            self._has_slot = True
            self._tell_no_more()
            self._tell_if_long("slow")
            retries = self._new_retries()
            while not self._spoken and not self._ended:
                failure = await self._step()
                if failure is not None:
                    await self._recover(failure, retries)
        finally:
            self._tell_no_more()
            self._news.set()

    async def _go_on(self) -> None:
        failure = await self._step()
        if failure is not None and not self._ended:
            self._fail(_broken_off(failure))

    async def _step(self) -> AnswerError | None:
        """Ask, or read on; return what failed, so that it is raised where nothing clings to it."""
        try:
            exchange = self._exchange or await self._ask()
            data = await exchange.read()
            self._take(self._stream.feed(data) if data else self._stream.close())
        except AnswerError as error:
            failure = error if self._exchange is None else self._exchange.explained(error)
            self._hang_up()
            self._health.failed(failure)
            return failure
        if not data:
            self._ended = True
            self._hand_on()
            self._health.answered()
            self._hang_up()
        return None

    async def _ask(self) -> Exchange:
        self._exchange = self._new_exchange(self._request, self._asked_before)
        self._asked_before = True
        self._stream = self._new_stream()
        await self._exchange.send()
        return self._exchange

    def _take(self, events: Iterable[AnswerEvent]) -> None:
        for event in events:
            match event:
                case AnswerHeader():
                    self._held.append(replace(event, context_lost=self._context_lost))
                case AnswerText():
                    self._held.append(event)
                    if not self._spoken and not is_blank(event.text):
                        self._begin_to_speak()
        # Only an answer shows that the context is lost: for a header alone nothing is given up.
        if self._spoken or not self._context_lost:
            self._hand_on()

    def _begin_to_speak(self) -> None:
        self._spoken = True
        self._health.answered()
        if self._exchange is not None:
            self._exchange.answer_has_begun()

    def _hand_on(self) -> None:
        self._ready.extend(self._held)
        self._held.clear()
        self._news.set()

    async def _recover(self, failure: AnswerError, retries: Retries) -> None:
        """Wait until the question may be asked again, or end with this failure."""
        again = retries.after(failure, in_conversation=bool(self._request.conversation_uid))
        if again is None:
            self._fail(failure)
            return
        if again.without_conversation:
            self._request = replace(self._request, conversation_uid=None)
            self._context_lost = True
        self._ready.append(AnswerRetried(failure, again.pause_s))
        self._news.set()
        self._tell_if_long("retrying")
        await self._clock.sleep(again.pause_s)

    def _fail(self, failure: AnswerError) -> None:
        self._failure = failure
        self._ended = True
        self._health.gave_up(failure)

    def _tell_if_long(self, why: Literal["queued", "retrying", "slow"]) -> None:
        """Hand on that it takes long once it does, counted from the first call for this reason.

        A reason takes the place of another that was not told yet.
        """

        async def tell() -> None:
            await self._clock.reached(moment_s)
            self._ready.append(AnswerDelayed(why))
            self._news.set()

        if self._alarm is None or self._alarm_why != why:
            self._tell_no_more()
            moment_s = self._clock.now() + TOLD_AFTER_S[why]
            self._alarm_why = why
            self._alarm = asyncio.create_task(tell(), name=f"telling that it is {why}")

    def _tell_no_more(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _hang_up(self) -> None:
        if self._exchange is not None:
            self._exchange.close()
            self._exchange = None


def _broken_off(failure: AnswerError) -> AnswerBrokenOff:
    return AnswerBrokenOff(
        f"the answer broke off: {failure.args[0]}",
        status=failure.status,
        request_id=failure.request_id,
    )
