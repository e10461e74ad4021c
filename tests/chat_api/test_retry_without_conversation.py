"""A conversation that the API no longer knows: refused twice, asked without it, and said so."""

from __future__ import annotations

import json

import pytest

from bridge_bot.core.errors import (
    AnswerError,
    ApiBotUnknown,
    ApiBusy,
    ApiConnectionLost,
    ApiRefused,
    ApiRejected,
)
from bridge_bot.core.model import AnswerHeader, AnswerText, ChatRequest
from tests.harness.chat_api_client import QUESTION, Outcome, ask_once, options
from tests.harness.raw_server import HEADER, End, RawServer, Reply, chunk, head, streamed, whole

GOING_ON = ChatRequest(QUESTION, "de", "old")
HALF = b'{"msg": "gone", "request_id": "r"}'
CODE = b'{"code": 7, "msg": "no", "data": null}'
NEW = AnswerHeader("c-1", context_lost=True)


async def ask_with(
    request: ChatRequest, *replies: Reply, **changed: object
) -> tuple[Outcome, list[str]]:
    """What came of it, and the conversation that each request named.

    Between two requests there was the pause that was told.
    """
    async with RawServer(*replies) as server:
        result = await ask_once(options(server.url, **changed), request)
    assert server.pauses_s == pytest.approx(result.pauses_s)
    bodies = [json.loads(request.partition(b"\r\n\r\n")[2]) for request in server.requests]
    assert all(body["q"] == QUESTION for body in bodies)
    return result, [body.get("conversation_uid", "") for body in bodies]


@pytest.mark.parametrize(
    "refused",
    [
        whole(400, CODE),
        whole(404, CODE),
        whole(410, HALF),
        whole(422, CODE),
        whole(200, CODE),
        whole(409, CODE),
    ],
    ids=["400", "404", "410, half an envelope", "422", "code", "another status with a code"],
)
@pytest.mark.parametrize("stream", [True, False])
async def test_what_is_refused_twice_is_tried_without_the_conversation(
    refused: Reply, stream: bool
) -> None:
    """A second or more apart; and the header of the answer says that the context is lost."""
    result, named = await ask_with(GOING_ON, refused, refused, streamed(b"a"), stream=stream)
    assert named == ["old", "old", ""]
    assert result.events == [NEW, AnswerText("a")]
    assert result.pauses_s[0] >= 1.0
    assert result.pauses_s[1] == 0.0
    assert all(isinstance(again.error, ApiRejected | ApiBotUnknown) for again in result.retried)


@pytest.mark.parametrize(
    "passing",
    [
        whole(400, CODE),
        whole(404, CODE),
        whole(200, b'{"code": 42900, "msg": "retry in a second"}'),
        whole(404, b"default backend - 404"),
        whole(403, b"<html>"),
        whole(429, b""),
        whole(503, CODE),
    ],
    ids=["400", "404", "a code", "404 as text", "403 as HTML", "429", "503"],
)
async def test_what_is_refused_once_and_then_answered_loses_nothing(passing: Reply) -> None:
    result, named = await ask_with(GOING_ON, passing, streamed(b"a"))
    assert named == ["old", "old"]
    assert result.events == [AnswerHeader("c-1"), AnswerText("a")]


async def test_a_refusal_with_a_fault_between_is_still_one_twice() -> None:
    result, named = await ask_with(
        GOING_ON, whole(400, CODE), whole(503, b""), whole(400, CODE), streamed(b"a")
    )
    assert named == ["old", "old", "old", ""]
    assert result.events == [NEW, AnswerText("a")]


@pytest.mark.parametrize(
    "reply",
    [
        whole(401, CODE),
        whole(402, CODE),
        whole(403, CODE),
        whole(429, CODE),
        whole(408, CODE),
        whole(500, CODE),
        whole(503, CODE),
        whole(504, CODE),
        whole(200, b'{"code": 7, "msg": "Insufficient balance."}'),
        whole(200, b'{"code": 42900, "msg": "retry in a second"}'),
        whole(422, b'{"code": "429", "msg": "later"}'),
        whole(200, b'{"code": 9, "msg": "Too many requests"}'),
        whole(200, b'{"code": 403, "message": "blocked by policy"}'),
        whole(200, b'{"error": "no route"}'),
        whole(400, b"<html>"),
        whole(404, b"default backend - 404"),
        whole(410, b""),
        whole(422, b'{"detail": "no"}'),
        whole(404, b'{"code": 404, "message": "no route"}'),
        whole(409, b""),
        whole(302, b""),
        whole(200, b"<html>"),
        [End.CLOSE],
        [End.STALL],
        [head() + chunk(HEADER), End.STALL],
    ],
)
async def test_what_means_something_else_never_gives_the_conversation_up(reply: Reply) -> None:
    result, named = await ask_with(GOING_ON, reply, first_byte_timeout_s=0.3, idle_timeout_s=0.3)
    assert result.error is not None
    assert "" not in named


@pytest.mark.parametrize(
    ("third", "kind"),
    [
        (whole(400, CODE), ApiRejected),
        (whole(404, CODE), ApiBotUnknown),
        (whole(401, CODE), ApiRefused),
        (whole(504, b""), ApiBusy),
        ([head() + chunk(HEADER), 0.05, End.CLOSE], ApiConnectionLost),
        ([head() + chunk(HEADER + b"\n "), 0.05, End.CLOSE], ApiConnectionLost),
    ],
    ids=["400", "404", "401", "504", "cut after the header", "cut in white space"],
)
async def test_without_an_answer_nothing_is_said_of_the_context(
    third: Reply, kind: type[AnswerError]
) -> None:
    """A header alone is no answer. So the caller keeps the conversation it had."""
    result, named = await ask_with(GOING_ON, whole(400, CODE), whole(400, CODE), third)
    assert named == ["old", "old", ""]
    assert type(result.error) is kind
    assert result.events == []


async def test_an_empty_answer_without_the_conversation_is_one() -> None:
    result, named = await ask_with(GOING_ON, whole(400, CODE), whole(400, CODE), streamed())
    assert named == ["old", "old", ""]
    assert result.events == [NEW]


async def test_a_question_without_a_conversation_is_refused_at_once() -> None:
    result, named = await ask_with(ChatRequest(QUESTION, "de"), whole(400, CODE))
    assert named == [""]
    assert isinstance(result.error, ApiRejected)


async def test_a_fault_without_the_conversation_is_tried_again_as_always() -> None:
    refused = whole(400, CODE)
    result, named = await ask_with(GOING_ON, refused, refused, whole(503, b""), streamed(b"a"))
    assert named == ["old", "old", "", ""]
    assert result.events == [NEW, AnswerText("a")]


async def test_a_request_without_it_that_is_busy_for_good_says_so() -> None:
    """Six requests at most: the two in doubt about the conversation are not counted."""
    result, named = await ask_with(GOING_ON, whole(400, CODE), whole(400, CODE), whole(503, b""))
    assert named == ["old", "old", "", "", "", ""]
    assert isinstance(result.error, ApiBusy)
    assert not any(isinstance(event, AnswerHeader) for event in result.events)
