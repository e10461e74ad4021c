"""IDENTIFYs of several processes take turns, and a database that fails holds up none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.discord_adapter.gateway.identify_pace import (
    CONNECT_WITHIN_S,
    IDENTIFY_EVERY_S,
    IdentifyPace,
)
from tests.harness.virtual_time import now_s, virtual_time


class Locks:
    """Locks as a database has them for all processes."""

    def __init__(self) -> None:
        self.locks: dict[int, asyncio.Lock] = {}
        self.error: StoreError | None = None

    @asynccontextmanager
    async def held(self, number: int) -> AsyncIterator[None]:
        if self.error is not None:
            raise self.error
        async with self.locks.setdefault(number, asyncio.Lock()):
            yield


async def identify(pace: IdentifyPace, shard_id: int, max_concurrency: int = 1) -> float:
    """Connect a shard as a client does; returns when it was permitted."""
    await pace.permit(shard_id, max_concurrency)
    permitted_at_s = now_s()
    await asyncio.sleep(0.5)  # in which it connects
    pace.identified(shard_id)
    return permitted_at_s


@virtual_time
async def test_identifies_of_two_processes_are_five_seconds_apart() -> None:
    locks = Locks()
    first, second = (IdentifyPace(locks.held, lambda _: None) for _ in range(2))
    began_s = now_s()
    times_s = await asyncio.gather(identify(first, 0), identify(second, 1), identify(first, 2))
    assert sorted(each - began_s for each in times_s) == [0, 5.5, 11]
    await first.close()
    await second.close()
    assert not any(each.locked() for each in locks.locks.values())


@virtual_time
async def test_shards_of_different_numbers_need_not_wait_for_each_other() -> None:
    pace = IdentifyPace(Locks().held, lambda _: None)
    began_s = now_s()
    times_s = [await identify(pace, shard, max_concurrency=2) for shard in (0, 1, 2)]
    assert [each - began_s for each in times_s] == [0, 0.5, IDENTIFY_EVERY_S + 0.5]
    await pace.close()


@virtual_time
async def test_a_shard_whose_identify_brought_no_session_waits_as_others_do() -> None:
    pace, began_s = IdentifyPace(Locks().held, lambda _: None), now_s()
    await pace.permit(0, 1)
    await pace.permit(0, 1)  # the first connection failed: it has not identified yet
    assert now_s() == began_s
    pace.identified(0)
    assert await identify(pace, 0) - began_s == IDENTIFY_EVERY_S
    assert pace.is_permitted(0)
    await pace.close()


@virtual_time
async def test_a_shard_that_does_not_identify_holds_up_others_for_half_a_minute() -> None:
    locks, began_s = Locks(), now_s()
    first, second = (IdentifyPace(locks.held, lambda _: None) for _ in range(2))
    await first.permit(0, 1)
    assert await identify(second, 1) - began_s == CONNECT_WITHIN_S
    await first.close()
    await second.close()


@virtual_time
async def test_a_database_that_fails_holds_up_nothing() -> None:
    locks, events = Locks(), list[Event]()
    locks.error = StoreError("down")
    pace, began_s = IdentifyPace(locks.held, events.append), now_s()
    assert await identify(pace, 0) == began_s
    assert not pace.is_permitted(0), "discord.py keeps the pace of this process"
    assert events == [OperationFailed(Operation.WAIT_TO_IDENTIFY, locks.error)]


@virtual_time
async def test_who_gives_up_waiting_leaves_no_lock_behind() -> None:
    locks = Locks()
    first, second = (IdentifyPace(locks.held, lambda _: None) for _ in range(2))
    await first.permit(0, 1)
    waiting = asyncio.create_task(second.permit(1, 1))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await first.close()
    await asyncio.sleep(1)
    assert not locks.locks[0].locked()


@virtual_time
async def test_closing_right_after_an_identify_gives_the_lock_back_at_once() -> None:
    locks = Locks()
    pace = IdentifyPace(locks.held, lambda _: None)
    await pace.permit(0, 1)
    await asyncio.sleep(0.5)
    pace.identified(0)
    await pace.close()
    assert not locks.locks[0].locked()
    assert now_s() == 0.5
