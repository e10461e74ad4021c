"""A process connects the shards that it has, waits for others, and learns of those it has lost."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, OperationFailed, ShardsClaimed, ShardsElsewhere
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.turns.ownership.lease import LEASE_S
from bridge_bot.discord_adapter.gateway.shard_claims import WAITING_EVERY_S, ShardClaims
from tests.harness.virtual_time import now_s, virtual_time


class Leases:
    """Leases as a database keeps them, by the clock of the test."""

    def __init__(self) -> None:
        self.rows: dict[int, tuple[str, float]] = {}
        self.error: StoreError | None = None

    async def claim(
        self, owner: str, shard_ids: Collection[int], *, lease_s: int
    ) -> frozenset[int]:
        if self.error is not None:
            raise self.error
        for each in shard_ids:
            if each not in self.rows or self.rows[each][0] == owner or self.rows[each][1] < now_s():
                self.rows[each] = (owner, now_s() + lease_s)
        return frozenset(each for each in shard_ids if self.rows[each][0] == owner)

    async def release(self, owner: str, shard_ids: Collection[int]) -> None:
        for each in shard_ids:
            if self.rows[each][0] == owner:
                del self.rows[each]


class Process:
    """The claims of one process, and what it was told."""

    def __init__(self, leases: Leases | None) -> None:
        self.events = list[Event]()
        self.gateway = GatewayShards(now_s)
        self.claims = ShardClaims(leases, self.gateway, self.events.append)
        self.gains = 0

    async def begin(self, *shard_ids: int) -> frozenset[int]:
        """Claim shards; returns those that it has."""
        await self.claims.begin(shard_ids, self.on_gained)
        return frozenset(filter(self.claims.has, shard_ids))

    def on_gained(self) -> None:
        self.gains += 1


async def test_a_process_alone_has_all_of_its_shards() -> None:
    process = Process(None)
    assert await process.begin(0, 1) == {0, 1}
    await process.claims.close()
    assert process.events == []


@virtual_time
async def test_the_second_of_two_is_told_once_and_has_the_shard_once_the_first_stops() -> None:
    leases = Leases()
    first, second = Process(leases), Process(leases)
    assert await first.begin(0, 1) == {0, 1}
    assert await second.begin(1, 2) == {2}
    waiting = asyncio.create_task(second.claims.gained(1))
    await asyncio.sleep(10 * LEASE_S)
    assert not waiting.done()
    assert second.events == [ShardsElsewhere((1,))]
    assert second.gateway.report().elsewhere == (1,)
    await first.claims.close()
    async with asyncio.timeout(2 * WAITING_EVERY_S):
        await waiting
    assert second.events[1:] == [ShardsClaimed((1,))]
    assert (second.gateway.report().elsewhere, second.gains) == ((), 1)
    assert first.events == []
    await second.claims.close()


@virtual_time
async def test_a_process_that_stood_still_learns_that_its_shard_is_anothers() -> None:
    leases = Leases()
    first, second = Process(leases), Process(leases)
    await first.begin(0)
    leases.rows[0] = (leases.rows[0][0], now_s() - 1)
    assert await second.begin(0) == {0}
    async with asyncio.timeout(LEASE_S):
        await first.claims.lost()
    assert not first.claims.has(0)
    assert first.events == [ShardsElsewhere((0,))]
    losing = asyncio.create_task(first.claims.lost())  # the next client looks before it begins
    await first.begin(0)
    assert not first.claims.has(0)
    await asyncio.sleep(LEASE_S)
    assert not losing.done(), "that client would be ended, too"
    losing.cancel()
    await second.claims.close()
    async with asyncio.timeout(2 * WAITING_EVERY_S):
        await first.claims.gained(0)
    await first.claims.close()


@virtual_time
async def test_a_database_that_fails_takes_no_shard_away() -> None:
    leases = Leases()
    process = Process(leases)
    leases.error = StoreError("down")
    beginning = asyncio.create_task(process.begin(0))
    await asyncio.sleep(LEASE_S)
    assert not beginning.done()
    leases.error = None
    assert await beginning == {0}
    leases.error = StoreError("down")
    await asyncio.sleep(10 * LEASE_S)
    assert process.claims.has(0)
    async with asyncio.timeout(1):
        await process.begin(0)  # by the next client, which need not wait
    assert {type(each) for each in process.events} == {OperationFailed}
    leases.error = None
    await process.claims.close()
