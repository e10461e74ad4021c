"""The sources of an answer are kept with its turn."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete

from bridge_bot.core.model import NumberedSource, Source
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import TURNS
from tests.store.samples import accept, turn

TURN = turn()
CITED = NumberedSource(1, Source("A", "https://a.example", "a.md", "12", excerpt="Ω 😀 'it'"))
CONSULTED = NumberedSource(0, Source(file="b.md"))


async def test_they_come_back_in_their_order(store: SqlStore) -> None:
    await accept(store, TURN)
    assert await store.sources.of_turn(TURN.id) == []
    assert not await store.sources.has(TURN.id)
    await store.sources.replace(TURN, [CITED, CONSULTED])
    assert await store.sources.of_turn(TURN.id) == [CITED, CONSULTED]
    assert await store.sources.has(TURN.id)
    assert not await store.sources.has(TURN.id + 1)


async def test_those_of_a_later_attempt_take_their_place(store: SqlStore) -> None:
    """And those of other questions stay."""
    other = turn(1)
    again = replace(TURN, id=TURN.id + 9, attempt=2)
    for each in (TURN, other, again):
        await accept(store, each)
    await store.sources.replace(TURN, [CITED, CONSULTED])
    await store.sources.replace(other, [CITED])
    assert await store.sources.of_turn(again.id) == [CITED, CONSULTED], "as long as it has none"
    assert await store.sources.has(again.id)
    await store.sources.replace(again, [CONSULTED])
    assert await store.sources.of_turn(TURN.id) == [CONSULTED]
    assert await store.sources.of_turn(again.id) == [CONSULTED]
    await store.sources.replace(again, [])
    assert await store.sources.of_turn(again.id) == []
    assert not await store.sources.has(TURN.id)
    assert await store.sources.of_turn(other.id) == [CITED]


async def test_they_go_with_their_turn(store: SqlStore) -> None:
    await accept(store, TURN)
    await store.sources.replace(TURN, [CITED])
    removal = delete(TURNS).where(TURNS.c.id == TURN.id)
    await store._database.transaction(lambda connection: connection.execute(removal))
    assert not await store.sources.has(TURN.id)
