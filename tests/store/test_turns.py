"""Turns in a real database: what is kept of each, who owns it, and how far it has come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import make_url

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import (
    TRANSITIONS,
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    KeptTurn,
    Member,
    RecentQuestion,
    Turn,
    TurnState,
)
from bridge_bot.store.shards import Shards
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.samples import (
    KEY,
    LEASE_S,
    OWNER,
    QUESTION,
    TURN,
    accept,
    question,
    turn,
    unfinished,
)


class Time(Protocol):
    """The time that the store sees, in seconds since the Unix epoch."""

    now_s: float


Read = Callable[[str], list[tuple[object, ...]]]


async def test_an_accepted_question_is_a_queued_turn_of_a_known_conversation(
    store: SqlStore, rows: Read
) -> None:
    assert await accept(store)
    assert rows(
        "SELECT id, question_id, attempt, owner, conversation_key, asker_id, locale,"
        " channel_id, guild_id, thread_on, reply_to, reply_channel_id, state, error, question,"
        " begun, created_at, updated_at FROM turns"
    ) == [
        (
            *(TURN, QUESTION, 1, OWNER, KEY, 42, "pt-BR"),
            *(7, 3, QUESTION, None, None, "queued", None, "the secret text"),
            *(0, 1_000, 1_000),
        )
    ]
    assert rows(
        "SELECT key, conversation_uid, language, channel_id, guild_id, created_at, updated_at"
        " FROM conversations"
    ) == [(KEY, None, None, 7, 3, 1_000, 1_000)]


async def test_a_question_is_accepted_once_and_the_second_time_changes_nothing(
    store: SqlStore, time: Time, rows: Read
) -> None:
    assert await accept(store)
    before = rows("SELECT * FROM turns, conversations")
    time.now_s = 2_000.0
    assert not await accept(store)
    assert not await accept(store, Turn(TURN + 9, question(), 1, "another process"))
    assert rows("SELECT * FROM turns, conversations") == before


async def test_another_attempt_at_a_question_is_another_turn(store: SqlStore) -> None:
    first, second = (Turn.of(question(), owner=OWNER, attempt=attempt) for attempt in (1, 2))
    assert await accept(store, first)
    assert await accept(store, second)
    assert not await accept(store, second)
    left = await unfinished(store)
    assert [(each.turn.id, each.turn.attempt) for each in left] == [(first.id, 1), (second.id, 2)]


async def test_of_two_processes_one_accepts_a_question(database: StoredDatabase) -> None:
    url = database.url
    async with SqlStore(url) as store, SqlStore(url) as other:
        accepted = await asyncio.gather(
            *(accept(each, turn(number)) for number in range(50) for each in (store, other))
        )
    assert [one + two for one, two in zip(accepted[::2], accepted[1::2], strict=True)] == [1] * 50


async def test_a_later_question_keeps_where_the_conversation_began(
    store: SqlStore, time: Time, rows: Read
) -> None:
    await accept(store)
    time.now_s = 2_000.0
    await accept(store, Turn(TURN + 1, question(QUESTION + 1, channel=8), 1, OWNER))
    assert rows("SELECT channel_id, guild_id, created_at, updated_at FROM conversations") == [
        (7, 3, 1_000, 2_000)
    ]


async def test_a_question_is_kept_until_its_turn_is_finished(store: SqlStore, rows: Read) -> None:
    await accept(store)
    (left,) = await unfinished(store)
    assert left.turn.question.text == "the secret text"
    await store.turns.begin(TURN)
    await store.turns.set_state(TURN, TurnState.DONE)
    assert await unfinished(store) == []
    assert rows("SELECT question FROM turns") == [(None,)]


@pytest.mark.sqlite
async def test_no_trace_of_a_question_is_left_in_the_file(file: Path, url: str) -> None:
    async with SqlStore(url) as store:
        await accept(store)
        await store.turns.set_state(TURN, TurnState.FAILED)
    for stored in file.parent.glob("bot.db*"):
        assert b"secret" not in stored.read_bytes()


async def test_unfinished_turns_come_with_all_that_is_needed_in_order(store: SqlStore) -> None:
    """In the order of their questions, whatever their own ids are."""
    await accept(store, turn(1))
    await accept(store, Turn(TURN + 9, question(), 1, OWNER))
    await store.turns.begin(TURN + 9)
    await store.turns.set_destination(TURN + 9, ChannelDestination(99, reply_to=98))
    await store.turns.set_message(TURN + 9, 1, 501)
    await store.turns.set_message(TURN + 9, 0, 500)
    first, second = await unfinished(store)
    asked = first.turn.question
    assert (first.turn.id, second.turn.id) == (TURN + 9, TURN + 1)
    assert (asked.id, second.turn.question.id) == (QUESTION, QUESTION + 1)
    assert (asked.conversation, asked.asker.id, asked.guild_id) == (KEY, 42, 3)
    assert (asked.asked_in.channel_id, asked.thread_on, asked.locale) == (7, QUESTION, "pt-BR")
    assert (first.state, first.times_begun) == (TurnState.ASKED, 1)
    assert first.destination == ChannelDestination(99, 98)
    assert first.destination.guild_id == asked.asked_in.guild_id == 3
    assert first.message_ids == (500, 501)
    assert (second.state, second.times_begun) == (TurnState.QUEUED, 0)
    assert second.destination is None
    assert second.accepted_at_s == 1_000
    found = await store.turns.of_messages([500, 501, 502])
    assert found == {500: TURN + 9, 501: TURN + 9}


async def test_more_unfinished_turns_are_read_than_a_statement_can_have_parameters(
    store: SqlStore, database: StoredDatabase
) -> None:
    """PostgreSQL takes 32,767 at the most. Those of the later questions have the smaller ids."""
    count = 33_000
    database.execute(
        "INSERT INTO conversations (key, created_at, updated_at) VALUES ('7', 1, 1)",
        f"""WITH RECURSIVE numbers(n) AS
            (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
        INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, state,
            created_at, updated_at)
        SELECT n, {count} - n, '7', 1, 7, 'queued', 1, 1 FROM numbers""",
    )
    read = await unfinished(store)
    assert [each.turn.id for each in read] == list(range(count, 0, -1))


async def test_a_start_on_a_file_takes_up_every_unfinished_turn_whoever_owned_it(
    store: SqlStore, rows: Read
) -> None:
    """Also one whose lease still runs, as after a restart within seconds; no finished one."""
    await accept(store, turn(0, owner="an earlier process"))
    await accept(store, turn(1, owner="one before that"))
    await accept(store, turn(2, owner="one before that"))
    await store.turns.set_state(TURN + 2, TurnState.DONE)
    await store.turns.end_leases()
    own = await store.turns.claim("this process", lease_s=60)
    assert own == {TURN, TURN + 1}
    left = await store.turns.unfinished(own)
    assert [(each.turn.id, each.turn.owner) for each in left] == [
        (TURN, "this process"),
        (TURN + 1, "this process"),
    ]
    assert rows("SELECT owner, lease_until > 0, updated_at FROM turns ORDER BY id") == [
        ("this process", True, 1_000),
        ("this process", True, 1_000),
        ("one before that", True, 1_000),
    ]


async def test_what_a_member_asked_lately_is_told_whatever_became_of_it(
    store: SqlStore, time: Time
) -> None:
    time.now_s = 1_000.0
    await accept(store, turn(0))
    time.now_s = 1_030.5
    await accept(store, turn(1, ConversationKey("8")))
    time.now_s = 1_070.0
    await store.turns.set_state(TURN, TurnState.FAILED)  # it was asked longer ago
    await store.turns.set_state(TURN + 1, TurnState.FAILED)
    assert await store.turns.asked_by(42, within_s=60) == [RecentQuestion(QUESTION + 1, 3, 40.0)]
    assert await store.turns.asked_by(43, within_s=60) == []


async def test_leases_go_by_the_clock_of_the_database(
    store: SqlStore, database: StoredDatabase, time: Time
) -> None:
    """The store's own clock, of 1970 here, has no part in them."""
    time.now_s = 5_000.0
    await accept(store)
    assert 0 <= seconds_left(database) - LEASE_S + 2 <= 2
    await store.turns.claim(OWNER, lease_s=1_000)
    assert 0 <= seconds_left(database) - 1_000 + 2 <= 2


