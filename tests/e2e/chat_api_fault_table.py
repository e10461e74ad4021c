"""The table of the Chat API's faults: what the reader sees, how often is asked, what is kept."""

from __future__ import annotations

from dataclasses import dataclass

from tests.harness.english import text
from tests.harness.raw_server import (
    HEADER,
    LAST_CHUNK,
    End,
    Reply,
    chunk,
    head,
    streamed,
    whole,
)

NEW, OLD = "c-1", "old"

CODE = b'{"code": 7, "msg": "internal words", "request_id": "r-7", "data": null}'
SPENT = b'{"code": 8, "msg": "Insufficient balance.", "request_id": "r-7", "data": null}'
LATER = b'{"code": 42900, "msg": "retry in a second"}'
HTML = b"<html>internal words"
BACKEND = b"default backend - 404"
ENVELOPE = b'{"code": 0, "data": {"answer": "All of it.", "conversation_uid": "c-1"}}'
IN_HEADER = b'{"answer": "All ", "conversation_uid": "c-1"}\n'
HALF_STREAM = head() + chunk(HEADER + b"Half an")
WHOLE_STREAM = streamed(b"All ", b"of it.")


def notice(key: str, request_id: str = "", **text_args: int | str) -> str:
    """The notice of an error, with the id of the request where there is one."""
    sentence = text(f"error-{key}", **text_args)
    if request_id:
        sentence += " " + text("request-id", request_id=request_id)
    return text("ending-notice", notice=sentence)


@dataclass(frozen=True)
class Row:
    """The API gives `replies`, one a request. `sees` is what the reader sees in the end, `asked` is
    the number of requests.

    The conversation's uid is `before` in the store before the question, and `after` after it.
    `hint` is what stood in the place of the reply while it was waited for.
    """

    replies: tuple[Reply, ...]
    sees: str
    asked: int
    before: str | None = None
    after: str | None = None
    hint: str = ""
    streams: bool = True


def intermediary_notice(status: int, server: str = "unknown") -> str:
    """The notice of a refusal by something between the bot and the API."""
    return notice("intermediary-refused", status=status, server=server)


HALF_ANSWER = "Half an\n\n" + notice("api-broken-off")
WHOLE_ANSWER = "All of it."
AFTER_LOST_CONTEXT = "-# " + text("context-lost") + "\nAll of it."
RETRYING = "-# " + text("delayed-retrying")

