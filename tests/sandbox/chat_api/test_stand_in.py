"""The Chat API stand-in, asked over plain HTTP: the documented API, scripts and faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager

import aiohttp
import pytest

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import DELIMITER, ConnectionFault, Script
from bridge_bot.sandbox.chat_api.stand_in import LANGUAGES, ChatApiStandIn

SOON_S = 20.0


class Caller:
    """A caller with the right key and uid, unless told otherwise."""

    def __init__(self, session: aiohttp.ClientSession, api: ChatApiStandIn) -> None:
        self.session = session
        self.api = api

    def post(self, **body: object) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        uid = body.pop("bot_uid", self.api.bot_uid)
        return self.session.post(
            f"{self.api.base_url}/api/v1/backend/chatbot/{uid}/chat",
            headers={"Authorization": str(body.pop("authorization", f"Bearer {self.api.key}"))},
            json=body,
            timeout=aiohttp.ClientTimeout(total=SOON_S),
        )

    async def stream(self, **body: object) -> tuple[dict[str, object], str]:
        """Header and text of a streamed answer."""
        async with self.post(stream=True, **body) as response:
            assert response.status == 200
            header, _, answer = (await response.read()).partition(b"\n" + DELIMITER)
            return json.loads(header), answer.decode()

    async def whole(self, **body: object) -> tuple[int, dict[str, object]]:
        """Status and envelope of an answer that is not streamed."""
        async with self.post(**body) as response:
            return response.status, await response.json()


@pytest.fixture
async def api() -> AsyncIterator[ChatApiStandIn]:
    async with ChatApiStandIn() as running:
        yield running


@pytest.fixture
async def caller(api: ChatApiStandIn) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, api)


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


async def test_an_unknown_conversation_can_become_a_new_one(caller: Caller) -> None:
    caller.api.conversations.unknown = "new"
    header, text = await caller.stream(q="x", conversation_uid="lost")
    assert header["conversation_uid"] not in ("lost", "")
    assert "turn 1" in text


async def test_forgotten_conversations_are_unknown(caller: Caller) -> None:
    header, _ = await caller.stream(q="x")
    caller.api.conversations.forget()
    status, _ = await caller.whole(q="x", conversation_uid=header["conversation_uid"])
    assert status == 400


async def test_header_fields_can_be_set_replaced_and_removed(caller: Caller) -> None:
    changes = {"conversation_uid": "mine", "is_qa_mode": None, "new": 1}
    docs = [{"title": "A"}]
    caller.api.script(Script("x", header=changes, related_docs=docs, system_message="note"))
    header, _ = await caller.stream(q="x")
    assert (header["conversation_uid"], header["new"]) == ("mine", 1)
    assert (header["related_docs"], header["system_message"]) == (docs, "note")
    assert "is_qa_mode" not in header


async def test_text_leaves_at_its_pace_and_each_piece_is_recorded(caller: Caller) -> None:
    caller.api.script(Script("x" * 50, first_delay_s=0.1, chars_per_s=200, chunk_chars=20))
    await caller.stream(q="x")
    (request,) = caller.api.requests
    assert [chars for _, chars in request.sent] == [20, 40, 50]
    due_s = [0.1, 0.2, 0.3]
    for (left_at_s, _), due in zip(request.sent, due_s, strict=True):
        assert left_at_s - request.at_s >= due - 0.01
    assert request.finished
    assert not request.disconnected_early


async def test_chunks_leave_as_they_are_listed(caller: Caller) -> None:
    caller.api.script(Script(chunks=[(0.0, ""), (0.02, "ä"), (0.02, b"\xff")]))
    async with caller.post(q="x", stream=True) as response:
        assert (await response.read()).endswith(DELIMITER + "ä".encode() + b"\xff")
    assert [chars for _, chars in caller.api.requests[0].sent] == [0, 1, 2]


async def test_status_headers_and_body_can_be_anything(caller: Caller) -> None:
    caller.api.script(Script(status=503, body=b"<html>", headers={"Retry-After": "1"}))
    async with caller.post(q="x") as response:
        assert (response.status, response.headers["Retry-After"]) == (503, "1")
        assert await response.read() == b"<html>"
    caller.api.script(Script(status=429, code=42900, msg="Slow down."))
    status, envelope = await caller.whole(q="x")
    assert (status, envelope["code"], envelope["msg"]) == (429, 42900, "Slow down.")


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("fault", [ConnectionFault.RESET, ConnectionFault.CUT])
@pytest.mark.parametrize("after_bytes", [0, 10, 100_000])
async def test_a_broken_connection_breaks_where_it_was_told(
    caller: Caller, fault: ConnectionFault, stream: bool, after_bytes: int
) -> None:
    """After so many bytes of the body, or at the end of a shorter one, and with no proper end."""
    caller.api.script(Script("x" * 500, fault=fault, fault_after_bytes=after_bytes))
    body = bytearray()

    async def read() -> None:
        async with caller.post(q="x", stream=stream) as response:
            async for piece in response.content.iter_any():
                body.extend(piece)

    with pytest.raises(aiohttp.ClientError):
        await read()
    assert len(body) == after_bytes or (after_bytes > 10 and len(body) > 500)
    (request,) = caller.api.requests
    await asyncio.wait_for(request.over.wait(), SOON_S)
    assert not request.finished
    assert not request.disconnected_early


async def test_garbage_is_no_chunk(caller: Caller) -> None:
    """Read as bytes: not every HTTP client tells its caller about malformed chunks."""
    caller.api.script(Script("x" * 500, fault=ConnectionFault.GARBAGE, fault_after_bytes=10))
    port = int(caller.api.base_url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = b'{"q": "x", "stream": true}'
    writer.write(
        b"POST /api/v1/backend/chatbot/sandbox-bot/chat HTTP/1.1\r\nHost: x\r\n"
        b"Authorization: Bearer sandbox-key\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    )
    response = await asyncio.wait_for(reader.read(), SOON_S)
    writer.close()
    assert response.partition(b"\r\n\r\n")[2] == b'a\r\n{"answer":\r\n\r\nthis is no chunk\r\n'


async def test_a_wrong_length_is_found_out_by_the_caller(caller: Caller) -> None:
    headers = {"Content-Length": "9"}
    caller.api.script(
        Script(body=b"abc", headers=headers, fault=ConnectionFault.CUT, fault_after_bytes=3)
    )
    with pytest.raises(aiohttp.ClientPayloadError):
        async with caller.post(q="x", stream=True) as response:
            await response.read()


async def test_a_stall_lasts_until_the_caller_leaves_and_that_is_recorded(caller: Caller) -> None:
    caller.api.script(Script("abcdef", fault=ConnectionFault.STALL, fault_after_bytes=60))
    async with caller.post(q="x", stream=True) as response:
        assert len(await response.content.readexactly(60)) == 60
        response.close()
    (request,) = caller.api.requests
    await asyncio.wait_for(request.over.wait(), SOON_S)
    assert request.disconnected_early
    assert not request.finished
