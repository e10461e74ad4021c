"""One answer tells a member that a machine answers, whichever process gives it."""

from __future__ import annotations

import asyncio

from bridge_bot.store.sql_store import SqlStore

ANN, BEN = 42, 43


async def test_the_first_turn_that_claims_it_tells_a_member_and_does_so_again_after_a_crash(
    store: SqlStore, url: str
) -> None:
    assert await store.disclosures.claim(ANN, 1)
    assert not await store.disclosures.claim(ANN, 2)
    async with SqlStore(url) as another:
        assert await another.disclosures.claim(ANN, 1)
        assert not await another.disclosures.claim(ANN, 2)
    assert await store.disclosures.claim(BEN, 3)


async def test_of_turns_that_claim_it_at_once_one_gets_it(store: SqlStore) -> None:
    claims = await asyncio.gather(*(store.disclosures.claim(ANN, turn) for turn in range(20)))
    assert claims.count(True) == 1


async def test_what_a_turn_did_not_tell_another_one_may(store: SqlStore) -> None:
    await store.disclosures.claim(ANN, 1)
    await store.disclosures.release(ANN, 2)  # is none of its
    assert not await store.disclosures.claim(ANN, 2)
    await store.disclosures.release(ANN, 1)
    assert await store.disclosures.claim(ANN, 2)