async def test_a_turn_can_be_claimed_once_its_lease_is_over_and_not_before(
    store: SqlStore, database: StoredDatabase
) -> None:
    await accept(store, turn(0, owner="another"))
    await accept(store, turn(1))
    assert await store.turns.claim(OWNER, lease_s=60) == {TURN + 1}
    database.execute("UPDATE turns SET lease_until = 1")
    assert await store.turns.claim(OWNER, lease_s=60) == {TURN, TURN + 1}
    assert await store.turns.claim("another", lease_s=60) == frozenset()


async def test_an_accepted_turn_comes_with_the_unfinished_ones_of_earlier_questions(
    store: SqlStore,
) -> None:
    """Of its conversation, whoever owns them."""
    elsewhere = ConversationKey("elsewhere")
    await accept(store, turn(0))
    await accept(store, turn(1, owner="another"))
    await accept(store, turn(2, owner="another"))
    await accept(store, turn(3, elsewhere, owner="another"))
    await accept(store, turn(5, owner="another"))
    await store.turns.set_state(TURN, TurnState.ENDING)
    await store.turns.set_state(TURN + 2, TurnState.DONE)
    earlier = await store.turns.accept(turn(4), lease_s=LEASE_S)
    assert earlier == {TURN: OWNER, TURN + 1: "another"}
    assert await store.turns.accept(turn(4), lease_s=LEASE_S) is None
    assert await store.turns.accept(turn(2, elsewhere), lease_s=LEASE_S) is None


