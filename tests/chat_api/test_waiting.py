"""Whoever waits is told why, once it takes more than three seconds by the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bridge_bot.chat_api.answer import Answer
from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.exchange import Exchange
from bridge_bot.chat_api.health import ApiHealth
from bridge_bot.chat_api.retry import Retries, RetryPolicy
from bridge_bot.chat_api.stream import AnswerStream
from bridge_bot.core.errors import ApiBusy
from bridge_bot.core.events import unobserved
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
)
from tests.chat_api.asking import ASKED, OwnClock, asked, options
from tests.chat_api.raw_server import (
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

QUEUED = AnswerDelayed("queued")
RETRYING = AnswerDelayed("retrying")
SLOW = AnswerDelayed("slow")
BUSY = whole(503, b"")
SOON_S = 5.0


async def test_a_short_pause_before_a_retry_is_not_told() -> None:
    async with RawServer(BUSY, streamed(b"a")) as server:
        result = await asked(options(server.url))
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
        result = await asked(options(server.url))
    assert result.events == [RETRYING, AnswerHeader("c-1"), AnswerText("a")]


async def test_trying_again_is_told_also_while_the_repeated_request_is_waited_for() -> None:
    clock = OwnClock()
    async with (
        RawServer(BUSY, [End.STALL]) as server,
        ChatApi(options(server.url), clock=clock) as api,
        api.ask(ASKED) as events,
    ):
        assert isinstance(await asyncio.wait_for(following(events), SOON_S), AnswerRetried)
        first = asyncio.create_task(following(events))
        await asyncio.wait_for(server.stalled.acquire(), SOON_S)
        assert not first.done()
        await clock.move(3.0)
        assert await asyncio.wait_for(first, SOON_S) == RETRYING


async def test_trying_in_vain_is_told_before_the_error() -> None:
    async with RawServer(BUSY) as server:
        result = await asked(options(server.url))
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
    clock, told = OwnClock(), asyncio.Queue[AnswerEvent]()

    async def ask(api: ChatApi) -> None:
        async with api.ask(ASKED) as events:
            async for event in events:
                told.put_nowait(event)

    async with (
        RawServer(reply) as server,
        ChatApi(options(server.url), clock=clock) as api,
        asyncio.timeout(SOON_S),
    ):
        asking = asyncio.create_task(ask(api))
        await server.stalled.acquire()
        await clock.watched.acquire()
        await clock.move(14.9)
        before = [told.get_nowait() for _ in range(told.qsize())]
        assert SLOW not in before
        await clock.move(0.1)
        while await told.get() != SLOW:
            pass
        asking.cancel()
        await asyncio.wait({asking})


async def test_an_answer_that_has_begun_is_not_told_to_be_slow() -> None:
    clock = OwnClock()
    begun: Reply = [head() + chunk(HEADER + b"a"), 0.2, chunk(b"b"), LAST_CHUNK]
    async with (
        RawServer(begun) as server,
        ChatApi(options(server.url), clock=clock) as api,
        api.ask(ASKED) as events,
    ):
        assert await following(events) == AnswerHeader("c-1")
        await clock.move(60.0)
        assert [event async for event in events] == [AnswerText("a"), AnswerText("b")]


async def test_waiting_in_line_is_told_after_three_seconds_and_then_answered() -> None:
    clock = OwnClock()
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        ChatApi(options(server.url, max_in_flight=1), clock=clock) as api,
        api.ask(ASKED) as events,
    ):
        async with api.ask(ASKED) as before:
            assert await anext(before) == AnswerHeader("c-1")
            await asyncio.wait_for(clock.watched.acquire(), SOON_S)  # whether it is slow to begin
            first = asyncio.create_task(following(events))
            await asyncio.wait_for(clock.watched.acquire(), SOON_S)
            await clock.move(2.9)
            assert not first.done()
            await clock.move(0.1)
            assert await asyncio.wait_for(first, SOON_S) == QUEUED
            assert len(server.requests) == 1
        assert [event async for event in events] == [AnswerHeader("c-1"), AnswerText("a")]


async def test_a_place_in_the_line_is_kept_while_its_wait_is_cancelled() -> None:
    """Whoever asked second is asked second, though his first wait was given up."""
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        ChatApi(options(server.url, max_in_flight=1)) as api,
        api.ask(ASKED) as second,
    ):
        async with api.ask(ASKED) as first:
            await anext(first)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(second), 0.02)
            assert len(server.requests) == 1
        assert await asyncio.wait_for(following(second), SOON_S) == AnswerHeader("c-1")


async def test_leaving_while_in_line_gives_the_place_to_the_next() -> None:
    async with (
        RawServer([head() + chunk(HEADER), End.STALL], streamed(b"a")) as server,
        ChatApi(options(server.url, max_in_flight=1)) as api,
    ):
        async with api.ask(ASKED) as first, api.ask(ASKED) as third:
            await anext(first)
            async with api.ask(ASKED) as second:
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
        async with api.ask(ASKED) as fourth:
            assert await asyncio.wait_for(following(fourth), SOON_S) == AnswerHeader("c-1")


@pytest.mark.parametrize("way", ["leaving", "cancelling"])
async def test_giving_up_in_a_pause_asks_no_more_and_gives_the_slot_back(way: str) -> None:
    """By the real clock: the pause would be 50 seconds."""
    wait = whole(503, b"", "Retry-After: 50")
    async with (
        RawServer(wait, streamed(b"a")) as server,
        ChatApi(options(server.url, max_in_flight=1)) as api,
    ):
        async with asyncio.timeout(SOON_S), api.ask(ASKED) as events:
            again = await following(events)
            assert isinstance(again, AnswerRetried)
            assert again.pause_s > 50
            if way == "cancelling":
                waiting = asyncio.create_task(following(events))
                await asyncio.sleep(0)
                waiting.cancel()
                await asyncio.wait({waiting})
        assert len(server.requests) == 1
        async with asyncio.timeout(SOON_S), api.ask(ASKED) as events:
            await anext(events)
        assert len(server.requests) == 2


async def test_a_fault_of_the_program_is_raised_and_not_waited_for() -> None:
    """However often the next event is asked for; the slot is given back all the same."""

    def faulty(request: ChatRequest, again: bool) -> Exchange:
        raise ZeroDivisionError

    clock, slots = OwnClock(), asyncio.Semaphore(1)
    answer = Answer(
        ASKED,
        slots=slots,
        exchange=faulty,
        stream=AnswerStream,
        retries=lambda: Retries(RetryPolicy(), clock, lambda: 1.0),
        health=ApiHealth(unobserved),
        clock=clock,
    )
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            await asyncio.wait_for(anext(answer), SOON_S)
    await answer.close()
    assert not slots.locked()


async def following(events: AsyncIterator[AnswerEvent]) -> AnswerEvent:
    return await anext(events)
