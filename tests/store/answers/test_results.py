"""How the last turns ended."""

from __future__ import annotations

from bridge_bot.core.model import TurnState
from bridge_bot.store.answers.results import Result
from bridge_bot.store.sql_store import SqlStore
from tests.store.samples import accept, turn


async def test_the_last_that_are_done_or_failed_come_the_newest_first(store: SqlStore) -> None:
    ends = [
        (TurnState.DONE, ""),
        (TurnState.FAILED, "ApiBusy"),
        (TurnState.STOPPED, "TurnStopped"),
        (TurnState.DONE, ""),
        (TurnState.QUEUED, ""),
    ]
    for number, (state, error) in enumerate(ends):
        await accept(store, turn(number))
        await store.turns.set_state(turn(number).id, state, error=error)
    done, failed = Result(TurnState.DONE, ""), Result(TurnState.FAILED, "ApiBusy")
    assert await store.results.last(10) == [done, failed, done]
    assert await store.results.last(2) == [done]
