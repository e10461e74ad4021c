"""What each fault of the network or the API becomes: which error, how many tries, what is kept."""

from __future__ import annotations

import asyncio
import gzip
import socket

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    AnswerError,
    AnswerMalformed,
    ApiBotUnknown,
    ApiBusy,
    ApiConnectionLost,
    ApiRateLimited,
    ApiRefused,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
    IntermediaryRefused,
)
from tests.chat_api.conftest import RUNNING_CLOCK
from tests.harness.chat_api_client import (
    KEY,
    QUESTION,
    Outcome,
    ask_once,
    options,
    reachable,
)
from tests.harness.raw_server import (
    HEADER,
    End,
    RawServer,
    Reply,
    chunk,
    head,
    streamed,
    whole,
)

TALKATIVE = (
    f'{{"code": 7, "msg": "key {KEY} may not ask: {QUESTION}", "request_id": "r"}}'
).encode()
GATEWAY = b'{"code": 403, "message": "Forbidden", "details": []}'
OLD_STYLE = b"HTTP/1.0 200 OK\r\n\r\n"
LEAK = b"<html>" + KEY.encode() + QUESTION.encode() + b"secret-answer"
GZIP = "Content-Encoding: gzip"
ZIPPED = gzip.compress(HEADER + b"secret-answer")
STARTED = head() + chunk(HEADER + b"secret-answer")

