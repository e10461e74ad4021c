"""A database as an earlier version of the program left it."""

from __future__ import annotations

from pathlib import Path

from alembic import command

from tests.harness.database import StoredDatabase, migrate


def older(file: Path, revision: str = "0001") -> str:
    """The URL of a database as an earlier version left it, with a row in one of its tables."""
    database = StoredDatabase(f"sqlite:///{file}")
    migrate(database.url, command.upgrade, revision)
    database.execute("INSERT INTO synced_commands VALUES (1, 'kept')")
    return database.url
