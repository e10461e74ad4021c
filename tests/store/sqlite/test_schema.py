"""Work on the schema of a file: alone, whole or not at all, with a copy."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.schema import SqliteSchema


@pytest.fixture
def schema(tmp_path: Path) -> SqliteSchema:
    return SqliteSchema(f"sqlite:///{tmp_path}/below/bot.db?timeout=0")


def tables(connection: Connection) -> list[str]:
    """The names of the tables."""
    return list(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())


def test_the_file_and_its_folder_are_made_for_their_owner_alone(
    schema: SqliteSchema, tmp_path: Path
) -> None:
    assert schema.prepare() == []
    for path, mode in ((tmp_path / "below", 0o700), (tmp_path / "below/bot.db", 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_that_cannot_be_looked_for_is_named_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 256) / "bot.db"
    schema = SqliteSchema(f"sqlite:///{file}")
    for work in (schema.exists, schema.check_exists, schema.prepare):
        with pytest.raises(StoreError, match=r"bot\.db.*: File name too long"):
            work()


def test_a_change_is_whole_or_not_at_all(schema: SqliteSchema) -> None:
    schema.prepare()

    def change(connection: Connection) -> list[str]:
        connection.exec_driver_sql("CREATE TABLE a (id INTEGER)")
        return tables(connection)

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE b (id INTEGER)")
        raise ValueError("no")

    assert schema.change(change) == ["a"]
    with pytest.raises(ValueError, match="no"):
        schema.change(fail)
    assert schema.read(tables) == ["a"]


def test_nobody_else_writes_during_a_change(schema: SqliteSchema, tmp_path: Path) -> None:
    schema.prepare()

    def change(_: Connection) -> None:
        with closing(sqlite3.connect(tmp_path / "below/bot.db", timeout=0)) as other:
            other.execute("CREATE TABLE a (id INTEGER)")

    with pytest.raises(StoreError, match="locked"):
        schema.change(change)


def test_there_is_a_copy_of_what_a_file_holds_and_none_of_an_empty_one(
    schema: SqliteSchema, tmp_path: Path
) -> None:
    schema.prepare()

    def copies(connection: Connection) -> Path | None:
        with schema.copied(connection, "0002") as copy:
            return copy

    assert schema.change(copies) is None
    schema.change(lambda connection: connection.exec_driver_sql("CREATE TABLE a (id INTEGER)"))
    copy = schema.change(copies)
    assert copy is not None
    assert copy.name.startswith("bot.db.0002-")
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]
