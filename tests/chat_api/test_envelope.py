"""What the fields of a JSON object say: an envelope, a header, or something of somebody else's."""

from __future__ import annotations

import pytest

from bridge_bot.chat_api.envelope import (
    MAX_LINE_CHARS,
    Envelope,
    envelope_in,
    header_in,
    is_foreign,
    is_from_the_api,
    msg_and_request_id,
    one_line,
)
from bridge_bot.core.model import AnswerHeader

Fields = dict[str, object]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"code": 0, "data": {"answer": "a"}}, Envelope(0, {"answer": "a"})),
        ({"code": "7", "msg": "no"}, Envelope(7, None)),
        ({"code": -1, "data": "text"}, Envelope(-1, None)),
        ({"code": 0, "data": None, "answer": ""}, Envelope(0, None)),
        ({"code": 0, "answer": ""}, None),
        ({"code": 0, "conversation_uid": "c"}, None),
        ({"code": True}, None),
        ({"code": "E1"}, None),
        ({"code": "1" * 19}, None),
        ({"answer": ""}, None),
        ({}, None),
    ],
)
def test_an_envelope_has_a_code_and_is_no_header(fields: Fields, expected: Envelope | None) -> None:
    assert envelope_in(fields) == expected


@pytest.mark.parametrize(
    ("fields", "from_the_api", "foreign"),
    [
        ({"code": 7, "msg": "no"}, True, False),
        ({"code": 7, "msg": "no", "trace": "t"}, True, False),
        ({"msg": "no", "request_id": "r"}, True, False),
        ({"code": 0, "data": None}, True, False),
        ({"code": 403, "message": "no", "data": None}, False, True),
        ({"code": 403, "message": "no"}, False, True),
        ({"error": "no"}, False, True),
        ({"answer": "", "new": 1}, False, False),
        ({"code": 403}, False, False),
        ({}, False, False),
    ],
)
def test_half_an_envelope_comes_from_the_api_and_undocumented_fields_alone_do_not(
    fields: Fields, from_the_api: bool, foreign: bool
) -> None:
    assert (is_from_the_api(fields), is_foreign(fields)) == (from_the_api, foreign)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, AnswerHeader(None)),
        ({"conversation_uid": ""}, AnswerHeader(None)),
        ({"conversation_uid": 7, "is_qa_mode": "yes", "system_message": None}, AnswerHeader(None)),
        (
            {"conversation_uid": "c", "is_qa_mode": True, "system_message": "note"},
            AnswerHeader("c", system_message="note"),
        ),
        (
            {"related_docs": [{"url": "u"}, "T", 7, None]},
            AnswerHeader(None, related_docs=({"url": "u"}, "T", 7, None)),
        ),
        ({"related_docs": "T"}, AnswerHeader(None, related_docs=("T",))),
        ({"related_docs": {"docs": []}}, AnswerHeader(None, related_docs=({"docs": []},))),
        ({"related_docs": 7}, AnswerHeader(None)),
        ({"related_docs": {}}, AnswerHeader(None)),
    ],
)
def test_a_field_of_a_header_that_is_missing_or_of_another_type_is_not_given(
    fields: Fields, expected: AnswerHeader
) -> None:
    assert header_in(fields) == expected


def test_msg_and_request_id_are_each_on_one_line_and_empty_where_they_are_missing() -> None:
    assert msg_and_request_id({"msg": "a\nb", "request_id": " r "}) == ("a b", "r")
    assert msg_and_request_id({"msg": 7}) == ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\n\t b", "a b"),
        ("\x1b[31m\u200bx", "[31m x"),
        (" ", ""),
        ("x" * (MAX_LINE_CHARS + 1), "x" * MAX_LINE_CHARS),
    ],
)
def test_one_line_has_no_breaks_controls_or_endless_length(text: str, expected: str) -> None:
    assert one_line(text) == expected
