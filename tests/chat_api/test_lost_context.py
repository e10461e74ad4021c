"""A conversation that the API no longer knows: asked once more without it, and said so."""

from __future__ import annotations

import json

import pytest

from bridge_bot.core.errors import AnswerError, ApiBotUnknown, ApiBusy, ApiRefused, ApiRejected
from bridge_bot.core.model import AnswerHeader, AnswerText, ChatRequest
from tests.chat_api.asking import QUESTION, Asked, asked, options
from tests.chat_api.raw_server import HEADER, End, RawServer, Reply, chunk, head, streamed, whole

GOING_ON = ChatRequest(QUESTION, "de", "old")
CODE = b'{"code": 7, "msg": "no", "data": null}'
NEW = AnswerHeader("c-1", context_lost=True)


async def told(request: ChatRequest, *replies: Reply, **changed: object) -> tuple[Asked, list[str]]:
    """What came of it, and the conversation that each request named."""
    async with RawServer(*replies) as server:
        result = await asked(options(server.url, **changed), request)
    bodies = [json.loads(request.partition(b"\r\n\r\n")[2]) for request in server.requests]
    assert all(body["q"] == QUESTION for body in bodies)
    return result, [body.get("conversation_uid", "") for body in bodies]


@pytest.mark.parametrize(
    "refused",
    [
        whole(400, b"<html>"),
        whole(404, b""),
        whole(410, b""),
        whole(422, CODE),
        whole(200, CODE),
        whole(409, CODE),
    ],
    ids=["400", "404", "410", "422", "code", "another status with a code"],
)
@pytest.mark.parametrize("stream", [True, False])
async def test_a_refusal_is_tried_once_without_the_conversation(
    refused: Reply, stream: bool
) -> None:
    """At once, and the header of the answer says that the context is lost."""
    result, named = await told(GOING_ON, refused, streamed(b"a"), stream=stream)
    assert named == ["old", ""]
    assert result.events == [NEW, AnswerText("a")]
    assert result.clock.slept_s == []


@pytest.mark.parametrize(
    "reply",
    [
        whole(401, CODE),
        whole(403, CODE),
        whole(429, CODE),
        whole(408, CODE),
        whole(500, CODE),
        whole(503, CODE),
        whole(409, b""),
        whole(302, b""),
        whole(200, b"<html>"),
        [End.CLOSE],
        [End.STALL],
        [head() + chunk(HEADER), End.STALL],
    ],
    ids=["401", "403", "429", "408", "500", "503", "409", "302", "HTML", "cut", "silence", "idle"],
)
async def test_what_means_something_else_never_gives_the_conversation_up(reply: Reply) -> None:
    result, named = await told(GOING_ON, reply, first_byte_timeout_s=0.3, idle_timeout_s=0.3)
    assert result.error is not None
    assert "" not in named


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        (whole(400, CODE), ApiRejected),
        (whole(404, b""), ApiBotUnknown),
        (whole(401, b""), ApiRefused),
    ],
)
async def test_a_second_refusal_is_the_answer(second: Reply, kind: type[AnswerError]) -> None:
    """Then nothing was said of the context: the caller keeps the conversation it had."""
    result, named = await told(GOING_ON, whole(400, CODE), second)
    assert named == ["old", ""]
    assert type(result.error) is kind
    assert result.events == []


async def test_a_question_without_a_conversation_is_refused_at_once() -> None:
    result, named = await told(ChatRequest(QUESTION, "de"), whole(400, CODE))
    assert named == [""]
    assert isinstance(result.error, ApiRejected)


async def test_a_fault_of_the_second_request_is_tried_again_as_always() -> None:
    result, named = await told(GOING_ON, whole(400, CODE), whole(503, b""), streamed(b"a"))
    assert named == ["old", "", ""]
    assert result.events == [NEW, AnswerText("a")]


async def test_a_fault_before_the_refusal_changes_nothing_about_it() -> None:
    result, named = await told(GOING_ON, whole(503, b""), whole(400, CODE), streamed(b"a"))
    assert named == ["old", "old", ""]
    assert result.events == [NEW, AnswerText("a")]


async def test_a_second_request_that_is_busy_for_good_says_so() -> None:
    result, named = await told(GOING_ON, whole(400, CODE), whole(503, b""))
    assert named == ["old", "", "", "", ""]
    assert isinstance(result.error, ApiBusy)
    assert not any(isinstance(event, AnswerHeader) for event in result.events)


async def test_a_uid_of_this_very_answer_has_no_context_to_lose() -> None:
    """The first header came, its answer was lost, and then the API forgot its own uid."""
    lost: Reply = [head() + chunk(HEADER), 0.05, End.CLOSE]
    result, named = await told(
        ChatRequest(QUESTION, "de"), lost, whole(400, CODE), streamed(b"again")
    )
    assert named == ["", "c-1", ""]
    assert result.events == [AnswerHeader("c-1"), AnswerText("again")]
