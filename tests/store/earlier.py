"""A database as an earlier version of the program left it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from alembic import command

from bridge_bot.store import schema
from tests.harness.database import StoredDatabase, migrate, new_database


def database_at(folder: Path, revision: str) -> StoredDatabase:
    """An empty database of this folder's test, at that revision."""
    database = new_database(folder, migrated=False)
    if database.is_shared:
        migrate(database.url, command.upgrade, revision)
    else:
        shutil.copyfile(_sqlite_file_at(revision), folder / "bot.db")
    return database


@cache
def _sqlite_file_at(revision: str) -> Path:
    """An SQLite file at that revision. Each is made of the one before, once in a process."""
    folder = Path(tempfile.mkdtemp(prefix="bridge-bot-earlier-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "earlier.db"
    if before := [each for each in schema.revisions() if each < revision]:
        shutil.copyfile(_sqlite_file_at(before[-1]), file)
    migrate(f"sqlite:///{file}", command.upgrade, revision)
    return file


def older(file: Path, revision: str = "0001") -> str:
    """The URL of a database as an earlier version left it, with a row in one of its tables."""
    database = StoredDatabase(f"sqlite:///{file}")
    shutil.copyfile(_sqlite_file_at(revision), file)
    database.execute("INSERT INTO synced_commands VALUES (1, 'kept')")
    return database.url
