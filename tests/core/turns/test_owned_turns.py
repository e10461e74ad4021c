"""Who owns a turn: the process that accepted it or took it up, for as long as its lease runs."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, ConversationKey, Question, Turn, TurnState
from bridge_bot.core.turns import owned_turns
from bridge_bot.core.turns.owned_turns import LEASE_S, OwnedTurns
from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.turns import SqlTurns
from tests.harness.running_core import ANN
from tests.harness.virtual_time import now_s as virtual_now_s
from tests.harness.virtual_time import virtual_time

ASKED = Question(11, ConversationKey("7"), "why?", ANN, ChannelDestination(7))


class Process:
    """What one process owns, in a store that other processes use before and after it."""

    def __init__(self, file: Path, store: SqlStore, now_s: list[float]) -> None:
        self.file = file
        self.store = store
        self.now_s = now_s
        self.events: list[Event] = []
        self.owned = OwnedTurns(store.turns, self.events.append)

    def next(self) -> Process:
        """The process after this one."""
        return Process(self.file, self.store, self.now_s)

    async def accept(self) -> Turn:
        turn = await self.owned.accept(ASKED)
        assert turn is not None
        return turn

    def lease_until(self) -> int:
        with closing(sqlite3.connect(self.file)) as database:
            (lease_until,) = database.execute("SELECT lease_until FROM turns").fetchone()
        return int(lease_until)

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not condition():  # noqa: ASYNC110 - asked of the database
                await asyncio.sleep(0.005)


@pytest.fixture
async def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Process]:
    """A process whose leases are renewed every few milliseconds; its time stands still."""
    monkeypatch.setattr(owned_turns, "RENEW_EVERY_S", 0.01)
    file = tmp_path / "bridge_bot.db"
    await asyncio.to_thread(schema.upgrade, f"sqlite:///{file}")
    now_s = [1_000.0]
    async with SqlStore(f"sqlite:///{file}", now_s=lambda: now_s[0]) as store:
        process = Process(file, store, now_s)
        yield process
        await process.owned.close()


async def test_a_question_is_accepted_once_as_the_first_attempt(first: Process) -> None:
    turn = await first.accept()
    assert (turn.question, turn.attempt) == (ASKED, 1)
    assert await first.owned.accept(ASKED) is None
    assert await first.next().owned.accept(ASKED) is None


async def test_the_next_process_takes_a_turn_up_under_a_name_of_its_own(first: Process) -> None:
    turn = await first.accept()
    second = first.next()
    (unfinished,) = await second.owned.take_up()
    assert (unfinished.turn.id, unfinished.turn.question.id) == (turn.id, ASKED.id)
    assert unfinished.turn.owner != turn.owner
    await second.owned.close()


async def test_the_lease_is_renewed_while_a_turn_is_unfinished_and_no_longer(
    first: Process,
) -> None:
    turn = await first.accept()
    assert first.lease_until() == 1_000 + LEASE_S
    first.now_s[0] = 2_000.0
    await first.until(lambda: first.lease_until() == 2_000 + LEASE_S)
    await first.store.turns.set_state(turn.id, TurnState.DONE)
    await first.until(lambda: len(asyncio.all_tasks()) == 1)
    assert first.lease_until() == 2_000 + LEASE_S


async def test_the_lease_is_renewed_again_for_a_turn_that_comes_later(first: Process) -> None:
    turn = await first.accept()
    await first.store.turns.set_state(turn.id, TurnState.DONE)
    await first.until(lambda: len(asyncio.all_tasks()) == 1)
    another = Question(12, ConversationKey("7"), "why?", ANN, ChannelDestination(7))
    assert await first.owned.accept(another)
    assert len(asyncio.all_tasks()) == 2


async def test_nothing_is_renewed_where_nothing_was_left(first: Process) -> None:
    assert await first.owned.take_up() == []
    assert len(asyncio.all_tasks()) == 1


async def test_a_store_that_fails_is_told_and_the_lease_is_renewed_once_it_works(
    first: Process,
) -> None:
    await first.accept()
    with closing(sqlite3.connect(first.file)) as database:
        database.execute("ALTER TABLE turns RENAME TO lost")
        await first.until(lambda: bool(first.events))
        database.execute("ALTER TABLE lost RENAME TO turns")
    first.now_s[0] = 2_000.0
    await first.until(lambda: first.lease_until() == 2_000 + LEASE_S)
    failed = [event for event in first.events if isinstance(event, OperationFailed)]
    assert {event.operation for event in failed} == {Operation.RENEW_LEASES}


async def test_closing_leaves_nothing_running(first: Process) -> None:
    await first.accept()
    await first.owned.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}


class FailingLeases(SqlTurns):
    """Takes every turn. It is asked to renew leases four times: a turn comes while the first of
    them finds none any more, and the second fails.
    """

    def __init__(self) -> None:
        self.owned = OwnedTurns(self, lambda _: None)
        self.renewed_at_s: list[float] = []

    async def accept(self, turn: Turn, *, lease_s: float) -> bool:
        return True

    async def renew_leases(self, owner: str, *, lease_s: float) -> int:
        self.renewed_at_s.append(virtual_now_s())
        match len(self.renewed_at_s):
            case 1:
                await self.owned.accept(ASKED)
            case 2:
                raise StoreError("full")
            case 3:
                return 1
        return 0


@virtual_time
async def test_a_turn_that_comes_during_a_renewal_is_renewed_though_the_store_fails() -> None:
    store = FailingLeases()
    await store.owned.accept(ASKED)
    await asyncio.sleep(1_000)
    assert store.renewed_at_s == [20, 40, 60, 80]
    assert asyncio.all_tasks() == {asyncio.current_task()}
