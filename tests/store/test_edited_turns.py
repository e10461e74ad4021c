"""What is stored where the answer to an edited question begins anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bridge_bot.core.model import ChannelDestination, Turn, TurnState
from bridge_bot.store.sql_store import SqlStore
from tests.store.samples import LEASE_S, OWNER, TURN, accept, question, turn, unfinished

AGAIN = Turn.of(replace(question(), text="another text"), owner=OWNER, attempt=2)
PLACE = ChannelDestination(9)


async def accept_edited(store: SqlStore, former: Turn) -> bool:
    accepted = await store.turns.accept_edited(
        AGAIN, former, PLACE, lease_s=LEASE_S, error="QuestionEdited"
    )
    return accepted is not None


@pytest.mark.parametrize("state", [TurnState.QUEUED, TurnState.ASKED, TurnState.STREAMING])
async def test_the_further_attempt_takes_the_place_of_the_former(
    store: SqlStore, state: TurnState
) -> None:
    """Although a later question is known."""
    await accept(store)
    await store.turns.set_message(TURN, 0, 1001)
    await store.turns.set_state(TURN, state)
    await accept(store, turn(1))
    assert await accept_edited(store, turn())
    again, later = await unfinished(store)
    assert (again.turn.attempt, again.turn.question.text) == (2, "another text")
    assert (again.message_ids, again.destination) == ((1001,), PLACE)
    assert later.turn.id == TURN + 1
    former = await store.turns.kept(TURN)
    assert former is not None
    assert (former.state, former.message_ids) == (TurnState.STOPPED, ())
    assert not former.turn.question.text


@pytest.mark.parametrize("state", [TurnState.DONE, TurnState.FAILED, TurnState.STOPPED])
async def test_of_what_has_ended_there_is_none(store: SqlStore, state: TurnState) -> None:
    await accept(store)
    await store.turns.set_message(TURN, 0, 1001)
    await store.turns.set_state(TURN, state)
    assert not await accept_edited(store, turn())
    assert await store.turns.kept(AGAIN.id) is None
    former = await store.turns.kept(TURN)
    assert former is not None
    assert (former.state, former.message_ids) == (state, (1001,))


async def test_of_another_process_there_is_none(store: SqlStore) -> None:
    await accept(store)
    assert not await accept_edited(store, turn(owner="another"))
    (former,) = await unfinished(store)
    assert former.turn.question.text == "the secret text"


async def test_one_that_waits_has_its_new_text_as_long_as_any_is_kept(store: SqlStore) -> None:
    await accept(store)
    await store.turns.set_question(TURN, "another text")
    (found,) = await unfinished(store)
    assert found.turn.question.text == "another text"
    await store.turns.set_state(TURN, TurnState.STOPPED)
    await store.turns.set_question(TURN, "too late")
    kept = await store.turns.kept(TURN)
    assert kept is not None
    assert not kept.turn.question.text
