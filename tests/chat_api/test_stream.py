"""The stream's format: every case whole, byte by byte and cut anywhere gives the same events."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_bot.chat_api.stream import DELIMITER, AnswerStream
from bridge_bot.core.errors import AnswerError, AnswerMalformed, ApiRejected, IntermediaryRefused
from bridge_bot.core.model import AnswerEvent, AnswerHeader, AnswerText

QUOTED = DELIMITER.decode()
UID = "9628808a-dbb6-42c3-aba6-9fe5b772c724"
PLAIN = AnswerHeader(conversation_uid=UID)

Outcome = tuple[AnswerHeader | None, str, type[AnswerError] | None]


def header(**fields: object) -> bytes:
    return json.dumps({"answer": "", "conversation_uid": UID, **fields}).encode()


def enveloped(code: object = 0, **fields: object) -> bytes:
    known = {"code": code, "data": {"answer": "hello", "conversation_uid": UID}, "msg": "Success."}
    return json.dumps({**known, "request_id": "r-1", **fields}).encode()


def outcome(pieces: Iterable[bytes]) -> Outcome:
    """The header, the whole text, and the type of the error that ended it."""
    stream = AnswerStream()
    events: list[AnswerEvent] = []
    try:
        for piece in pieces:
            events += stream.feed(piece)
        events += stream.close()
    except AnswerError as error:
        return *told(events), type(error)
    return *told(events), None


def told(events: list[AnswerEvent]) -> tuple[AnswerHeader | None, str]:
    """Header and text, after a look at their order: one header, and no empty text."""
    if not events:
        return None, ""
    first, *rest = events
    assert isinstance(first, AnswerHeader)
    texts = [event.text for event in rest if isinstance(event, AnswerText)]
    assert len(texts) == len(rest)
    assert all(texts)
    return first, "".join(texts)


def single_bytes(data: bytes) -> Iterator[bytes]:
    return (data[at : at + 1] for at in range(len(data)))


DOCUMENTED = (
    b'{"answer": "", "question": "Ut minim ex", "related_docs": [], "conversation_uid": '
    b'"9628808a-dbb6-42c3-aba6-9fe5b772c724", "is_qa_mode": true, "system_message": ""}\n'
    b"645130146e8d07b175fd8b1d5682d520answer"
)
QA = AnswerHeader(conversation_uid=UID)

ANSWERS: dict[str, tuple[bytes, AnswerHeader, str]] = {
    "the documented example": (DOCUMENTED, QA, "answer"),
    "no white space": (header() + DELIMITER + b"a", PLAIN, "a"),
    "much white space": (b" \r\n\t" + header() + b"\r\n\r\n \t" + DELIMITER + b"a", PLAIN, "a"),
    "a byte-order mark": (b"\xef\xbb\xbf" + header() + DELIMITER + b"a", PLAIN, "a"),
    "a mark, then space": (b"\xef\xbb\xbf\n" + header() + DELIMITER + b"a", PLAIN, "a"),
    "white space of the answer stays": (header() + DELIMITER + b"\n  a\n", PLAIN, "\n  a\n"),
    "no text": (header() + DELIMITER, PLAIN, ""),
    "the delimiter in the question": (header(question=QUOTED) + DELIMITER + b"a", PLAIN, "a"),
    "… after a brace and a quote": (
        header(question='}"' + QUOTED + "\\") + b"\n" + DELIMITER + b"a",
        PLAIN,
        "a",
    ),
    "the delimiter in the answer": (
        header() + DELIMITER + b"a" + DELIMITER + b"b",
        PLAIN,
        f"a{QUOTED}b",
    ),
    "the delimiter twice": (header() + DELIMITER * 2, PLAIN, QUOTED),
    "JSON in the answer": (header() + DELIMITER + b'{"code": 7}', PLAIN, '{"code": 7}'),
    "every kind of character": (
        header(question="ß\u2028😀") + DELIMITER + "ß😀\0𝒳\u0301".encode(),
        PLAIN,
        "ß😀\0𝒳\u0301",
    ),
    "invalid UTF-8": (header() + DELIMITER + b"a\xff\xc3b\xed\xa0\x80", PLAIN, "a��b���"),
    "UTF-8 that ends too early": (header() + DELIMITER + "a😀".encode()[:-1], PLAIN, "a�"),
    "invalid UTF-8 in the header": (
        b'{"system_message": "\xff", "conversation_uid": "c"}' + DELIMITER + b"a",
        AnswerHeader(conversation_uid="c", system_message="\ufffd"),
        "a",
    ),
    "a lone surrogate in the header": (
        b'{"system_message": "\\ud800!", "related_docs": [{"\\udfff": ["\\ud801"]}]}'
        + DELIMITER
        + b"a",
        AnswerHeader(None, system_message="\ufffd!", related_docs=({"\ufffd": ["\ufffd"]},)),
        "a",
    ),
    "a line end inside a string": (
        b'{"question": "a\nb"}' + DELIMITER + b"a",
        AnswerHeader(None),
        "a",
    ),
    "a number beyond all floats": (
        b'{"related_docs": [{"score": 1e999}]}' + DELIMITER + b"a",
        AnswerHeader(None, related_docs=({"score": None},)),
        "a",
    ),
    "an empty header": (b"{}" + DELIMITER + b"a", AnswerHeader(None), "a"),
    "unknown fields": (header(code=5, new=[1, {"x": None}]) + DELIMITER + b"a", PLAIN, "a"),
    "fields of other types": (
        header(is_qa_mode="yes", system_message=3, related_docs={}, answer=None, question=[])
        + DELIMITER
        + b"a",
        PLAIN,
        "a",
    ),
    "a uid of another type": (header(conversation_uid=7) + DELIMITER, AnswerHeader(None), ""),
    "an empty uid": (header(conversation_uid="") + DELIMITER, AnswerHeader(None), ""),
    "documents of any shape": (
        header(related_docs=[{"title": "A", "url": "u"}, "B", 3, None, ["C"]]) + DELIMITER,
        AnswerHeader(UID, related_docs=({"title": "A", "url": "u"}, "B", 3, None, ["C"])),
        "",
    ),
    "an answer in the header": (header(answer="hi") + DELIMITER, PLAIN, "hi"),
    "… and no delimiter": (header(answer="hi") + b"\n", PLAIN, "hi"),
    "… and its continuation": (header(answer="Once ") + DELIMITER + b"upon", PLAIN, "Once upon"),
    "… and its repetition": (header(answer="hi") + DELIMITER + b"hi", PLAIN, "hi"),
    "… and its repetition and more": (header(answer="hi") + DELIMITER + b"hi!", PLAIN, "hi!"),
    "… and nearly a repetition": (header(answer="hi") + DELIMITER + b"ho", PLAIN, "hiho"),
    "… and less than a repetition": (header(answer="haha") + DELIMITER + b"ha", PLAIN, "hahaha"),
    "an envelope": (enveloped(), PLAIN, "hello"),
    "an envelope and a line end": (enveloped() + b"\r\n", PLAIN, "hello"),
    "an envelope with the code as text": (enveloped("0"), PLAIN, "hello"),
    "an envelope with an empty answer": (
        enveloped(data={"answer": "", "conversation_uid": UID}),
        PLAIN,
        "",
    ),
    "an envelope with other words": (
        b'{"code": 0, "message": "ok", "data": {"answer": "hi"}, "trace": "t"}',
        AnswerHeader(None),
        "hi",
    ),
    "an envelope and a stream": (enveloped() + b"\n" + DELIMITER + b" there", PLAIN, "hello there"),
}  # fmt: skip

FAILURES: dict[str, tuple[bytes, Outcome]] = {
    "nothing": (b"", (None, "", AnswerMalformed)),
    "only white space": (b"\xef\xbb\xbf \n", (None, "", AnswerMalformed)),
    "a byte of a mark": (b"\xef\xbb", (None, "", AnswerMalformed)),
    "HTML": (b"<!doctype html><p>Bad gateway", (None, "", IntermediaryRefused)),
    "text": (b"default backend", (None, "", IntermediaryRefused)),
    "an object of a gateway": (b'{"message": "Forbidden"}', (None, "", IntermediaryRefused)),
    "a code of a gateway": (b'{"code": 7, "message": "no"}\n', (None, "", IntermediaryRefused)),
    "more of a gateway": (
        b'{"code": 403, "message": "no", "data": null}',
        (None, "", IntermediaryRefused),
    ),
    "its object and text": (b'{"detail": "no"}\nsorry', (None, "", IntermediaryRefused)),
    "an empty object": (b"{}", (None, "", AnswerMalformed)),
    "only the delimiter": (DELIMITER + b"a", (None, "", AnswerMalformed)),
    "a list": (b"[]" + DELIMITER + b"a", (None, "", IntermediaryRefused)),
    "a cut header": (header()[:-1], (None, "", AnswerMalformed)),
    "a header cut in an escape": (b'{"question": "\\', (None, "", AnswerMalformed)),
    "brackets that do not match": (b'{"a": [}]' + DELIMITER, (None, "", AnswerMalformed)),
    "no JSON in braces": (b"{answer}" + DELIMITER + b"a", (None, "", AnswerMalformed)),
    "NaN": (b'{"x": NaN}' + DELIMITER + b"a", (None, "", AnswerMalformed)),
    "a number too long": (b'{"x": ' + b"9" * 5000 + b"}" + DELIMITER, (None, "", AnswerMalformed)),
    "deep nesting": (b'{"x":' * 5000, (None, "", AnswerMalformed)),
    "a header and the end": (header(), (None, "", AnswerMalformed)),
    "a cut delimiter": (header() + DELIMITER[:-1], (None, "", AnswerMalformed)),
    "another delimiter": (header() + b"\n" + DELIMITER[:-1] + b"1", (None, "", AnswerMalformed)),
    "an answer, then a cut delimiter": (
        header(answer="hi") + DELIMITER[:-1],
        (PLAIN, "hi", AnswerMalformed),
    ),
    "an answer, then something else": (header(answer="hi") + b"x", (PLAIN, "hi", AnswerMalformed)),
    "a code": (enveloped(1001, data=None), (None, "", ApiRejected)),
    "a code and an answer": (enveloped(-1), (None, "", ApiRejected)),
    "a code alone": (b'{"code": 1}', (None, "", ApiRejected)),
    "an envelope without data": (enveloped(data=None), (None, "", AnswerMalformed)),
    "an envelope without an answer": (enveloped(data={}), (None, "", AnswerMalformed)),
    "a code that is no number": (enveloped("E_KEY"), (None, "", AnswerMalformed)),
    "a code that is true": (enveloped(code=True), (None, "", AnswerMalformed)),
}

ALL: dict[str, tuple[bytes, Outcome]] = {
    **{name: (data, (head, text, None)) for name, (data, head, text) in ANSWERS.items()},
    **FAILURES,
}
CASES = pytest.mark.parametrize(("data", "expected"), ALL.values(), ids=list(ALL))


@CASES
def test_fed_whole(data: bytes, expected: Outcome) -> None:
    assert outcome([data]) == expected


@CASES
def test_fed_byte_by_byte(data: bytes, expected: Outcome) -> None:
    assert outcome(single_bytes(data)) == expected


@CASES
def test_cut_in_two_anywhere(data: bytes, expected: Outcome) -> None:
    for at in range(0, len(data), max(1, len(data) // 400)):
        assert outcome([data[:at], data[at:]]) == expected, f"cut at {at}"


@settings(max_examples=40, deadline=None)  # the machine may be busy
@given(
    fields=st.dictionaries(
        st.text() | st.sampled_from(["question", "system_message", "related_docs"]),
        st.recursive(
            st.text() | st.sampled_from([QUOTED, '"', "\\", "{", "]"]) | st.integers() | st.none(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=8,
        ),
        max_size=5,
    ),
    ascii_only=st.booleans(),
    space=st.text(" \t\r\n", max_size=4),
    answer=st.text().map(lambda text: text.encode("utf-8", "replace")),
    cuts=st.lists(st.integers(0, 2000), max_size=12),
)
def test_any_header_and_answer_come_out_however_they_are_cut(
    fields: dict[str, object], ascii_only: bool, space: str, answer: bytes, cuts: list[int]
) -> None:
    for known in ("answer", "code", "data"):
        fields.pop(known, None)
    head = json.dumps({**fields, "conversation_uid": UID}, ensure_ascii=ascii_only)
    data = head.encode("utf-8", "replace") + space.encode() + DELIMITER + answer
    bounds = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    whole = outcome([data])
    assert whole[0] is not None
    assert whole[0].conversation_uid == UID
    assert whole[1:] == (answer.decode(), None)
    cut_up = [data[at:end] for at, end in pairwise(bounds)]
    assert outcome(cut_up) == whole


@settings(deadline=None)  # the machine may be busy
@given(data=st.binary(max_size=300) | st.text('{}[]",:\\ \n0').map(str.encode))
def test_no_bytes_at_all_make_it_crash(data: bytes) -> None:
    """Whatever comes is an answer or a typed error, and the same one byte by byte."""
    assert outcome([data]) == outcome(single_bytes(data))


def test_everything_that_comes_out_can_be_encoded() -> None:
    data = b'{"conversation_uid": "\\udc00", "answer": "\\ud83d", "related_docs": ["\\ud83d"]}'
    head, text, _ = outcome([data])
    assert head is not None
    assert (
        f"{head.conversation_uid}{text}{head.related_docs[0]}".encode() == ("\ufffd" * 3).encode()
    )


def test_text_is_handed_on_as_soon_as_it_is_there() -> None:
    stream = AnswerStream()
    assert stream.feed(header()) == []
    assert stream.feed(b"\n" + DELIMITER[:5]) == []
    assert stream.feed(DELIMITER[5:]) == [PLAIN]
    assert stream.feed("ä".encode()[:1]) == []
    assert stream.feed("ä".encode()[1:]) == [AnswerText("ä")]
    assert stream.close() == []


def test_an_envelope_is_handed_on_before_the_end() -> None:
    """A connection that stays open after the envelope does not delay the answer."""
    assert AnswerStream().feed(enveloped()) == [PLAIN, AnswerText("hello")]


def test_a_refusal_says_what_the_envelope_says_on_one_line() -> None:
    with pytest.raises(ApiRejected) as caught:
        AnswerStream().feed(enveloped(1001, msg="No\nsuch\x1b bot.", data=None))
    assert (caught.value.code, caught.value.msg) == (1001, "No such bot.")
    assert caught.value.request_id == "r-1"


@pytest.mark.parametrize(
    "data",
    [header(question="x" * 200), b" " * 200, b'{"q": "' + b"x" * 200, header() + b" " * 200],
    ids=["header", "space before", "header without end", "space after"],
)
def test_what_comes_before_the_answer_is_bounded(data: bytes) -> None:
    stream = AnswerStream(max_header_bytes=100)
    with pytest.raises(AnswerMalformed, match="more than 100 bytes"):
        stream.feed(data)


def test_the_answer_is_not_bounded_by_the_headers_bound() -> None:
    stream = AnswerStream(max_header_bytes=100)
    data = header() + DELIMITER + b"a" * 1000
    assert stream.feed(data) == [PLAIN, AnswerText("a" * 1000)]


def test_time_is_linear_in_the_size_of_the_header() -> None:
    """A megabyte of quoted delimiters and escapes in small pieces: far below a second's worth.

    Anything quadratic takes minutes here, so the bound can be generous to slow machines.
    """
    data = header(question=(QUOTED + '\\"{') * 25_000) + DELIMITER + b"a"
    stream = AnswerStream(max_header_bytes=len(data))
    began = time.process_time()
    events: list[AnswerEvent] = []
    for at in range(0, len(data), 16):
        events += stream.feed(data[at : at + 16])
    assert told(events) == (PLAIN, "a")
    assert time.process_time() - began < 5
