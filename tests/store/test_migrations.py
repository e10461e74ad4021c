"""A database of every earlier version, with rows in every table, comes through the upgrade."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, Text, insert, select

from bridge_bot.core.model import FINISHED, TurnState
from bridge_bot.store import schema
from bridge_bot.store.engines import schema_of
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import (
    Rows,
    StoredDatabase,
    migrate,
    new_database,
    unfinished_turns,
)
from tests.harness.forked_process import run_source
from tests.store.earlier import database_at

STATES = [state.value for state in TurnState]
BIG = 2**62

RowsOfTables = dict[str, list[dict[str, object]]]

# What a migration is meant to change in the rows of a version before it.
NEW_STATES = {"0001": {"queued": "stopped", "asked": "stopped", "streaming": "stopped"}}


def tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def filled(table: Table) -> Iterator[dict[str, object]]:
    """Rows for a table: as many as there are states, each column with a value of its own, or with
    that of the column that it refers to.
    """
    for number, state in enumerate(STATES):
        row: dict[str, object] = {}
        for column in table.columns:
            key = next(iter(column.foreign_keys), None)
            row[column.name] = value_of(key.column if key else column, number)
        row |= {"state": state} if "state" in row else {}
        yield row


def value_of(column: Column[object], number: int) -> object:
    """What a column has in the row of that number."""
    if isinstance(column.type, Text):
        return f"{column.name} {number}"
    if column.name == "id" or not isinstance(column.type, BigInteger):
        return number
    return BIG + 10 * number + list(column.table.columns).index(column)


def rows(
    connection: Connection, columns: dict[str, list[str]], known: list[Table] | None = None
) -> RowsOfTables:
    """All rows of these tables, as far as these columns go. `known` are the tables that are there,
    if they were looked up already.
    """
    found: RowsOfTables = {}
    for table in known or tables(connection):
        if table.name in columns:
            wanted = [table.columns[name] for name in columns[table.name]]
            query = select(*wanted).order_by(*table.primary_key)
            found[table.name] = [dict(row) for row in connection.execute(query).mappings()]
    return found


def fill(connection: Connection) -> list[Table]:
    """Put rows into every table, and return the tables."""
    found = tables(connection)
    for table in found:
        connection.execute(insert(table), list(filled(table)))
    return found


def broken_references(database: StoredDatabase) -> Rows:
    """The rows that refer to none. PostgreSQL makes sure of it by itself."""
    is_sqlite = database.url.startswith("sqlite")
    return database.rows("PRAGMA foreign_key_check") if is_sqlite else []


@pytest.mark.parametrize("revision", schema.revisions()[:-1])
async def test_what_an_earlier_version_kept_is_kept(tmp_path: Path, revision: str) -> None:
    database = database_at(tmp_path, revision)
    earlier = schema_of(database.url).change(fill)
    columns = {table.name: [column.name for column in table.columns] for table in earlier}
    before = schema_of(database.url).read(partial(rows, columns=columns, known=earlier))
    assert all(len(found) == len(STATES) for found in before.values())
    changed = NEW_STATES.get(revision, {})
    for turn in before["turns"]:
        turn["state"] = changed.get(str(turn["state"]), turn["state"])

    assert schema.upgrade(database.url)
    schema.verify(database.url)
    assert schema_of(database.url).read(partial(rows, columns=columns)) == before
    assert broken_references(database) == []
    assert "watermarks" in schema_of(database.url).read(schema._columns)
    async with SqlStore(database.url) as store:
        unfinished_now = await unfinished_turns(store)
        left = [turn.state for turn in unfinished_now]
        if revision < "0003":
            # Their ids stand in the nonces of messages that may just have been posted.
            assert all(each.turn.id == each.turn.question.id for each in unfinished_now)
            assert all(each.turn.attempt == 1 for each in unfinished_now)
    unfinished = [state for state in TurnState if state not in FINISHED]
    assert left == [state for state in unfinished if state not in changed]


def test_turns_from_before_0002_get_the_server_of_their_conversation(tmp_path: Path) -> None:
    """Those of direct messages have none."""
    database = database_at(tmp_path, "0001")
    database.execute(
        "INSERT INTO conversations VALUES ('7', NULL, NULL, 7, 5, 1, 1)",
        "INSERT INTO conversations VALUES ('8', NULL, NULL, 8, NULL, 1, 1)",
        "INSERT INTO turns (id, conversation_key, asker_id, channel_id, state, created_at,"
        " updated_at) VALUES (11, '7', 3, 7, 'done', 1, 1), (12, '8', 3, 8, 'done', 1, 1)",
    )
    assert schema.upgrade(database.url)
    assert database.rows("SELECT id, guild_id FROM turns ORDER BY id") == [(11, 5), (12, None)]


def test_going_back_from_0003_gives_turns_the_ids_of_their_questions(tmp_path: Path) -> None:
    """Of two attempts at a question the later one stays, with its messages."""
    database = database_at(tmp_path, "0003")
    database.execute(
        "INSERT INTO conversations VALUES ('7', NULL, NULL, 7, 1, 1, 1)",
        "INSERT INTO turns (id, question_id, attempt, conversation_key, asker_id, channel_id,"
        " state, created_at, updated_at) VALUES (901, 11, 1, '7', 3, 7, 'done', 1, 1),"
        " (902, 11, 2, '7', 3, 7, 'done', 1, 1), (903, 12, 1, '7', 3, 7, 'done', 1, 1)",
        "INSERT INTO reply_messages VALUES (501, 901, 0), (502, 902, 0), (503, 903, 0)",
    )
    migrate(database.url, command.downgrade, "0002")
    assert database.rows("SELECT id FROM turns ORDER BY id") == [(11,), (12,)]
    messages = database.rows("SELECT message_id, turn_id FROM reply_messages ORDER BY message_id")
    assert messages == [(502, 11), (503, 12)]
    assert broken_references(database) == []
    schema.upgrade(database.url)
    schema.verify(database.url)


def test_the_servers_of_before_0014_are_known_and_those_of_members_alone_are_not(
    tmp_path: Path,
) -> None:
    """Where only the member saw the answers, the bot may be in no server."""
    database = database_at(tmp_path, "0013")
    database.execute(
        "INSERT INTO conversations (key, guild_id, created_at, updated_at) VALUES"
        " ('7', 1, 1, 1), ('8', NULL, 1, 1), ('5:9', 2, 1, 1)",
        "INSERT INTO guild_settings (guild_id, version, changed_at) VALUES (1, 1, 1), (3, 1, 1)",
    )
    assert schema.upgrade(database.url)
    found = database.rows("SELECT guild_id, left_at FROM guilds ORDER BY guild_id")
    assert found == [(1, None), (3, None)]


def test_going_back_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    migrate(database.url, command.downgrade, "base")
    assert schema_of(database.url).read(tables) == []
    assert schema.upgrade(database.url)


@pytest.mark.sqlite
def test_a_question_leaves_no_trace_where_its_table_was_copied(tmp_path: Path) -> None:
    """A migration copies the table and drops the old one, and what was in it must be gone."""
    file = tmp_path / "bot.db"
    url = f"sqlite:///{file}"
    migrate(url, command.upgrade, "0002")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("PRAGMA secure_delete=ON")
        database.execute("INSERT INTO conversations VALUES ('7', NULL, NULL, 7, 1, 1, 1)")
        database.executemany(
            "INSERT INTO turns (id, conversation_key, asker_id, channel_id, state, question,"
            " created_at, updated_at) VALUES (?, '7', 3, 7, 'queued', ?, 1, 1)",
            [(number, f"the secret text {'and more ' * 20}") for number in range(500)],
        )
    migrate(url, command.upgrade, "0003")
    assert file.read_bytes().count(b"the secret text") == 500
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("PRAGMA secure_delete=ON")
        database.execute("UPDATE turns SET question = NULL")
    assert b"secret" not in file.read_bytes()


KILLED = """
import os, signal, sys
from sqlalchemy import Engine, event
from bridge_bot.store import schema
from bridge_bot.store.engines import schema_of

@event.listens_for(Engine, "after_cursor_execute")
def kill(connection, cursor, statement, *_):
    if "DROP TABLE turns" in statement:
        os.kill(os.getpid(), signal.SIGKILL)

schema.upgrade(sys.argv[1])
"""


@pytest.mark.sqlite
def test_an_upgrade_that_is_killed_has_changed_nothing_and_can_be_repeated(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    url = f"sqlite:///{file}"
    migrate(url, command.upgrade, "0002")
    schema_of(url).change(fill)
    killed = run_source(KILLED, url)
    assert killed.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [("0002",)]
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (len(STATES),)
        assert database.execute("SELECT count(*) FROM reply_messages").fetchone() == (len(STATES),)
    assert schema.upgrade(url)
    schema.verify(url)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (len(STATES),)
        assert database.execute("SELECT count(*) FROM reply_messages").fetchone() == (len(STATES),)
