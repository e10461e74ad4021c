"""How fast the stream's parser is: large chunks, tiny ones, and a header full of delimiters."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bridge_bot.chat_api.stream import DELIMITER, AnswerStream
from tests.bench.row import Row, best_s

_HEAD = b'{"answer": "", "conversation_uid": "c-1"}\n' + DELIMITER
_LARGE = 64 * 1024
_TINY = 10


def rows() -> Iterator[Row]:
    """See above."""
    large = [("Größe, 日本語 and plain words. " * 2500).encode()[:_LARGE]] * 500
    megabytes = sum(map(len, large)) / 1e6
    seconds = best_s(lambda: parse([_HEAD, *large]))
    yield Row("parser, chunks of 64 KiB", megabytes / seconds, 200, "MB/s", at_least=True)

    tiny = [b"ten bytes."] * 100_000
    microseconds = best_s(lambda: parse([_HEAD, *tiny])) / len(tiny) * 1e6
    yield Row("parser, a chunk of 10 bytes", microseconds, 5, "µs")

    few, many = quoting(3_000), quoting(30_000)
    # Linear is 10, and a little more where the larger header leaves the cache; quadratic is 100.
    ratio = best_s(lambda: parse(many)) / best_s(lambda: parse(few), times=20)
    yield Row("header with 30,000 quoted delimiters, against 3,000", ratio, 20, "times")


def quoting(delimiters: int) -> list[bytes]:
    """A stream whose header quotes the delimiter so often, in pieces of a kilobyte."""
    question = DELIMITER.decode() * delimiters
    data = json.dumps({"answer": "", "question": question}).encode() + DELIMITER + b"a"
    return [data[at : at + 1024] for at in range(0, len(data), 1024)]


def parse(chunks: list[bytes]) -> None:
    """Feed a whole stream."""
    stream = AnswerStream(max_header_bytes=2 << 20)
    for chunk in chunks:
        stream.feed(chunk)
    stream.close()