@pytest.mark.postgres
async def test_of_two_questions_that_are_accepted_at_once_the_second_sees_the_first(
    store: SqlStore, database: StoredDatabase
) -> None:
    """Although the first is not committed yet when the second comes."""
    accepting = asyncio.to_thread(
        database.execute,
        f"""INSERT INTO conversations (key, created_at, updated_at) VALUES ('{KEY}', 1, 1)""",
        f"""INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, state,
            owner, created_at, updated_at)
        VALUES ({TURN}, {QUESTION}, '{KEY}', 1, 7, 'queued', 'another', 1, 1)""",
        "SELECT pg_sleep(0.5)",
    )
    first = asyncio.create_task(accepting)
    await database.until(
        "SELECT 1 FROM pg_stat_activity"
        " WHERE datname = current_database() AND query = 'SELECT pg_sleep(0.5)'"
    )
    assert await store.turns.accept(turn(1), lease_s=LEASE_S) == {TURN: "another"}
    await first


async def test_the_unfinished_turns_of_other_processes_are_read_by_their_conversations(
    store: SqlStore,
) -> None:
    keys = [ConversationKey(f"{number}") for number in range(3_000)]
    for number in (0, 1, 2):
        await accept(store, turn(number, keys[number], owner="another"))
    await accept(store, turn(3, keys[0]))
    await store.turns.set_state(TURN, TurnState.ENDING)
    await store.turns.set_state(TURN + 1, TurnState.DONE)
    assert await store.turns.foreign(OWNER, keys[:2]) == [
        ForeignTurn(TURN, keys[0], QUESTION, TurnState.ENDING)
    ]
    everywhere = await store.turns.foreign(OWNER, keys)
    assert [each.id for each in everywhere] == [TURN, TURN + 2]
    assert await store.turns.foreign("another", keys[:2]) == [
        ForeignTurn(TURN + 3, keys[0], QUESTION + 3, TurnState.QUEUED)
    ]


async def test_what_a_process_releases_another_can_claim_at_once(store: SqlStore) -> None:
    await accept(store, turn(0))
    await accept(store, turn(1, owner="a third"))
    await store.turns.release(OWNER)
    assert await store.turns.claim("another", lease_s=60) == {TURN}


async def test_of_processes_that_claim_turns_at_once_each_turn_goes_to_one(
    database: StoredDatabase,
) -> None:
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(SqlStore(database.url)) for _ in range(4)]
        for number in range(50):
            await accept(stores[0], turn(number, ConversationKey(f"{number}"), owner="crashed"))
        await stores[0].turns.end_leases()
        claimed = await asyncio.gather(
            *(store.turns.claim(f"{number}", lease_s=60) for number, store in enumerate(stores))
        )
    assert sum(map(len, claimed)) == 50
    assert frozenset().union(*claimed) == {TURN + number for number in range(50)}


