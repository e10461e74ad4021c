"""Any text can be stored, on either engine."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import ChannelDestination, ConversationKey, Member, Question, Turn
from bridge_bot.store.sql_store import SqlStore


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\0b\0", "a\ufffdb\ufffd"),
        ("half a pair: \ud83d.", "half a pair: \ufffd."),
        ("the other half: \ude00", "the other half: \ufffd"),
        ("whole: \U0001f600, \ufffd, \ufffe, \x01, é, e\u0301", None),
        ("", None),
    ],
)
async def test_what_no_engine_takes_is_stored_as_the_replacement_character(
    store: SqlStore, text: str, stored: str | None
) -> None:
    """None: as it is."""
    stored = text if stored is None else stored
    key = ConversationKey(f"key {text}")
    await store.conversations.set_uid(key, text)
    assert (await store.conversations.get(key)).conversation_uid == stored
    question = Question(11, key, text, Member(5), ChannelDestination(7), locale=text)
    turn = Turn.of(question, owner=f"owner {text}")
    assert await store.turns.accept(turn, lease_s=20) == {}
    assert await store.turns.claim(turn.owner, lease_s=20) == {turn.id}
    [unfinished] = await store.turns.unfinished([turn.id])
    assert unfinished.turn.question.text == stored
    assert unfinished.turn.question.locale == stored
