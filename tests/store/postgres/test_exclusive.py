"""A long transaction on a PostgreSQL database that no bot uses meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.engines import exclusive_transaction
from tests.harness.database import StoredDatabase, new_database


@pytest.fixture
def database(tmp_path: Path) -> StoredDatabase:
    return new_database(tmp_path)


def test_a_second_one_is_refused(database: StoredDatabase) -> None:
    with (
        exclusive_transaction(database.url, writes=False),
        pytest.raises(StoreError, match="the same database, or another bridge-bot"),
        exclusive_transaction(database.url, writes=True),
    ):
        pass


def test_the_servers_own_limits_of_time_do_not_end_it(database: StoredDatabase) -> None:
    database.execute(
        f"ALTER DATABASE {database.url.rpartition('/')[2].partition('?')[0]}"
        " SET idle_in_transaction_session_timeout = '5min'"
    )

    def limits(connection: Connection) -> list[str]:
        names = ("idle_in_transaction_session_timeout", "statement_timeout", "lock_timeout")
        return [connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in names]

    with exclusive_transaction(database.url, writes=False) as transaction:
        assert transaction.run(limits) == ["0", "0", "10s"]