TABLE: dict[str, Row] = {
    # Answers that are unusual, but no faults.
    "a stream": Row((WHOLE_STREAM,), WHOLE_ANSWER, 1, None, NEW),
    "a stream in a conversation": Row((WHOLE_STREAM,), WHOLE_ANSWER, 1, OLD, NEW),
    "an envelope": Row((whole(200, ENVELOPE),), WHOLE_ANSWER, 1, OLD, NEW, streams=False),
    "an envelope in place of a stream": Row((whole(200, ENVELOPE),), WHOLE_ANSWER, 1, None, NEW),
    "a stream in place of an envelope": Row(
        (WHOLE_STREAM,), WHOLE_ANSWER, 1, None, NEW, streams=False
    ),
    "a beginning in the header": Row(
        ([head() + chunk(IN_HEADER + HEADER[-32:] + b"of it."), LAST_CHUNK],),
        WHOLE_ANSWER,
        1,
        None,
        NEW,
    ),
    "a byte-order mark": Row(
        ([head() + chunk(b"\xef\xbb\xbf" + HEADER + b"All of it."), LAST_CHUNK],),
        WHOLE_ANSWER,
        1,
        None,
        NEW,
    ),
    "invalid UTF-8": Row((streamed(b"All\xff of it."),), "All\ufffd of it.", 1, None, NEW),
    "no text": Row((streamed(),), text("reply-empty"), 1, None, NEW),
    # Nobody answers, or too slowly.
    "a connection closed": Row(([End.CLOSE],), notice("api-connection-lost"), 1, OLD, OLD),
    "a reset": Row(([End.RESET],), notice("api-connection-lost"), 1, OLD, OLD),
    "silence": Row(([End.STALL],), notice("api-timeout"), 1, OLD, OLD),
    "silence of a whole answer": Row(
        ([End.STALL],), notice("api-timeout"), 1, OLD, OLD, streams=False
    ),
    "silence after the header": Row(
        ([head() + chunk(HEADER), End.STALL],), notice("api-timeout"), 1, OLD, NEW
    ),
    "white space and no end": Row(
        ([head(), *[step for _ in range(40) for step in (0.05, chunk(b" "))], End.STALL],),
        notice("api-timeout"),
        1,
        OLD,
        OLD,
    ),
    # Refused by the API.
    "401": Row((whole(401, CODE),), notice("api-refused", "r-7"), 1, OLD, OLD),
    "402": Row((whole(402, CODE),), notice("api-refused", "r-7"), 1, OLD, OLD),
    "403": Row((whole(403, CODE),), notice("api-refused", "r-7"), 1, OLD, OLD),
    "a balance at its end": Row((whole(200, SPENT),), notice("api-refused", "r-7"), 1, OLD, OLD),
    "404": Row((whole(404, CODE),), notice("api-bot-unknown", "r-7"), 1),
    "400": Row((whole(400, CODE),), notice("api-rejected", "r-7"), 1),
    "a code": Row((whole(200, CODE),), notice("api-rejected", "r-7"), 1),
    # Refused by something in between.
    "400 as HTML": Row((whole(400, HTML),), intermediary_notice(400), 1, OLD, OLD),
    "401 as HTML": Row((whole(401, HTML),), intermediary_notice(401), 1, OLD, OLD),
    "403 as HTML": Row(
        (whole(403, HTML, "Server: cloudflare"),),
        intermediary_notice(403, "cloudflare"),
        4,
        OLD,
        OLD,
        RETRYING,
    ),
    "403 as HTML, then well": Row((whole(403, HTML), WHOLE_STREAM), WHOLE_ANSWER, 2, OLD, NEW),
    "404 as text": Row((whole(404, BACKEND),), intermediary_notice(404), 4, OLD, OLD, RETRYING),
    "404 as text, then well": Row((whole(404, BACKEND), WHOLE_STREAM), WHOLE_ANSWER, 2, OLD, NEW),
    "407": Row(
        (whole(407, HTML, "Server: squid/6.1"),), intermediary_notice(407, "squid"), 1, OLD, OLD
    ),
    "410 as HTML": Row((whole(410, HTML), WHOLE_STREAM), intermediary_notice(410), 1, OLD, OLD),
    "422 as HTML": Row((whole(422, HTML), WHOLE_STREAM), intermediary_notice(422), 1, OLD, OLD),
    "200 as HTML": Row(
        (whole(200, HTML, "Server: portal/2"), WHOLE_STREAM),
        intermediary_notice(200, "portal"),
        1,
        OLD,
        OLD,
    ),
    "200 as JSON of a gateway": Row(
        (whole(200, b'{"code": 403, "message": "internal words"}'), WHOLE_STREAM),
        intermediary_notice(200),
        1,
        OLD,
        OLD,
    ),
    "511": Row((whole(511, HTML),), intermediary_notice(511), 1, OLD, OLD),
    "a redirect": Row((whole(302, HTML, "Location: /x"),), intermediary_notice(302), 1, OLD, OLD),
    # Busy.
    "408": Row((whole(408, HTML),), notice("api-busy"), 4, OLD, OLD, RETRYING),
    "429": Row(
        (whole(429, CODE),), notice("api-rate-limited", "r-7", minutes=0), 4, OLD, OLD, RETRYING
    ),
    "a code that means 429": Row(
        (whole(200, LATER),), notice("api-rate-limited", minutes=0), 4, OLD, OLD, RETRYING
    ),
    "429 for an hour": Row(
        (whole(429, CODE, "Retry-After: 3600"),),
        notice("api-rate-limited", "r-7", minutes=60),
        1,
        OLD,
        OLD,
    ),
    "429 for a moment": Row(
        (whole(429, CODE, "Retry-After: 9"), WHOLE_STREAM), WHOLE_ANSWER, 2, None, NEW, RETRYING
    ),
    "500": Row((whole(500, HTML),), notice("api-busy"), 4, OLD, OLD, RETRYING),
    "501": Row((whole(501, HTML),), notice("api-busy"), 1, OLD, OLD),
    "502, then well": Row((whole(502, HTML), WHOLE_STREAM), WHOLE_ANSWER, 2, OLD, NEW),
    "503": Row((whole(503, CODE),), notice("api-busy", "r-7"), 4, OLD, OLD, RETRYING),
    "504": Row((whole(504, HTML), WHOLE_STREAM), notice("api-busy"), 1, OLD, OLD),
    # Not an answer.
    "nothing": Row((whole(200, b""),), notice("api-malformed"), 1, OLD, OLD),
    "a header alone": Row((whole(200, HEADER[:-32]),), notice("api-malformed"), 1, OLD, OLD),
    "an endless header": Row(
        ([head() + chunk(b'{"q": "' + b"x" * 2**23), End.STALL],),
        notice("api-malformed"),
        1,
        OLD,
        OLD,
    ),
    "a length too short": Row(
        ([head(length=9) + HEADER, End.CLOSE],), notice("api-malformed"), 1, OLD, OLD
    ),
    # Broken off: what had come stays, and so does the conversation that the header named.
    "cut": Row(([HALF_STREAM, 0.05, End.CLOSE],), HALF_ANSWER, 1, OLD, NEW),
    "reset": Row(([HALF_STREAM, 0.05, End.RESET],), HALF_ANSWER, 1, OLD, NEW),
    "an HTTP/1.0 reset": Row(
        ([b"HTTP/1.0 200 OK\r\n\r\n" + HEADER + b"Half an", 0.05, End.RESET],),
        HALF_ANSWER,
        1,
        OLD,
        NEW,
    ),
    "garbage": Row(([HALF_STREAM, 0.05, b"zz\r\n", End.CLOSE],), HALF_ANSWER, 1, OLD, NEW),
    "a stall": Row(([HALF_STREAM, End.STALL],), HALF_ANSWER, 1, OLD, NEW),
    "a length too long": Row(
        ([head(length=999) + HEADER + b"Half an", 0.05, End.CLOSE],), HALF_ANSWER, 1, OLD, NEW
    ),
    "cut before the header": Row(
        ([head(), 0.05, End.CLOSE], WHOLE_STREAM), notice("api-connection-lost"), 1, OLD, OLD
    ),
    "cut before the text": Row(
        ([head() + chunk(HEADER), 0.05, End.CLOSE], WHOLE_STREAM),
        notice("api-connection-lost"),
        1,
        OLD,
        NEW,
    ),
    # A conversation that the API may not know any more.
    "400 of a conversation": Row(
        (whole(400, CODE), whole(400, CODE), WHOLE_STREAM), AFTER_LOST_CONTEXT, 3, OLD, NEW
    ),
    "404 of a conversation": Row(
        (whole(404, CODE), whole(404, CODE), WHOLE_STREAM), AFTER_LOST_CONTEXT, 3, OLD, NEW
    ),
    "410 of a conversation": Row(
        (whole(410, CODE), whole(410, CODE), WHOLE_STREAM), AFTER_LOST_CONTEXT, 3, OLD, NEW
    ),
    "422 of a conversation": Row(
        (whole(422, CODE), whole(422, CODE), WHOLE_STREAM), AFTER_LOST_CONTEXT, 3, OLD, NEW
    ),
    "a code for a conversation": Row(
        (whole(200, CODE), whole(200, CODE), WHOLE_STREAM), AFTER_LOST_CONTEXT, 3, OLD, NEW
    ),
    "a code, then well": Row((whole(200, LATER), WHOLE_STREAM), WHOLE_ANSWER, 2, OLD, NEW),
    "400, then well": Row((whole(400, CODE), WHOLE_STREAM), WHOLE_ANSWER, 2, OLD, NEW),
    "400 with and without it": Row((whole(400, CODE),), notice("api-rejected", "r-7"), 3, OLD, OLD),
    "400 twice, then silence": Row(
        (whole(400, CODE), whole(400, CODE), [End.STALL]), notice("api-timeout"), 3, OLD, OLD
    ),
    "400 twice, then a header and no text": Row(
        (whole(400, CODE), whole(400, CODE), [head() + chunk(HEADER), End.STALL]),
        notice("api-timeout"),
        3,
        OLD,
        OLD,
    ),
    "409 of a conversation": Row(
        (whole(409, HTML), WHOLE_STREAM), intermediary_notice(409), 1, OLD, OLD
    ),
}
