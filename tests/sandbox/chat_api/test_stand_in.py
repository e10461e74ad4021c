"""The Chat API stand-in, asked over plain HTTP: the documented API, scripts and their order."""

from __future__ import annotations

from collections.abc import Sequence

import aiohttp
import pytest

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import LANGUAGES, ChatApiStandIn
from tests.sandbox.chat_api.caller import Caller


async def test_a_stream_is_as_documented(caller: Caller) -> None:
    caller.api.script(Script("answer", is_qa_mode=True))
    header, text = await caller.stream(q="Ut minim ex")
    assert text == "answer"
    uid = header.pop("conversation_uid")
    assert isinstance(uid, str)
    assert header == {
        "answer": "",
        "question": "Ut minim ex",
        "related_docs": [],
        "is_qa_mode": True,
        "system_message": "",
    }


async def test_an_envelope_is_as_documented(caller: Caller) -> None:
    """Also the default: without `stream` in the request there is none."""
    caller.api.script(Script("answer", is_qa_mode=True))
    status, envelope = await caller.whole(q="Ut minim ex")
    request_id = envelope.pop("request_id")
    assert isinstance(request_id, str)
    (uid,) = caller.api.conversations.questions
    assert status == 200
    assert envelope == {
        "code": 0,
        "data": {
            "answer": "answer",
            "conversation_uid": uid,
            "is_qa_mode": True,
            "question": "Ut minim ex",
            "system_message": "",
        },
        "msg": "Success.",
    }


async def test_without_a_script_it_echoes_question_language_and_turn(caller: Caller) -> None:
    header, first = await caller.stream(q="Why?", language="de")
    _, second = await caller.stream(
        q="And why not?", language="de", conversation_uid=header["conversation_uid"]
    )
    assert "turn 1" in first
    assert "`de`" in first
    assert "Why?" in first
    assert "turn 2" in second
    assert len(caller.api.requests[0].sent) > 2


async def test_another_answerer_takes_the_place_of_the_echo_and_knows_the_conversation() -> None:
    def recall(questions: Sequence[str], language: str) -> Script:
        return Script(f"{language}: {' '.join(questions)}")

    async with ChatApiStandIn(answer=recall) as api, aiohttp.ClientSession() as session:
        caller = Caller(session, api)
        header, first = await caller.stream(q="A?")
        _, second = await caller.stream(q="B?", conversation_uid=header["conversation_uid"])
        assert (first, second) == ("auto: A?", "auto: A? B?")


async def test_scripts_come_before_the_default_and_the_default_before_the_answer(
    caller: Caller,
) -> None:
    def named(request: RecordedRequest) -> Script:
        return Script(f"for {request.question}")

    caller.api.default = Script("default")
    caller.api.script(Script("one"), Script("two"))
    assert [(await caller.stream(q="x"))[1] for _ in range(3)] == ["one", "two", "default"]
    caller.api.default = named
    assert (await caller.stream(q="me"))[1] == "for me"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"q": ""}, 400),
        ({"q": 3}, 400),
        ({"q": "x", "stream": "yes"}, 400),
        ({"q": "x", "language": "ja"}, 400),
        ({"q": "x", "model": "big"}, 400),
        ({"q": "x", "conversation_uid": "made-up"}, 400),
        ({"q": "x", "bot_uid": "other"}, 404),
        ({"q": "x", "authorization": "Bearer wrong"}, 403),
        ({"q": "x", "authorization": "sandbox-key"}, 401),
    ],
)
async def test_what_the_documentation_does_not_allow_is_refused(
    caller: Caller, body: dict[str, str], status: int
) -> None:
    """With an envelope whose code is not 0, and without using up a script."""
    caller.api.script(Script("kept"))
    found, envelope = await caller.whole(**body)
    assert found == status
    assert envelope["code"] != 0
    assert envelope["msg"]
    assert len(caller.api.requests) == 1
    assert (await caller.stream(q="x"))[1] == "kept"


async def test_the_documented_languages_are_taken(caller: Caller) -> None:
    assert len(LANGUAGES) == 15
    for code in LANGUAGES:
        assert f"`{code}`" in (await caller.stream(q="x", language=code))[1]


async def test_documents_that_answers_refer_to_can_be_read() -> None:
    documents = {"guide/tea pot.md": "# Tea\n\nTwo spoons, 茶."}
    async with ChatApiStandIn(documents=documents) as api, aiohttp.ClientSession() as session:
        async with session.get(f"{api.documents_url}/guide/tea%20pot.md#tea") as response:
            assert (response.content_type, await response.text()) == (
                "text/plain",
                documents["guide/tea pot.md"],
            )
        async with session.get(f"{api.documents_url}/guide") as response:
            assert response.status == 404
