"""What is found out about a database, of which nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.check.database import looked_at
from bridge_bot.core.model import EVERYTHING, TurnState
from bridge_bot.core.policy.daily_limits import DAY_S
from bridge_bot.doctor.operator_facts import DatabaseFacts, DatabaseState
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.sqlite.run_lock import run_lock
from tests.harness.database import new_database
from tests.store.samples import accept, turn

PASSWORD = "hunter-2-hunter"


async def facts(database_url: str, limit_today: int = 0) -> tuple[DatabaseFacts, bool]:
    """What is found out, and whether the store can be used."""
    async with looked_at(database_url, limit_today) as (found, store):
        return found, store is not None


async def test_one_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    database = new_database(tmp_path, migrated=False)
    assert await facts(database.url) == (DatabaseFacts(DatabaseState.MISSING), False)
    assert await facts(database.url) == (DatabaseFacts(DatabaseState.MISSING), False)


async def test_one_that_cannot_be_looked_for_is_told(tmp_path: Path) -> None:
    found, is_usable = await facts(f"sqlite:///{tmp_path}/{'x' * 256}/bot.db")
    assert found.state is DatabaseState.BROKEN
    assert "File name too long" in found.problem
    assert not is_usable


async def test_what_is_in_one_of_this_version_is_counted(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    assert await facts(database.url) == (DatabaseFacts(), True)
    async with SqlStore(database.url) as store:
        await store.pauses.pause()
        for number, state in enumerate([TurnState.DONE, TurnState.FAILED, TurnState.FAILED]):
            await accept(store, turn(number))
            error = f"Error{number}" if state is TurnState.FAILED else ""
            await store.turns.set_state(turn(number).id, state, error=error)
        today = (await _database_now_s(store)) // DAY_S
        await store.requests.count(today, {EVERYTHING: 0})
    found, _ = await facts(database.url, 1)
    assert found.is_paused
    assert (found.requests_today, found.limit_today) == (1, 1)
    assert (found.answers_done, found.answers_failed) == (1, 2)
    assert found.last_failure == "Error2"


@pytest.mark.sqlite
async def test_the_process_that_runs_on_a_file_is_named(tmp_path: Path) -> None:
    url = new_database(tmp_path).url
    with run_lock(url):
        found, is_usable = await facts(url)
    assert found.runs_in.isdecimal()
    assert is_usable


@pytest.mark.sqlite
async def test_where_none_can_be_made_that_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found, _ = await facts(f"sqlite+aiosqlite:///{tmp_path}/file/bot.db")
    assert found.state is DatabaseState.BROKEN
    assert "cannot be made" in found.problem


async def test_a_server_that_can_not_be_reached_is_a_problem_without_its_password() -> None:
    found, is_usable = await facts(f"postgresql+asyncpg://bot:{PASSWORD}@127.0.0.1:9/bot")
    assert found.state is DatabaseState.BROKEN
    assert found.problem
    assert PASSWORD not in found.problem
    assert not is_usable


async def _database_now_s(store: SqlStore) -> int:
    since_s = await store.pauses.paused_since()
    assert since_s is not None
    return since_s
