"""How the last turns ended."""

from __future__ import annotations

from bridge_bot.core.model import Turn, TurnState
from bridge_bot.store.answers.results import Result
from bridge_bot.store.sql_store import SqlStore
from tests.store.conftest import Time
from tests.store.samples import OWNER, QUESTION, accept, question

DONE, FAILED = Result(TurnState.DONE, ""), Result(TurnState.FAILED, "ApiBusy")


async def ended(store: SqlStore, number: int, state: TurnState, error: str = "") -> None:
    """Have a turn accepted, with the id that it would have, and note how far it came."""
    asked = Turn.of(question(QUESTION + number), owner=OWNER)
    await accept(store, asked)
    await store.turns.set_state(asked.id, state, error=error)


async def test_the_last_that_are_done_or_failed_come_the_newest_first(store: SqlStore) -> None:
    ends = [
        (TurnState.DONE, ""),
        (TurnState.FAILED, "ApiBusy"),
        (TurnState.STOPPED, "TurnStopped"),
        (TurnState.DONE, ""),
        (TurnState.QUEUED, ""),
    ]
    for number, (state, error) in enumerate(ends):
        await ended(store, number, state, error)
    assert await store.results.last(10) == [DONE, FAILED, DONE]
    assert await store.results.last(2) == [DONE]


async def test_the_last_are_those_that_ended_last(store: SqlStore, time: Time) -> None:
    for number in range(60):
        time.now_s += 1
        await ended(store, -number, *(DONE if number < 30 else FAILED))
    assert await store.results.last(20) == [FAILED] * 20
