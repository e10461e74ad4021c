"""What commands do to a database beside the bot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bridge_bot.commands import database as commands
from bridge_bot.core.errors import StoreError
from bridge_bot.settings import DatabaseSettings, load
from bridge_bot.store import schema
from tests.harness.database import new_database
from tests.harness.settings import run_settings


def test_a_new_database_is_made_as_this_version_needs_it(tmp_path: Path) -> None:
    settings = run_settings(DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    commands.upgrade_database(settings.database)
    schema.verify(settings.database.url.reveal())
    assert (tmp_path / "bot.db").stat().st_mode & 0o077 == 0


async def test_a_pause_is_kept_in_the_database_until_it_is_ended(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    settings = load(DatabaseSettings, {"DATABASE_URL": database.url})
    assert "The bot is paused" in await commands.set_paused(settings, is_paused=True)
    assert database.rows("SELECT scope, scope_id FROM pauses") == [("all", 0)]
    assert "The bot is resumed" in await commands.set_paused(settings, is_paused=False)
    assert database.rows("SELECT scope, scope_id FROM pauses") == []


async def test_a_pause_needs_a_database_of_this_version(tmp_path: Path) -> None:
    settings = load(DatabaseSettings, {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"})
    with pytest.raises(StoreError, match="there is no database"):
        await commands.set_paused(settings, is_paused=True)
    assert not (tmp_path / "bot.db").exists()


async def test_a_member_is_exported_and_forgotten_beside_the_bot(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    settings = load(DatabaseSettings, {"DATABASE_URL": database.url})
    database.execute(
        "INSERT INTO votes (turn_id, member_id, vote, voted_at, channel_id, chat_bot)"
        " VALUES (1, 42, 'up', 1, 1, ''), (1, 43, 'up', 1, 1, '')"
    )
    exported = json.loads(await commands.export_member(settings, 42))
    assert [row["member_id"] for row in exported["tables"]["votes"]] == ["42"]
    assert "votes 1," in await commands.forget_member(settings, 42)
    assert database.rows("SELECT member_id FROM votes") == [(43,)]
    exported = json.loads(await commands.export_member(settings, 42))
    assert exported["tables"] == {}