Row = tuple[Reply, type[AnswerError], int, str]
FAULTS: dict[str, Row] = {
    # given, expected: the error, the number of requests, the text that was handed on
    "closed at once": ([End.CLOSE], ApiConnectionLost, 1, ""),
    "reset at once": ([End.RESET], ApiConnectionLost, 1, ""),
    "closed in the head": ([head()[:20], End.CLOSE], ApiConnectionLost, 1, ""),
    "reset in the head": ([head()[:20], 0.05, End.RESET], ApiConnectionLost, 1, ""),
    "closed after the head": ([head(), End.CLOSE], ApiConnectionLost, 1, ""),
    "closed in the header": ([head() + chunk(HEADER[:9]), End.CLOSE], ApiConnectionLost, 1, ""),
    "closed after the header": ([head() + chunk(HEADER), End.CLOSE], ApiConnectionLost, 1, ""),
    "reset after the header": ([head() + chunk(HEADER), 0.05, End.RESET], ApiConnectionLost, 1, ""),
    "closed in the text": ([STARTED, 0.05, End.CLOSE], AnswerBrokenOff, 1, "secret-answer"),
    "reset in the text": ([STARTED, 0.05, End.RESET], AnswerBrokenOff, 1, "secret-answer"),
    "HTTP/1.0, reset in the text": (
        [OLD_STYLE + HEADER + b"secret-answer", 0.05, End.RESET],
        AnswerBrokenOff,
        1,
        "secret-answer",
    ),
    "HTTP/1.0, reset after the header": (
        [OLD_STYLE + HEADER, 0.05, End.RESET],
        ApiConnectionLost,
        1,
        "",
    ),
    "HTTP/1.0, reset after an envelope": (
        [OLD_STYLE + b'{"code": 0, "data": {"answer": "secret-answer"}}', 0.05, End.RESET],
        AnswerBrokenOff,
        1,
        "secret-answer",
    ),
    "HTTP/1.1 without a length, reset in the text": (
        [b"HTTP/1.1 200 OK\r\n\r\n" + HEADER + b"secret-answer", 0.05, End.RESET],
        AnswerBrokenOff,
        1,
        "secret-answer",
    ),
    "garbage in the header": (
        [head() + chunk(HEADER[:9]), 0.05, LEAK + b"\r\n"],
        AnswerMalformed,
        1,
        "",
    ),
    "garbage in the text": ([STARTED, 0.05, b"zz\r\n"], AnswerBrokenOff, 1, "secret-answer"),
    "silence": ([End.STALL], ApiTimeout, 1, ""),
    "silence after the head": ([head(), End.STALL], ApiTimeout, 1, ""),
    "silence after the header": ([head() + chunk(HEADER), End.STALL], ApiTimeout, 1, ""),
    "silence in the text": ([STARTED, End.STALL], AnswerBrokenOff, 1, "secret-answer"),
    "no HTTP": ([LEAK + b"\r\n\r\n", End.CLOSE], AnswerMalformed, 1, ""),
    "a length too long": (
        [head(length=999) + HEADER + b"secret-answer", 0.05, End.CLOSE],
        AnswerBrokenOff,
        1,
        "secret-answer",
    ),
    "a length too short": ([head(length=9) + HEADER, End.CLOSE], AnswerMalformed, 1, ""),
    "damaged compression": (whole(200, LEAK, GZIP), AnswerMalformed, 1, ""),
    "compression cut in the header": (whole(200, ZIPPED[:20], GZIP), ApiConnectionLost, 1, ""),
    "compression cut in the text": (
        whole(200, ZIPPED[:-9], GZIP),
        AnswerBrokenOff,
        1,
        "secret-answer",
    ),
    "unreadable compression": (whole(200, LEAK, "Content-Encoding: br"), AnswerMalformed, 1, ""),
    "503, unreadable compression": (whole(503, LEAK, "Content-Encoding: br"), ApiBusy, 4, ""),
    "an empty body": (whole(200, b""), AnswerMalformed, 1, ""),
    "no content": ([head(204, length=0)], AnswerMalformed, 1, ""),
    "200 as HTML": (whole(200, LEAK), IntermediaryRefused, 1, ""),
    "200 as text": (whole(200, b"no healthy upstream"), IntermediaryRefused, 1, ""),
    "200 as JSON of a gateway": (whole(200, GATEWAY), IntermediaryRefused, 1, ""),
    "202 as JSON of a firewall": (whole(202, b'{"error": "x"}'), IntermediaryRefused, 1, ""),
    "a code that means 429": (
        whole(200, b'{"code": 42900, "msg": "later", "request_id": "r"}'),
        ApiRateLimited,
        4,
        "",
    ),
    "words that mean 429": (
        whole(400, b'{"code": "7", "msg": "Rate limit reached."}'),
        ApiRateLimited,
        4,
        "",
    ),
    "a header alone": (whole(200, HEADER[:-32]), AnswerMalformed, 1, ""),
    "an endless header": ([head() + chunk(b'{"q": "' + b"x" * 2**23)], AnswerMalformed, 1, ""),
    "an envelope with a code": (whole(200, TALKATIVE), ApiRejected, 1, ""),
    "a redirect": (
        whole(302, LEAK, "Location: http://127.0.0.1:9/elsewhere"),
        IntermediaryRefused,
        1,
        "",
    ),
    "400": (whole(400, TALKATIVE), ApiRejected, 1, ""),
    "401": (whole(401, TALKATIVE), ApiRefused, 1, ""),
    "402": (whole(402, TALKATIVE), ApiRefused, 1, ""),
    "403": (whole(403, TALKATIVE), ApiRefused, 1, ""),
    "400 as HTML": (whole(400, LEAK), IntermediaryRefused, 1, ""),
    "401 as HTML": (whole(401, LEAK), IntermediaryRefused, 1, ""),
    "402 as HTML": (whole(402, LEAK), IntermediaryRefused, 1, ""),
    "403 as HTML": (whole(403, LEAK), IntermediaryRefused, 4, ""),
    "403 as JSON of a gateway": (whole(403, GATEWAY), IntermediaryRefused, 4, ""),
    "404 as text": (whole(404, b"default backend - 404"), IntermediaryRefused, 4, ""),
    "404 without a body": (whole(404, b""), IntermediaryRefused, 4, ""),
    "407 as HTML": (whole(407, LEAK), IntermediaryRefused, 1, ""),
    "422 as JSON of a gateway": (whole(422, b'{"detail": "no"}'), IntermediaryRefused, 1, ""),
    "451 as HTML": (whole(451, LEAK), IntermediaryRefused, 1, ""),
    "511 as HTML": (whole(511, LEAK), IntermediaryRefused, 1, ""),
    "429 as HTML": (whole(429, LEAK), ApiRateLimited, 4, ""),
    "404": (whole(404, TALKATIVE), ApiBotUnknown, 1, ""),
    "408": (whole(408, TALKATIVE), ApiBusy, 4, ""),
    "408 as HTML": (whole(408, LEAK), ApiBusy, 4, ""),
    "422": (whole(422, TALKATIVE), ApiRejected, 1, ""),
    "429": (whole(429, TALKATIVE), ApiRateLimited, 4, ""),
    "500": (whole(500, LEAK), ApiBusy, 4, ""),
    "501": (whole(501, LEAK), ApiBusy, 1, ""),
    "502": (whole(502, LEAK), ApiBusy, 4, ""),
    "503": (whole(503, TALKATIVE), ApiBusy, 4, ""),
    "504": (whole(504, LEAK), ApiBusy, 1, ""),
    "504 with a code": (whole(504, TALKATIVE), ApiBusy, 1, ""),
    "500, cut in the body": ([head(500, length=99) + LEAK, End.CLOSE], ApiBusy, 4, ""),
    "500, endless": ([head(500) + chunk(b"[" * 200_000), End.CLOSE], ApiBusy, 4, ""),
}
ROWS = pytest.mark.parametrize(
    ("reply", "kind", "tries", "text"), FAULTS.values(), ids=list(FAULTS)
)