async def test_only_turns_of_a_processs_own_shards_are_claimed(database: StoredDatabase) -> None:
    """The shard of a server is its id without the lowest 22 bits, modulo the count of shards."""
    guilds = {TURN: 5 << 22, TURN + 1: 6 << 22 | 12345, TURN + 2: 7 << 22, TURN + 3: None}
    async with SqlStore(database.url, shards=Shards(4, (0, 2))) as store:
        for id_, guild in guilds.items():
            asked = replace(question(id_), guild_id=guild)
            await accept(store, Turn(id_, asked, 1, "crashed"))
        await store.turns.end_leases()
        assert await store.turns.claim(OWNER, lease_s=60) == {TURN + 1, TURN + 3}


async def test_a_turn_that_is_kept_for_the_next_start_counts_as_not_begun(store: SqlStore) -> None:
    await accept(store)
    await store.turns.begin(TURN)
    await store.turns.set_state(TURN, TurnState.STREAMING)
    await store.turns.requeue(TURN)
    (left,) = await unfinished(store)
    assert (left.state, left.times_begun) == (TurnState.QUEUED, 0)


async def test_a_turn_that_crashed_is_begun_again_and_counted(store: SqlStore) -> None:
    await accept(store)
    await store.turns.begin(TURN)
    await store.turns.begin(TURN)
    (left,) = await unfinished(store)
    assert (left.state, left.times_begun) == (TurnState.ASKED, 2)


def seconds_left(database: StoredDatabase) -> int:
    """How long the lease of the one turn still runs, by the clock of the database."""
    now = {
        "sqlite+aiosqlite": "CAST(strftime('%s', 'now') AS INTEGER)",
        "postgresql+asyncpg": "CAST(extract(epoch FROM now()) AS BIGINT)",
    }
    query = f"SELECT lease_until - {now[make_url(database.url).drivername]} FROM turns"
    [(left,)] = database.rows(query)
    assert isinstance(left, int)
    return left


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
        id_ = TURN + number
        await accept(store, turn(number))
        for state in ROUTES[origin]:
            await store.turns.set_state(id_, state)
        if goal in TRANSITIONS[origin] | {origin}:
            await store.turns.set_state(id_, goal)
            expected = goal
        else:
            with pytest.raises(ValueError, match=f"is {origin} and cannot become {goal}"):
                await store.turns.set_state(id_, goal)
            expected = origin
        assert rows(f"SELECT state FROM turns WHERE id = {id_}") == [(expected,)]


async def test_the_first_end_of_a_turn_and_its_error_stay(store: SqlStore, rows: Read) -> None:
    await accept(store)
    await store.turns.set_state(TURN, TurnState.FAILED, error="ApiTimeout")
    await store.turns.set_state(TURN, TurnState.FAILED, error="ApiBusy")
    assert rows("SELECT state, error FROM turns") == [("failed", "ApiTimeout")]


async def test_a_turn_that_is_not_there_is_a_store_error(store: SqlStore, rows: Read) -> None:
    with pytest.raises(StoreError, match="turn 1 is not in the database"):
        await store.turns.set_state(1, TurnState.ASKED)
    with pytest.raises(StoreError, match="breaks one of its rules"):
        await store.turns.set_message(1, 0, 2)
    assert rows("SELECT * FROM reply_messages") == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.sampled_from([1, 2]), st.integers(0, 2), st.integers(10, 14)), max_size=8)
)
def test_a_page_has_one_message_and_a_message_shows_one_page(
    database: StoredDatabase, written: list[tuple[int, int, int]]
) -> None:
    """Whatever is written in whatever order, also twice: what is written last counts."""
    database.execute("DELETE FROM reply_messages")

    async def write() -> dict[int, ConversationKey | None]:
        async with SqlStore(database.url) as store:
            for number in (1, 2):
                asked = question(number, ConversationKey(f"conversation {number}"))
                await accept(store, Turn(number, asked, 1, OWNER))
            for id_, page, message in written:
                await store.turns.set_message(id_, page, message)
            return {id_: await store.conversations.key_of_message(id_) for id_ in range(10, 15)}

    shown: dict[tuple[int, int], int] = {}
    for id_, page, message in written:
        shown = {place: each for place, each in shown.items() if each != message}
        shown[id_, page] = message
    turns = {message: id_ for (id_, _), message in shown.items()}
    assert asyncio.run(write()) == {
        id_: f"conversation {turns[id_]}" if id_ in turns else None for id_ in range(10, 15)
    }


