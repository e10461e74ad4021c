"""Looks at the database beside a running bot, or before the first start. Nothing is changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import EVERYTHING, TurnState
from bridge_bot.core.policy.daily_limits import DAY_S
from bridge_bot.doctor.operator_facts import DatabaseFacts, DatabaseState
from bridge_bot.store import engines, schema
from bridge_bot.store.sql_store import SqlStore

LAST_TURNS = 20
"""How many turns are looked at."""


@asynccontextmanager
async def looked_at(
    database_url: str, limit_today: int
) -> AsyncIterator[tuple[DatabaseFacts, SqlStore | None]]:
    """The facts about the database, and the store as long as the context lasts, None where it can't
    be used now.
    """
    store: SqlStore | None = None
    async with AsyncExitStack() as stack:
        try:
            state = await asyncio.to_thread(_state, database_url)
            holder = engines.lock_holder(database_url)
            facts = DatabaseFacts(state, runs_in=holder, limit_today=limit_today)
            if state is DatabaseState.CURRENT:
                store = await stack.enter_async_context(SqlStore(database_url))
                facts = await _with_contents(facts, store)
        except StoreError as error:
            facts, store = DatabaseFacts(DatabaseState.BROKEN, str(error)), None
        yield facts, store


def _state(database_url: str) -> DatabaseState:
    """Raises `StoreError` if it can't be used."""
    revision = schema.revision_at(database_url)
    if revision is None:
        engines.require_creatable(database_url)
        return DatabaseState.MISSING
    if not schema.is_current(revision):
        return DatabaseState.OLD
    schema.verify(database_url)
    return DatabaseState.CURRENT


async def _with_contents(facts: DatabaseFacts, store: SqlStore) -> DatabaseFacts:
    requests = await store.requests.get(int(time.time() // DAY_S), [EVERYTHING])
    results = await store.results.last(LAST_TURNS)
    failures = [each.error for each in results if each.state is TurnState.FAILED]
    return replace(
        facts,
        is_paused=await store.pauses.paused_since() is not None,
        requests_today=requests.get(EVERYTHING, 0),
        answers_done=len(results) - len(failures),
        answers_failed=len(failures),
        last_failure=failures[0] if failures else "",
    )
