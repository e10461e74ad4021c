"""A member is forgotten, and nobody else."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import Scope, ScopeKind
from bridge_bot.core.ports import Forgotten
from bridge_bot.store.removal.member import MOST_TURNS, RECENT_S
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.conftest import Time

ANN, BEN = 42, 43
NOW_S = 1_000_000


def ask(
    database: StoredDatabase,
    *ids: int,
    member: int = ANN,
    key: str = "7",
    state: str = "done",
    age_s: int = RECENT_S + 1,
) -> None:
    """Put turns there that were updated so long ago, in a conversation that has a uid."""
    at_s = NOW_S - age_s
    database.execute(
        "INSERT INTO conversations (key, conversation_uid, language, created_at, updated_at)"
        f" VALUES ('{key}', 'uid', 'de', {at_s}, {at_s}) ON CONFLICT DO NOTHING",
        "INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, state,"
        " created_at, updated_at) VALUES "
        + ", ".join(
            f"({id_}, {id_}, '{key}', {member}, 1, '{state}', {at_s}, {at_s})" for id_ in ids
        ),
    )


@pytest.fixture
def now(time: Time) -> None:
    time.now_s = NOW_S


@pytest.mark.usefixtures("now")
async def test_more_questions_than_one_transaction_removes_go_in_several(
    database: StoredDatabase, store: SqlStore
) -> None:
    ask(database, *range(2 * MOST_TURNS + 1))
    database.execute(
        "INSERT INTO sources (turn_id, place, number, title, address, file, page, excerpt)"
        " VALUES (5, 0, 1, '', '', '', '', ''), (5, 1, 1, '', '', '', '', '')",
    )
    expected = Forgotten(2 * MOST_TURNS + 1, sources=2, conversations=1)
    assert await store.member_data.forget(ANN) == expected
    assert database.rows("SELECT 1 FROM turns") == []
    assert database.rows("SELECT conversation_uid, language FROM conversations") == [(None, "de")]
    assert await store.member_data.forget(ANN) == Forgotten()


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    ("state", "age_s"),
    [*((state, 10**5) for state in ("queued", "asked", "streaming", "ending")), ("done", 60)],
)
async def test_what_is_unfinished_or_of_the_last_minutes_is_left_and_counted(
    database: StoredDatabase, store: SqlStore, state: str, age_s: int
) -> None:
    ask(database, 1, state=state, age_s=age_s)
    assert await store.member_data.forget(ANN) == Forgotten(left=1)
    assert database.rows("SELECT id FROM turns") == [(1,)]


@pytest.mark.usefixtures("now")
async def test_a_conversation_that_another_used_keeps_its_uid(
    database: StoredDatabase, store: SqlStore
) -> None:
    ask(database, 1)
    ask(database, 2, member=BEN)
    ask(database, 3, key="8")
    assert await store.member_data.forget(ANN) == Forgotten(2, conversations=1)
    uids = database.rows("SELECT key, conversation_uid FROM conversations ORDER BY key")
    assert uids == [("7", "uid"), ("8", None)]
    assert database.rows("SELECT id FROM turns") == [(2,)]


@pytest.mark.usefixtures("now")
async def test_a_conversation_that_has_the_members_id_in_its_key_goes(
    database: StoredDatabase, store: SqlStore
) -> None:
    ask(database, 1, key=f"{ANN}:7")
    assert await store.member_data.forget(ANN) == Forgotten(1, conversations=1)
    assert database.rows("SELECT 1 FROM conversations") == []


@pytest.mark.usefixtures("now")
async def test_votes_of_others_on_the_members_answers_stay_and_so_do_blocks_and_counts(
    database: StoredDatabase, store: SqlStore
) -> None:
    ask(database, 1)
    database.execute(
        "INSERT INTO votes (turn_id, member_id, vote, voted_at, channel_id, chat_bot)"
        f" VALUES (1, {ANN}, 'up', 1, 1, ''), (1, {BEN}, 'up', 1, 1, '')",
        f"INSERT INTO disclosures (member_id, turn_id) VALUES ({ANN}, 1), ({BEN}, 1)",
    )
    await store.opt_outs.opt_out(ANN)
    scope = Scope(ScopeKind.MEMBER, ANN)
    await store.requests.count(11, {scope: 5})
    assert await store.member_data.forget(ANN) == Forgotten(1, votes=1, conversations=1)
    assert database.rows("SELECT member_id FROM votes") == [(BEN,)]
    assert database.rows("SELECT member_id FROM disclosures") == [(BEN,)]
    assert await store.opt_outs.among([ANN]) == {ANN}
    assert await store.requests.get(11, [scope]) == {scope: 1}
