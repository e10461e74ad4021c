"""The bytes of a scripted response, and when each of them is due."""

from __future__ import annotations

import json

import pytest

from bridge_bot.sandbox.chat_api.scripts import DELIMITER, Script, as_bytes, envelope
from tests.sandbox.chat_api.caller import Caller


async def test_header_fields_can_be_set_replaced_and_removed(caller: Caller) -> None:
    changes = {"conversation_uid": "mine", "is_qa_mode": None, "new": 1}
    docs = [{"title": "A"}]
    caller.api.script(Script("x", header=changes, related_docs=docs, system_message="note"))
    header, _ = await caller.stream(q="x")
    assert (header["conversation_uid"], header["new"]) == ("mine", 1)
    assert (header["related_docs"], header["system_message"]) == (docs, "note")
    assert "is_qa_mode" not in header


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (Script(), []),
        (Script("abcde", chunk_chars=2), [(0.0, "ab"), (0.0, "cd"), (0.0, "e")]),
        (Script("abc", first_delay_s=1.0), [(1.0, "abc")]),
        (
            Script("abcd", first_delay_s=1.0, chunk_chars=2, chars_per_s=4),
            [(1.0, "ab"), (1.5, "cd")],
        ),
        (Script("ignored", chunks=[(0.5, "a"), (0.25, b"\xff")]), [(0.5, "a"), (0.75, b"\xff")]),
    ],
)
def test_each_piece_of_the_text_is_due_at_its_pace(
    script: Script, expected: list[tuple[float, str | bytes]]
) -> None:
    assert list(script.schedule()) == expected


def test_a_stream_begins_with_its_header_and_the_delimiter() -> None:
    header, delimiter, rest = Script("x").stream_header("Why?", "u").partition(b"\n" + DELIMITER)
    assert (delimiter, rest) == (b"\n" + DELIMITER, b"")
    assert json.loads(header) == {
        "answer": "",
        "question": "Why?",
        "related_docs": [],
        "conversation_uid": "u",
        "is_qa_mode": False,
        "system_message": "",
    }


def test_an_envelope_has_the_whole_answer_and_documents_only_if_there_are_any() -> None:
    script = Script(chunks=[(0.0, "ä"), (0.0, b"\xff")])
    found = json.loads(script.envelope("Why?", "u", "r"))
    assert (found["code"], found["msg"], found["request_id"]) == (0, "Success.", "r")
    assert found["data"]["answer"] == "ä\ufffd"
    assert "related_docs" not in found["data"]
    found = json.loads(Script(related_docs=["a"]).envelope("Why?", "u", "r"))
    assert found["data"]["related_docs"] == ["a"]


def test_an_envelope_of_an_error_has_no_data() -> None:
    expected = {"code": 40000, "data": None, "msg": "No.", "request_id": "r"}
    assert json.loads(envelope(40000, "No.", "r")) == expected
    assert as_bytes("ä") == as_bytes("ä".encode()) == b"\xc3\xa4"
