"""What SQLite does for the store's statements, so that a million turns cost what a thousand do."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection

from bridge_bot.store.shards import Shards
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.calls import CALLS, each_statement, fill

FINE = (
    "SEARCH",  # finds rows in an index
    "SCAN CONSTANT ROW",
    "SCAN turns USING INDEX ix_turns_unfinished",  # which holds no others
    "SCAN watermarks",  # one for each shard
    "SCAN guilds",  # one for each server; at the start of a session
)
"""What a plan's step may begin with, of those that read rows."""

READS_ALL = {"member_data.export": "SCAN request_counts"}
"""Now and then; its table has the rows of a day."""

Plans = dict[str, list[str]]


async def plans(store: SqlStore) -> Plans:
    """The steps of each call's plans."""
    found: Plans = {}
    with each_statement(store, lambda *statement: found[name].extend(_steps(*statement))):
        for name, call in CALLS.items():
            found[name] = []
            await call(store)
    return found


def _steps(connection: Connection, statement: str, values: Any) -> list[str]:
    explained = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [row.detail for row in explained]


@pytest.mark.parametrize("analyzed", [False, True])
@pytest.mark.parametrize("shards", [None, Shards(2, [1])])
async def test_every_statement_finds_its_rows_in_an_index(
    database: StoredDatabase, analyzed: bool, shards: Shards | None
) -> None:
    """Also in a file on which somebody ran ANALYZE: what it counts changes plans."""
    fill(database)
    if analyzed:
        database.execute("ANALYZE")
    async with SqlStore(database.url, shards=shards) as store:
        found = await plans(store)
    slow = {
        name: step
        for name, steps in found.items()
        for step in steps
        if step.startswith(("SCAN", "SEARCH")) and not step.startswith(FINE)
        if step != READS_ALL.get(name)
    }
    assert slow == {}
    lately = "SEARCH turns USING INDEX ix_turns_updated_at (updated_at>? AND updated_at<?)"
    assert lately in found["discord.asked_in"]
    of_conversation = "SEARCH turns USING INDEX ix_turns_unfinished (conversation_key=?"
    assert f"{of_conversation} AND question_id<?)" in found["turns.accept"]
    assert found["turns.foreign"] == [f"{of_conversation})"]
