"""A compressed body comes out whole, however it is cut, or as an error; never as a part of it."""

from __future__ import annotations

import gzip
import random
import time
import zlib

import pytest

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.transport.compression import MAX_PIECE_BYTES, decompression
from bridge_bot.core.errors import AnswerMalformed, ApiConnectionLost
from bridge_bot.core.model import AnswerHeader, AnswerText
from tests.harness.chat_api_client import REQUEST, ask_once, options
from tests.harness.raw_server import HEADER, LAST_CHUNK, End, RawServer, chunk, head

TEXT = "".join(random.Random(1).choices("abc é😀\n", k=300)).encode()


def deflated(data: bytes, wbits: int) -> bytes:
    compressor = zlib.compressobj(wbits=wbits)
    return compressor.compress(data) + compressor.flush()


WHOLE = {
    "gzip": ("gzip", gzip.compress(TEXT)),
    "upper case": ("GZIP", gzip.compress(TEXT)),
    "x-gzip": ("x-gzip", gzip.compress(TEXT)),
    "two members": ("gzip", gzip.compress(TEXT[:99]) + gzip.compress(TEXT[99:])),
    "three members, one empty": (
        "gzip",
        gzip.compress(TEXT[:9]) + gzip.compress(b"") + gzip.compress(TEXT[9:]),
    ),
    "padding behind": ("gzip", gzip.compress(TEXT) + bytes(99)),
    "junk behind": ("gzip", gzip.compress(TEXT) + b"\x1f junk"),
    "deflate": ("deflate", zlib.compress(TEXT)),
    "deflate without its wrapper": ("deflate", deflated(TEXT, -zlib.MAX_WBITS)),
}
ROWS = pytest.mark.parametrize(("name", "body"), WHOLE.values(), ids=list(WHOLE))


def undone(name: str, *pieces: bytes) -> bytes:
    found = decompression(name)
    assert found is not None
    text = b""
    for piece in pieces:
        found.put(piece)
        while taken := found.take():
            text += taken
    found.end()
    return text


@ROWS
def test_it_comes_out_whole_wherever_it_is_cut_in_two(name: str, body: bytes) -> None:
    for at in range(len(body) + 1):
        assert undone(name, body[:at], body[at:]) == TEXT


@ROWS
def test_it_comes_out_whole_byte_by_byte(name: str, body: bytes) -> None:
    assert undone(name, *(body[at : at + 1] for at in range(len(body)))) == TEXT


@pytest.mark.parametrize("row", ["gzip", "deflate", "deflate without its wrapper", "two members"])
def test_a_body_that_is_cut_short_is_never_whole(row: str) -> None:
    name, body = WHOLE[row]
    boundary = len(gzip.compress(TEXT[:99])) if row == "two members" else -1
    for at in range(1, len(body)):
        if at == boundary or (body[at - 1 : at] == b"\x1f" and at == boundary + 1):
            continue  # where one member has ended nobody can know of the next
        with pytest.raises(ApiConnectionLost):
            undone(name, body[:at])


def test_nothing_at_all_is_left_to_the_stream_to_judge() -> None:
    assert undone("gzip") == b""


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_what_is_no_compressed_data_is_malformed(name: str) -> None:
    with pytest.raises(AnswerMalformed) as caught:
        undone(name, b"\xff<html>")
    assert caught.value.__context__ is None


@pytest.mark.parametrize("name", ["br", "zstd", "gzip, br"])
def test_a_compression_that_cannot_be_undone_is_malformed(name: str) -> None:
    with pytest.raises(AnswerMalformed):
        decompression(name)


@pytest.mark.parametrize("name", ["", "identity", "utf-8"])
def test_what_is_no_compression_is_left_alone(name: str) -> None:
    assert decompression(name) is None


def test_a_small_body_with_a_large_text_comes_in_small_pieces() -> None:
    found = decompression("gzip")
    assert found is not None
    found.put(gzip.compress(bytes(50_000_000)))
    total = 0
    while taken := found.take():
        assert len(taken) <= MAX_PIECE_BYTES
        total += len(taken)
    found.end()
    assert total == 50_000_000


async def test_a_compressed_stream_is_handed_on_as_it_comes() -> None:
    """A server that flushes after each piece is followed piece by piece."""
    compressor = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    first, second = (
        chunk(compressor.compress(text) + compressor.flush(zlib.Z_SYNC_FLUSH))
        for text in (HEADER + b"one ", b"two")
    )
    begun = head(200, "Content-Encoding: gzip") + first
    async with (
        RawServer([begun, End.STALL]) as server,
        ChatApi(options(server.url)) as api,
        api.ask(REQUEST) as events,
    ):
        assert await anext(events) == AnswerHeader("c-1")
        assert await anext(events) == AnswerText("one ")
    rest = chunk(compressor.flush()) + LAST_CHUNK
    async with RawServer([begun, 0.05, second, 0.05, rest]) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("one two", None)


async def test_an_endless_header_is_bounded_also_where_it_is_compressed() -> None:
    bomb = gzip.compress(b'{"question": "' + b" " * 100_000_000)
    began_s = time.process_time()
    async with RawServer([head(200, "Content-Encoding: gzip") + chunk(bomb)]) as server:
        result = await ask_once(options(server.url))
    assert isinstance(result.error, AnswerMalformed)
    assert time.process_time() - began_s < 5
