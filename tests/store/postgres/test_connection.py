"""Whatever happens between the store and its server: a call ends in time and in clear words, is
done whole or not at all, and the next one works once the server does.
"""

from __future__ import annotations

import asyncio
import time as clock
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text

from bridge_bot.core.errors import StoreError, StoreUnreachable
from bridge_bot.core.model import ConversationKey
from bridge_bot.store.postgres import connection as connection_module
from bridge_bot.store.postgres.engine import POOL_SIZE
from bridge_bot.store.sql_store import SqlStore
from tests.harness import database as databases
from tests.harness.database import Rows, StoredDatabase
from tests.harness.postgres_proxy import PostgresProxy

KEY = ConversationKey("the key")
SLACK_S = 5.0
"""What a busy machine may add to a time, in seconds."""

Read = Callable[[str], Rows]
Count = Callable[[], int]


@contextmanager
def within(limit_s: float) -> Iterator[None]:
    """The context takes no longer than that, in seconds."""
    began_s = clock.monotonic()
    yield
    assert clock.monotonic() - began_s < limit_s + SLACK_S


async def write(store: SqlStore, uid: str = "a uid") -> None:
    await store.conversations.set_uid(KEY, uid)


async def uid(store: SqlStore) -> str | None:
    return (await store.conversations.get(KEY)).conversation_uid


async def sleeps(store: SqlStore, seconds: float) -> None:
    """A transaction that takes so long."""
    await store._database.transaction(lambda connection: sleep(connection, seconds))


def sleep(connection: Connection, seconds: float) -> None:
    connection.execute(text("SELECT pg_sleep(:seconds)"), {"seconds": seconds})


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - asked of the database
            await asyncio.sleep(0.02)


async def unreachable(call: Awaitable[object], words: str) -> None:
    """The call raises `StoreUnreachable` in these words, and in no other's."""
    with pytest.raises(StoreUnreachable, match=words) as caught:
        await call
    for hidden in ("127.0.0.1", "postgres", "a uid", "\n"):
        assert hidden not in str(caught.value)


def has_sleeping(database: StoredDatabase, number: int = 1) -> bool:
    """Whether so many transactions sleep in the server."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    return database.rows(f"{query} AND wait_event = 'PgSleep'") == [(number,)]


async def test_connections_that_were_cut_while_idle_cost_no_call(
    store: SqlStore, proxy: PostgresProxy
) -> None:
    await asyncio.gather(*(sleeps(store, 0.05) for _ in range(POOL_SIZE)))
    await proxy.go_down()
    await proxy.listen()
    await asyncio.gather(*(write(store) for _ in range(POOL_SIZE)))
    assert await uid(store) == "a uid"


async def test_a_transaction_whose_connection_is_lost_before_its_commit_is_done_again(
    store: SqlStore, proxy: PostgresProxy, database: StoredDatabase, connections: Count
) -> None:
    attempts: list[int] = []

    def work(connection: Connection) -> None:
        attempts.append(len(attempts))
        # First, or the server, which still sleeps, would keep the row locked.
        sleep(connection, 0 if len(attempts) > 1 else 60)
        connection.exec_driver_sql("INSERT INTO synced_commands VALUES (1, 'a')")

    call = asyncio.create_task(store._database.transaction(work))
    await until(lambda: has_sleeping(database))
    proxy.cut()
    await call
    assert len(attempts) == 2
    assert database.rows("SELECT fingerprint FROM synced_commands") == [("a",)]
    assert connections() <= POOL_SIZE


async def test_a_connection_that_is_lost_again_and_again_is_told(
    store: SqlStore, proxy: PostgresProxy, connections: Count
) -> None:
    def work(connection: Connection) -> None:
        proxy.cut()
        connection.exec_driver_sql("SELECT 1")

    await unreachable(store._database.transaction(work), r"server can't be reached \(\w+\)$")
    await write(store)
    assert await uid(store) == "a uid"
    await until(lambda: connections() <= POOL_SIZE)


async def test_a_server_that_is_down_is_told_at_once_and_used_when_it_is_back(
    store: SqlStore, proxy: PostgresProxy
) -> None:
    await proxy.go_down()
    for _ in range(3):
        with within(1):
            await unreachable(write(store), r"can't be reached \(ConnectionRefusedError\)")
    await proxy.listen()
    await write(store)
    assert await uid(store) == "a uid"


async def test_a_network_that_swallows_everything_ends_each_call_in_time(
    store: SqlStore, proxy: PostgresProxy, connections: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of calls whose connections were idle, and of those that need a new one."""
    await asyncio.gather(*(sleeps(store, 0.05) for _ in range(POOL_SIZE)))
    monkeypatch.setattr(connection_module, "TRANSACTION_S", 0.5)
    proxy.swallow()
    with within(2 * (0.5 + connection_module._CLOSE_S) + 5.0):
        results = await asyncio.gather(
            *(write(store) for _ in range(2 * POOL_SIZE)), return_exceptions=True
        )
    assert {type(result) for result in results} == {StoreUnreachable}
    assert {str(result) for result in results} == {"the database server did not answer in time"}
    monkeypatch.undo()
    proxy.pass_on()
    await asyncio.gather(*(write(store) for _ in range(2 * POOL_SIZE)))
    assert await uid(store) == "a uid"
    await until(lambda: connections() <= POOL_SIZE)


