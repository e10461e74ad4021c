"""Who has opted out is the same to every process, and no text of theirs stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bridge_bot.core.model import Member, Turn, TurnState
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import Rows
from tests.store.samples import accept, question, turn, unfinished

ANN = question().asker.id
BEN = ANN + 1


async def test_a_member_has_opted_out_until_they_opt_in(store: SqlStore, url: str) -> None:
    assert await store.opt_outs.among([ANN, BEN]) == frozenset()
    await store.opt_outs.opt_out(ANN)
    async with SqlStore(url) as another:
        assert await another.opt_outs.among([ANN, BEN]) == {ANN}
        await another.opt_outs.opt_in(ANN)
    assert await store.opt_outs.among([ANN, BEN]) == frozenset()


async def test_opting_out_and_in_twice_is_as_once(store: SqlStore) -> None:
    for _ in range(2):
        await store.opt_outs.opt_out(ANN)
    assert await store.opt_outs.among([ANN]) == {ANN}
    for _ in range(2):
        await store.opt_outs.opt_in(ANN)
    assert await store.opt_outs.among([ANN]) == frozenset()


async def test_more_members_are_looked_up_at_once_than_a_statement_has_parameters(
    store: SqlStore,
) -> None:
    await store.opt_outs.opt_out(40_000)
    assert await store.opt_outs.among(range(1, 40_001)) == {40_000}
    assert await store.opt_outs.among([]) == frozenset()


async def test_a_member_is_told_once_until_they_opt_out_anew(store: SqlStore) -> None:
    assert not await store.opt_outs.note_told(ANN)
    for _ in range(2):
        await store.opt_outs.opt_out(ANN)
        assert await store.opt_outs.note_told(ANN)
        await store.opt_outs.opt_out(ANN)  # is nothing new
        assert not await store.opt_outs.note_told(ANN)
        await store.opt_outs.opt_in(ANN)


async def test_opting_out_forgets_the_questions_that_were_still_to_be_asked(
    store: SqlStore, rows: Callable[[str], Rows]
) -> None:
    """Those of others stay, and the turn itself does too: whoever answers it has to end it."""
    of_ben = turn(1)
    of_ben = Turn(of_ben.id, replace(of_ben.question, asker=Member(BEN)), 1, of_ben.owner)
    await accept(store, turn(0))
    await accept(store, of_ben)
    await store.turns.set_state(turn(0).id, TurnState.STREAMING)
    await store.opt_outs.opt_out(ANN)
    asked = {
        each.turn.question.asker.id: each.turn.question.text for each in await unfinished(store)
    }
    assert asked == {ANN: "", BEN: "the secret text"}
    assert rows(f"SELECT count(*) FROM turns WHERE asker_id = {ANN}") == [(1,)]
