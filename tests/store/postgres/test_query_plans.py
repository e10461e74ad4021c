"""What PostgreSQL does for the store's statements, so that a million turns cost what a thousand do.

Each statement is prepared and explained as it runs, since plans are chosen by the rows that are
there: with statistics about them and without, as after a restored backup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Connection

from bridge_bot.store.shards import Shards
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.calls import CALLS, NEW, each_statement, fill

MOST_ROWS = 25 * NEW
"""The most rows that a statement may read. Each is counted in the index and in the table, some in
two indexes; and indexes also have the versions of rows that were undone here.
"""

MODES = ("force_custom_plan", "force_generic_plan")
"""With the values of the parameters in mind, and without: PostgreSQL may choose the second after
five executions of a prepared statement.
"""

INDEXES = {
    "turns.claim": "ix_turns_unfinished",
    "turns.foreign": "ix_turns_unfinished",
    "discord.asked_in": "ix_turns_updated_at",
    "turns.asked_by": "ix_turns_asker_id_updated_at",
}
"""What is to be used for the calls that are made again and again, or read most."""

READS_ALL = {
    "requests.forget_before": {"request_counts", "reached_limits"},
    "member_data.export": {"request_counts"},
    "usage.read, all": {"usage_counts", "votes"},
    "old_rows.remove_usage": {"usage_counts"},
    "known_guilds.note_all": {"guilds"},
}
"""What is read from end to end now and then: the first twice an hour, the last when a session
begins. These tables have the rows of a day, and one for each server; usage is what an operator asks
for, or is removed by the day.
"""

TABLES = frozenset(
    {
        "turns",
        "conversations",
        "reply_messages",
        "request_counts",
        "guild_settings",
        "guild_setting_values",
        "guild_setting_changes",
    }
)


@dataclass(frozen=True)
class Plan:
    """What a statement did."""

    mode: str
    nodes: list[dict[str, Any]]

    @property
    def scanned(self) -> list[str]:
        """The tables that were read from end to end."""
        names = [n["Relation Name"] for n in self.nodes if n["Node Type"] == "Seq Scan"]
        return [name for name in names if name in TABLES]

    @property
    def tables(self) -> set[str]:
        """The tables that were read."""
        return {node["Relation Name"] for node in self.nodes if "Relation Name" in node}

    @property
    def indexes(self) -> set[str]:
        """The indexes that were used."""
        return {node["Index Name"] for node in self.nodes if "Index Name" in node}

    @property
    def rows(self) -> float:
        """How many rows were read, in indexes and in tables."""
        counts = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
        return sum(
            float(node["Actual Loops"] * node.get(count, 0))
            for node in self.nodes
            if node["Node Type"].endswith("Scan")
            for count in counts
        )


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", []):
        yield from _nodes(child)


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'{}'".format(str(value).replace("'", "''"))


def explain(connection: Connection, statement: str, values: Any, mode: str) -> dict[str, Any]:
    """What a statement does when it is prepared and run. All of it is undone."""
    for each in ("SAVEPOINT explained", f"SET LOCAL plan_cache_mode = {mode}"):
        connection.exec_driver_sql(each)
    connection.exec_driver_sql(f"PREPARE explained AS {statement}")
    arguments = f"({', '.join(map(_literal, values))})" if values else ""
    [explained] = connection.exec_driver_sql(
        f"EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE explained{arguments}"
    )
    connection.exec_driver_sql("DEALLOCATE explained")
    connection.exec_driver_sql("ROLLBACK TO SAVEPOINT explained")
    plan: dict[str, Any] = explained[0][0]["Plan"]
    return plan


async def plans(store: SqlStore) -> dict[str, list[Plan]]:
    """For each call a plan of each of its statements in each mode."""
    found: dict[str, list[Plan]] = {}

    def look(connection: Connection, statement: str, values: Any) -> None:
        for mode in MODES:
            nodes = _nodes(explain(connection, statement, values, mode))
            found[name].append(Plan(mode, list(nodes)))

    with each_statement(store, look):
        for name, call in CALLS.items():
            found[name] = []
            await call(store)
    return found


@pytest.fixture
def filled(database: StoredDatabase) -> StoredDatabase:
    """A database of which PostgreSQL has no statistics."""
    for table in sorted(TABLES):
        database.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")
    fill(database)
    return database


@pytest.mark.parametrize("analyzed", [False, True])
@pytest.mark.parametrize("shards", [None, Shards(2, [1])])
async def test_every_statement_reads_about_the_rows_that_it_needs(
    filled: StoredDatabase, analyzed: bool, shards: Shards | None
) -> None:
    if analyzed:
        filled.execute("ANALYZE")
    async with SqlStore(filled.url, shards=shards) as store:
        found = await plans(store)
    slow = [
        (name, plan.mode, plan.scanned, plan.rows)
        for name, its_plans in found.items()
        for plan in its_plans
        if not plan.tables <= READS_ALL.get(name, set()) and (plan.scanned or plan.rows > MOST_ROWS)
    ]
    assert slow == []
    assert all(found.values())
    for name, index in INDEXES.items():
        assert all(index in plan.indexes for plan in found[name])
