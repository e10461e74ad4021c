"""How a scripted response leaves: its pace, its bytes, and how its connection breaks."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bridge_bot.sandbox.chat_api.scripts import DELIMITER, ConnectionFault, Script
from tests.sandbox.chat_api.caller import SOON_S, Caller


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


@pytest.mark.parametrize(
    ("script", "stream", "content_type"),
    [
        (Script("x"), True, "text/plain"),
        (Script("x"), False, "application/json"),
        (Script(status=400, code=1, msg="No."), True, "application/json"),
        (Script(body=b"x", headers={"Content-Type": "text/html"}), True, "text/html"),
    ],
)
async def test_a_response_says_what_it_is(
    caller: Caller, script: Script, stream: bool, content_type: str
) -> None:
    caller.api.script(script)
    async with caller.post(q="x", stream=stream) as response:
        assert response.content_type == content_type


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
