"""The engine of a PostgreSQL database: which URLs name one, and the limits that are set."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError
from bridge_bot.store.postgres.engine import postgres_url
from bridge_bot.store.sql_store import SqlStore

_NAMES = (
    "statement_timeout",
    "lock_timeout",
    "idle_in_transaction_session_timeout",
    "application_name",
)


async def test_the_server_ends_what_takes_too_long_and_knows_who_asks(store: SqlStore) -> None:
    """A lock is told before its statement is: otherwise nobody would hear of the lock."""

    def show(connection: Connection) -> list[str | None]:
        return [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in _NAMES]

    assert await store._database.transaction(show) == ["10s", "8s", "10s", "bridge-bot"]


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+asyncpg", "postgresql+psycopg"])
def test_a_url_of_postgresql_is_used_with_asyncpg(scheme: str) -> None:
    url = postgres_url(f"{scheme}://me:pass@host/bot")
    assert url.render_as_string(hide_password=False) == "postgresql+asyncpg://me:pass@host/bot"


@pytest.mark.parametrize("url", ["sqlite:///bot.db", "mysql://me:pass@host/db", "me:pass"])
def test_another_url_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        postgres_url(url)
    assert "pass" not in str(caught.value)
