"""Which servers the bot is in is known, also what changed while it was away."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import OperationFailed, Outlook
from bridge_bot.core.guild_settings.values import SettingChange, SettingName
from bridge_bot.discord_adapter.gateway import guild_membership
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.store.guilds.known_guilds import SqlKnownGuilds
from tests.harness.database import StoredDatabase
from tests.harness.running_core import RunningCore, running_core

ONE, TWO, OTHER_SHARD = 1 << 22, 3 << 22, 2 << 22


def known(database: StoredDatabase) -> dict[int, bool]:
    """The servers that are known, and whether the bot is in each."""
    return {
        guild_id: left_at is None
        for guild_id, left_at in database.rows("SELECT guild_id, left_at FROM guilds")
    }


def membership(core: RunningCore) -> GuildMembership:
    return GuildMembership(
        core.store.known_guilds, core.dependencies.guild_settings, core.events.append
    )


async def noted(tracked: GuildMembership) -> None:
    """Wait until everything so far is noted."""
    await asyncio.gather(*tracked._tasks._tasks)


async def test_a_session_tells_of_its_shard_alone_which_servers_were_left_and_came_back(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core, membership(core) as tracked:
        database = core.database
        tracked.session_began(1, 2, [ONE, TWO])
        tracked.session_began(0, 2, [OTHER_SHARD])
        tracked.session_began(1, 2, [TWO])
        await noted(tracked)
        assert known(database) == {ONE: False, TWO: True, OTHER_SHARD: True}
        [(left_at,)] = database.rows(f"SELECT left_at FROM guilds WHERE guild_id = {ONE}")
        tracked.session_began(1, 2, [TWO])
        tracked.session_began(1, 2, None)
        await noted(tracked)
        assert database.rows(f"SELECT left_at FROM guilds WHERE guild_id = {ONE}") == [(left_at,)]
        tracked.session_began(1, 2, [ONE, TWO])
        await noted(tracked)
        assert known(database) == {ONE: True, TWO: True, OTHER_SHARD: True}


async def test_what_can_not_be_noted_is_tried_again_before_what_came_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_left, fails = SqlKnownGuilds.note_left, [True]

    async def fail_once(store: SqlKnownGuilds, guild_id: int) -> None:
        if fails:
            fails.clear()
            raise StoreError("the disk is full")
        await note_left(store, guild_id)

    monkeypatch.setattr(SqlKnownGuilds, "note_left", fail_once)
    monkeypatch.setattr(guild_membership, "RETRY_S", 0.01)
    async with running_core(tmp_path) as core, membership(core) as tracked:
        tracked.joined(ONE)
        tracked.left(ONE)
        tracked.joined(ONE)
        await noted(tracked)
        assert known(core.database) == {ONE: True}
        [failed] = [each for each in core.events if isinstance(each, OperationFailed)]
        assert failed.outlook is Outlook.RETRIED


async def test_a_server_that_comes_back_after_it_was_forgotten_can_change_its_settings(
    tmp_path: Path,
) -> None:
    """The process still knows those of before, of a later version than what is stored now."""
    async with running_core(tmp_path) as core, membership(core) as tracked:
        tracked.joined(ONE)
        await noted(tracked)
        settings = core.dependencies.guild_settings
        change = SettingChange(ONE, 0, SettingName.PAUSED, value=True, member_id=5)
        await settings.change(change)
        tracked.left(ONE)
        await noted(tracked)
        while await core.store.places.remove_guild(ONE, 200):
            pass
        tracked.joined(ONE)
        await noted(tracked)
        assert not (await settings.of(ONE)).is_paused
        await settings.change(change, (await settings.of(ONE)).version)
