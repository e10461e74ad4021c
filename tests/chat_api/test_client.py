"""The client against a server of raw sockets: what it sends, how it waits, how it leaves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator

import pytest

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.core.errors import AnswerMalformed, ApiTimeout
from bridge_bot.core.model import AnswerEvent, AnswerHeader, AnswerText, ChatRequest
from bridge_bot.core.ports import AnswerSource
from tests.harness.chat_api_client import KEY, QUESTION, REQUEST, ask_once, options
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

ENVELOPE = (
    b'{"code": 0, "data": {"answer": "hello", "conversation_uid": "c-1", "is_qa_mode": true,'
    b' "question": "q", "system_message": "note"}, "msg": "Success.", "request_id": "r"}'
)
SOON_S = 1.0


def sent(request: bytes) -> tuple[list[str], dict[str, object]]:
    """The lines of a request's head, and its body."""
    beginning, _, body = request.partition(b"\r\n\r\n")
    return beginning.decode().split("\r\n"), json.loads(body)


def test_the_client_is_an_answer_source() -> None:
    source: AnswerSource = ChatApi(options("http://x"))
    assert source is not None


async def test_a_request_is_exactly_the_documented_one() -> None:
    async with RawServer(streamed(b"a")) as server:
        await ask_once(options(server.url + "/prefix/", bot_uid="b/../?1"))
    lines, body = sent(server.requests[0])
    uid = "b%2F..%2F%3F1"
    assert lines[0] == f"POST /prefix/api/v1/backend/chatbot/{uid}/chat HTTP/1.1"
    assert "Content-Type: application/json" in lines
    assert "Accept-Encoding: identity" in lines
    assert f"Authorization: Bearer {KEY}" in lines
    assert body == {"q": QUESTION, "language": "auto", "stream": True}


@pytest.mark.parametrize(("uid", "expected"), [("c-9", {"conversation_uid": "c-9"}), ("", {})])
async def test_a_conversation_is_named_only_when_there_is_one(
    uid: str, expected: dict[str, str]
) -> None:
    async with RawServer(whole(200, ENVELOPE)) as server:
        await ask_once(options(server.url, stream=False), ChatRequest("Wie? 😀\ud800", "jp", uid))
    _, body = sent(server.requests[0])
    assert body == {"q": "Wie? 😀\ud800", "language": "jp", "stream": False, **expected}


async def test_a_stream_gives_a_header_and_texts() -> None:
    async with RawServer(streamed(b"one ", b"two")) as server:
        result = await ask_once(options(server.url))
    assert result.error is None
    assert result.events[0] == AnswerHeader("c-1")
    assert result.text == "one two"


@pytest.mark.parametrize("stream", [True, False])
async def test_an_envelope_gives_the_same_events_in_either_mode(stream: bool) -> None:
    async with RawServer(whole(200, ENVELOPE)) as server:
        result = await ask_once(options(server.url, stream=stream))
    header = AnswerHeader("c-1", system_message="note")
    assert result.events == [header, AnswerText("hello")]


async def test_a_stream_is_understood_where_an_envelope_was_asked_for() -> None:
    async with RawServer(streamed(b"all the same")) as server:
        result = await ask_once(options(server.url, stream=False))
    assert (result.text, result.error) == ("all the same", None)


@pytest.mark.parametrize("stream", [True, False])
async def test_an_envelope_may_be_long_but_not_endless(stream: bool) -> None:
    long = b'{"code": 0, "data": {"answer": "%b"}}'
    async with RawServer(
        whole(200, long % (b"x" * 2**21)), whole(200, long % (b"x" * 2**23))
    ) as server:
        fits = await ask_once(options(server.url, stream=stream))
        endless = await ask_once(options(server.url, stream=stream))
    assert len(fits.text) == 2**21
    assert isinstance(endless.error, AnswerMalformed)


async def test_an_answer_without_text_is_a_header_and_the_end() -> None:
    async with RawServer(streamed()) as server:
        result = await ask_once(options(server.url))
    assert (result.events, result.error) == ([AnswerHeader("c-1")], None)


async def test_a_body_that_only_the_connections_end_ends_is_whole() -> None:
    reply: Reply = [b"HTTP/1.1 200 OK\r\n\r\n" + HEADER + b"old style", End.CLOSE]
    async with RawServer(reply) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("old style", None)


async def test_text_comes_as_it_arrives() -> None:
    """The first text is handed on while the server is still silent about the second."""
    async with (
        RawServer([head() + chunk(HEADER + b"one"), End.STALL]) as server,
        ChatApi(options(server.url)) as api,
        api.ask(REQUEST) as events,
    ):
        assert await anext(events) == AnswerHeader("c-1")
        assert await anext(events) == AnswerText("one")


async def test_a_cancelled_wait_loses_no_text() -> None:
    reply: Reply = [head() + chunk(HEADER), 0.1, chunk(b"here"), LAST_CHUNK]
    async with (
        RawServer(reply) as server,
        ChatApi(options(server.url)) as api,
        api.ask(REQUEST) as events,
    ):
        assert await anext(events) == AnswerHeader("c-1")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(events), 0.02)
        assert await rest(events) == [AnswerText("here")]


