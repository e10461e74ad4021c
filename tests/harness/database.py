"""A migrated database without migrating: a copy of one that each test process makes once."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from bridge_bot.store import schema


def migrated_database(file: Path) -> Path:
    """Put an empty database at the newest revision there, and return the file."""
    shutil.copyfile(_template(), file)
    file.chmod(0o600)  # as the bot makes its own; it warns of a file that others may read
    return file


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bridge-bot-template-"))
    file = folder / "template.db"
    schema.upgrade(f"sqlite:///{file}")
    return file
