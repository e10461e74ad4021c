"""A transaction, on either engine: whole or not at all, and its errors are the store's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select

from bridge_bot.core.errors import StoreError
from bridge_bot.store.database import execute, pairs
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import WATERMARKS

Read = Callable[[str], list[tuple[object, ...]]]


async def test_a_transaction_that_raises_is_rolled_back(store: SqlStore) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO synced_commands VALUES (1, 'a')")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await store._database.transaction(fail)
    assert await store.discord.synced_commands(1) is None


async def test_what_sqlalchemy_raises_is_a_store_error(store: SqlStore) -> None:
    with pytest.raises(StoreError, match=r'no such table|"missing" does not exist'):
        await store._database.transaction(
            lambda connection: connection.exec_driver_sql("SELECT * FROM missing")
        )


async def test_executing_tells_how_many_rows_were_changed(store: SqlStore, rows: Read) -> None:
    for shard in (1, 2):
        await store.discord.move_watermark(shard, 5)
    changed = await execute(store._database, WATERMARKS.update().values(message_id=6), {})
    assert changed == 2
    assert rows("SELECT message_id FROM watermarks") == [(6,), (6,)]


async def test_pairs_are_a_mapping_from_the_first_column_to_the_second(store: SqlStore) -> None:
    await store.discord.move_watermark(1, 5)
    query = select(WATERMARKS.c.shard_id, WATERMARKS.c.message_id)
    found = await store._database.transaction(lambda connection: pairs(connection, query))
    assert found == {1: 5}
