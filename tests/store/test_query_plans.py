"""Every method of the store has its queries looked at: see `sqlite` and `postgres` beside this."""

from __future__ import annotations

from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.calls import CALLS, NEW, each_statement, fill, methods
from tests.store.samples import LEASE_S, OWNER


def test_a_new_method_needs_a_call_whose_queries_are_looked_at() -> None:
    assert {name.partition(",")[0] for name in CALLS} == methods()


async def test_the_calls_make_statements_of_every_kind(
    store: SqlStore, database: StoredDatabase
) -> None:
    """Or what the tests of query plans see would be nothing."""
    fill(database)
    begun: list[str] = []
    with each_statement(store, lambda _, statement, __: begun.append(statement.split()[0])):
        for call in CALLS.values():
            await call(store)
    assert set(begun) == {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert len(begun) > len(CALLS)
    assert len(await store.turns.claim(OWNER, lease_s=LEASE_S)) == NEW + 1  # two came, one ended
