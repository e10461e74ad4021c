"""The table of faults of the Chat API: what the reader sees, how often was asked, what is kept.

Everything is real but Discord and the time between two requests: the client and its connections,
the intake with its turns and replies, and the store.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge_bot.chat_api.asked_question import DELAY_TOLD_AFTER_S
from bridge_bot.core.events import AskedAgain, Event, QuestionDelayed, TurnEnded
from bridge_bot.core.incoming import IncomingQuestion, Source
from bridge_bot.core.intake import Intake
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    DelayReason,
    Member,
    Question,
    TurnState,
)
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.store.sql_store import SqlStore
from tests.harness.chat_api_client import KEY, QUESTION, client, options
from tests.harness.database import migrated_database
from tests.harness.english import text
from tests.harness.loop_time import skipping_loop, with_skipping_loop
from tests.harness.memory_platform import MemoryPlatform
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

HERE = ConversationKey("7")
SHORT_S = 0.3
NEW, OLD = "c-1", "old"

CODE = b'{"code": 7, "msg": "internal words", "request_id": "r-7", "data": null}'
SPENT = b'{"code": 8, "msg": "Insufficient balance.", "request_id": "r-7", "data": null}'
LATER = b'{"code": 42900, "msg": "retry in a second"}'
HTML = b"<html>internal words"
BACKEND = b"default backend - 404"
ENVELOPE = b'{"code": 0, "data": {"answer": "All of it.", "conversation_uid": "c-1"}}'
IN_HEADER = b'{"answer": "All ", "conversation_uid": "c-1"}\n'
HALF = head() + chunk(HEADER + b"Half an")
OK = streamed(b"All ", b"of it.")


def told(key: str, request_id: str = "", **text_args: int | str) -> str:
    """A notice with its sentence, and the id of the request where there is one."""
    words = text(f"error-{key}", **text_args)
    if request_id:
        words += " " + text("request-id", request_id=request_id)
    return text("ending-notice", notice=words)


@dataclass(frozen=True)
class Row:
    """Given `replies`, one a request; `sees` is the reply, `asked` the number of requests.

    Kept is the conversation's uid: `before` the question and `after` it. `hint` is what stood in
    the place of the reply while it was waited for.
    """

    replies: tuple[Reply, ...]
    sees: str
    asked: int
    before: str | None = None
    after: str | None = None
    hint: str = ""
    streams: bool = True


def on_the_way(status: int, server: str = "unknown") -> str:
    """The notice of something between the bot and the API."""
    return told("intermediary-refused", status=status, server=server)


HALF_SEEN = "Half an\n\n" + told("api-broken-off")
ALL_SEEN = "All of it."
ANEW = "-# " + text("context-lost") + "\nAll of it."
RETRYING = "-# " + text("delayed-retrying")

TABLE: dict[str, Row] = {
    # Answers that are unusual, but no faults.
    "a stream": Row((OK,), ALL_SEEN, 1, None, NEW),
    "a stream in a conversation": Row((OK,), ALL_SEEN, 1, OLD, NEW),
    "an envelope": Row((whole(200, ENVELOPE),), ALL_SEEN, 1, OLD, NEW, streams=False),
    "an envelope in place of a stream": Row((whole(200, ENVELOPE),), ALL_SEEN, 1, None, NEW),
    "a stream in place of an envelope": Row((OK,), ALL_SEEN, 1, None, NEW, streams=False),
    "a beginning in the header": Row(
        ([head() + chunk(IN_HEADER + HEADER[-32:] + b"of it."), LAST_CHUNK],),
        ALL_SEEN,
        1,
        None,
        NEW,
    ),
    "a byte-order mark": Row(
        ([head() + chunk(b"\xef\xbb\xbf" + HEADER + b"All of it."), LAST_CHUNK],),
        ALL_SEEN,
        1,
        None,
        NEW,
    ),
    "invalid UTF-8": Row((streamed(b"All\xff of it."),), "All\ufffd of it.", 1, None, NEW),
    "no text": Row((streamed(),), text("reply-empty"), 1, None, NEW),
    # Nobody answers, or too slowly.
    "a connection closed": Row(([End.CLOSE],), told("api-connection-lost"), 1, OLD, OLD),
    "a reset": Row(([End.RESET],), told("api-connection-lost"), 1, OLD, OLD),
    "silence": Row(([End.STALL],), told("api-timeout"), 1, OLD, OLD),
    "silence of a whole answer": Row(
        ([End.STALL],), told("api-timeout"), 1, OLD, OLD, streams=False
    ),
    "silence after the header": Row(
        ([head() + chunk(HEADER), End.STALL],), told("api-timeout"), 1, OLD, NEW
    ),
    "white space and no end": Row(
        ([head(), *[step for _ in range(40) for step in (0.05, chunk(b" "))], End.STALL],),
        told("api-timeout"),
        1,
        OLD,
        OLD,
    ),
    # Refused by the API.
    "401": Row((whole(401, CODE),), told("api-refused", "r-7"), 1, OLD, OLD),
    "402": Row((whole(402, CODE),), told("api-refused", "r-7"), 1, OLD, OLD),
    "403": Row((whole(403, CODE),), told("api-refused", "r-7"), 1, OLD, OLD),
    "a balance at its end": Row((whole(200, SPENT),), told("api-refused", "r-7"), 1, OLD, OLD),
    "404": Row((whole(404, CODE),), told("api-bot-unknown", "r-7"), 1),
    "400": Row((whole(400, CODE),), told("api-rejected", "r-7"), 1),
    "a code": Row((whole(200, CODE),), told("api-rejected", "r-7"), 1),
    # Refused by something in between.
    "400 as HTML": Row((whole(400, HTML),), on_the_way(400), 1, OLD, OLD),
    "401 as HTML": Row((whole(401, HTML),), on_the_way(401), 1, OLD, OLD),
    "403 as HTML": Row(
        (whole(403, HTML, "Server: cloudflare"),),
        on_the_way(403, "cloudflare"),
        4,
        OLD,
        OLD,
        RETRYING,
    ),
    "403 as HTML, then well": Row((whole(403, HTML), OK), ALL_SEEN, 2, OLD, NEW),
    "404 as text": Row((whole(404, BACKEND),), on_the_way(404), 4, OLD, OLD, RETRYING),
    "404 as text, then well": Row((whole(404, BACKEND), OK), ALL_SEEN, 2, OLD, NEW),
    "407": Row((whole(407, HTML, "Server: squid/6.1"),), on_the_way(407, "squid"), 1, OLD, OLD),
    "410 as HTML": Row((whole(410, HTML), OK), on_the_way(410), 1, OLD, OLD),
    "422 as HTML": Row((whole(422, HTML), OK), on_the_way(422), 1, OLD, OLD),
    "200 as HTML": Row(
        (whole(200, HTML, "Server: portal/2"), OK), on_the_way(200, "portal"), 1, OLD, OLD
    ),
    "200 as JSON of a gateway": Row(
        (whole(200, b'{"code": 403, "message": "internal words"}'), OK),
        on_the_way(200),
        1,
        OLD,
        OLD,
    ),
    "511": Row((whole(511, HTML),), on_the_way(511), 1, OLD, OLD),
    "a redirect": Row((whole(302, HTML, "Location: /x"),), on_the_way(302), 1, OLD, OLD),
    # Busy.
    "408": Row((whole(408, HTML),), told("api-busy"), 4, OLD, OLD, RETRYING),
    "429": Row(
        (whole(429, CODE),), told("api-rate-limited", "r-7", minutes=0), 4, OLD, OLD, RETRYING
    ),
    "a code that means 429": Row(
        (whole(200, LATER),), told("api-rate-limited", minutes=0), 4, OLD, OLD, RETRYING
    ),
    "429 for an hour": Row(
        (whole(429, CODE, "Retry-After: 3600"),),
        told("api-rate-limited", "r-7", minutes=60),
        1,
        OLD,
        OLD,
    ),
    "429 for a moment": Row(
        (whole(429, CODE, "Retry-After: 9"), OK), ALL_SEEN, 2, None, NEW, RETRYING
    ),
    "500": Row((whole(500, HTML),), told("api-busy"), 4, OLD, OLD, RETRYING),
    "501": Row((whole(501, HTML),), told("api-busy"), 1, OLD, OLD),
    "502, then well": Row((whole(502, HTML), OK), ALL_SEEN, 2, OLD, NEW),
    "503": Row((whole(503, CODE),), told("api-busy", "r-7"), 4, OLD, OLD, RETRYING),
    "504": Row((whole(504, HTML), OK), told("api-busy"), 1, OLD, OLD),
    # Not an answer.
    "nothing": Row((whole(200, b""),), told("api-malformed"), 1, OLD, OLD),
    "a header alone": Row((whole(200, HEADER[:-32]),), told("api-malformed"), 1, OLD, OLD),
    "an endless header": Row(
        ([head() + chunk(b'{"q": "' + b"x" * 2**23), End.STALL],),
        told("api-malformed"),
        1,
        OLD,
        OLD,
    ),
    "a length too short": Row(
        ([head(length=9) + HEADER, End.CLOSE],), told("api-malformed"), 1, OLD, OLD
    ),
    # Broken off: what had come stays, and so does the conversation that the header named.
    "cut": Row(([HALF, 0.05, End.CLOSE],), HALF_SEEN, 1, OLD, NEW),
    "reset": Row(([HALF, 0.05, End.RESET],), HALF_SEEN, 1, OLD, NEW),
    "an HTTP/1.0 reset": Row(
        ([b"HTTP/1.0 200 OK\r\n\r\n" + HEADER + b"Half an", 0.05, End.RESET],),
        HALF_SEEN,
        1,
        OLD,
        NEW,
    ),
    "garbage": Row(([HALF, 0.05, b"zz\r\n", End.CLOSE],), HALF_SEEN, 1, OLD, NEW),
    "a stall": Row(([HALF, End.STALL],), HALF_SEEN, 1, OLD, NEW),
    "a length too long": Row(
        ([head(length=999) + HEADER + b"Half an", 0.05, End.CLOSE],), HALF_SEEN, 1, OLD, NEW
    ),
    "cut before the header": Row(
        ([head(), 0.05, End.CLOSE], OK), told("api-connection-lost"), 1, OLD, OLD
    ),
    "cut before the text": Row(
        ([head() + chunk(HEADER), 0.05, End.CLOSE], OK), told("api-connection-lost"), 1, OLD, NEW
    ),
    # A conversation that the API may not know any more.
    "400 of a conversation": Row((whole(400, CODE), whole(400, CODE), OK), ANEW, 3, OLD, NEW),
    "404 of a conversation": Row((whole(404, CODE), whole(404, CODE), OK), ANEW, 3, OLD, NEW),
    "410 of a conversation": Row((whole(410, CODE), whole(410, CODE), OK), ANEW, 3, OLD, NEW),
    "422 of a conversation": Row((whole(422, CODE), whole(422, CODE), OK), ANEW, 3, OLD, NEW),
    "a code for a conversation": Row((whole(200, CODE), whole(200, CODE), OK), ANEW, 3, OLD, NEW),
    "a code, then well": Row((whole(200, LATER), OK), ALL_SEEN, 2, OLD, NEW),
    "400, then well": Row((whole(400, CODE), OK), ALL_SEEN, 2, OLD, NEW),
    "400 with and without it": Row((whole(400, CODE),), told("api-rejected", "r-7"), 3, OLD, OLD),
    "400 twice, then silence": Row(
        (whole(400, CODE), whole(400, CODE), [End.STALL]), told("api-timeout"), 3, OLD, OLD
    ),
    "400 twice, then a header and no text": Row(
        (whole(400, CODE), whole(400, CODE), [head() + chunk(HEADER), End.STALL]),
        told("api-timeout"),
        3,
        OLD,
        OLD,
    ),
    "409 of a conversation": Row((whole(409, HTML), OK), on_the_way(409), 1, OLD, OLD),
}


def timeouts(row: Row) -> Mapping[str, object]:
    """Short where a reply falls silent, so that a busy machine never decides another row.

    A malformed answer ends before that.
    """
    is_silent = any(End.STALL in reply for reply in row.replies)
    if not is_silent or row.sees == told("api-malformed"):
        return {"stream": row.streams}
    waits = ("first_byte_timeout_s", "idle_timeout_s", "answer_timeout_s")
    return {"stream": row.streams, **dict.fromkeys(waits, SHORT_S)}


async def submit(intake: Intake, question: Question) -> None:
    """Submit a question as a message asks it."""
    await intake.submit(IncomingQuestion(question, Source.MESSAGE, frozenset(), asked_at_s=0.0))


@asynccontextmanager
async def asking(
    row: Row, url: str, database: str
) -> AsyncIterator[tuple[MemoryPlatform, SqlStore, TurnEnded]]:
    """The question asked and its turn over: what is shown, what is stored, how it ended.

    The pauses before a question is asked again take no time.
    """
    platform, over, loop = MemoryPlatform(), asyncio.Queue[TurnEnded](), skipping_loop()

    def observe(event: Event) -> None:
        match event:
            case AskedAgain():
                loop.skip(event.pause_s)
            case TurnEnded():
                over.put_nowait(event)

    async with (
        SqlStore(database) as store,
        client(options(url, **timeouts(row))) as source,
    ):
        if row.before is not None:
            await store.conversations.set_uid(HERE, row.before)
        around = Dependencies(platform, source, store, observe)
        question = Question(11, HERE, QUESTION, Member(3, "Ann"), ChannelDestination(7))
        turns = TurnQueue(around, AnswerOptions())
        await submit(Intake(around, turns, Policy()), question)
        async with asyncio.timeout(120):
            ended = await over.get()
        yield platform, store, ended


@pytest.mark.parametrize("row", TABLE.values(), ids=list(TABLE))
@with_skipping_loop
async def test_each_fault_is_shown_and_repeated_and_kept_as_its_row_says(
    row: Row, tmp_path: Path
) -> None:
    database = f"sqlite+aiosqlite:///{tmp_path}/bridge_bot.db"
    migrated_database(tmp_path / "bridge_bot.db")
    async with (
        RawServer(*row.replies) as server,
        asking(row, server.url, database) as (platform, store, ended),
    ):
        (message,) = platform.messages.values()
        assert message.text == row.sees
        states = [shown for _, shown in message.states]
        assert (states[0] == row.hint) if row.hint else (RETRYING not in states)
        assert len(server.requests) == row.asked
        assert (await store.conversations.get(HERE)).conversation_uid == row.after
        failed = text("ending-notice", notice="").strip() in row.sees
        assert ended.state is (TurnState.FAILED if failed else TurnState.DONE)
        assert (ended.error is not None) is failed
        assert KEY not in f"{ended.error} {message.states}"
        assert "internal words" not in f"{message.states}"


@with_skipping_loop
async def test_a_question_that_waits_for_its_turn_says_so_until_it_is_answered(
    tmp_path: Path,
) -> None:
    """Two conversations, and one request at once: the second is told that it is in line."""
    database = f"sqlite+aiosqlite:///{tmp_path}/bridge_bot.db"
    migrated_database(tmp_path / "bridge_bot.db")
    platform, over, loop = MemoryPlatform(), asyncio.Queue[Event](), skipping_loop()
    slow: Reply = [head() + chunk(HEADER), End.STALL]
    async with (
        RawServer(slow, OK) as server,
        SqlStore(database) as store,
        client(options(server.url, max_in_flight=1)) as source,
        asyncio.timeout(30),
    ):
        around = Dependencies(platform, source, store, over.put_nowait)
        turns, others = (TurnQueue(around, AnswerOptions()) for _ in range(2))
        one, other = (Intake(around, queue, Policy()) for queue in (turns, others))
        asked = Question(11, ConversationKey("7"), "one", Member(3, "Ann"), ChannelDestination(7))
        await submit(one, asked)
        await server.stalled.acquire()
        asked = Question(12, ConversationKey("8"), "two", Member(4, "Bo"), ChannelDestination(8))
        await submit(other, asked)
        await loop.timer_of(DELAY_TOLD_AFTER_S[DelayReason.QUEUED])
        loop.skip(DELAY_TOLD_AFTER_S[DelayReason.QUEUED])
        while not isinstance(await over.get(), QuestionDelayed):
            pass
        await turns.close(grace_s=0)
        while getattr(await over.get(), "state", None) is not TurnState.DONE:
            pass
    (second,) = [
        shown for shown in platform.messages.values() if shown.destination == ChannelDestination(8)
    ]
    assert second.states[0][1] == "-# " + text("delayed-queued")
    assert second.text == ALL_SEEN