async def test_a_store_is_closed_in_time_though_the_server_says_nothing(
    proxy: PostgresProxy, connections: Count
) -> None:
    async with SqlStore(proxy.url) as store:
        await asyncio.gather(*(sleeps(store, 0.05) for _ in range(POOL_SIZE)))
        proxy.swallow()
        began_s = clock.monotonic()
    assert clock.monotonic() - began_s < connection_module._CLOSE_S + SLACK_S
    proxy.pass_on()
    await until(lambda: connections() == 0)


async def test_a_store_that_is_closed_leaves_no_connection(
    proxy: PostgresProxy, connections: Count
) -> None:
    async with SqlStore(proxy.url) as store:
        await asyncio.gather(*(sleeps(store, 0.05) for _ in range(POOL_SIZE)))
    await until(lambda: connections() == 0)


async def test_a_slow_network_is_waited_for(store: SqlStore, proxy: PostgresProxy) -> None:
    proxy.delay_s = 0.1
    await write(store)
    assert await uid(store) == "a uid"


async def test_a_commit_whose_answer_is_lost_is_told_though_it_was_done(
    store: SqlStore, proxy: PostgresProxy, rows: Read
) -> None:
    await write(store, "before")
    proxy.cut_at_commit_of = b""
    await unreachable(write(store), "can't be reached")
    await until(lambda: rows("SELECT conversation_uid FROM conversations") == [("a uid",)])
    await write(store, "after")
    assert await uid(store) == "after"


