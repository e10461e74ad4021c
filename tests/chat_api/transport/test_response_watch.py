"""How long a response may be silent, and how long it may take in all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from bridge_bot.core.errors import ApiTimeout
from bridge_bot.core.model import AnswerHeader, AnswerText
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
)

SHORT_S = 0.3
SHORT: Mapping[str, object] = {
    "first_byte_timeout_s": SHORT_S,
    "idle_timeout_s": SHORT_S,
    "answer_timeout_s": SHORT_S,
}


def trickle(first: bytes, step: bytes) -> Reply:
    """A piece every 0.05 s, for ten seconds."""
    steps: list[bytes | float | End] = [first]
    for _ in range(200):
        steps += [0.05, step]
    return steps


@pytest.mark.parametrize(
    ("step", "first"),
    [
        (chunk(b" "), head()),
        (chunk(b"x"), head() + chunk(b'{"q": "')),
        (chunk(b"\n"), head() + chunk(HEADER[:-32])),
        (chunk(b" "), head() + chunk(HEADER)),
        (chunk("\u200b".encode()), head() + chunk(HEADER + "\u00a0\ufeff".encode())),
        (chunk("\u3164".encode()), head() + chunk(HEADER + "\u2800".encode())),
    ],
    ids=[
        "before the header",
        "an endless header",
        "after it",
        "white space",
        "zero width",
        "blank letters",
    ],
)
async def test_a_stream_that_never_says_anything_ends_at_the_answer_timeout(
    step: bytes, first: bytes
) -> None:
    """Though it is never silent for as long as one may be."""
    async with RawServer(trickle(first, step)) as server, asyncio.timeout(8):
        result = await ask_once(options(server.url, answer_timeout_s=0.5))
    assert isinstance(result.error, ApiTimeout)
    assert result.error.args[0] == "no answer within 0.5 s"
    assert len(server.requests) == 1


async def test_an_endless_head_ends_at_the_first_byte_timeout() -> None:
    endless = trickle(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n")
    async with RawServer(endless) as server, asyncio.timeout(8):
        result = await ask_once(options(server.url, first_byte_timeout_s=0.5))
    assert isinstance(result.error, ApiTimeout)
    assert result.error.waited_for == "first_byte"


async def test_the_answer_timeout_is_counted_from_sending_also_for_the_first_byte() -> None:
    async with RawServer([End.STALL]) as server, asyncio.timeout(8):
        result = await ask_once(options(server.url, answer_timeout_s=0.3))
    assert isinstance(result.error, ApiTimeout)
    assert result.error.args[0] == "no answer within 0.3 s"


async def test_a_stream_that_has_begun_to_speak_may_take_longer_than_the_answer_timeout() -> None:
    letters: list[bytes | float | End] = [
        step for letter in b"patience" for step in (chunk(bytes([letter])), 0.1)
    ]
    async with RawServer([head() + chunk(HEADER), *letters, LAST_CHUNK]) as server:
        result = await ask_once(options(server.url, answer_timeout_s=0.3))
    assert (result.text, result.error) == ("patience", None)


async def test_a_silence_in_the_header_is_told_as_one() -> None:
    silent: Reply = [head() + chunk(HEADER[:5]), End.STALL]
    async with RawServer(silent) as server:
        result = await ask_once(options(server.url, idle_timeout_s=SHORT_S))
    assert isinstance(result.error, ApiTimeout)
    assert result.error.args[0] == f"no idle within {SHORT_S:g} s"


async def test_a_slow_stream_is_never_cut() -> None:
    """Longer than every timeout in all, but never silent for nearly as long as one of them."""
    letters: list[bytes | float | End] = [
        step for letter in b"patience" for step in (0.06, chunk(bytes([letter])))
    ]
    async with RawServer([head() + chunk(HEADER), *letters, LAST_CHUNK]) as server:
        result = await ask_once(options(server.url, **SHORT))
    assert (result.text, result.error) == ("patience", None)


async def test_the_first_byte_may_take_longer_than_a_silence_later_on() -> None:
    late: Reply = [head(), 3 * SHORT_S, chunk(HEADER + b"late"), LAST_CHUNK]
    async with RawServer(late) as server:
        result = await ask_once(options(server.url, idle_timeout_s=SHORT_S))
    assert (result.text, result.error, len(server.requests)) == ("late", None, 1)


async def test_a_reader_that_takes_its_time_is_no_silence() -> None:
    """What came meanwhile is all there when it is read, and its end as well."""
    async with (
        RawServer(streamed(b"a", b"b")) as server,
        client(options(server.url, idle_timeout_s=SHORT_S)) as api,
        api.ask(REQUEST) as events,
    ):
        header = await anext(events)
        await asyncio.sleep(3 * SHORT_S)
        rest = [event async for event in events]
    assert isinstance(header, AnswerHeader)
    assert "".join(event.text for event in rest if isinstance(event, AnswerText)) == "ab"
