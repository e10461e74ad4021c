"""A long transaction on a file that no bot uses meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.exclusive import exclusive_transaction
from bridge_bot.store.sqlite.run_lock import run_lock
from tests.harness.database import StoredDatabase, migrated_database

ADD = "INSERT INTO watermarks VALUES (1, 2)"


@pytest.fixture
def database(tmp_path: Path) -> StoredDatabase:
    return StoredDatabase(f"sqlite:///{migrated_database(tmp_path / 'bot.db')}?timeout=0.1")


def test_nobody_else_writes_or_runs_meanwhile(database: StoredDatabase) -> None:
    with exclusive_transaction(database.url, writes=False):
        with pytest.raises(StoreError, match="locked by another program"):
            database.execute(ADD)
        with pytest.raises(StoreError, match="already runs"), run_lock(database.url):
            pass
    database.execute(ADD)


def test_what_is_only_read_has_to_be_there(tmp_path: Path) -> None:
    missing = tmp_path / "folder/none.db"
    with (
        pytest.raises(StoreError, match="there is no file"),
        exclusive_transaction(f"sqlite:///{missing}", writes=False),
    ):
        pass
    assert not missing.parent.exists()
    with (
        pytest.raises(StoreError, match="File name too long"),
        exclusive_transaction(f"sqlite:///{tmp_path}/{'x' * 256}", writes=False),
    ):
        pass
    with exclusive_transaction(f"sqlite:///{missing}", writes=True):
        assert missing.stat().st_mode & 0o777 == 0o600
