"""How a connection was lost decides whether a question may be asked again."""

from __future__ import annotations

import asyncio
import socket

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    AnswerMalformed,
    ApiConnectionLost,
    ApiTimeout,
    ApiUnreachable,
)
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    DelayReason,
)
from tests.harness.chat_api_client import REQUEST, Outcome, ask, ask_once, client, options
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

MANY = 5
ANSWERED = [AnswerHeader("c-1"), AnswerText("a")]


async def after_others(*replies: Reply, idle: int = MANY) -> tuple[Outcome, RawServer]:
    """Ask once more after `idle` answers, whose connections lie in the pool; then `replies`."""
    result = Outcome()
    # The connections are all open before the first of them is answered.
    at_once: Reply = [head() + chunk(HEADER), 0.1, chunk(b"a"), LAST_CHUNK]
    async with (
        RawServer(*[at_once] * idle, *replies) as server,
        client(options(server.url)) as api,
    ):
        others = [Outcome() for _ in range(idle)]
        await asyncio.gather(*(ask(api, other) for other in others))
        assert [other.text for other in others] == ["a"] * idle
        assert server.connections == idle
        await ask(api, result)
    return result, server


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
async def test_a_dead_connection_of_the_pool_costs_one_request_however_many_lie_there(
    end: End,
) -> None:
    """Each of them would die at its next request; the second try is over a new one."""
    result, server = await after_others([end], streamed(b"a"))
    assert result.events == ANSWERED
    assert len(server.requests) == MANY + 2
    assert server.connections == MANY + 1
    (again,) = result.retried
    assert isinstance(again.error, ApiConnectionLost)
    assert again.error.stale


async def test_a_new_connection_that_is_lost_after_a_dead_one_is_not_asked_over_again() -> None:
    result, server = await after_others([End.CLOSE], [End.CLOSE], streamed(b"a"))
    assert isinstance(result.error, ApiConnectionLost)
    assert not result.error.stale
    assert len(server.requests) == MANY + 2


@pytest.mark.parametrize(
    "begun",
    [
        [b"HTTP/1.1 2", 0.05, End.CLOSE],
        [b"H", 0.05, End.RESET],
        [b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05, End.CLOSE],
        [head(), 0.05, End.RESET],
    ],
    ids=["a part of the head, closed", "a byte, reset", "an interim response", "a head, reset"],
)
async def test_a_byte_of_a_response_on_a_used_connection_forbids_asking_again(begun: Reply) -> None:
    result, server = await after_others(begun, streamed(b"a"), idle=1)
    assert isinstance(result.error, ApiConnectionLost)
    assert not result.error.stale
    assert len(server.requests) == 2
    assert server.connections == 1


async def test_every_retry_goes_over_a_connection_of_its_own() -> None:
    busy = whole(503, b"")
    result, server = await after_others(busy, busy, streamed(b"a"), idle=2)
    assert result.events == ANSWERED
    assert server.connections == 4


async def test_a_connection_that_is_never_made_is_asked_over_again() -> None:
    """Nobody listens at first, and then, in the second pause, somebody does."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # bound, but not listening: refused for certain
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        async with client(options(url)) as api, api.ask(REQUEST) as events:
            first, second = await anext(events), await anext(events)
            bound.listen()
            assert await anext(events) == AnswerDelayed(DelayReason.RETRYING)
            with pytest.raises(ApiTimeout) as timeout:  # connected at last, but nobody answers
                await anext(events)
    retried = [event for event in (first, second) if isinstance(event, AnswerRetried)]
    assert [type(event.error) for event in retried] == [ApiUnreachable] * 2
    assert timeout.value.waited_for == "first_byte"


@pytest.mark.parametrize(
    ("begun", "seen"),
    [
        (b"HTTP/1.0 200 OK\r\n\r\n" + HEADER + b"half", "half"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + HEADER + b"half", "half"),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + HEADER + b"half", "half"),
        (head(length=999) + HEADER + b"half", "half"),
        (head() + chunk(HEADER + b"half"), "half"),
    ],
    ids=["HTTP/1.0", "no length", "Connection: close", "Content-Length", "chunked"],
)
async def test_a_body_cut_by_a_reset_is_broken_off_however_its_end_is_told(
    begun: bytes, seen: str
) -> None:
    async with RawServer([begun, 0.05, End.RESET]) as server:
        result = await ask_once(options(server.url))
    assert result.text == seen
    assert isinstance(result.error, AnswerBrokenOff)


@pytest.mark.parametrize("end", [[], [End.CLOSE], [End.RESET]])
async def test_a_body_that_is_complete_stays_so_however_its_connection_ends(
    end: list[End],
) -> None:
    async with RawServer([*whole(200, HEADER + b"all"), *end]) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("all", None)


SECRET = b"secret-of-the-response"
COMPLAINTS: dict[str, tuple[Reply, str]] = {
    "no HTTP": ([SECRET + b"\r\n\r\n", End.CLOSE], "Bad status line"),
    "a header that is too long": (
        [head(200, f"X: {SECRET.decode()}{'x' * 70_000}"), End.STALL],
        "Got more than 66560 bytes when reading",
    ),
    "two lengths": (
        [b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n" + SECRET, End.STALL],
        "Content-Length",
    ),
    "a chunk's size in the header": (
        [head() + chunk(HEADER[:9]), 0.05, b"zz" + SECRET + b"\r\n", End.STALL],
        "Invalid character in chunk size",
    ),
}


@pytest.mark.parametrize(("reply", "words"), COMPLAINTS.values(), ids=list(COMPLAINTS))
async def test_what_the_http_parser_found_wrong_is_told_without_what_it_read(
    reply: Reply, words: str
) -> None:
    async with RawServer(reply) as server, asyncio.timeout(10):
        result = await ask_once(options(server.url))
    assert isinstance(result.error, AnswerMalformed)
    assert words in str(result.error)
    assert SECRET.decode() not in f"{result.error} {result.error!r} {vars(result.error)}"


async def test_a_chunk_that_is_none_in_the_text_is_told_as_such() -> None:
    garbled: Reply = [head() + chunk(HEADER + b"a"), 0.05, b"zz" + SECRET + b"\r\n", End.STALL]
    async with RawServer(garbled) as server, asyncio.timeout(10):
        result = await ask_once(options(server.url))
    assert isinstance(result.error, AnswerBrokenOff)
    assert "Invalid character in chunk size" in str(result.error)
    assert SECRET.decode() not in str(result.error)


async def test_asking_leaves_no_second_pool_behind() -> None:
    """What a retry was asked over is closed, and the next question goes over the pool again."""
    async with (
        RawServer(whole(503, b""), streamed(b"a")) as server,
        client(options(server.url)) as api,
    ):
        for _ in range(3):
            await ask(api, Outcome(), REQUEST)
        assert server.connections == 2
