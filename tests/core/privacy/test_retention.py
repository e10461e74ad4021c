"""What is too old is removed in small bites, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import TurnState
from bridge_bot.core.privacy import retention
from bridge_bot.core.privacy.retention import (
    BITE_ROWS,
    CONVERSATION_DAYS,
    DAY_S,
    LEFT_GUILD_DAYS,
    Retention,
)
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase, new_database

NOW_S = 1_000 * DAY_S
DAYS = 30


@dataclass
class Kept:
    """A database, and the time and the events of the process that uses it."""

    database: StoredDatabase
    store: SqlStore
    now_s: float = NOW_S
    events: list[Event] = field(default_factory=list)

    def retention(self) -> Retention:
        return Retention(
            *(self.store.old_rows, self.store.places, self.events.append),
            days=DAYS,
            now_s=lambda: self.now_s,
        )

    def turns(self, count: int, state: str, age_days: float, *, first: int = 1) -> None:
        """Put turns of that age there, each with its own conversation, a page and a source."""
        at_s = int(NOW_S - age_days * DAY_S)
        ids = range(first, first + count)
        self.database.execute(
            "INSERT INTO conversations (key, created_at, updated_at) VALUES "
            + ", ".join(f"('{n}', {at_s}, {at_s})" for n in ids),
            "INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, state,"
            " created_at, updated_at) VALUES "
            + ", ".join(f"({n}, {n}, '{n}', 1, 1, '{state}', {at_s}, {at_s})" for n in ids),
            "INSERT INTO reply_messages (message_id, turn_id, page) VALUES "
            + ", ".join(f"({n}, {n}, 0)" for n in ids),
        )

    def count(self, table: str) -> int:
        [(count,)] = self.database.rows(f"SELECT count(*) FROM {table}")
        return int(count)


@pytest.fixture
async def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Kept]:
    monkeypatch.setattr(retention, "PAUSE_S", 0)
    database = new_database(tmp_path)
    async with SqlStore(database.url) as store:
        yield Kept(database, store)


async def test_finished_turns_go_in_several_bites_and_their_conversations_stay(kept: Kept) -> None:
    kept.turns(2 * BITE_ROWS + 1, "done", DAYS + 0.1)
    kept.turns(1, "failed", DAYS - 0.1, first=5_000)
    await kept.retention().remove_old()
    assert kept.database.rows("SELECT id FROM turns") == [(5_000,)]
    assert kept.database.rows("SELECT message_id FROM reply_messages") == [(5_000,)]
    assert kept.count("conversations") == 2 * BITE_ROWS + 2
    assert kept.events == []


@pytest.mark.parametrize(
    "state", [TurnState.QUEUED, TurnState.ASKED, TurnState.STREAMING, TurnState.ENDING]
)
async def test_an_unfinished_turn_stays_however_old_it_is(kept: Kept, state: TurnState) -> None:
    kept.turns(1, state.value, 2 * CONVERSATION_DAYS)
    await kept.retention().remove_old()
    assert kept.count("turns") == kept.count("conversations") == 1


async def test_a_conversation_goes_when_nobody_used_it_for_a_year(kept: Kept) -> None:
    kept.turns(1, "done", CONVERSATION_DAYS + 0.1)
    kept.turns(1, "done", CONVERSATION_DAYS - 0.1, first=2)
    await kept.retention().remove_old()
    assert kept.database.rows("SELECT key FROM conversations") == [("2",)]


async def test_a_conversation_that_has_its_member_in_its_key_goes_with_their_last_turn(
    kept: Kept,
) -> None:
    kept.turns(2, "done", DAYS + 1)
    kept.database.execute(
        "INSERT INTO conversations (key, created_at, updated_at) VALUES ('1:7', 1, 1)",
        f"UPDATE conversations SET updated_at = {NOW_S}",
        "UPDATE turns SET conversation_key = '1:7' WHERE id = 1",
    )
    await kept.retention().remove_old()
    assert sorted(kept.database.rows("SELECT key FROM conversations")) == [("1",), ("2",)]


async def test_a_server_that_was_left_is_forgotten_after_a_week_unless_it_comes_back(
    kept: Kept,
) -> None:
    left_at = int(NOW_S - LEFT_GUILD_DAYS * DAY_S)
    kept.turns(2, "done", 1)
    kept.database.execute(
        "UPDATE conversations SET guild_id = CAST(key AS INTEGER)",
        f"INSERT INTO guilds (guild_id, left_at) VALUES (1, {left_at}), (2, {left_at})",
    )
    await kept.retention().remove_old()
    assert kept.count("turns") == 2
    kept.now_s += 1
    await kept.store.known_guilds.note_joined(2)
    await kept.retention().remove_old()
    assert kept.database.rows("SELECT id FROM turns") == [(2,)]
    assert kept.database.rows("SELECT guild_id, left_at FROM guilds") == [(2, None)]


async def test_a_server_that_comes_back_while_it_is_forgotten_keeps_the_rest(kept: Kept) -> None:
    kept.turns(2, "done", 1)
    kept.database.execute(
        "UPDATE conversations SET guild_id = 1",
        "INSERT INTO guilds (guild_id, left_at) VALUES (1, 5)",
    )
    assert await kept.store.places.remove_guild(1, 1) == 1
    await kept.store.known_guilds.note_joined(1)
    assert await kept.store.places.remove_guild(1, 1) == 0
    assert kept.count("conversations") == 1
    assert kept.database.rows("SELECT guild_id, left_at FROM guilds") == [(1, None)]


async def test_two_processes_may_do_it_at_once(kept: Kept) -> None:
    kept.turns(3 * BITE_ROWS, "stopped", DAYS + 1)
    async with SqlStore(kept.database.url) as store:
        other = Retention(
            *(store.old_rows, store.places, kept.events.append), days=DAYS, now_s=lambda: NOW_S
        )
        await asyncio.gather(kept.retention().remove_old(), other.remove_old())
    assert (kept.count("turns"), kept.events) == (0, [])


async def test_a_database_that_fails_is_observed(kept: Kept) -> None:
    kept.turns(1, "done", DAYS + 1)
    kept.database.execute("ALTER TABLE feedback_posts RENAME TO others")
    await kept.retention().remove_old()
    [failed] = kept.events
    assert isinstance(failed, OperationFailed)
    assert failed.operation is Operation.REMOVE_OLD_ROWS
    assert isinstance(failed.error, StoreError)


async def test_it_is_done_a_while_after_the_start_and_then_each_hour(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "FIRST_AFTER_S", 0.01)
    monkeypatch.setattr(retention, "EVERY_S", 0.01)
    kept.turns(1, "done", DAYS + 1)
    async with kept.retention():
        await kept.database.until("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM turns)")
        kept.turns(1, "done", DAYS + 1, first=9)
        await kept.database.until("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM turns)")
