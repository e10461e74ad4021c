"""One question until its answer has ended: asked, asked again where that is allowed, read.

Strategy: everything that may take long before the first text (waiting for a free slot, the request,
pauses, further requests) happens in a task of its own. So a wait for the next event can be
cancelled without losing anything, and the delay can be told to whoever waits. After the first text
none of that can happen any more: the task has ended, and each further event is read directly, which
keeps the way of a piece of text short.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace

from bridge_bot.chat_api.exchange import Exchange
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.retry import RetryState
from bridge_bot.chat_api.stream import AnswerStream
from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import AnswerBrokenOff, AnswerError
from bridge_bot.core.fairness.fair_slots import HeldSlot
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
    DelayReason,
)
from bridge_bot.core.ports import Allowance
from bridge_bot.discord_markdown import is_blank

DELAY_TOLD_AFTER_S = {
    DelayReason.QUEUED: 3.0,
    DelayReason.RETRYING: 3.0,
    DelayReason.SLOW: 15.0,
}
"""How many seconds a wait lasts before it is told. By the time a notice of a shorter one is read,
the answer is there. A slow beginning is common, and the platform shows that an answer is prepared.
"""


class AskedQuestion(AsyncIterator[AnswerEvent]):
    """Iterates over the events of the answer to one question, and raises `AnswerError` at its end
    if it failed. Cancelling the wait for the next event loses none.

    It takes its `slot`, which it holds until `close`, and then the `allowance` before each request.
    `new_exchange` makes the exchange for a request; its second argument tells whether an earlier
    one for this question has failed. `chance` gives numbers from 0 up to 1, by which the pauses
    before retries vary.
    """

    def __init__(
        self,
        request: ChatRequest,
        *,
        slot: HeldSlot,
        allowance: Allowance | None = None,
        new_exchange: Callable[[ChatRequest, bool], Exchange],
        health: ApiHealth,
        chance: Callable[[], float],
    ) -> None:
        self._request = request
        self._slot = slot
        self._allowance = allowance
        self._new_exchange = new_exchange
        self._health = health
        self._chance = chance

        self._ready: deque[AnswerEvent] = deque()
        self._error: AnswerError | None = None
        self._ended = False
        self._changed = asyncio.Event()
        self._tasks = BackgroundTasks()
        self._asking: asyncio.Task[None] | None = None
        self._delay = _DelayTimer(self._tell_delay)

        self._exchange: Exchange | None = None
        self._stream = AnswerStream()
        self._sent_before = False
        self._withheld: list[AnswerEvent] = []
        self._text_begun = False
        self._context_lost = False

    async def __anext__(self) -> AnswerEvent:
        while not self._ready and not self._ended:
            await (self._read_on() if self._text_begun else self._wait_for_asking())
        if self._ready:
            return self._ready.popleft()
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        raise StopAsyncIteration

    async def close(self) -> None:
        """End the iteration and the request, however far they are, and give the slot back."""
        self._ended = True
        self._changed.set()
        try:
            await self._tasks.close()
        finally:
            self._close_exchange()
            self._slot.give_back()

    async def _wait_for_asking(self) -> None:
        """Wait until the task that asks has an event, or has ended."""
        if self._asking is None:
            self._asking = self._tasks.start(self._ask(), name="asking the Chat API")
        if not self._asking.done():
            await self._changed.wait()
            self._changed.clear()
        if self._asking.done() and not self._ended:
            self._asking.result()  # a fault of this program is raised where it is noticed

    async def _ask(self) -> None:
        """Send the question, as often as is allowed, until a text comes or the answer ends."""
        try:
            if self._slot.must_wait:
                self._delay.start(DelayReason.QUEUED)
            await self._slot.take()
            self._delay.stop()
            retries = RetryState(asyncio.get_running_loop().time, self._chance)
            while not self._text_begun and not self._ended:
                error = await self._send_or_read()
                if error is not None:
                    await self._wait_for_retry(error, retries)
        finally:
            self._delay.stop()
            self._changed.set()

    async def _read_on(self) -> None:
        """Read the next piece of an answer whose text has begun."""
        error = await self._send_or_read()
        if error is not None and not self._ended:
            reason = f"the answer broke off: {error.args[0]}"
            self._fail(AnswerBrokenOff(reason, status=error.status, request_id=error.request_id))

    async def _send_or_read(self) -> AnswerError | None:
        """Send the question if no exchange is open, and read the next piece of its answer.

        Returns the error if that fails. It is not raised, since its traceback would hold this
        frame, and with it what was sent.
        """
        try:
            exchange = self._exchange or await self._send()
            data = await exchange.read()
            self._take(self._stream.feed(data) if data else self._stream.close())
        except AnswerError as raised:
            error = raised if self._exchange is None else self._exchange.explained(raised)
            self._close_exchange()
            self._health.failed(error)
            return error
        if not data:
            self._ended = True
            self._release_events()
            self._health.answered(self._request.chat_bot)
            self._close_exchange()
        return None

    async def _send(self) -> Exchange:
        if self._allowance is not None:
            await self._allowance.take()
        if not self._sent_before:
            self._delay.start(DelayReason.SLOW)
        self._exchange = exchange = self._new_exchange(self._request, self._sent_before)
        self._sent_before = True
        self._stream = AnswerStream()
        try:
            await exchange.send()
            self._health.reached(exchange.first_byte_s)
        finally:
            if self._allowance is not None and not exchange.is_sent:
                await self._allowance.give_back()
        return exchange

    def _take(self, events: Iterable[AnswerEvent]) -> None:
        for event in events:
            match event:
                case AnswerHeader():
                    self._withheld.append(replace(event, context_lost=self._context_lost))
                case AnswerText():
                    self._withheld.append(event)
                    if not self._text_begun and not is_blank(event.text):
                        self._begin_text()
        # With `_context_lost` this request was sent without the conversation. Its header says that
        # the conversation is given up, so it is held back until the answer's first text or its
        # clean end.
        if self._text_begun or not self._context_lost:
            self._release_events()

    def _begin_text(self) -> None:
        self._text_begun = True
        self._health.answered(self._request.chat_bot)
        if self._exchange is not None:
            self._exchange.answer_has_begun()

    def _release_events(self) -> None:
        self._ready.extend(self._withheld)
        self._withheld.clear()
        self._changed.set()

    async def _wait_for_retry(self, error: AnswerError, retries: RetryState) -> None:
        """Wait until the question may be sent again, or end with this error."""
        retry = retries.after(error, in_conversation=bool(self._request.conversation_uid))
        if retry is None:
            self._fail(error)
            return
        if retry.without_conversation:
            self._request = replace(self._request, conversation_uid=None)
            self._context_lost = True
        self._ready.append(AnswerRetried(error, retry.pause_s))
        self._changed.set()
        self._delay.start(DelayReason.RETRYING)
        await asyncio.sleep(retry.pause_s)

    def _fail(self, error: AnswerError) -> None:
        self._error = error
        self._ended = True
        self._health.gave_up(error, self._request.chat_bot)

    def _tell_delay(self, reason: DelayReason) -> None:
        self._ready.append(AnswerDelayed(reason))
        self._changed.set()

    def _close_exchange(self) -> None:
        if self._exchange is not None:
            self._exchange.close()
            self._exchange = None


class _DelayTimer:
    """Calls `tell` with the reason of a wait once it has lasted `DELAY_TOLD_AFTER_S`."""

    def __init__(self, tell: Callable[[DelayReason], None]) -> None:
        self._tell = tell
        self._reason: DelayReason | None = None
        self._timer: asyncio.TimerHandle | None = None

    def start(self, reason: DelayReason) -> None:
        """Count from now on, in place of any other reason. The same reason counts from its first
        start, and is told once.
        """
        if self._reason is not reason:
            self.stop()
            self._reason = reason
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(DELAY_TOLD_AFTER_S[reason], self._tell, reason)

    def stop(self) -> None:
        """Tell nothing any more, until the next start."""
        self._reason = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