async def test_connections_are_used_again() -> None:
    async with RawServer(streamed(b"a")) as server, ChatApi(options(server.url)) as api:
        for _ in range(3):
            async with api.ask(REQUEST) as events:
                assert (await rest(events))[-1] == AnswerText("a")
        assert server.connections == 1


LEAVING: dict[str, Reply] = {
    "before the head": [End.STALL],
    "before the header": [head(), End.STALL],
    "in the header": [head() + chunk(HEADER[:9]), End.STALL],
    "after the header": [head() + chunk(HEADER), End.STALL],
    "in the text": [head() + chunk(HEADER + b"text"), End.STALL],
    "in an error's body": [head(500) + b"5\r\nabc", End.STALL],
}


@pytest.mark.parametrize("reply", LEAVING.values(), ids=list(LEAVING))
async def test_giving_up_frees_the_connection_at_once(reply: Reply) -> None:
    """In whatever state the asking task is cancelled, the server sees the client leave."""

    async def ask(api: ChatApi) -> None:
        async with api.ask(REQUEST) as events:
            async for _ in events:
                pass

    async with RawServer(reply) as server, ChatApi(options(server.url)) as api:
        task = asyncio.create_task(ask(api))
        await asyncio.wait_for(server.stalled.acquire(), SOON_S)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(server.clients_left.acquire(), SOON_S)


async def test_leaving_the_context_frees_the_connection_at_once() -> None:
    """Also in the middle of an answer that nobody reads any more, with the pool still open."""
    reply: Reply = [head() + chunk(HEADER + b"text"), End.STALL]
    async with RawServer(reply) as server, ChatApi(options(server.url)) as api:
        async with api.ask(REQUEST) as events:
            await anext(events)
        await asyncio.wait_for(server.clients_left.acquire(), SOON_S)
        assert await rest(events) in ([], [AnswerText("text")])


async def test_leaving_while_connecting_takes_no_time() -> None:
    """A listener whose queue is full never completes the handshake."""
    with socket.socket() as full, contextlib.ExitStack() as fillers:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        for _ in range(4):
            filler = fillers.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        async with (
            ChatApi(options(f"http://127.0.0.1:{port}")) as api,
            asyncio.timeout(SOON_S),
            api.ask(REQUEST) as events,
        ):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(events), 0.1)


async def test_leaving_while_another_task_waits_ends_its_iteration() -> None:
    reply: Reply = [head() + chunk(HEADER), End.STALL]
    async with RawServer(reply) as server, ChatApi(options(server.url)) as api:
        async with api.ask(REQUEST) as events:
            await anext(events)
            other = asyncio.create_task(rest(events))
            await asyncio.sleep(0)
        assert await asyncio.wait_for(other, SOON_S) == []


async def test_requests_beyond_the_limit_wait_in_the_order_they_came() -> None:
    """A slot goes to whoever waited longest, and a failed request gives its own back."""
    began: list[int] = []

    async def ask(api: ChatApi, number: int) -> None:
        async with api.ask(ChatRequest(str(number), "auto")) as events:
            await anext(events)
            began.append(number)
            await rest(events)

    async with (
        RawServer(whole(400, b""), streamed(b"a")) as server,
        ChatApi(options(server.url, max_in_flight=1)) as api,
    ):
        tasks = [asyncio.create_task(ask(api, number)) for number in range(6)]
        await asyncio.wait(tasks)
    assert began == [1, 2, 3, 4, 5]
    assert [sent(request)[1]["q"] for request in server.requests] == list("012345")
    assert server.most_at_once == 1
    assert tasks[0].exception() is not None


async def test_a_timeout_gives_its_slot_back() -> None:
    async with RawServer([End.STALL], streamed(b"a")) as server:
        chosen = options(server.url, max_in_flight=1, first_byte_timeout_s=0.1)
        async with ChatApi(chosen) as api:
            with pytest.raises(ApiTimeout):
                async with api.ask(REQUEST) as events:
                    await rest(events)
            async with api.ask(REQUEST) as events:
                assert AnswerText("a") in await rest(events)


@pytest.mark.parametrize("size", [9_000, 64 << 10])
async def test_a_header_field_may_have_64_kib(size: int) -> None:
    long = f"Content-Security-Policy: {'x' * size}"
    async with RawServer([head(200, long, length=len(HEADER) + 1) + HEADER + b"a"]) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("a", None)


async def test_a_head_may_have_many_fields() -> None:
    many = [f"Set-Cookie: a{number}=b" for number in range(900)]
    async with RawServer([head(200, *many, length=len(HEADER) + 1) + HEADER + b"a"]) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("a", None)


async def test_entering_the_context_waits_for_nothing() -> None:
    """Also where nobody answers and every slot is taken: all waiting is in the iteration."""
    async with RawServer([End.STALL]) as server:
        chosen = options(server.url, max_in_flight=1)
        async with ChatApi(chosen) as api, api.ask(REQUEST) as first:
            waiting = asyncio.create_task(rest(first))
            await asyncio.wait_for(server.stalled.acquire(), SOON_S)
            async with asyncio.timeout(SOON_S), api.ask(REQUEST):
                pass
            assert len(server.requests) == 1
        assert await waiting == []


async def test_asking_outside_of_the_context_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="outside"):
        async with ChatApi(options("http://x")).ask(REQUEST):
            pass


async def rest(events: AsyncIterator[AnswerEvent]) -> list[AnswerEvent]:
    return [event async for event in events]
