"""A database as an earlier version of the program left it."""

from __future__ import annotations

from pathlib import Path

from alembic import command

from bridge_bot.store import schema
from bridge_bot.store.sqlite.engine import schema_engine


def older(file: Path, revision: str = "0001") -> str:
    """The URL of a database as an earlier version left it, with a row in one of its tables."""
    url = f"sqlite:///{file}"
    with schema_engine(url).connect() as connection:
        connection.exec_driver_sql("BEGIN")
        command.upgrade(schema._config(connection), revision)
        connection.exec_driver_sql("INSERT INTO synced_commands VALUES (1, 'kept')")
        connection.commit()
    return url
