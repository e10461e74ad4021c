"""Who has opted out is known in time, and while it isn't known nothing is handed on."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
    TurnState,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.privacy.opt_outs import LOOK_EVERY_S, OptOuts
from bridge_bot.store.sql_store import SqlStore
from tests.harness.english import notice_text, text
from tests.harness.running_core import ANN, HERE, RunningCore, Script, running_core
from tests.harness.virtual_time import virtual_time


@dataclass
class Stored:
    """A store in memory, whose lookups may fail, and may take until `answers` is set."""

    opted_out: set[int] = field(default_factory=set)
    error: StoreError | None = None
    answers: asyncio.Event | None = None
    lookups: int = 0
    events: list[Event] = field(default_factory=list)

    async def among(self, member_ids: Collection[int]) -> frozenset[int]:
        self.lookups += 1
        if self.error is not None:
            raise self.error
        found = frozenset(member_ids) & self.opted_out
        if self.answers is not None:
            await self.answers.wait()
        return found

    async def opt_out(self, member_id: int) -> None:
        if self.error is not None:
            raise self.error
        self.opted_out.add(member_id)

    async def opt_in(self, member_id: int) -> None:
        self.opted_out.discard(member_id)

    async def note_told(self, member_id: int) -> bool:
        if self.error is not None:
            raise self.error
        return True


@virtual_time
async def test_a_change_made_here_counts_at_once() -> None:
    stored = Stored()
    opt_outs = OptOuts(stored, stored.events.append)
    assert not await opt_outs.is_opted_out(3)
    await opt_outs.opt_out(3)
    assert await opt_outs.is_opted_out(3)
    assert not await opt_outs.is_opted_out(4)
    await opt_outs.opt_in(3)
    assert not await opt_outs.is_opted_out(3)


@virtual_time
async def test_a_change_of_another_process_counts_within_5_seconds() -> None:
    stored = Stored()
    opt_outs = OptOuts(stored, stored.events.append)
    assert not await opt_outs.is_opted_out(3)
    stored.opted_out.add(3)
    await asyncio.sleep(5)
    assert await opt_outs.is_opted_out(3)


@virtual_time
async def test_the_store_is_asked_once_for_what_is_asked_several_times() -> None:
    stored = Stored()
    opt_outs = OptOuts(stored, stored.events.append)
    for _ in range(3):
        await opt_outs.is_opted_out(3)
    assert stored.lookups == 1


@virtual_time
async def test_while_the_store_fails_it_is_not_known_and_no_change_counts() -> None:
    stored = Stored(error=StoreError("no disk"))
    opt_outs = OptOuts(stored, stored.events.append)
    with pytest.raises(StoreError):
        await opt_outs.is_opted_out(3)
    with pytest.raises(StoreError):
        await opt_outs.opt_out(3)
    assert not await opt_outs.may_tell(3)
    stored.error = None
    assert not await opt_outs.is_opted_out(3)
    stored.error = StoreError("no disk")
    await asyncio.sleep(5)
    with pytest.raises(StoreError):  # what was known is old
        await opt_outs.is_opted_out(3)


@virtual_time
async def test_an_answer_of_the_store_that_a_change_has_overtaken_is_asked_for_again() -> None:
    stored = Stored(answers=asyncio.Event())
    opt_outs = OptOuts(stored, stored.events.append)
    asking = asyncio.create_task(opt_outs.is_opted_out(3))
    await asyncio.sleep(0)
    await opt_outs.opt_out(3)
    await asyncio.sleep(2 * LOOK_EVERY_S)  # what the change noted is forgotten
    assert stored.answers is not None
    stored.answers.set()
    assert await asking


@virtual_time
async def test_who_opts_out_is_told_of_here_at_once_and_of_another_process_in_time() -> None:
    stored, seen = Stored(), list[int]()
    async with OptOuts(stored, stored.events.append) as opt_outs:
        opt_outs.watch(lambda: [3, 4], seen.append)
        await opt_outs.opt_out(3)
        assert seen == [3]
        stored.opted_out |= {4, 5}
        await asyncio.sleep(5)
        assert set(seen) == {3, 4}
        stored.error = StoreError("no disk")
        await asyncio.sleep(5)
        stored.error = None
    failed = [event for event in stored.events if isinstance(event, OperationFailed)]
    assert {event.operation for event in failed} == {Operation.LOOK_UP_OPT_OUTS}


@virtual_time
async def test_what_is_known_of_many_members_is_forgotten() -> None:
    stored = Stored()
    opt_outs = OptOuts(stored, stored.events.append)
    for member in range(100):
        await opt_outs.is_opted_out(member)
        await asyncio.sleep(1)
    assert len(opt_outs._known) < 5


def question(id_: int, conversation: ConversationKey = HERE) -> Question:
    """Ann's question of that id."""
    return Question(id_, conversation, "secret words", ANN, ChannelDestination(7), guild_id=1)


