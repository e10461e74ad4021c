"""Each gateway shard is leased to one process, by the clock of the database."""

from __future__ import annotations

from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase

LEASE_S = 20


async def test_of_two_processes_that_claim_a_shard_the_second_gets_what_is_left(
    store: SqlStore,
) -> None:
    leases = store.shard_leases
    assert await leases.claim("a", [0, 1], lease_s=LEASE_S) == {0, 1}
    assert await leases.claim("b", [1, 2], lease_s=LEASE_S) == {2}
    assert await leases.claim("a", [0, 1], lease_s=LEASE_S) == {0, 1}, "renewed"
    assert await leases.claim("a", [], lease_s=LEASE_S) == frozenset()


async def test_a_shard_that_is_released_is_free_at_once(store: SqlStore) -> None:
    leases = store.shard_leases
    await leases.claim("a", [0, 1, 2], lease_s=LEASE_S)
    await leases.release("b", [0, 1, 2])
    await leases.release("a", [0, 1])
    assert await leases.claim("b", [0, 1, 2], lease_s=LEASE_S) == {0, 1}


async def test_a_shard_is_free_once_its_lease_is_over_and_its_first_process_has_lost_it(
    store: SqlStore, database: StoredDatabase
) -> None:
    leases = store.shard_leases
    await leases.claim("a", [0, 1], lease_s=LEASE_S)
    database.execute("UPDATE shard_leases SET lease_until = lease_until - 21 WHERE shard_id = 0")
    assert await leases.claim("b", [0, 1], lease_s=LEASE_S) == {0}
    assert await leases.claim("a", [0, 1], lease_s=LEASE_S) == {1}