async def test_a_standby_is_told_and_left_for_the_primary(
    store: SqlStore, proxy: PostgresProxy, database: StoredDatabase
) -> None:
    """As after a failover, until the address leads to the new primary."""
    name = database.url.rpartition("/")[2].partition("?")[0]
    databases._on_server(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    await proxy.go_down()
    await proxy.listen()
    await unreachable(write(store), r"read-only: DATABASE_URL names a standby.* \(25006\)")
    databases._on_server(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    await asyncio.gather(*(write(store) for _ in range(2 * POOL_SIZE)))
    assert await uid(store) == "a uid"


async def test_connections_that_the_server_ends_cost_no_call(
    store: SqlStore, database: StoredDatabase
) -> None:
    """As by an operator, or by a server that is started again at once."""
    calls = [asyncio.create_task(sleeps(store, 0.5)) for _ in range(POOL_SIZE)]
    await until(lambda: has_sleeping(database, POOL_SIZE))
    database.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await asyncio.gather(*calls)


async def test_a_statement_that_hangs_is_ended_and_told(store: SqlStore) -> None:
    def hang(connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 100")
        sleep(connection, 60)

    with pytest.raises(StoreError, match=r"took too long for a statement \(57014\)"):
        await store._database.transaction(hang)
    await write(store)


async def test_a_lock_of_another_program_is_told(store: SqlStore) -> None:
    def change(connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = 100")
        connection.exec_driver_sql("UPDATE conversations SET language = 'en'")

    def lock(connection: Connection) -> None:
        connection.exec_driver_sql("LOCK TABLE conversations")
        sleep(connection, 1)

    holding = asyncio.create_task(store._database.transaction(lock))
    await asyncio.sleep(0.3)
    with pytest.raises(StoreError, match=r"stayed locked by another program \(55P03\)"):
        await store._database.transaction(change)
    await holding


async def test_what_another_process_holds_up_in_a_transaction_is_told(store: SqlStore) -> None:
    """As while the process is stopped, for longer than the server waits for its next statement."""

    def stop(connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 100")
        clock.sleep(0.5)  # the whole process
        connection.exec_driver_sql("SELECT 1")

    await unreachable(store._database.transaction(stop), "left waiting|can't be reached")
    await write(store)


@pytest.mark.parametrize("after_s", [0.0, 0.01, 0.1])
async def test_a_call_that_is_cancelled_is_undone_and_its_connection_not_lost(
    store: SqlStore, rows: Read, connections: Count, after_s: float
) -> None:
    def work(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO synced_commands VALUES (1, 'a')")
        sleep(connection, 60)

    for _ in range(2):
        calls = [asyncio.create_task(store._database.transaction(work)) for _ in range(POOL_SIZE)]
        await asyncio.sleep(after_s)
        for call in calls:
            call.cancel()
        with within(connection_module._CLOSE_S):
            results = await asyncio.gather(*calls, return_exceptions=True)
        assert {type(result) for result in results} == {asyncio.CancelledError}
    await asyncio.gather(*(write(store) for _ in range(2 * POOL_SIZE)))
    assert rows("SELECT * FROM synced_commands") == []
    await until(lambda: connections() <= POOL_SIZE)


async def test_a_call_that_is_cancelled_while_everything_is_swallowed_ends(
    store: SqlStore, proxy: PostgresProxy
) -> None:
    await write(store)
    proxy.swallow()
    call = asyncio.create_task(write(store))
    await asyncio.sleep(0.1)
    call.cancel()
    with within(connection_module._CLOSE_S), pytest.raises(asyncio.CancelledError):
        await call
    proxy.pass_on()
    await write(store)


async def test_many_calls_at_once_all_come_through(store: SqlStore, connections: Count) -> None:
    calls = [
        store.conversations.set_uid(ConversationKey(str(number)), "uid") for number in range(200)
    ]
    await asyncio.gather(*calls)
    assert connections() <= POOL_SIZE
    found = await asyncio.gather(
        *(store.conversations.get(ConversationKey(str(number))) for number in range(200))
    )
    assert {each.conversation_uid for each in found} == {"uid"}


async def test_what_waits_too_long_for_a_connection_is_refused_and_what_comes_next_is_not(
    proxy: PostgresProxy, monkeypatch: pytest.MonkeyPatch, database: StoredDatabase
) -> None:
    monkeypatch.setattr("bridge_bot.store.postgres.engine.QUEUE_S", 0.3)
    async with SqlStore(proxy.url) as store:
        sleeping = [asyncio.create_task(sleeps(store, 60)) for _ in range(POOL_SIZE)]
        await until(lambda: has_sleeping(database, POOL_SIZE))
        with within(0.3), pytest.raises(StoreError, match="too busy") as caught:
            await write(store)
        assert not isinstance(caught.value, StoreUnreachable)
        for call in sleeping:
            call.cancel()
        await asyncio.gather(*sleeping, return_exceptions=True)
        await write(store)


async def test_transactions_that_lock_each_other_out_are_done_again(
    store: SqlStore, rows: Read
) -> None:
    for shard in (1, 2):
        await store.discord.move_watermark(shard, 1)
    attempts = 0

    async def increase(*shards: int) -> None:
        def work(connection: Connection) -> None:
            nonlocal attempts
            attempts += 1
            for shard in shards:
                connection.exec_driver_sql(
                    f"UPDATE watermarks SET message_id = message_id + 1 WHERE shard_id = {shard}"
                )
                sleep(connection, 0.3)

        await store._database.transaction(work)

    await asyncio.gather(increase(1, 2), increase(2, 1))
    assert rows("SELECT message_id FROM watermarks") == [(3,), (3,)]
    assert attempts == 3


async def test_a_table_that_another_process_upgrades_meanwhile_costs_no_call(
    store: SqlStore, database: StoredDatabase
) -> None:
    """A prepared statement of its whole row no longer fits to it."""
    query = "SELECT * FROM synced_commands"
    await store._database.transaction(lambda connection: connection.exec_driver_sql(query).all())
    database.execute("ALTER TABLE synced_commands ADD COLUMN further BIGINT")
    await store._database.transaction(lambda connection: connection.exec_driver_sql(query).all())
