"""A migrated database without migrating: a copy of one that each test process makes once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from alembic.config import Config

from bridge_bot.store import schema
from bridge_bot.store.sqlite.engine import schema_engine


def migrated_database(file: Path) -> Path:
    """Put an empty database at the newest revision there, and return the file."""
    shutil.copyfile(_template(), file)
    file.chmod(0o600)  # as the bot makes its own; it warns of a file that others may read
    return file


def migrate(url: str, step: Callable[[Config, str], object], revision: str) -> None:
    """Do `upgrade` or `downgrade` of Alembic's commands to a revision, in one transaction."""
    with schema_engine(url).connect() as connection:
        connection.exec_driver_sql("BEGIN")
        step(schema._config(connection), revision)
        connection.commit()


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bridge-bot-template-"))
    file = folder / "template.db"
    schema.upgrade(f"sqlite:///{file}")
    return file
