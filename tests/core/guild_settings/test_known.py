"""A change is in force at once where it is made, and within seconds in other processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import SettingsOutdated, StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.guild_settings import known
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    PlaceSettings,
    Served,
    SettingChange,
    SettingName,
)
from bridge_bot.core.ports import LatestSettings
from bridge_bot.store.database import Database
from bridge_bot.store.guilds.guild_settings import SqlGuildSettings
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase, new_database

HERE, GENERAL = 1, 7
SERVE = SettingChange(HERE, GENERAL, SettingName.SERVED, Served.MESSAGES, member_id=9)
PAUSE = SettingChange(HERE, 0, SettingName.PAUSED, value=True, member_id=9)
RESUME = replace(PAUSE, value=False)


@pytest.fixture
def database(tmp_path: Path) -> StoredDatabase:
    return new_database(tmp_path)


@pytest.fixture
async def store(database: StoredDatabase) -> AsyncIterator[SqlStore]:
    async with SqlStore(database.url) as opened:
        yield opened


@asynccontextmanager
async def process(
    store: SqlStore, events: list[Event] | None = None
) -> AsyncIterator[KnownGuildSettings]:
    """A process that has just been started."""
    observed = [] if events is None else events
    async with KnownGuildSettings(store.guild_settings, observed.append) as settings:
        yield settings


async def until_served(settings: KnownGuildSettings, served: Served) -> None:
    """Wait until that is in force."""
    async with asyncio.timeout(10):
        while (await settings.place(HERE, GENERAL)).served is not served:  # noqa: ASYNC110 - a look
            await asyncio.sleep(0.01)


async def test_a_change_is_in_force_at_once_where_it_is_made_and_after_a_restart(
    store: SqlStore,
) -> None:
    async with process(store) as settings:
        assert await settings.place(HERE, GENERAL) == PlaceSettings()
        after = await settings.change(SERVE, 0)
        assert await settings.of(HERE) == after
        assert (await settings.place(HERE, GENERAL)).served is Served.MESSAGES
        assert (await settings.place(HERE, 8)).served is Served.MENTIONS
        [listed] = await settings.changes(HERE)
        assert replace(listed, at_s=0) == replace(SERVE, version=1)
        assert await settings.changes(HERE, before_version=1) == []
    async with process(store) as settings:
        assert await settings.of(HERE) == after


async def test_another_process_sees_a_change_at_its_next_look(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which is due within seconds; here it comes at once."""
    assert known.LOOK_EVERY_S < 5
    monkeypatch.setattr(known, "LOOK_EVERY_S", 0.05)
    async with process(store) as one, process(store) as other:
        await until_served(other, Served.MENTIONS)
        await one.change(SERVE)
        await until_served(other, Served.MESSAGES)
        await other.change(replace(SERVE, value=Served.NOTHING), 1)
        await until_served(one, Served.NOTHING)


async def test_a_change_of_settings_that_another_process_has_changed_is_refused(
    store: SqlStore,
) -> None:
    async with process(store) as one, process(store) as other:
        assert (await other.of(HERE)).version == 0
        await one.change(SERVE, 0)
        with pytest.raises(SettingsOutdated):
            await other.change(replace(SERVE, value=Served.NOTHING), 0)
        assert (await one.place(HERE, GENERAL)).served is Served.MESSAGES