async def fault(reply: Reply, **changed: object) -> tuple[Outcome, RawServer]:
    async with RawServer(reply) as server:
        return await ask_once(options(server.url, **changed)), server


@ROWS
async def test_a_fault_becomes_its_error(
    reply: Reply, kind: type[AnswerError], tries: int, text: str
) -> None:
    """Each fault gives the error of its row, after so many requests, and keeps so much text.

    And nobody learns the key, the question or the answer from any exception that is reachable.
    """
    result, server = await fault(reply)
    assert type(result.error) is kind
    assert len(server.requests) == tries
    assert result.text == text
    assert len(result.retried) == tries - 1
    assert len(server.pauses_s) == tries - 1
    assert all(pause_s > 0 for pause_s in server.pauses_s)
    assert {type(again.error) for again in result.retried} <= {kind}
    found = (result.error, *(again.error for again in result.retried))
    for error in (each for top in found for each in reachable(top)):
        told = f"{error} {error!r} {vars(error)}"
        assert KEY not in told
        assert "marzipan" not in told
        assert "secret-answer" not in told


@ROWS
async def test_a_fault_that_passes_is_not_noticed(
    reply: Reply, kind: type[AnswerError], tries: int, text: str
) -> None:
    """Where a retry is allowed, the answer that then comes is complete and has one header."""
    async with RawServer(reply, streamed(b"all ", b"well")) as server:
        result = await ask_once(options(server.url))
    if tries > 1:
        assert result.error is None
        assert result.text == "all well"
        assert [type(event).__name__ for event in result.events][:2] == [
            "AnswerHeader",
            "AnswerText",
        ]
    else:
        assert type(result.error) is kind


async def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but not listening: refused for certain
        result = await ask_once(options(f"http://127.0.0.1:{taken.getsockname()[1]}"))
    assert isinstance(result.error, ApiUnreachable)
    assert "ECONNREFUSED" in str(result.error)
    assert len(result.pauses_s) == 3


@pytest.mark.asyncio(loop_factories=[RUNNING_CLOCK])
async def test_a_name_that_does_not_resolve_is_unreachable() -> None:
    result = await ask_once(options("http://no-such-host.invalid", connect_timeout_s=0.5))
    assert isinstance(result.error, ApiUnreachable | ApiTimeout)


@pytest.mark.asyncio(loop_factories=[RUNNING_CLOCK])
@pytest.mark.parametrize("host", ["256.256.256.256", "1.2.3", "0:1"])
async def test_a_host_that_is_neither_a_name_nor_an_address_is_unreachable(host: str) -> None:
    result = await ask_once(options(f"http://{host}", connect_timeout_s=0.5))
    assert isinstance(result.error, ApiUnreachable)


