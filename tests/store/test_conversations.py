"""Conversations in a real database: their uid, their language, and which messages are theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bridge_bot.core.model import Conversation, ConversationKey, Question, Turn
from bridge_bot.store.sql_store import SqlStore
from tests.store.samples import KEY, OWNER, QUESTION, TURN, accept, question, turn

Read = Callable[[str], list[tuple[object, ...]]]

BIG = 2**63 - 1


async def test_of_an_unknown_conversation_only_the_key_is_known(store: SqlStore) -> None:
    assert await store.conversations.get(KEY) == Conversation(KEY)
    assert await store.conversations.key_of_message(QUESTION) is None


async def test_an_id_of_63_bits_is_kept_exactly(store: SqlStore) -> None:
    key = ConversationKey(str(BIG))
    asked = question(BIG, key, channel=BIG, guild=BIG)
    await accept(store, Turn(BIG, asked, 1, OWNER))
    assert await store.conversations.key_of_message(BIG) == key


async def test_uid_and_language_are_kept_together_and_replaced(store: SqlStore) -> None:
    conversations = store.conversations
    await conversations.set_language(KEY, "jp")
    await conversations.set_uid(KEY, "uid-1")
    assert await conversations.get(KEY) == Conversation(KEY, "uid-1", "jp")
    await conversations.set_uid(KEY, "uid-2")
    await conversations.set_language(KEY, "zh-Hans")
    assert await conversations.get(KEY) == Conversation(KEY, "uid-2", "zh-Hans")


@pytest.mark.parametrize("former", ["uid-1", None])
async def test_a_uid_is_replaced_only_if_it_is_still_the_one_that_was_known(
    store: SqlStore, former: str | None
) -> None:
    conversations = store.conversations
    await conversations.set_uid(KEY, former)
    await conversations.replace_uid(KEY, "another", "uid-2")
    assert (await conversations.get(KEY)).conversation_uid == former
    await conversations.replace_uid(KEY, former, "uid-2")
    assert (await conversations.get(KEY)).conversation_uid == "uid-2"
    await conversations.replace_uid(KEY, former, "uid-3")
    assert (await conversations.get(KEY)).conversation_uid == "uid-2"


async def test_a_conversation_that_begins_anew_forgets_all_but_its_language(
    store: SqlStore,
) -> None:
    conversations = store.conversations
    await conversations.set_language(KEY, "de")
    await conversations.set_uid(KEY, "uid-1", "billing", question_id=10)
    await conversations.begin_anew(KEY, 20)
    assert await conversations.get(KEY) == Conversation(KEY, None, "de", "", 20)


async def test_only_a_question_after_the_beginning_gives_a_conversation_its_uid(
    store: SqlStore,
) -> None:
    """Not one that was being answered when the conversation began anew, however late its uid."""
    conversations = store.conversations
    await conversations.set_language(KEY, "de")
    await conversations.begin_anew(KEY, 20)
    await conversations.set_uid(KEY, "old", question_id=19)
    await conversations.replace_uid(KEY, None, "old", question_id=19)
    assert (await conversations.get(KEY)).conversation_uid is None
    await conversations.replace_uid(KEY, None, "new", question_id=21)
    await conversations.set_uid(KEY, None, question_id=19)
    assert (await conversations.get(KEY)).conversation_uid == "new"
    await conversations.set_uid(KEY, "newer", question_id=22)
    assert (await conversations.get(KEY)).conversation_uid == "newer"


async def test_a_beginning_that_is_stored_after_a_later_one_changes_nothing(
    store: SqlStore,
) -> None:
    conversations = store.conversations
    await conversations.set_language(KEY, "de")
    await conversations.begin_anew(KEY, 20)
    await conversations.set_uid(KEY, "uid-1", question_id=21)
    await conversations.begin_anew(KEY, 15)
    assert (await conversations.get(KEY)).conversation_uid == "uid-1"


async def test_where_there_is_no_conversation_none_is_made_by_beginning_anew(
    store: SqlStore,
) -> None:
    await store.conversations.begin_anew(KEY, 20)
    assert await store.conversations.key_of_message(int(KEY)) is None


async def test_a_conversation_whose_language_was_chosen_gets_its_channel_with_the_first_question(
    store: SqlStore, rows: Read
) -> None:
    await store.conversations.set_language(KEY, "de")
    assert rows("SELECT channel_id, guild_id FROM conversations") == [(None, None)]
    await accept(store)
    assert rows("SELECT channel_id, guild_id FROM conversations") == [(7, 3)]
    assert (await store.conversations.get(KEY)).language == "de"


async def test_a_language_that_the_chat_api_lacks_is_refused_before_anything_is_written(
    store: SqlStore, rows: Read
) -> None:
    with pytest.raises(ValueError, match="'ja'"):
        await store.conversations.set_language(KEY, "ja")
    assert rows("SELECT * FROM conversations") == []


async def test_a_conversation_is_found_by_its_question_its_reply_and_its_own_id(
    store: SqlStore,
) -> None:
    await accept(store, turn(0))
    await accept(store, turn(1))
    await store.turns.set_message(TURN + 1, 0, 99)
    asked = (QUESTION, QUESTION + 1, 99, int(KEY), 100, TURN)
    found = [await store.conversations.key_of_message(id_) for id_ in asked]
    assert found == [KEY, KEY, KEY, KEY, None, None]


async def test_a_conversation_is_found_by_a_question_that_was_attempted_twice(
    store: SqlStore,
) -> None:
    asked: Question = question(5)
    for attempt in (1, 2):
        await accept(store, Turn.of(asked, owner=OWNER, attempt=attempt))
    assert await store.conversations.key_of_message(5) == KEY


async def test_a_uid_is_kept_with_the_chatbot_that_gave_it(store: SqlStore) -> None:
    conversations = store.conversations
    await conversations.set_language(KEY, "de")
    assert await conversations.get(KEY) == Conversation(KEY, None, "de", "")
    await conversations.set_uid(KEY, "uid-1", "billing")
    assert await conversations.get(KEY) == Conversation(KEY, "uid-1", "de", "billing")
    await conversations.set_uid(KEY, "uid-2")
    assert await conversations.get(KEY) == Conversation(KEY, "uid-2", "de", "")
