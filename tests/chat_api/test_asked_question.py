"""Which delays are told and when, and what becomes of a question whose asker gives up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from dataclasses import dataclass
from typing import TypeVar

import pytest

from bridge_bot.chat_api.asked_question import AskedQuestion
from bridge_bot.chat_api.exchange import Exchange
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.core.errors import ApiBusy, ApiUnreachable, LimitReached
from bridge_bot.core.events import unobserved
from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.fairness.fair_slots import FairSlots, HeldSlot
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
    DelayReason,
)
from tests.harness.chat_api_client import REQUEST, ask_once, client, options
from tests.harness.raw_server import (
    HEADER,
    LAST_CHUNK,
    End,
    RawServer,
    Reply,
    chunk,
    head,
    streamed,
    whole,
)
from tests.harness.virtual_time import now_s

Result = TypeVar("Result")

QUEUED = AnswerDelayed(DelayReason.QUEUED)
RETRYING = AnswerDelayed(DelayReason.RETRYING)
SLOW = AnswerDelayed(DelayReason.SLOW)
BUSY = whole(503, b"")
SOON_S = 5.0
FLOW = Flow(1, 7)


async def test_a_short_pause_before_a_retry_is_not_told() -> None:
    async with RawServer(BUSY, streamed(b"a")) as server:
        result = await ask_once(options(server.url))
    assert result.events == [AnswerHeader("c-1"), AnswerText("a")]


@pytest.mark.parametrize(
    "replies",
    [
        (whole(503, b"", "Retry-After: 7"), streamed(b"a")),
        (whole(429, b"", "Retry-After: 7"), streamed(b"a")),
        (BUSY, BUSY, BUSY, streamed(b"a")),  # half a second, one, and two
    ],
    ids=["503 with Retry-After", "429 with Retry-After", "503 three times"],
)
async def test_trying_again_is_told_once_when_it_takes_long(replies: tuple[Reply, ...]) -> None:
    async with RawServer(*replies) as server:
        result = await ask_once(options(server.url))
    assert result.events == [RETRYING, AnswerHeader("c-1"), AnswerText("a")]


async def test_trying_again_is_told_also_while_the_repeated_request_is_waited_for() -> None:
    async with (
        RawServer(BUSY, [End.STALL]) as server,
        client(options(server.url)) as api,
        api.ask(REQUEST) as events,
    ):
        assert isinstance(await anext(events), AnswerRetried)
        retried_at_s = now_s()
        assert await anext(events) == RETRYING
        assert now_s() == pytest.approx(retried_at_s + 3.0)
        assert len(server.requests) == 2


async def test_trying_in_vain_is_told_before_the_error() -> None:
    async with RawServer(BUSY) as server:
        result = await ask_once(options(server.url))
    assert result.events == [RETRYING]
    assert isinstance(result.error, ApiBusy)


SILENT: dict[str, Reply] = {
    "before the head": [End.STALL],
    "before the header": [head() + chunk(b" "), End.STALL],
    "before the text": [head() + chunk(HEADER), End.STALL],
    "in white space": [head() + chunk(HEADER + "\n \u200b\ufeff".encode()), End.STALL],
}


@pytest.mark.parametrize("reply", SILENT.values(), ids=list(SILENT))
async def test_an_answer_that_is_slow_to_begin_is_told_after_fifteen_seconds(reply: Reply) -> None:
    """Before that the platform shows already that an answer is being prepared."""
    async with (
        RawServer(reply) as server,
        client(options(server.url)) as api,
        api.ask(REQUEST) as events,
    ):
        asked_at_s = now_s()
        while await anext(events) != SLOW:
            assert now_s() == asked_at_s
        assert now_s() == pytest.approx(asked_at_s + 15.0)


async def test_an_answer_that_came_at_once_is_read_and_left_without_waiting() -> None:
    """A turn of the event loop in between would show its text with a cursor before it ends."""
    reply: Reply = [head() + chunk(HEADER + b"all of it") + LAST_CHUNK]
    async with RawServer(reply) as server, client(options(server.url)) as api:
        asking = api.ask(REQUEST)
        events = await asking.__aenter__()
        assert await anext(events) == AnswerHeader("c-1")
        assert without_waiting(anext(events)) == AnswerText("all of it")
        with pytest.raises(StopAsyncIteration):
            without_waiting(anext(events))
        without_waiting(asking.__aexit__(None, None, None))


def without_waiting(step: Awaitable[Result]) -> Result:
    """What the step returns. Fails if it needs the event loop."""
    try:
        next(step.__await__())
    except StopIteration as stop:
        result: Result = stop.value
        return result
    raise AssertionError("it waits")


async def test_an_answer_that_has_begun_is_not_told_to_be_slow() -> None:
    begun: Reply = [head() + chunk(HEADER + b"a"), 59.0, chunk(b"b"), LAST_CHUNK]
    async with RawServer(begun) as server:
        result = await ask_once(options(server.url))
    assert result.events == [AnswerHeader("c-1"), AnswerText("a"), AnswerText("b")]


async def test_waiting_in_line_is_told_after_three_seconds_and_then_answered() -> None:
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        client(options(server.url, max_in_flight=1)) as api,
        api.ask(REQUEST) as events,
    ):
        async with api.ask(REQUEST) as before:
            assert await anext(before) == AnswerHeader("c-1")
            queued_at_s = now_s()
            assert await anext(events) == QUEUED
            assert now_s() == pytest.approx(queued_at_s + 3.0)
            assert len(server.requests) == 1
        assert [event async for event in events] == [AnswerHeader("c-1"), AnswerText("a")]


async def test_a_place_in_the_line_is_kept_while_its_wait_is_cancelled() -> None:
    """Whoever asked second is asked second, though his first wait was given up."""
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        client(options(server.url, max_in_flight=1)) as api,
        api.ask(REQUEST) as second,
    ):
        async with api.ask(REQUEST) as first:
            await anext(first)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(second), 0.02)
            assert len(server.requests) == 1
        assert await asyncio.wait_for(following(second), SOON_S) == AnswerHeader("c-1")


async def test_leaving_while_in_line_gives_the_place_to_the_next() -> None:
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        client(options(server.url, max_in_flight=1)) as api,
    ):
        async with api.ask(REQUEST) as first, api.ask(REQUEST) as third:
            await anext(first)
            async with api.ask(REQUEST) as second:
                leaving = asyncio.create_task(following(second))
                await asyncio.sleep(0)
                staying = asyncio.create_task(following(third))
                await asyncio.sleep(0)
            with pytest.raises(StopAsyncIteration):
                await leaving
            assert not staying.done()
            staying.cancel()
            await asyncio.wait({staying})
        assert len(server.requests) == 1
        async with api.ask(REQUEST) as fourth:
            assert await asyncio.wait_for(following(fourth), SOON_S) == AnswerHeader("c-1")


@pytest.mark.parametrize("way", ["leaving", "cancelling"])
async def test_giving_up_in_a_pause_asks_no_more_and_gives_the_slot_back(way: str) -> None:
    """The pause would be 50 seconds."""
    wait = whole(503, b"", "Retry-After: 50")
    async with (
        RawServer(wait, streamed(b"a")) as server,
        client(options(server.url, max_in_flight=1)) as api,
    ):
        async with asyncio.timeout(SOON_S), api.ask(REQUEST) as events:
            again = await following(events)
            assert isinstance(again, AnswerRetried)
            assert again.pause_s > 50
            if way == "cancelling":
                waiting = asyncio.create_task(following(events))
                await asyncio.sleep(0)
                waiting.cancel()
                await asyncio.wait({waiting})
        assert len(server.requests) == 1
        async with asyncio.timeout(SOON_S), api.ask(REQUEST) as events:
            await anext(events)
        assert now_s() < SOON_S
        assert len(server.requests) == 2


async def test_a_fault_of_the_program_is_raised_and_not_waited_for() -> None:
    """However often the next event is asked for; the slot is given back all the same."""

    def faulty(request: ChatRequest, is_retry: bool) -> Exchange:
        raise ZeroDivisionError

    slot = HeldSlot(FairSlots(lambda: 1), FLOW)
    asked = AskedQuestion(
        REQUEST,
        slot=slot,
        new_exchange=faulty,
        health=ApiHealth(unobserved),
        chance=lambda: 0.0,
    )
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            await asyncio.wait_for(anext(asked), SOON_S)
    await asked.close()
    assert not slot.must_wait


async def following(events: AsyncIterator[AnswerEvent]) -> AnswerEvent:
    return await anext(events)


@dataclass
class CountedAllowance:
    """Counts requests, and refuses those beyond `most`."""

    most: int = 9
    taken: int = 0

    async def take(self) -> None:
        if self.taken >= self.most:
            raise LimitReached("all", "refused-day-all", {})
        self.taken += 1

    async def give_back(self) -> None:
        self.taken -= 1


async def ask_with(allowance: CountedAllowance, url: str, **changed: object) -> list[AnswerEvent]:
    """Ask once, and return what comes but delays and retries."""
    async with client(options(url, **changed)) as api, api.ask(REQUEST, FLOW, allowance) as events:
        return [each async for each in events if isinstance(each, AnswerHeader | AnswerText)]


async def test_each_request_is_counted_also_one_that_repeats_another() -> None:
    allowance = CountedAllowance()
    async with RawServer(BUSY, BUSY, streamed(b"a")) as server:
        await ask_with(allowance, server.url)
        assert allowance.taken == len(server.requests) == 3


async def test_a_repetition_beyond_the_limit_is_not_sent() -> None:
    allowance = CountedAllowance(most=2)
    async with RawServer(BUSY, BUSY, streamed(b"a")) as server:
        with pytest.raises(LimitReached):
            await ask_with(allowance, server.url)
        assert len(server.requests) == 2


async def test_a_request_that_is_refused_before_it_is_sent_gives_its_slot_back() -> None:
    async with (
        RawServer(streamed(b"a")) as server,
        client(options(server.url, max_in_flight=1)) as api,
    ):
        async with api.ask(REQUEST, FLOW, CountedAllowance(most=0)) as events:
            with pytest.raises(LimitReached):
                await anext(events)
        async with asyncio.timeout(SOON_S), api.ask(REQUEST) as events:
            assert await anext(events) == AnswerHeader("c-1")
        assert len(server.requests) == 1


async def test_a_request_for_which_no_connection_is_made_does_not_count() -> None:
    """However often that is tried."""
    allowance = CountedAllowance()
    with pytest.raises(ApiUnreachable):
        await ask_with(allowance, "http://127.0.0.1:1")
    assert allowance.taken == 0


async def test_a_request_that_is_given_up_once_it_is_sent_counts() -> None:
    allowance = CountedAllowance()
    async with (
        RawServer([head(), End.STALL]) as server,
        client(options(server.url)) as api,
        api.ask(REQUEST, FLOW, allowance) as events,
    ):
        waiting = asyncio.create_task(following(events))
        await server.stalled.acquire()
        waiting.cancel()
        await asyncio.wait({waiting})
    assert allowance.taken == 1