async def test_no_connection_in_time_is_a_timeout_of_connecting() -> None:
    """A listener whose queue is full never completes the handshake; that is tried four times."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        result = await ask_once(options(f"http://127.0.0.1:{port}", connect_timeout_s=0.1))
        for filler in fillers:
            filler.close()
    assert isinstance(result.error, ApiTimeout)
    assert result.error.args[0] == "no connect within 0.1 s"
    assert len(result.pauses_s) == 3


@pytest.mark.parametrize(
    ("reply", "stream", "expected"),
    [
        ([End.STALL], True, "no first_byte within 60 s"),
        ([head(), End.STALL], True, "no first_byte within 60 s"),
        ([End.STALL], False, "no answer within 300 s"),
        ([head() + chunk(b'{"code"'), End.STALL], False, "no answer within 300 s"),
    ],
)
async def test_a_timeout_says_what_was_waited_for(
    reply: Reply, stream: bool, expected: str
) -> None:
    result, _ = await fault(reply, stream=stream)
    assert isinstance(result.error, ApiTimeout)
    assert result.error.args[0] == expected


async def test_an_error_tells_what_the_envelope_tells() -> None:
    result, _ = await fault(whole(400, TALKATIVE, "X-Request-Id: other"))
    assert result.error is not None
    assert result.error.status == 400
    assert result.error.code == 7
    assert result.error.request_id == "r"
    assert result.error.msg == "key […] may not ask: […]"


async def test_a_long_message_is_cut_and_put_on_one_line() -> None:
    body = b'{"code": 7, "msg": "' + b"no\\n" * 500 + b'"}'
    result, _ = await fault(whole(200, body))
    assert result.error is not None
    assert len(result.error.msg) == 200
    assert result.error.msg.startswith("no no no")
    assert result.error.msg.endswith("…")


async def test_the_request_id_of_the_response_stands_in() -> None:
    """Where no envelope names the request, `X-Request-Id` does, also for a broken answer."""
    result, _ = await fault(whole(503, LEAK, "X-Request-Id: r-7"))
    assert result.error is not None
    assert result.error.request_id == "r-7"
    assert result.error.msg == ""
    broken, _ = await fault([head(200, "X-Request-Id: r-8") + chunk(HEADER + b"a"), End.STALL])
    assert broken.error is not None
    assert broken.error.request_id == "r-8"


async def test_a_code_under_a_failing_status_is_kept() -> None:
    result, server = await fault(whole(503, b'{"code": 9, "msg": "later", "data": null}'))
    assert result.error is not None
    assert (result.error.status, result.error.code, result.error.msg) == (503, 9, "later")
    assert len(server.requests) == 4


async def test_the_key_does_not_follow_a_redirect() -> None:
    async with RawServer(streamed(b"stolen")) as other:
        result, _ = await fault(whole(307, b"", f"Location: {other.url}/x"))
        assert isinstance(result.error, IntermediaryRefused)
        assert result.error.status == 307
        assert other.requests == []


async def test_an_error_is_read_also_where_it_is_compressed() -> None:
    result, _ = await fault(whole(400, gzip.compress(TALKATIVE), GZIP))
    assert result.error is not None
    assert (result.error.status, result.error.code, result.error.request_id) == (400, 7, "r")


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b'{"code": 0, "msg": "Success.", "data": null, "request_id": "r"}'),
        (200, b'{"code": 0, "msg": "Success.", "data": {"question": ""}, "request_id": "r"}'),
        (200, b'{"code": "E1", "msg": "Success.", "request_id": "r"}'),
        (401, b'{"msg": "Success.", "request_id": "r"}'),
    ],
)
async def test_the_request_id_of_half_an_envelope_is_kept(status: int, body: bytes) -> None:
    """Whatever is missing of an envelope, what names the request is there for the operator."""
    result, _ = await fault(whole(status, body, "X-Request-Id: other"))
    assert result.error is not None
    assert (result.error.msg, result.error.request_id) == ("Success.", "r")


async def test_garbage_in_the_text_is_noticed_without_waiting_for_a_timeout() -> None:
    """Also when the connection then stays open on the other side."""
    garbled: Reply = [STARTED, 0.05, b"zz\r\n", End.STALL]
    async with asyncio.timeout(5):
        result, _ = await fault(garbled, idle_timeout_s=60.0)
    assert isinstance(result.error, AnswerBrokenOff)
    assert result.text == "secret-answer"


async def test_a_page_with_status_200_is_told_as_what_stands_between() -> None:
    """And not as an answer that the chatbot gave: a captive portal's page, for example."""
    page = whole(200, b"<!DOCTYPE html>" + LEAK, "Server: portal/2", "Content-Type: text/html")
    result, _ = await fault(page)
    assert isinstance(result.error, IntermediaryRefused)
    assert (result.error.status, result.error.server) == (200, "portal/2")
    assert result.error.text_args() == {"status": "200", "server": "portal"}
