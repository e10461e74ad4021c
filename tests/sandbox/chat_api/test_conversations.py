"""What the Chat API stand-in remembers of conversations and requests."""

from __future__ import annotations

from typing import Literal

import pytest

from bridge_bot.sandbox.chat_api.conversations import Conversations, RecordedRequest
from tests.sandbox.chat_api.caller import Caller


async def test_an_unknown_conversation_can_become_a_new_one(caller: Caller) -> None:
    caller.api.conversations.unknown = "new"
    header, text = await caller.stream(q="x", conversation_uid="lost")
    assert header["conversation_uid"] not in ("lost", "")
    assert "turn 1" in text


async def test_forgotten_conversations_are_unknown(caller: Caller) -> None:
    header, _ = await caller.stream(q="x")
    caller.api.conversations.forget()
    status, _ = await caller.whole(q="x", conversation_uid=header["conversation_uid"])
    assert status == 400


@pytest.mark.parametrize(
    ("unknown", "uid", "is_known"),
    [("refuse", "", True), ("refuse", "lost", False), ("new", "lost", True)],
)
def test_an_unknown_uid_is_refused_or_taken_as_it_is_set(
    unknown: Literal["refuse", "new"], uid: str, is_known: bool
) -> None:
    assert Conversations(unknown).knows(uid) is is_known


def test_questions_are_kept_by_conversation_in_their_order() -> None:
    conversations = Conversations()
    uid, first = conversations.add("", "A?")
    assert conversations.add(uid, "B?") == (uid, 2)
    other, _ = conversations.add("", "C?")
    assert first == 1
    assert conversations.questions == {uid: ["A?", "B?"], other: ["C?"]}
    conversations.forget()
    assert not conversations.knows(uid)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"q": "Why?", "language": "de", "stream": True}, ("Why?", "de", True)),
        ({"q": "Why?"}, ("Why?", "auto", False)),
        ({"stream": "true"}, ("", "auto", False)),
    ],
)
def test_a_request_tells_what_was_asked_or_the_documented_default(
    body: dict[str, object], expected: tuple[str, str, bool]
) -> None:
    request = RecordedRequest(body=body, headers={}, path="/", at_s=0.0)
    assert (request.question, request.language, request.stream) == expected
