"""Work on the schema of a PostgreSQL database: in a transaction, and one program at a time."""

from __future__ import annotations

import asyncio
import threading

import pytest
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError, StoreUnreachable
from bridge_bot.store.postgres.schema import PostgresSchema
from tests.harness.database import StoredDatabase
from tests.harness.postgres_proxy import PostgresProxy

_CREATE = "CREATE TABLE further (id BIGINT)"


def create(connection: Connection) -> None:
    connection.exec_driver_sql(_CREATE)


async def test_a_change_that_fails_is_undone_with_its_tables(database: StoredDatabase) -> None:
    def fail(connection: Connection) -> None:
        create(connection)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        PostgresSchema(database.url).change(fail)
    PostgresSchema(database.url).change(create)


async def test_of_two_programs_that_change_the_tables_one_waits(database: StoredDatabase) -> None:
    begun, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def first(_: Connection) -> None:
        begun.set()
        assert go_on.wait(20)
        order.append("first")

    schema = PostgresSchema(database.url)
    one = asyncio.create_task(asyncio.to_thread(schema.change, first))
    assert await asyncio.to_thread(begun.wait, 20)
    two = asyncio.create_task(asyncio.to_thread(schema.change, lambda _: order.append("second")))
    waiting = (
        "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)"
        " WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()"
    )
    async with asyncio.timeout(20):
        while not database.rows(waiting):  # noqa: ASYNC110 - asked of the database
            await asyncio.sleep(0.02)
    go_on.set()
    await asyncio.gather(one, two)
    assert order == ["first", "second"]


async def test_an_error_of_a_change_is_a_store_error(database: StoredDatabase) -> None:
    with pytest.raises(StoreError, match=r'"missing" does not exist \(42P01\)$'):
        PostgresSchema(database.url).change(
            lambda connection: connection.exec_driver_sql("SELECT * FROM missing")
        )


async def test_a_server_that_is_down_is_told(proxy: PostgresProxy) -> None:
    await proxy.go_down()
    with pytest.raises(StoreUnreachable, match="can't be reached"):
        await asyncio.to_thread(PostgresSchema(proxy.url).read, lambda _: None)


async def test_reading_ends_though_the_server_says_nothing(
    proxy: PostgresProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bridge_bot.store.postgres.schema.READ_S", 0.5)

    def read(connection: Connection) -> None:
        proxy._passing.clear()
        connection.exec_driver_sql("SELECT 1")

    with pytest.raises(StoreUnreachable, match="did not answer in time"):
        await asyncio.to_thread(PostgresSchema(proxy.url).read, read)


async def test_there_is_no_copy_and_nothing_to_make(database: StoredDatabase) -> None:
    schema = PostgresSchema(database.url)
    assert schema.prepare() == []

    def work(connection: Connection) -> None:
        with schema.copied(connection, "0001") as copy:
            assert copy is None

    schema.change(work)
