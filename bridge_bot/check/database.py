"""Looks at the database beside a running bot, or before the first start. Nothing is changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
    try:
        state = await asyncio.to_thread(_state, database_url)
    except StoreError as error:
        yield DatabaseFacts(DatabaseState.BROKEN, str(error)), None
        return
    facts = DatabaseFacts(state, runs_in=engines.lock_holder(database_url), limit_today=limit_today)
    if state is not DatabaseState.CURRENT:
        yield facts, None
        return
    try:
        async with SqlStore(database_url) as store:
            yield await _with_contents(facts, store), store
    except StoreError as error:
        yield DatabaseFacts(DatabaseState.BROKEN, str(error)), None


def _state(database_url: str) -> DatabaseState:
    """Raises `StoreError` if it can't be used."""
    revision = schema.revision_at(database_url)
    if revision is None:
        return DatabaseState.MISSING
    if revision != schema.revisions()[-1]:
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
