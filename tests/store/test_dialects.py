"""What the engines say differently in SQL does the same on each."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest
from sqlalchemy import Connection, Insert, literal, select

from bridge_bot.store.dialects import (
    PerDialect,
    database_now_s,
    greater_of,
    insert_if_new,
    upsert,
    upsert_below,
)
from bridge_bot.store.engines import schema_of
from bridge_bot.store.tables import CONVERSATIONS, REQUEST_COUNTS, WATERMARKS
from tests.harness.database import StoredDatabase

Read = Callable[[str], list[tuple[object, ...]]]

ROW = {"key": "7", "conversation_uid": "uid-1", "created_at": 1, "updated_at": 1}


def run(database: StoredDatabase, statement: PerDialect, row: Mapping[str, object]) -> int:
    """Run a statement, and return how many rows it changed."""
    return schema_of(database.url).change(
        lambda connection: connection.execute(statement.on(connection), row).rowcount
    )


def value(database: StoredDatabase, expression: object) -> object:
    """The value of an expression."""
    return schema_of(database.url).read(
        lambda connection: connection.scalar(select(expression))  # type: ignore[call-overload]
    )


def test_the_clock_of_the_database_gives_whole_seconds_since_the_epoch(
    database: StoredDatabase,
) -> None:
    now_s = value(database, database_now_s())
    assert isinstance(now_s, int)
    assert abs(now_s - time.time()) < 10


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 1), (2, 2), (-(2**62), 2)])
def test_of_two_values_the_greater_one_is_taken(
    database: StoredDatabase, one: int, other: int
) -> None:
    assert value(database, greater_of(one, other)) == 2


def test_a_connection_gets_the_statement_of_its_engine_which_is_built_once(
    database: StoredDatabase,
) -> None:
    statement = insert_if_new(WATERMARKS)

    def taken(connection: Connection) -> tuple[str, Insert]:
        return connection.dialect.name, statement.on(connection)

    name, first = schema_of(database.url).read(taken)
    assert type(first).__module__.startswith(f"sqlalchemy.dialects.{name}.")
    assert schema_of(database.url).read(taken)[1] is first


def test_a_row_is_inserted_once_and_the_second_time_nothing_changes(
    database: StoredDatabase, rows: Read
) -> None:
    statement = insert_if_new(CONVERSATIONS, language=greater_of("de", "en"))
    assert run(database, statement, ROW) == 1
    assert run(database, statement, ROW | {"conversation_uid": "uid-2"}) == 0
    assert rows("SELECT conversation_uid, language FROM conversations") == [("uid-1", "en")]


def test_of_a_row_that_is_there_the_named_columns_change(
    database: StoredDatabase, rows: Read
) -> None:
    """Replaced always, filled where there was nothing, increased where it is greater."""
    statement = upsert(
        CONVERSATIONS,
        replaced=["conversation_uid"],
        filled=["language", "guild_id"],
        increased=["updated_at"],
    )
    query = "SELECT conversation_uid, language, guild_id, created_at, updated_at FROM conversations"
    first = ROW | {"language": "de", "guild_id": None}
    assert run(database, statement, first) == 1
    assert rows(query) == [("uid-1", "de", None, 1, 1)]
    later = {"key": "7", "conversation_uid": None, "language": "en", "guild_id": 5}
    assert run(database, statement, later | {"created_at": 9, "updated_at": 9}) == 1
    assert rows(query) == [(None, "de", 5, 1, 9)]
    run(database, statement, first)
    assert rows(query) == [("uid-1", "de", 5, 1, 9)]


def test_a_count_is_raised_until_it_reaches_a_limit(database: StoredDatabase, rows: Read) -> None:
    """What it comes to is given; a row that is new is not compared with the limit."""
    counts = REQUEST_COUNTS.c
    statement = upsert_below(REQUEST_COUNTS, counts.requests, literal(3))
    row = {"day": 1, "scope": "all", "scope_id": 0, "requests": 2}

    def count(connection: Connection) -> int | None:
        found: int | None = connection.scalar(statement.on(connection), row)
        return found

    schema = schema_of(database.url)
    assert [schema.change(count) for _ in range(3)] == [2, 4, None]
    assert rows("SELECT requests FROM request_counts") == [(4,)]
