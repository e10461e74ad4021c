"""Requests are counted by day and scope, and no limit is exceeded, however many count at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bridge_bot.core.model import EVERYTHING, Scope, ScopeKind
from bridge_bot.core.ports import CountedRequest
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import Rows, StoredDatabase

ANN, BEN = Scope(ScopeKind.MEMBER, 2**62), Scope(ScopeKind.MEMBER, 4)
HERE = Scope(ScopeKind.GUILD, 1)
TODAY = 20_000
UNLIMITED = {ANN: 0, HERE: 0, EVERYTHING: 0}


async def test_a_request_counts_in_each_of_its_scopes(store: SqlStore) -> None:
    assert await store.requests.get(TODAY, UNLIMITED) == {}
    await store.requests.count(TODAY, UNLIMITED)
    await store.requests.count(TODAY, {BEN: 0, EVERYTHING: 0})
    assert await store.requests.get(TODAY, [ANN, BEN, HERE, EVERYTHING]) == {
        ANN: 1,
        BEN: 1,
        HERE: 1,
        EVERYTHING: 2,
    }
    assert await store.requests.get(TODAY, [BEN]) == {BEN: 1}
    assert await store.requests.get(TODAY, []) == {}


async def test_beyond_a_limit_a_request_counts_nowhere(store: SqlStore) -> None:
    limits = {ANN: 5, HERE: 2, EVERYTHING: 7}
    for _ in range(2):
        assert (await store.requests.count(TODAY, limits)).refused_by is None
    assert await store.requests.count(TODAY, limits) == CountedRequest(
        refused_by=HERE, reached=(HERE,)
    )
    assert await store.requests.get(TODAY, limits) == {ANN: 2, HERE: 2, EVERYTHING: 2}
    assert (await store.requests.count(TODAY, {BEN: 5, EVERYTHING: 7})).refused_by is None


async def test_a_limit_that_is_lower_than_what_was_asked_is_reached(store: SqlStore) -> None:
    for _ in range(3):
        await store.requests.count(TODAY, UNLIMITED)
    assert (await store.requests.count(TODAY, {EVERYTHING: 2})).refused_by == EVERYTHING


async def test_each_day_begins_anew(store: SqlStore) -> None:
    limits = {EVERYTHING: 1}
    assert (await store.requests.count(TODAY, limits)).refused_by is None
    assert (await store.requests.count(TODAY, limits)).refused_by == EVERYTHING
    assert (await store.requests.count(TODAY + 1, limits)).refused_by is None


async def test_a_limit_is_reached_by_its_last_request_and_by_each_that_is_refused(
    store: SqlStore,
) -> None:
    assert (await store.requests.count(TODAY, {ANN: 2, BEN: 0})).reached == ()
    assert (await store.requests.count(TODAY, {ANN: 2, BEN: 0})).reached == (ANN,)
    refused = await store.requests.count(TODAY, {ANN: 2, BEN: 0})
    assert refused == CountedRequest(refused_by=ANN, reached=(ANN,))


async def test_that_a_kind_of_limit_is_reached_is_noted_once_a_day(store: SqlStore) -> None:
    assert await store.requests.note_reached(TODAY, ScopeKind.MEMBER)
    assert not await store.requests.note_reached(TODAY, ScopeKind.MEMBER)
    assert await store.requests.note_reached(TODAY, ScopeKind.ALL)
    assert await store.requests.note_reached(TODAY + 1, ScopeKind.MEMBER)


async def test_a_member_in_one_server_is_counted_apart_from_others(store: SqlStore) -> None:
    ann_here, ben_here = Scope(ScopeKind.GUILD_MEMBER, 1, 3), Scope(ScopeKind.GUILD_MEMBER, 1, 4)
    await store.requests.count(TODAY, {ann_here: 1})
    assert (await store.requests.count(TODAY, {ann_here: 1})).refused_by == ann_here
    assert (await store.requests.count(TODAY, {ben_here: 1})).refused_by is None
    await store.requests.take_back(TODAY, [ann_here])
    assert await store.requests.get(TODAY, [ann_here, ben_here]) == {ann_here: 0, ben_here: 1}


async def test_what_is_taken_back_does_not_count(store: SqlStore) -> None:
    await store.requests.count(TODAY, {ANN: 1, EVERYTHING: 0})
    await store.requests.take_back(TODAY, [ANN, EVERYTHING])
    await store.requests.take_back(TODAY, [ANN, BEN])
    assert await store.requests.get(TODAY, [ANN, BEN, EVERYTHING]) == {ANN: 0, EVERYTHING: 0}
    assert (await store.requests.count(TODAY, {ANN: 1})).refused_by is None


async def test_earlier_days_are_forgotten(store: SqlStore, rows: Callable[[str], Rows]) -> None:
    for day in (TODAY - 1, TODAY):
        await store.requests.count(day, {ANN: 1})
        await store.requests.note_reached(day, ScopeKind.MEMBER)
    await store.requests.forget_before(TODAY)
    assert rows("SELECT day, scope FROM request_counts") == [(TODAY, "member")]
    assert rows("SELECT day, scope FROM reached_limits") == [(TODAY, "member")]


async def test_of_many_requests_at_once_exactly_as_many_count_as_the_limit_allows(
    url: str, database: StoredDatabase
) -> None:
    """From two stores, as of two processes, and of members whose scopes overlap."""
    limits = [{member: 40, HERE: 15, EVERYTHING: 10} for member in (ANN, BEN)]
    # SQLite has one process, and its second connection would wait for a tenth of a second only.
    other_url = url if database.is_shared else database.url
    async with SqlStore(url) as one, SqlStore(other_url) as other:
        stores = (one, other) if database.is_shared else (one, one)
        counted = await asyncio.gather(
            *(stores[n % 2].requests.count(TODAY, limits[n // 2 % 2]) for n in range(50))
        )
        assert [each.refused_by for each in counted].count(None) == 10
        found = await one.requests.get(TODAY, [ANN, BEN, HERE, EVERYTHING])
    assert (found[HERE], found[EVERYTHING], found[ANN] + found[BEN]) == (10, 10, 10)
    assert sum(EVERYTHING in each.reached for each in counted if each.refused_by is None) == 1
