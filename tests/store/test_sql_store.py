"""The store on a real file: what each verb keeps, and that it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import (
    TRANSITIONS,
    Conversation,
    ConversationKey,
    Destination,
    Member,
    Question,
    TurnState,
)
from bridge_bot.store.sql_store import SqlStore


class Time(Protocol):
    """The time that the store sees, in seconds since the Unix epoch."""

    now_s: float


Read = Callable[[str], list[tuple[object, ...]]]

KEY = ConversationKey("613425648685547541")
TURN = 613425648685547541
BIG = 2**63 - 1


def question(id_: int = TURN, key: ConversationKey = KEY, **more: int) -> Question:
    """A question in a thread that does not exist yet."""
    return Question(
        id=id_,
        conversation=key,
        text="the secret text",
        asker=Member(42, "the secret name"),
        place=Destination(more.get("channel", 7)),
        guild_id=more.get("guild", 3),
        thread_on=id_,
    )


async def test_of_an_unknown_conversation_only_the_key_is_known(store: SqlStore) -> None:
    assert await store.conversation(KEY) == Conversation(KEY)
    assert not await store.knows(KEY)
    assert await store.conversation_of(TURN) is None


async def test_an_accepted_question_is_a_queued_turn_of_a_known_conversation(
    store: SqlStore, rows: Read
) -> None:
    assert await store.accept(question())
    assert await store.knows(KEY)
    assert rows("SELECT * FROM turns") == [
        (TURN, KEY, 42, 7, TURN, "queued", None, 1_000, 1_000, "the secret text", 3, None, None, 0)
    ]
    assert rows("SELECT * FROM conversations") == [(KEY, None, None, 7, 3, 1_000, 1_000)]


async def test_a_question_is_accepted_once_and_the_second_time_changes_nothing(
    store: SqlStore, time: Time, rows: Read
) -> None:
    assert await store.accept(question())
    before = rows("SELECT * FROM turns, conversations")
    time.now_s = 2_000.0
    assert not await store.accept(question())
    assert rows("SELECT * FROM turns, conversations") == before


async def test_of_two_processes_one_accepts_a_question(file: Path) -> None:
    url = f"sqlite+aiosqlite:///{file}"
    async with SqlStore(url) as store, SqlStore(url) as other:
        accepted = await asyncio.gather(
            *(each.accept(question(TURN + n)) for n in range(50) for each in (store, other))
        )
    assert [one + two for one, two in zip(accepted[::2], accepted[1::2], strict=True)] == [1] * 50


async def test_a_later_question_keeps_where_the_conversation_began(
    store: SqlStore, time: Time, rows: Read
) -> None:
    await store.accept(question())
    time.now_s = 2_000.0
    await store.accept(question(TURN + 1, channel=8))
    assert rows("SELECT channel_id, guild_id, created_at, updated_at FROM conversations") == [
        (7, 3, 1_000, 2_000)
    ]


async def test_an_id_of_63_bits_is_kept_exactly(store: SqlStore) -> None:
    key = ConversationKey(str(BIG))
    await store.accept(question(BIG, key, channel=BIG, guild=BIG))
    assert await store.conversation_of(BIG) == key


async def test_a_question_is_kept_until_its_turn_is_finished_and_no_trace_of_it_after(
    file: Path,
) -> None:
    async with SqlStore(f"sqlite+aiosqlite:///{file}") as store:
        await store.accept(question())
        (left,) = await store.unfinished()
        assert left.question.text == "the secret text"
        await store.begin(TURN)
        await store.advance(TURN, TurnState.DONE)
        assert await store.unfinished() == []
    for stored in file.parent.glob("bot.db*"):
        assert b"secret" not in stored.read_bytes()


async def test_the_name_of_an_asker_is_never_kept(store: SqlStore, file: Path) -> None:
    await store.accept(question())
    for stored in file.parent.glob("bot.db*"):
        assert b"secret name" not in stored.read_bytes()


async def test_unfinished_turns_come_with_all_that_is_needed_in_order(store: SqlStore) -> None:
    await store.accept(question(TURN + 1))
    await store.accept(question(TURN))
    await store.begin(TURN)
    await store.opened(TURN, Destination(99, reply_to=98))
    await store.wrote(TURN, 1, 501)
    await store.wrote(TURN, 0, 500)
    first, second = await store.unfinished()
    assert (first.question.id, second.question.id) == (TURN, TURN + 1)
    assert (first.state, first.begun, first.place) == (TurnState.ASKED, 1, Destination(99, 98))
    assert first.message_ids == (500, 501)
    assert (second.state, second.begun, second.place) == (TurnState.QUEUED, 0, None)
    assert second.accepted_at == 1_000
    assert await store.turns_of([500, 501, 502]) == {500: TURN, 501: TURN}


async def test_a_turn_that_is_kept_for_the_next_start_counts_as_not_begun(store: SqlStore) -> None:
    await store.accept(question())
    await store.begin(TURN)
    await store.advance(TURN, TurnState.STREAMING)
    await store.keep(TURN)
    (left,) = await store.unfinished()
    assert (left.state, left.begun) == (TurnState.QUEUED, 0)


async def test_a_turn_that_crashed_is_begun_again_and_counted(store: SqlStore) -> None:
    await store.accept(question())
    await store.begin(TURN)
    await store.begin(TURN)
    (left,) = await store.unfinished()
    assert (left.state, left.begun) == (TurnState.ASKED, 2)


async def test_uid_and_language_are_kept_together_and_replaced(store: SqlStore) -> None:
    await store.choose_language(KEY, "jp")
    await store.adopt(KEY, "uid-1")
    assert await store.conversation(KEY) == Conversation(KEY, "uid-1", "jp")
    await store.adopt(KEY, "uid-2")
    await store.choose_language(KEY, "zh-Hans")
    assert await store.conversation(KEY) == Conversation(KEY, "uid-2", "zh-Hans")


async def test_a_conversation_whose_language_was_chosen_is_not_known_before_a_question(
    store: SqlStore,
) -> None:
    await store.choose_language(KEY, "de")
    assert not await store.knows(KEY)
    await store.accept(question())
    assert await store.knows(KEY)
    assert (await store.conversation(KEY)).language == "de"


async def test_a_language_that_the_chat_api_lacks_is_refused_before_anything_is_written(
    store: SqlStore, rows: Read
) -> None:
    with pytest.raises(ValueError, match="'ja'"):
        await store.choose_language(KEY, "ja")
    assert rows("SELECT * FROM conversations") == []


async def test_a_conversation_is_found_by_its_question_its_reply_and_its_own_id(
    store: SqlStore,
) -> None:
    await store.accept(question())
    await store.accept(question(TURN + 1))
    await store.wrote(TURN + 1, 0, 99)
    found = [await store.conversation_of(id_) for id_ in (TURN, TURN + 1, 99, int(KEY), 100)]
    assert found == [KEY, KEY, KEY, KEY, None]


ROUTES = {
    TurnState.QUEUED: [],
    TurnState.ASKED: [TurnState.ASKED],
    TurnState.STREAMING: [TurnState.ASKED, TurnState.STREAMING],
    TurnState.DONE: [TurnState.ASKED, TurnState.STREAMING, TurnState.DONE],
    TurnState.ENDING: [TurnState.ASKED, TurnState.ENDING],
    TurnState.FAILED: [TurnState.FAILED],
    TurnState.STOPPED: [TurnState.STOPPED],
}


@pytest.mark.parametrize("origin", TurnState)
async def test_a_turn_moves_along_the_transitions_and_no_other_way(
    store: SqlStore, origin: TurnState, rows: Read
) -> None:
    for number, goal in enumerate(TurnState):
        turn = TURN + number
        await store.accept(question(turn))
        for state in ROUTES[origin]:
            await store.advance(turn, state)
        if goal in TRANSITIONS[origin] | {origin}:
            await store.advance(turn, goal)
            expected = goal
        else:
            with pytest.raises(ValueError, match=f"is {origin} and cannot become {goal}"):
                await store.advance(turn, goal)
            expected = origin
        assert rows(f"SELECT state FROM turns WHERE id = {turn}") == [(expected,)]


def test_every_state_has_its_transitions_and_only_the_last_ones_have_none() -> None:
    assert set(TRANSITIONS) == set(TurnState)
    ends = {state for state, goals in TRANSITIONS.items() if not goals}
    assert ends == {TurnState.DONE, TurnState.FAILED, TurnState.STOPPED}


async def test_the_first_end_of_a_turn_and_its_error_stay(store: SqlStore, rows: Read) -> None:
    await store.accept(question())
    await store.advance(TURN, TurnState.FAILED, error="ApiTimeout")
    await store.advance(TURN, TurnState.FAILED, error="ApiBusy")
    assert rows("SELECT state, error FROM turns") == [("failed", "ApiTimeout")]


async def test_a_turn_that_is_not_there_is_a_store_error(store: SqlStore, rows: Read) -> None:
    with pytest.raises(StoreError, match="turn 1 is not in the database"):
        await store.advance(1, TurnState.ASKED)
    with pytest.raises(StoreError, match="FOREIGNKEY"):
        await store.wrote(1, 0, 2)
    assert rows("SELECT * FROM reply_messages") == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([1, 2]), st.integers(0, 2), st.integers(10, 14)), max_size=8)
)
def test_a_page_has_one_message_and_a_message_shows_one_page(
    tmp_path_factory: pytest.TempPathFactory, template: Path, written: list[tuple[int, int, int]]
) -> None:
    """Whatever is written in whatever order, also twice: the newest word counts."""
    file = tmp_path_factory.mktemp("pages") / "bot.db"
    file.write_bytes(template.read_bytes())

    async def write() -> dict[int, ConversationKey | None]:
        async with SqlStore(f"sqlite:///{file}") as store:
            for turn in (1, 2):
                await store.accept(question(turn, ConversationKey(f"conversation {turn}")))
            for turn, page, message in written:
                await store.wrote(turn, page, message)
            return {id_: await store.conversation_of(id_) for id_ in range(10, 15)}

    shown: dict[tuple[int, int], int] = {}
    for turn, page, message in written:
        shown = {place: id_ for place, id_ in shown.items() if id_ != message}
        shown[turn, page] = message
    turns = {message: turn for (turn, _), message in shown.items()}
    assert asyncio.run(write()) == {
        id_: f"conversation {turns[id_]}" if id_ in turns else None for id_ in range(10, 15)
    }


async def test_the_fingerprint_of_synced_commands_is_kept_for_each_application(
    store: SqlStore,
) -> None:
    assert await store.synced_commands(1) is None
    await store.remember_synced_commands(1, "a")
    await store.remember_synced_commands(2, "b")
    await store.remember_synced_commands(1, "c")
    assert [await store.synced_commands(id_) for id_ in (1, 2)] == ["c", "b"]


async def test_what_is_kept_is_there_after_closing_and_opening(url: str) -> None:
    async with SqlStore(url) as store:
        await store.accept(question())
        await store.adopt(KEY, "uid")
    async with SqlStore(url) as store:
        assert await store.conversation(KEY) == Conversation(KEY, "uid")
        assert not await store.accept(question())


async def test_a_watermark_moves_on_and_never_back(store: SqlStore) -> None:
    assert await store.watermark(0) is None
    await store.move_watermark(0, BIG)
    await store.move_watermark(0, 7)
    assert await store.watermark(0) == BIG


async def test_of_an_unknown_shard_the_oldest_watermark_counts(store: SqlStore) -> None:
    await store.move_watermark(0, 20)
    await store.move_watermark(1, 10)
    assert await store.watermark(1) == 10
    assert await store.watermark(5) == 10


async def test_channels_where_something_was_asked_are_known_for_a_while(
    store: SqlStore, time: Time
) -> None:
    await store.accept(question(1, channel=7, guild=3))
    time.now_s = 2_000.0
    await store.accept(question(2, ConversationKey("8"), channel=8, guild=3))
    assert await store.asked_in(0) == {7: 3, 8: 3}
    assert await store.asked_in(1_500) == {8: 3}
