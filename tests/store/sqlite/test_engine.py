"""An SQLite URL, and engines on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import literal, select
from sqlalchemy.engine.interfaces import CacheStats

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import LOCK_WAIT_S, schema_engine, sqlite_url


@pytest.mark.parametrize(
    ("text", "waits_s"),
    [("sqlite:///bot.db", str(LOCK_WAIT_S)), ("sqlite+aiosqlite:////x/bot.db?timeout=3", "3")],
)
def test_a_lock_is_waited_for_as_long_as_the_url_says_or_ten_seconds(
    text: str, waits_s: str
) -> None:
    assert sqlite_url(text).query["timeout"] == waits_s


@pytest.mark.parametrize("text", ["postgresql://me:secret@h/db", "secret", ""])
def test_another_url_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL") as caught:
        sqlite_url(text)
    assert "secret" not in str(caught.value)


def test_work_on_the_schema_begins_its_transactions_by_itself(tmp_path: Path) -> None:
    """And foreign keys are off, or a table that is copied and dropped would take rows with it."""
    with schema_engine(f"sqlite:///{tmp_path}/bot.db").connect() as connection:
        connection.exec_driver_sql("CREATE TABLE a (id INTEGER)")
        driver = connection.connection.driver_connection
        assert driver is not None
        assert not driver.in_transaction
        values = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "secure_delete")
        ]
        assert values == [0, 1]


def test_a_statement_is_compiled_once_whatever_the_file(tmp_path: Path) -> None:
    statement = select(literal(1).label("a_label_of_this_test_alone"))
    hits = []
    for name in "ab":
        with schema_engine(f"sqlite:///{tmp_path}/{name}.db").connect() as connection:
            result = connection.execute(statement)
            assert result.scalar() == 1
            hits.append(result.context.cache_hit)
    assert hits == [CacheStats.CACHE_MISS, CacheStats.CACHE_HIT]