async def kept(store: SqlStore, turn_id: int = TURN) -> KeptTurn:
    """What is kept of a turn, which is not nothing."""
    found = await store.turns.kept(turn_id)
    assert found is not None
    return found


async def test_what_is_kept_of_a_turn_is_all_but_its_text(store: SqlStore) -> None:
    assert await store.turns.kept(TURN) is None
    await accept(store)
    await store.turns.set_message(TURN, 1, 1002)
    await store.turns.set_message(TURN, 0, 1001)
    await store.turns.set_destination(TURN, ChannelDestination(9))
    await store.turns.set_state(TURN, TurnState.DONE)
    found = await kept(store)
    assert (found.state, found.destination) == (TurnState.DONE, ChannelDestination(9))
    assert (found.message_ids, found.is_newest) == ((1001, 1002), True)
    assert found.asker_ids == {42}
    assert found.turn.question == replace(question(), text="")


async def test_a_further_attempt_takes_the_messages_over_in_one_step(store: SqlStore) -> None:
    await accept(store)
    for page in range(2):
        await store.turns.set_message(TURN, page, 1001 + page)
    await store.turns.set_destination(TURN, ChannelDestination(9))
    await store.turns.set_state(TURN, TurnState.FAILED)
    former = await kept(store)
    moderator = replace(former.turn.question, text="the text anew", asker=Member(43))
    again = Turn.of(moderator, owner=OWNER, attempt=2)
    assert await store.turns.accept_again(again, former, lease_s=LEASE_S) == {}
    (found,) = await unfinished(store)
    assert (found.turn.attempt, found.turn.question.text) == (2, "the text anew")
    assert (found.message_ids, found.destination) == ((1001, 1002), ChannelDestination(9))
    assert (await kept(store)).message_ids == ()
    assert not (await kept(store)).is_newest
    assert (await kept(store, again.id)).asker_ids == {42, 43}


async def test_a_question_is_asked_again_once_and_only_the_newest(store: SqlStore) -> None:
    await accept(store)
    await store.turns.set_message(TURN, 0, 1001)
    await store.turns.set_state(TURN, TurnState.DONE)
    former = await kept(store)
    again = Turn.of(former.turn.question, owner=OWNER, attempt=2)
    await accept(store, turn(1))
    assert not (await kept(store)).is_newest
    assert await store.turns.accept_again(again, former, lease_s=LEASE_S) is None
    assert await store.turns.kept(again.id) is None
    assert (await kept(store)).message_ids == (1001,)


async def test_a_later_question_that_showed_nothing_keeps_no_answer_from_being_the_newest(
    store: SqlStore,
) -> None:
    """Such as one that was deleted while it waited. As long as it may be answered, it does."""
    await accept(store)
    await store.turns.set_message(TURN, 0, 1001)
    await store.turns.set_state(TURN, TurnState.DONE)
    await accept(store, turn(1))
    assert not (await kept(store)).is_newest
    await store.turns.set_state(TURN + 1, TurnState.STOPPED)
    former = await kept(store)
    assert former.is_newest
    again = Turn.of(former.turn.question, owner=OWNER, attempt=2)
    await store.turns.set_message(TURN + 1, 0, 1002)
    assert await store.turns.accept_again(again, former, lease_s=LEASE_S) is None
    await accept(store, turn(2))
    assert not (await kept(store, TURN + 1)).is_newest


async def test_of_two_that_ask_again_at_once_one_does(store: SqlStore) -> None:
    await accept(store)
    await store.turns.set_state(TURN, TurnState.DONE)
    former = await kept(store)
    again = Turn.of(former.turn.question, owner=OWNER, attempt=2)
    accepted = await asyncio.gather(
        *(store.turns.accept_again(again, former, lease_s=LEASE_S) for _ in range(3))
    )
    assert sorted(accepted, key=str) == [None, None, {}]


async def test_the_reply_before_is_that_of_the_question_before(store: SqlStore) -> None:
    for number in range(3):
        await accept(store, turn(number))
        await store.turns.set_destination(TURN + number, ChannelDestination(9))
        for page in range(2):
            await store.turns.set_message(TURN + number, page, 1000 + 10 * number + page)
    found = [await store.turns.former_reply(turn(number).question) for number in range(3)]
    assert found == [None, (9, 1001, TURN, "pt-BR"), (9, 1011, TURN + 1, "pt-BR")]
