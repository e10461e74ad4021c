"""What is counted of the end of a turn, and when it is stored, also while the database fails."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed, TurnEnded
from bridge_bot.core.model import Origin, TurnState
from bridge_bot.core.usage.usage import BEYOND_MS, Counted, UsageBy, UsageKey, UsageTable
from bridge_bot.core.usage.usage_counter import SAVE_EVERY_S, UsageCounter, counted_of
from tests.harness.virtual_time import virtual_time

DONE = TurnEnded(
    *(Origin(11, 1, 8, 42), TurnState.DONE, 9.0, 1.2, 1), place_id=7, chat_bot="b", is_paid=True
)


def counted(ended: TurnEnded) -> list[tuple[Counted, int]]:
    return [(key.counted, key.within_ms) for key in counted_of(ended, 5)]


def test_a_complete_answer_is_counted_where_it_was_asked_and_without_its_asker() -> None:
    assert list(counted_of(DONE, 5)) == [
        UsageKey(5, 1, 7, "b", Counted.ASKED),
        UsageKey(5, 1, 7, "b", Counted.DONE),
        UsageKey(5, 1, 7, "b", Counted.FIRST_TEXT, 1_500),
    ]


@pytest.mark.parametrize(
    "ended",
    [replace(DONE, origin=replace(DONE.origin, guild_id=None)), replace(DONE, place_id=None)],
    ids=["a direct message", "an answer that only the asker sees"],
)
def test_no_id_is_kept_of_a_private_place(ended: TurnEnded) -> None:
    assert {(key.guild_id, key.channel_id) for key in counted_of(ended, 5)} == {(0, 0)}


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (
            replace(DONE, state=TurnState.FAILED, first_text_s=None),
            [(Counted.ASKED, 0), (Counted.FAILED, 0)],
        ),
        (
            replace(DONE, state=TurnState.STOPPED, first_text_s=500.0),
            [(Counted.ASKED, 0), (Counted.STOPPED, 0), (Counted.FIRST_TEXT, BEYOND_MS)],
        ),
        (
            replace(DONE, state=TurnState.FAILED, first_text_s=None, is_paid=False),
            [(Counted.FAILED, 0)],
        ),
        (replace(DONE, state=TurnState.QUEUED), [(Counted.ASKED, 0)]),
        (replace(DONE, state=TurnState.QUEUED, is_paid=False), []),
    ],
    ids=["failed", "stopped", "refused before it was sent", "left, paid", "left"],
)
def test_each_end_is_counted_as_what_it_is(
    ended: TurnEnded, expected: list[tuple[Counted, int]]
) -> None:
    assert counted(ended) == expected


ENDED = replace(DONE, state=TurnState.FAILED, first_text_s=None, is_paid=False, chat_bot="")
KEY = UsageKey(2, 1, 7, "", Counted.FAILED)


class MemoryStore:
    """A `UsageStore` that `fails` while it is told to, and takes `latency_s` to add counts."""

    def __init__(self) -> None:
        self.counts = Counter[UsageKey]()
        self.fails = False
        self.latency_s = 0.0

    async def add(self, counts: Mapping[UsageKey, int]) -> None:
        await asyncio.sleep(self.latency_s)
        if self.fails:
            raise StoreError("no")
        self.counts.update(counts)

    async def read(self, by: UsageBy, since_day: int, guild_id: int | None = None) -> UsageTable:
        raise NotImplementedError


@virtual_time
async def test_counts_are_stored_every_few_seconds_and_kept_while_the_database_fails() -> None:
    """It is told once; the rest is stored at the end."""
    store, events = MemoryStore(), list[Event]()
    counter = UsageCounter(lambda: 2 * 86_400 + 5.0)
    async with counter.stored_in(store, events.append):
        counter.add(ENDED)
        counter.add(ENDED)
        assert not store.counts
        await asyncio.sleep(SAVE_EVERY_S + 0.1)
        assert store.counts == {KEY: 2}
        store.fails = True
        counter.add(ENDED)
        await asyncio.sleep(3 * SAVE_EVERY_S)
        assert store.counts == {KEY: 2}
        (failure,) = events
        assert isinstance(failure, OperationFailed)
        assert failure.operation is Operation.SAVE_USAGE
        store.fails = False
        counter.add(ENDED)
    assert store.counts == {KEY: 4}
    assert "saving the usage" not in {task.get_name() for task in asyncio.all_tasks()}


@virtual_time
async def test_what_is_counted_while_others_are_stored_at_the_end_is_stored_too() -> None:
    store, events = MemoryStore(), list[Event]()
    store.latency_s = 1.0
    counter = UsageCounter(lambda: 2 * 86_400 + 5.0)
    async with counter.stored_in(store, events.append):
        counter.add(ENDED)
        await asyncio.sleep(SAVE_EVERY_S + store.latency_s / 2)
        counter.add(ENDED)
    assert store.counts == {KEY: 2}
    assert not events
