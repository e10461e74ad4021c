"""Who owns a turn: the process that accepted it or took it up, for as long as its lease runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError, StoreUnreachable
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.turns.ownership import owned_turns
from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S
from bridge_bot.core.turns.ownership.owned_turns import Claim, OwnedTurns
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.turns import SqlTurns
from tests.harness.database import StoredDatabase, new_database
from tests.harness.running_core import ANN
from tests.harness.virtual_time import now_s as virtual_now_s
from tests.harness.virtual_time import virtual_time

ASKED = Question(11, ConversationKey("7"), "why?", ANN, ChannelDestination(7))
NOTHING = Claim([], frozenset())


def question(id_: int, conversation: str = "7") -> Question:
    return Question(id_, ConversationKey(conversation), "why?", ANN, ChannelDestination(7))


class Process:
    """What one process owns, in a store that it shares with others."""

    def __init__(self, database: StoredDatabase, store: SqlStore) -> None:
        self.database = database
        self.store = store
        self.events: list[Event] = []
        self.claims: list[Claim] = []
        self.owned = OwnedTurns(store.turns, self.events.append)

    def another(self) -> Process:
        """Another process on the same database."""
        return Process(self.database, self.store)

    async def accept(self) -> Turn:
        accepted = await self.owned.accept(ASKED)
        assert accepted is not None
        return accepted.turn

    def end_lease(self) -> None:
        """As if the owner had not renewed it for a while."""
        self.database.execute("UPDATE turns SET lease_until = 1")

    def lease_runs(self) -> bool:
        [(runs,)] = self.database.rows("SELECT lease_until > 1 FROM turns")
        return bool(runs)

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not condition():  # noqa: ASYNC110 - asked of the database
                await asyncio.sleep(0.005)


@pytest.fixture
async def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Process]:
    """A process that claims every few milliseconds, once it is told to go on claiming."""
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 0.01)
    database = new_database(tmp_path)
    async with SqlStore(database.url) as store:
        process = Process(database, store)
        yield process
        await process.owned.close()


async def test_a_question_is_accepted_once_as_the_first_attempt(first: Process) -> None:
    turn = await first.accept()
    assert (turn.question, turn.attempt) == (ASKED, 1)
    assert await first.owned.accept(ASKED) is None
    assert await first.another().owned.accept(ASKED) is None


async def test_a_question_that_comes_twice_at_once_is_accepted_once(first: Process) -> None:
    accepted = await asyncio.gather(first.owned.accept(ASKED), first.owned.accept(ASKED))
    assert [turn is None for turn in accepted] == [False, True]


async def test_a_process_takes_up_a_turn_whose_lease_is_over_under_a_name_of_its_own(
    first: Process,
) -> None:
    turn = await first.accept()
    second = first.another()
    assert await second.owned.claim() == NOTHING
    first.end_lease()
    (unfinished,) = (await second.owned.claim()).taken_up
    assert (unfinished.turn.id, unfinished.turn.question.id) == (turn.id, ASKED.id)
    assert unfinished.turn.owner != turn.owner


async def test_a_process_whose_turn_was_taken_up_learns_it_and_so_it_does_of_a_finished_one(
    first: Process,
) -> None:
    turn = await first.accept()
    first.end_lease()
    await first.another().owned.claim()
    assert await first.owned.claim() == Claim([], frozenset({turn.id}))
    assert await first.owned.claim() == NOTHING

    second = Question(12, ConversationKey("7"), "why?", ANN, ChannelDestination(7))
    accepted = await first.owned.accept(second)
    assert accepted
    await first.store.turns.set_state(accepted.turn.id, TurnState.DONE)
    assert await first.owned.claim() == Claim([], frozenset({accepted.turn.id}))


async def test_what_is_released_at_the_end_another_process_can_take_up_at_once(
    first: Process,
) -> None:
    turn = await first.accept()
    await first.owned.close()
    taken_up = (await first.another().owned.claim()).taken_up
    assert [unfinished.turn.id for unfinished in taken_up] == [turn.id]


async def test_a_claim_that_is_under_way_while_it_is_closed_leaves_nothing_owned(
    first: Process,
) -> None:
    """As where a signal comes while the bot is still starting; nor does it go on claiming then."""
    await first.accept()
    first.end_lease()
    second = first.another()
    claiming = asyncio.create_task(second.owned.claim_first())
    await asyncio.sleep(0)
    await second.owned.close()
    assert await claiming == NOTHING
    second.owned.keep_claiming(second.claims.append)
    assert [task for task in asyncio.all_tasks() if "leases" in task.get_name()] == []
    (taken_up,) = (await first.another().owned.claim()).taken_up
    assert taken_up.turn.question == ASKED


async def test_leases_are_renewed_and_turns_looked_for_until_it_is_closed(first: Process) -> None:
    crashed = first.another()
    await crashed.accept()
    first.owned.keep_claiming(first.claims.append)
    first.end_lease()
    await first.until(lambda: any(claim.taken_up for claim in first.claims))
    first.end_lease()
    await first.until(first.lease_runs)
    await first.owned.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("later", range(5))
async def test_it_can_be_closed_at_any_moment_after_a_claim_was_asked_for(
    first: Process, monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 60.0)
    first.owned.keep_claiming(first.claims.append)
    await asyncio.sleep(0.01)
    first.owned.claim_soon()
    for _ in range(later):
        await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await first.owned.close()


async def test_a_store_that_fails_is_told_and_leases_are_renewed_once_it_works(
    first: Process,
) -> None:
    await first.accept()
    first.owned.keep_claiming(first.claims.append)
    first.database.execute("ALTER TABLE turns RENAME TO lost")
    await first.until(lambda: bool(first.events))
    first.database.execute("ALTER TABLE lost RENAME TO turns")
    first.end_lease()
    await first.until(first.lease_runs)
    failed = [event for event in first.events if isinstance(event, OperationFailed)]
    assert {event.operation for event in failed} == {Operation.RENEW_LEASES}


class FailingStore(SqlTurns):
    """Fails at what it is asked to fail at, before or after it is done."""

    def __init__(self, store: SqlTurns) -> None:
        self.store = store
        self.fails_after_accepting = False
        self.answers_lost = 0
        self.failing_claims = 0
        self.claimed_at_s: list[float] = []
        self.on_claim: Callable[[], Awaitable[object]] | None = None
        self.failing_reads = 0
        self.read_of_others = 0
        self.accepts = asyncio.Event()
        self.accepts.set()

    async def accept(self, turn: Turn, *, lease_s: int) -> dict[int, str] | None:
        await self.accepts.wait()
        accepted = await self.store.accept(turn, lease_s=lease_s)
        if self.fails_after_accepting:
            raise StoreError("the connection was lost while it was committed")
        if self.answers_lost:
            self.answers_lost -= 1
            raise StoreUnreachable("the connection was lost while it was committed")
        return accepted

    async def unfinished(self, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
        if self.failing_reads:
            self.failing_reads -= 1
            raise StoreError("full")
        return await self.store.unfinished(turn_ids)

    async def foreign(
        self, owner: str, conversations: Collection[ConversationKey]
    ) -> list[ForeignTurn]:
        self.read_of_others += 1
        return await self.store.foreign(owner, conversations)

    async def claim(self, owner: str, *, lease_s: int) -> frozenset[int]:
        self.claimed_at_s.append(virtual_now_s())
        if self.failing_claims:
            self.failing_claims -= 1
            raise StoreError("full")
        own = await self.store.claim(owner, lease_s=lease_s)
        if self.on_claim:
            await self.on_claim()
        return own


async def test_a_turn_that_was_stored_though_the_store_failed_is_taken_up_by_the_next_claim(
    first: Process,
) -> None:
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    store.fails_after_accepting = True
    with pytest.raises(StoreError):
        await owned.accept(ASKED)
    store.fails_after_accepting = False
    assert await owned.accept(ASKED) is None  # it is stored, but nobody answers it yet
    own = await first.store.turns.claim(owned._owner, lease_s=60)
    assert [each.turn.id for each in (await owned.claim()).taken_up] == list(own)
    assert await owned.claim() == NOTHING


async def test_a_turn_that_is_accepted_during_a_claim_is_neither_gone_nor_taken_up(
    first: Process,
) -> None:
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    store.on_claim = lambda: owned.accept(ASKED)
    assert await owned.claim() == NOTHING
    store.on_claim = None
    assert await owned.claim() == NOTHING


async def test_a_turn_that_is_stored_only_after_a_claim_has_looked_is_not_gone(
    first: Process,
) -> None:
    """On PostgreSQL each has a connection of its own, so what began first may be done last."""
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    store.accepts.clear()
    accepting = asyncio.create_task(owned.accept(ASKED))
    await asyncio.sleep(0)

    async def accept() -> None:
        store.accepts.set()
        await accepting

    store.on_claim = accept
    assert await owned.claim() == NOTHING
    assert await accepting is not None
    store.on_claim = None
    assert await owned.claim() == NOTHING


async def test_a_claim_that_fails_half_way_is_made_up_for_by_the_next(first: Process) -> None:
    """What went and what came is told once, by the one that succeeds."""
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    lost = await owned.accept(ASKED)
    first.end_lease()
    await first.owned.claim()
    crashed = await first.another().owned.accept(question(12))
    assert lost
    assert crashed
    first.database.execute(f"UPDATE turns SET lease_until = 1 WHERE id = {crashed.turn.id}")
    store.failing_reads = 1
    with pytest.raises(StoreError):
        await owned.claim()
    claim = await owned.claim()
    assert claim.gone == {lost.turn.id}
    assert [each.turn.id for each in claim.taken_up] == [crashed.turn.id]


@virtual_time
async def test_the_first_claim_is_repeated_until_the_store_answers() -> None:
    store = FailingStore(SqlTurns.__new__(SqlTurns))
    store.failing_claims = 3
    store.store.claim = _nothing  # type: ignore[method-assign]
    events: list[Event] = []
    assert await OwnedTurns(store, events.append).claim_first() == NOTHING
    assert store.claimed_at_s == [number * CLAIM_EVERY_S for number in range(4)]
    assert {type(event) for event in events} == {OperationFailed}


async def _nothing(owner: str, *, lease_s: int) -> frozenset[int]:
    return frozenset()


async def test_a_turn_whose_acceptance_is_in_doubt_is_taken_up_and_no_failure_is_told(
    first: Process,
) -> None:
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    store.answers_lost = 1
    assert await owned.accept(ASKED) is None
    assert [each.turn.question.id for each in (await owned.claim()).taken_up] == [ASKED.id]
    store.answers_lost = 2
    with pytest.raises(StoreUnreachable):
        await owned.accept(Question(12, ConversationKey("7"), "", ANN, ChannelDestination(7)))


async def test_a_claim_ends_the_doubt_after_a_pause(first: Process) -> None:
    first.owned.keep_claiming(first.claims.append)
    first.owned.write_lease.claimed(asyncio.get_running_loop().time() - LEASE_S)
    assert not first.owned.write_lease.is_certain()
    async with asyncio.timeout(10):
        await first.owned.write_lease.certain()


async def test_a_claim_that_is_asked_for_comes_at_once(
    first: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 3600.0)
    first.owned.keep_claiming(first.claims.append)
    first.owned.claim_soon()
    await first.until(lambda: len(first.claims) == 1)


async def waits_for(process: Process, asked: Question) -> frozenset[int]:
    accepted = await process.owned.accept(asked)
    assert accepted is not None
    return accepted.waits_for


async def test_a_turn_waits_for_unfinished_ones_of_earlier_questions_that_others_own(
    first: Process,
) -> None:
    second = first.another()
    turn = await first.accept()
    assert await waits_for(first, question(12)) == frozenset(), "its own are queued already"
    assert await waits_for(second, question(10)) == frozenset(), "that is an earlier question"
    assert await waits_for(second, question(20, "8")) == frozenset()
    (twelfth,) = await waits_for(second, question(13)) - {turn.id}
    await first.store.turns.set_state(turn.id, TurnState.DONE)
    assert await waits_for(second, question(14)) == {twelfth}


async def test_a_turn_waits_for_one_of_which_it_is_not_known_whether_it_was_stored(
    first: Process,
) -> None:
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    store.answers_lost = 1
    assert await owned.accept(ASKED) is None
    accepted = await owned.accept(question(12))
    assert accepted
    claim = await owned.claim()
    (taken_up,) = claim.taken_up
    assert accepted.waits_for == claim.over == {taken_up.turn.id}


async def test_a_turn_waits_for_one_that_was_taken_away_while_its_process_was_stopped(
    first: Process,
) -> None:
    turn = await first.accept()
    first.end_lease()
    await first.another().owned.claim()
    assert await waits_for(first, question(12)) == {turn.id}


async def test_what_is_waited_for_is_over_once_it_is_finished_or_taken_up_here(
    first: Process,
) -> None:
    second = first.another()
    done, crashed = await first.accept(), await first.owned.accept(question(12))
    assert crashed
    waiting = await second.owned.accept(question(13))
    assert waiting
    second.owned.held.hold(*waiting, lambda: None)
    claim = await second.owned.claim()
    assert {each.id for each in claim.foreign} == waiting.waits_for
    assert claim.over == frozenset()
    await first.store.turns.set_state(done.id, TurnState.DONE)
    assert (await second.owned.claim()).over == {done.id}
    first.end_lease()
    claim = await second.owned.claim()
    assert claim.over == {done.id, crashed.turn.id}
    assert [each.turn.id for each in claim.taken_up] == [crashed.turn.id]


async def test_a_turn_that_is_taken_up_waits_for_an_earlier_one_of_a_third_process(
    first: Process,
) -> None:
    earlier, third = await first.accept(), first.another()
    crashed = await first.another().owned.accept(question(12))
    assert crashed
    first.database.execute(f"UPDATE turns SET lease_until = 1 WHERE id = {crashed.turn.id}")
    claim = await third.owned.claim()
    (taken_up,) = claim.taken_up
    assert claim.earlier_than(taken_up.turn.question) == {earlier.id}
    assert claim.earlier_than(question(11)) == claim.earlier_than(question(12, "8")) == frozenset()
    assert claim.ending == frozenset()
    await first.store.turns.set_state(earlier.id, TurnState.ENDING)
    third.owned.held.hold(taken_up.turn, [earlier.id], lambda: None)
    assert (await third.owned.claim()).ending == {earlier.id}


async def test_nothing_is_read_of_other_processes_where_nothing_waits(first: Process) -> None:
    store = FailingStore(first.store.turns)
    owned = OwnedTurns(store, first.events.append)
    await owned.accept(ASKED)
    await first.another().owned.accept(question(12))
    for _ in range(2):
        await owned.claim()
    assert store.read_of_others == 0