async def stored_words(core: RunningCore) -> list[tuple[object, ...]]:
    """The texts of questions that are in the database."""
    return core.database.rows("SELECT question FROM turns WHERE question IS NOT NULL")


async def test_a_member_who_has_opted_out_is_told_so_once_and_nothing_is_kept_or_sent(
    tmp_path: Path,
) -> None:
    async def complete(_: Question) -> Question:
        raise AssertionError("words of a member who has opted out were read")

    async with running_core(tmp_path) as core:
        await core.dependencies.opt_outs.opt_out(ANN.id)
        missed = await core.submit(question(1), is_missed=True)
        assert missed == Refusal("refused-opted-out", already_told=True)
        for number in (2, 3, 4):
            refusal = await core.submit(question(number), complete=complete)
            assert refusal == Refusal("refused-opted-out")
            await core.intake.send_refusal(question(number), refusal)
            assert core.platform.texts() == [text("refused-opted-out")]
            core.restart()
        assert core.database.rows("SELECT count(*) FROM turns") == [(0,)]
        assert core.source.requests == []
        await core.dependencies.opt_outs.opt_in(ANN.id)
        assert await core.submit(question(5)) is None
        await core.ended()


async def test_while_it_is_not_known_whether_a_member_has_opted_out_nothing_is_accepted(
    tmp_path: Path,
) -> None:
    """A missed question is taken in later."""
    async with running_core(tmp_path) as core:
        stored = Stored(error=StoreError("no disk"))
        opt_outs = OptOuts(stored, core.events.append)
        core.restart(replace(core.dependencies, opt_outs=opt_outs))
        assert await core.submit(question(1)) == Refusal("error-store")
        with pytest.raises(StoreError):
            await core.submit(question(1), is_missed=True)
        assert core.database.rows("SELECT count(*) FROM turns") == [(0,)]


async def test_an_answer_ends_at_once_when_its_asker_opts_out(tmp_path: Path) -> None:
    """The request is given up, what was shown stays with a word, and what waits ends in silence."""
    script: Script = [AnswerText("Half an"), asyncio.Event()]
    async with running_core(tmp_path, script) as core:
        await core.submit(question(1))
        await core.until_shown()
        await core.submit(question(2))
        await core.until(lambda: bool(core.platform.queued))
        await core.dependencies.opt_outs.opt_out(ANN.id)
        assert await stored_words(core) == []
        ends = await core.ended(2)
        assert [end.stop_reason for end in ends] == [StopReason.OPTED_OUT] * 2
        assert [end.state for end in ends] == [TurnState.STOPPED] * 2
        assert [end.error for end in ends] == [None] * 2
        assert core.platform.texts() == [f"Half an\n\n{notice_text('ending-opted-out')}"]
        assert len(core.source.requests) == core.source.left_early == 1
        await core.until(lambda: not core.platform.queued)
        await core.until_finished()


async def test_a_turn_of_a_process_that_has_crashed_ends_in_silence(tmp_path: Path) -> None:
    """Its asker has opted out meanwhile. It is neither asked nor told that it was too late."""
    async with running_core(tmp_path, [asyncio.Event()]) as core:
        await core.submit(question(1))
        await core.until(lambda: bool(core.source.requests))
        await core.turns.close(grace_s=0)
        assert core.platform.queued == {1}
        async with SqlStore(core.database.url) as another:
            await another.opt_outs.opt_out(ANN.id)
        opt_outs = OptOuts(core.store.opt_outs, core.events.append)
        core.restart(replace(core.dependencies, opt_outs=opt_outs))
        await core.resume()
        [end] = await core.ended()
        assert end.stop_reason is StopReason.OPTED_OUT
        await core.until(lambda: not core.platform.queued)
        assert core.platform.texts() == []
        assert len(core.source.requests) == 1


async def test_an_answer_ends_when_its_asker_opts_out_in_another_process(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.submit(question(1))
        await core.until_shown()
        async with SqlStore(core.database.url) as another:
            await another.opt_outs.opt_out(ANN.id)
        await core.dependencies.opt_outs.look()
        [end] = await core.ended()
        assert end.stop_reason is StopReason.OPTED_OUT
