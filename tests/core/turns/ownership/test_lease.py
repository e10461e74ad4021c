"""A process writes for its turns only while their leases outlast a request."""

from __future__ import annotations

import asyncio

from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S, REQUEST_S, WriteLease
from tests.harness.virtual_time import now_s, virtual_time


@virtual_time
async def test_while_claims_come_regularly_it_is_always_certain_who_writes() -> None:
    lease = WriteLease()
    assert lease.is_certain(), "nothing was leased yet"
    for _ in range(20):
        lease.claimed(now_s())
        await asyncio.sleep(2 * CLAIM_EVERY_S)  # also if one fails
        assert lease.is_certain()


@virtual_time
async def test_nothing_is_written_that_could_arrive_after_the_end_of_the_lease() -> None:
    lease = WriteLease()
    began_s = now_s()
    await asyncio.sleep(2)  # which the claim took
    lease.claimed(began_s)
    await asyncio.sleep(LEASE_S - REQUEST_S - 2)
    assert lease.is_certain(), "a request that takes its whole time ends with the lease"
    await asyncio.sleep(0.1)
    assert not lease.is_certain()


@virtual_time
async def test_after_a_pause_the_next_claim_ends_the_doubt_of_all_who_wait() -> None:
    lease = WriteLease()
    lease.claimed(now_s())
    await asyncio.sleep(3600)
    waiting = [asyncio.create_task(lease.certain()) for _ in range(3)]
    await asyncio.sleep(1)
    lease.claimed(now_s() - LEASE_S)  # a claim that took too long
    await asyncio.sleep(1)
    assert not any(each.done() for each in waiting)
    lease.claimed(now_s())
    async with asyncio.timeout(1):
        await asyncio.gather(*waiting)
