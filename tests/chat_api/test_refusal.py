"""What the API said is told without the key and the question, in one short line."""

from __future__ import annotations

import html
import json
import time
from collections.abc import Callable

import pytest

from bridge_bot.chat_api.envelope import one_line
from bridge_bot.chat_api.refusal import redacted, refusal
from bridge_bot.chat_api.stream import DELIMITER, AnswerStream
from bridge_bot.core.errors import (
    AnswerError,
    ApiBotUnknown,
    ApiRefused,
    ApiRejected,
    IntermediaryRefused,
)
from bridge_bot.core.model import AnswerHeader
from bridge_bot.core.replies.notices import notice
from tests.harness.chat_api_client import KEY, QUESTION, ask_once, options
from tests.harness.english import ENGLISH
from tests.harness.raw_server import RawServer, whole

HIDDEN = ("sk-1234567890abcdef", "Who ate the\n marzipan, and why?")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Quota used up.", "Quota used up."),
        ("Bad key sk-1234567890abcdef.", "Bad key […]."),
        ("Bad key SK-1234567890ABCDEF.", "Bad key […]."),
        ("Bad key sk-1234567890…", "Bad key […]"),
        ('No answer to "Who ate the\nmarzipan,  and why?" yet', 'No answer to "[…]" yet'),
        ("No answer to 'who ate the marz…': too long", "No answer to '[…]"),
        ("a\x1b[31m\u202eb\r\nc", "a [31m b c"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_a_message_is_safe_to_log(said: str, expected: str) -> None:
    assert redacted(said, HIDDEN) == expected


ESCAPED = {
    "json": lambda text: json.dumps(text)[1:-1],
    "json, letters as they are": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "python": lambda text: repr(text)[1:-1],
    "html": html.escape,
}


@pytest.mark.parametrize("escaped", ESCAPED.values(), ids=ESCAPED)
@pytest.mark.parametrize("begins", ["", "An alle viele "])
def test_a_text_that_is_repeated_escaped_is_hidden_too(
    escaped: Callable[[str], str], begins: str
) -> None:
    secret = f"{begins}Grüße \"an\n<alle>\" & 'viele', 日本"
    said = escaped(secret)
    assert said != secret
    assert redacted(f"invalid: '{said}', n=1", ("another text", secret)) == "invalid: '[…]', n=1"
    shortened = redacted(f"invalid: '{said[:-8]}…', n=1", ("another text", secret))
    assert shortened == "invalid: '[…]"


def test_a_short_question_hides_only_whole_words() -> None:
    assert redacted("a bad day", ("a",)) == "[…] bad day"


def test_nothing_to_hide_hides_nothing() -> None:
    assert redacted("all of it", ("", " ", "\u200b")) == "all of it"


NO_WORD_OF_THE_API = [
    b"",
    b"default backend - 404",
    b"<html>",
    b"null",
    b"[]",
    b"{}",
    b'{"message": "Forbidden"}',
    b'{"detail": "Not Found"}',
    b'{"code": 403, "message": "Forbidden"}',
    b'{"code": 404, "kind": "Status", "status": "Failure", "message": "no", "reason": "NotFound"}',
    b'{"error": {"code": 403, "msg": "no", "request_id": "r"}}',
    b'{"code": 403, "message": "Forbidden", "data": null}',
    b'{"code": "InvalidApiKey", "message": "no", "request_id": "r"}',
    b'{"data": null, "request_id": "r", "errors": []}',
    b'{"msg": "no"}',
    b'{"code": 1, "msg": "cut',
]
WORDS_OF_THE_API = [
    b'{"code": 40300, "data": null, "msg": "no", "request_id": "r"}',
    b'{"code": 40300, "msg": "no"}',
    b'{"code": "40300", "msg": "no"}',
    b'{"code": "E1", "msg": "no"}',
    b'{"msg": "no", "request_id": "r"}',
    b'{"code": 0, "data": null}',
    b'{"code": 7, "msg": "no", "trace": "t", "time": 1}',
]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 407, 409, 410, 422, 451, 511])
@pytest.mark.parametrize("body", NO_WORD_OF_THE_API)
def test_a_status_without_an_envelope_is_not_the_word_of_the_api(status: int, body: bytes) -> None:
    error = refusal(status, body)
    assert type(error) is IntermediaryRefused
    assert (error.status, error.code, error.msg, error.request_id) == (status, None, "", "")


@pytest.mark.parametrize("body", WORDS_OF_THE_API)
@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, ApiRefused), (403, ApiRefused), (404, ApiBotUnknown), (422, ApiRejected)],
)
def test_a_status_with_an_envelope_is_the_word_of_the_api(
    status: int, kind: type[AnswerError], body: bytes
) -> None:
    assert type(refusal(status, body)) is kind


@pytest.mark.parametrize(
    ("server", "seen", "logged"),
    [
        ("nginx/1.27.3 (Ubuntu)", "status 403, from nginx)", "server nginx/1.27.3 (Ubuntu)"),
        ("awselb/2.0", "status 403, from awselb)", "server awselb/2.0"),
        ("Google Frontend", "status 403, from Google Frontend)", "server Google Frontend"),
        ("", "status 403)", "status 403)"),
        ("<@&1> https://evil.example", "status 403)", "server <@&1> https"),
        ("@everyone", "status 403)", "server @everyone"),
        ("discord.gg/x", "status 403, from discord)", "server discord.gg/x"),
        (f"x {KEY}", "status 403, from x)", "server x […]"),
        ("y" * 9000, f"from {'y' * 40})", "y" * 199 + "…"),
    ],
)
async def test_what_refused_on_the_way_is_named_by_status_and_server(
    server: str, seen: str, logged: str
) -> None:
    """To the reader by a name that can't be alive; in the log in full, on one short line."""
    lines = [f"Server: {server}"] if server else []
    async with RawServer(whole(403, b"<html>", *lines)) as other:
        result = await ask_once(options(other.url))
    assert isinstance(result.error, IntermediaryRefused)
    told_to_reader = notice(result.error, ENGLISH)
    assert seen in told_to_reader
    assert not any(sign in told_to_reader for sign in ("@", "://", "<", KEY))
    assert logged in str(result.error)
    assert KEY not in str(result.error)


async def test_a_refusal_with_a_message_of_any_length_is_still_the_word_of_the_api() -> None:
    body = json.dumps({"code": 40100, "msg": "é" * 150_000, "request_id": "r" * 10_000}).encode()
    async with RawServer(whole(401, body)) as server:
        result = await ask_once(options(server.url))
    assert isinstance(result.error, ApiRefused)
    assert (len(result.error.msg), len(result.error.request_id)) == (200, 200)
    assert QUESTION not in str(result.error)


@pytest.mark.parametrize("filler", ["x", " ", "\u200b", "[a](https://e.example) ", "é\n"])
def test_what_the_api_says_beside_an_answer_costs_nothing_whatever_its_size(filler: str) -> None:
    """0.9 MB of each take far less than a second, the slack of a busy machine included."""
    long = filler * (900_000 // len(filler.encode()))
    fields = {"conversation_uid": "c", "system_message": long[:-9], "request_id": long[:-9]}
    halves = [
        {**fields, "request_id": ""},
        {**fields, "system_message": ""},
    ]
    for half in halves:
        data = json.dumps(half, ensure_ascii=False).encode() + DELIMITER + b"a"
        begun_s = time.process_time()
        header = AnswerStream().feed(data)[0]
        one_line(long)
        assert time.process_time() - begun_s < 0.3
        assert isinstance(header, AnswerHeader)
        assert header.system_message == half["system_message"]
