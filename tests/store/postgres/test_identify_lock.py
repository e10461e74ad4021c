"""The locks by which processes send their IDENTIFYs one after the other."""

from __future__ import annotations

import asyncio

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.store.postgres.identify_lock import identify_lock
from tests.harness.database import StoredDatabase
from tests.harness.postgres_proxy import PostgresProxy

WITHIN_S = 30.0


async def is_held(database: StoredDatabase, number: int) -> bool:
    """Whether it can't be had at once."""
    try:
        async with asyncio.timeout(1.0), identify_lock(database.url, number):
            return False
    except TimeoutError:
        return True


async def test_who_comes_second_has_the_lock_once_the_first_gives_it_back(
    database: StoredDatabase,
) -> None:
    """A lock of another number does not wait for it."""
    async with identify_lock(database.url, 0):
        assert await is_held(database, 0)
        assert not await is_held(database, 1)
    async with asyncio.timeout(WITHIN_S), identify_lock(database.url, 0):
        pass


async def test_a_lock_is_kept_as_long_as_its_process_lives_and_not_for_one_that_hangs(
    database: StoredDatabase, proxy: PostgresProxy
) -> None:
    async with identify_lock(database.url, 0), identify_lock(proxy.url, 1):
        proxy.swallow()
        async with asyncio.timeout(WITHIN_S), identify_lock(database.url, 1):
            assert await is_held(database, 0)


async def test_a_server_that_is_not_there_is_an_error_of_the_store(proxy: PostgresProxy) -> None:
    await proxy.go_down()
    with pytest.raises(StoreError):
        async with identify_lock(proxy.url, 0):
            pass
