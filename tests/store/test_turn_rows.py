"""A turn as a row, and back."""

from __future__ import annotations

from dataclasses import replace

from bridge_bot.core.model import ChannelDestination, Turn, TurnState
from bridge_bot.store.engines import schema_of
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import TURNS
from bridge_bot.store.turn_rows import row_of, unfinished_turns
from tests.harness.database import StoredDatabase
from tests.store.samples import OWNER, QUESTION, TURN, accept, question, turn


def test_a_row_has_all_of_a_turn_but_its_times_and_its_lease() -> None:
    row = row_of(turn())
    assert row["state"] == "queued"
    assert row["question"] == "the secret text"
    later = {"created_at", "updated_at", "lease_until", "error", "reply_channel_id", "begun"}
    assert set(TURNS.columns.keys()) - set(row) == later


async def test_a_turn_comes_back_as_it_went_in(store: SqlStore, database: StoredDatabase) -> None:
    asked = replace(question(), asked_in=ChannelDestination(7, reply_to=6), guild_id=None)
    asked = replace(asked, parent_id=2**62)
    stored = Turn(TURN, asked, 3, OWNER)
    await accept(store, stored)
    [back] = schema_of(database.url).read(lambda connection: unfinished_turns(connection, [TURN]))
    assert back.turn == stored
    assert (back.state, back.times_begun, back.message_ids) == (TurnState.QUEUED, 0, ())
    assert back.destination is None


async def test_only_unfinished_turns_among_those_asked_for_are_found_by_their_questions(
    store: SqlStore, database: StoredDatabase
) -> None:
    for number in (2, 0, 1, 3):
        await accept(store, turn(number))
    await store.turns.set_state(TURN + 1, TurnState.DONE)
    ids = [TURN + 2, TURN, TURN + 1, 5]
    found = schema_of(database.url).read(lambda connection: unfinished_turns(connection, ids))
    assert [each.turn.question.id for each in found] == [QUESTION, QUESTION + 2]
