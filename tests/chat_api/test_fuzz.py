"""Mutated streams at random splits, for a minute: never a crash, never a hang, never a word lost.

Slow (`make test-slow`). What a run does follows from its seed, which is printed; to see one case
again, set FUZZ_SEED to the seed that a failure names. FUZZ_SECONDS is how long each part runs.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bridge_bot.chat_api.stream import DELIMITER, AnswerStream
from bridge_bot.core.errors import AnswerBrokenOff, AnswerError
from bridge_bot.core.model import AnswerEvent, AnswerHeader, AnswerText
from tests.harness.chat_api_client import KEY, ask_once, options, reachable
from tests.harness.raw_server import LAST_CHUNK, End, RawServer, Reply, chunk, head

PART_S = float(os.environ.get("FUZZ_SECONDS", "30"))
ONLY_SEED = os.environ.get("FUZZ_SEED")
HANG_S = 20.0

Outcome = tuple[AnswerHeader | None, str, type[AnswerError] | None]

_WORDS = [
    "a",
    "ß",
    "日本",
    "😀",
    "\\",
    '"',
    "{",
    "}",
    "\n",
    "```",
    "\x00",
    "\u2028",
    DELIMITER.decode(),
]


def seeds() -> Iterator[int]:
    """One seed a case, until the time is over."""
    if ONLY_SEED is not None:
        yield int(ONLY_SEED)
        return
    first = random.SystemRandom().randrange(2**32)
    print(f"\nfuzzing from seed {first} on")  # noqa: T201 - so that a run can be repeated
    ends_at = time.monotonic() + PART_S
    while time.monotonic() < ends_at:
        yield first
        first += 1


def text(luck: random.Random, most: int) -> str:
    return "".join(luck.choices(_WORDS, k=luck.randrange(most)))


def body(luck: random.Random) -> bytes:
    """A stream or an envelope, sound or with random damage."""
    fields: dict[str, object] = {
        "answer": luck.choice(["", "", text(luck, 5)]),
        "question": text(luck, 30),
        "conversation_uid": luck.choice(["c-1", "", None, 7]),
        "related_docs": [text(luck, 3), {"title": text(luck, 3)}][: luck.randrange(3)],
    }
    fields = {name: value for name, value in fields.items() if luck.random() < 0.9}
    if luck.random() < 0.2:
        fields = {"code": luck.choice([0, 0, 1, "0", None]), "data": fields, "msg": text(luck, 9)}
    told = json.dumps(fields, ensure_ascii=luck.random() < 0.5).encode()
    space = luck.choice([b"", b"\n", b" \r\n\t"])
    data = luck.choice([b"", b"\xef\xbb\xbf"]) + told + space + DELIMITER + text(luck, 60).encode()
    return data if luck.random() < 0.3 else mutated(luck, data)


def mutated(luck: random.Random, data: bytes) -> bytes:
    """The same with a few bytes changed, lost, doubled or put in, or an end too early."""
    found = bytearray(data)
    for _ in range(luck.randrange(1, 5)):
        at = luck.randrange(len(found) + 1)
        match luck.randrange(5):
            case 0:
                found[at : at + 1] = luck.randbytes(1)
            case 1:
                del found[at : at + luck.randrange(1, 9)]
            case 2:
                found[at:at] = found[at : at + luck.randrange(1, 40)]
            case 3:
                found[at:at] = luck.choice([b"{", b'"', b"\\", b"\xff", b"[" * 70, DELIMITER])
            case _:
                del found[at:]
    return bytes(found)


def pieces(luck: random.Random, data: bytes) -> list[bytes]:
    """The data cut at random places."""
    cuts = sorted(luck.choices(range(len(data) + 1), k=luck.randrange(8)))
    bounds = [0, *cuts, len(data)]
    cut_up = [data[at:end] for at, end in pairwise(bounds)]
    return [piece for piece in cut_up if piece]


def parsed(chunks: list[bytes]) -> Outcome:
    stream, events = AnswerStream(), list[AnswerEvent]()
    try:
        for each in chunks:
            events += stream.feed(each)
        events += stream.close()
    except AnswerError as error:
        return told(events, error)
    return told(events, None)


def told(events: list[AnswerEvent], error: AnswerError | None) -> Outcome:
    """What whoever asks gets to see, whole; it must be fit to be sent on."""
    headers = [event for event in events if isinstance(event, AnswerHeader)]
    texts = [event.text for event in events if isinstance(event, AnswerText)]
    assert all(texts)
    "".join(texts).encode()
    return headers[-1] if headers else None, "".join(texts), type(error) if error else None


@pytest.mark.slow
def test_however_a_mutated_stream_is_cut_the_parser_says_the_same() -> None:
    for seed in seeds():
        luck = random.Random(seed)
        data = body(luck)
        single = [data[at : at + 1] for at in range(len(data))]
        whole = parsed([data])
        assert parsed(pieces(luck, data)) == whole, f"FUZZ_SEED={seed}"
        assert parsed(single) == whole, f"FUZZ_SEED={seed}"


def shows(text: str) -> bool:
    """Whether a reader sees any of it: an answer that has not shown anything can't break off."""
    return any(char.isprintable() and not char.isspace() for char in text)


def reply(luck: random.Random, chunks: list[bytes]) -> tuple[Reply, bool]:
    """The pieces as a response with chunks, and whether it is a complete one."""
    steps: list[bytes | float | End] = [head()]
    for each in chunks:
        steps.append(chunk(each))
        if luck.random() < 0.2:
            steps.append(0.001)
    match luck.randrange(6):
        case 0:
            return [*steps, 0.005, End.CLOSE], False
        case 1:
            return [*steps, 0.005, luck.choice([b"zz\r\n", b"-1\r\n"]), End.CLOSE], False
    return [*steps, LAST_CHUNK], True


@pytest.mark.slow
async def test_the_client_says_of_a_mutated_stream_what_the_parser_says() -> None:
    """Over a real connection, which is sometimes cut: then a part of it, and a typed error."""
    for seed in seeds():
        luck = random.Random(seed)
        data = body(luck)
        response, complete = reply(luck, pieces(luck, data))
        async with RawServer(response) as server, asyncio.timeout(HANG_S):
            result = await ask_once(options(server.url))
        got, expected = told(result.events, result.error), parsed([data])
        for error in reachable(result.error) if result.error else ():
            assert KEY not in f"{error!r} {vars(error)}", f"FUZZ_SEED={seed}"
        if not complete:
            assert result.error is not None or got == expected, f"FUZZ_SEED={seed}"
            assert expected[1].startswith(got[1]), f"FUZZ_SEED={seed}"
        elif expected[2] is not None and shows(expected[1]):
            assert got == (*expected[:2], AnswerBrokenOff), f"FUZZ_SEED={seed}"
        else:
            assert got == expected, f"FUZZ_SEED={seed}"