class LateLooks(SqlGuildSettings):
    """A look that `has_read` comes back only once it `may_return`."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.has_read, self.may_return = asyncio.Event(), asyncio.Event()

    async def changed_since(self, since_s: int) -> LatestSettings:
        latest = await super().changed_since(since_s)
        self.has_read.set()
        await self.may_return.wait()
        return latest


async def test_a_look_that_is_late_does_not_take_a_newer_change_back(store: SqlStore) -> None:
    """Nor is lost what else it has found: the next look finds that, too."""
    late = LateLooks(store.guild_settings._database)
    late.may_return.set()
    settings = KnownGuildSettings(late, lambda _: None)
    await settings.change(SERVE)
    await settings.look()
    late.may_return.clear()
    late.has_read.clear()
    await store.guild_settings.change(replace(SERVE, guild_id=2), None)
    looking = asyncio.create_task(settings.look())
    await late.has_read.wait()
    newer = await settings.change(replace(SERVE, value=Served.NOTHING))
    late.may_return.set()
    await looking
    assert await settings.of(HERE) == newer
    await settings.look()
    assert await settings.of(HERE) == newer
    assert (await settings.place(2, GENERAL)).served is Served.MESSAGES


def remove_all(database: StoredDatabase) -> None:
    """As a week after a server has left."""
    for table in ("guild_setting_changes", "guild_setting_values", "guild_settings"):
        database.execute(f"DELETE FROM {table}")


async def test_the_settings_of_a_server_that_returns_are_those_that_are_still_stored(
    store: SqlStore, database: StoredDatabase
) -> None:
    """And what waits for the end of its pause goes on if that was removed."""
    async with process(store) as settings:
        paused = await settings.change(PAUSE)
        await settings.read_again(HERE)
        assert await settings.of(HERE) == paused
        waiting = asyncio.create_task(settings.until_resumed(HERE))
        await asyncio.sleep(0)  # it waits
        remove_all(database)
        await settings.read_again(HERE)
        assert await settings.of(HERE) == GuildSettings(HERE)
        await asyncio.wait_for(waiting, 10)


async def test_settings_that_cannot_be_read_again_stay_in_force(
    store: SqlStore, database: StoredDatabase
) -> None:
    async with process(store) as settings:
        await settings.change(PAUSE)
        database.execute("ALTER TABLE guild_settings RENAME TO lost")
        with pytest.raises(StoreError):
            await settings.read_again(HERE)
        assert settings.is_paused(HERE)
        assert settings.pause_of(HERE) == 1


async def test_another_process_takes_what_is_set_after_a_server_was_removed_and_came_back(
    store: SqlStore, database: StoredDatabase
) -> None:
    """Its versions begin again at 1."""
    one, other = (KnownGuildSettings(store.guild_settings, lambda _: None) for _ in range(2))
    for value in (Served.MESSAGES, Served.NOTHING, Served.MESSAGES):
        await one.change(replace(SERVE, value=value))
    await other.look()
    assert (await other.of(HERE)).version == 3
    remove_all(database)
    await one.read_again(HERE)
    first = await one.change(replace(SERVE, value=Served.NOTHING))
    await other.look()
    assert await other.of(HERE) == first


async def test_a_change_that_was_committed_late_is_found(
    store: SqlStore, database: StoredDatabase
) -> None:
    """Its time is that at which it began."""
    settings = KnownGuildSettings(store.guild_settings, lambda _: None)
    await settings.look()
    await store.guild_settings.change(SERVE, None)
    database.execute("UPDATE guild_settings SET changed_at = changed_at - 30")
    await settings.look()
    assert (await settings.place(HERE, GENERAL)).served is Served.MESSAGES


async def test_a_store_that_fails_leaves_the_last_known(
    store: SqlStore, database: StoredDatabase
) -> None:
    events: list[Event] = []
    async with process(store, events) as settings:
        await settings.of(HERE)  # once it has looked for the first time
        await settings.change(SERVE)
        database.execute("ALTER TABLE guild_settings RENAME TO lost")
        with pytest.raises(StoreError):
            await settings.look()
        assert (await settings.place(HERE, GENERAL)).served is Served.MESSAGES
        with pytest.raises(StoreError):
            await settings.change(PAUSE)
        assert not settings.is_paused(HERE)


async def test_before_anything_is_known_nothing_is_taken_for_the_default(
    store: SqlStore, database: StoredDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is waited for, and then refused; direct messages have no settings."""
    monkeypatch.setattr(known, "FIRST_LOOK_WITHIN_S", 0.1)
    monkeypatch.setattr(known, "LOOK_EVERY_S", 0.05)
    await store.guild_settings.change(SERVE, None)
    database.execute("ALTER TABLE guild_settings RENAME TO lost")
    events: list[Event] = []
    async with process(store, events) as settings:
        with pytest.raises(StoreError):
            await settings.place(HERE, GENERAL)
        assert await settings.place(None, GENERAL) == PlaceSettings()
        finding = asyncio.create_task(settings.found_paused(HERE))
        database.execute("ALTER TABLE lost RENAME TO guild_settings")
        assert not await finding
        assert (await settings.place(HERE, GENERAL)).served is Served.MESSAGES
    assert {type(each) for each in events} == {OperationFailed}
    failed = [each for each in events if isinstance(each, OperationFailed)]
    assert {each.operation for each in failed} == {Operation.LOOK_UP_SETTINGS}


async def test_the_end_of_a_servers_pause_is_waited_for(store: SqlStore) -> None:
    async with process(store) as settings:
        assert not await settings.found_paused(HERE)
        assert not await settings.found_paused(None)
        await settings.until_resumed(HERE)
        await settings.until_resumed(None)
        await settings.change(PAUSE)
        assert await settings.found_paused(HERE)
        assert not settings.is_paused(2)
        waiting = asyncio.create_task(settings.until_resumed(HERE))
        await settings.change(SERVE)
        await asyncio.sleep(0.05)
        assert not waiting.done()
        await settings.change(RESUME)
        await asyncio.wait_for(waiting, 10)
