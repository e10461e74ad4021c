"""What servers set is kept with a list of all changes, and no change is lost unseen."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bridge_bot.core.errors import SettingsOutdated
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    Served,
    SettingChange,
    SettingName,
    SettingValue,
)
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase

HERE, OTHER = 2**62, 5
GENERAL = 7
MODERATOR = 9


def change(
    name: SettingName, value: SettingValue | None, *, channel_id: int = 0, guild_id: int = HERE
) -> SettingChange:
    """A moderator sets something."""
    return SettingChange(guild_id, channel_id, name, value, MODERATOR)


PAUSE = change(SettingName.PAUSED, value=True)
SERVE = change(SettingName.SERVED, Served.MESSAGES, channel_id=GENERAL)


async def test_what_is_set_is_read_again_and_others_are_as_the_default(store: SqlStore) -> None:
    settings = store.guild_settings
    assert await settings.get(HERE) == GuildSettings(HERE)
    assert (await settings.change(PAUSE, 0)).version == 1
    after = await settings.change(SERVE, 1)
    assert after == GuildSettings(
        HERE,
        2,
        {0: {SettingName.PAUSED: True}, GENERAL: {SettingName.SERVED: Served.MESSAGES}},
    )
    assert await settings.get(HERE) == after
    assert await settings.get(OTHER) == GuildSettings(OTHER)


async def test_a_value_is_replaced_and_removed(store: SqlStore) -> None:
    settings = store.guild_settings
    await settings.change(SERVE, None)
    replaced = await settings.change(replace(SERVE, value=Served.NOTHING), None)
    assert replaced.values == {GENERAL: {SettingName.SERVED: Served.NOTHING}}
    removed = await settings.change(replace(SERVE, value=None), None)
    assert (removed.version, removed.values) == (3, {})
    assert await settings.get(HERE) == removed


async def test_the_list_of_changes_says_who_set_what_from_what_to_what_and_when(
    store: SqlStore,
) -> None:
    """The newest first, by pages; of a server alone."""
    settings = store.guild_settings
    await settings.change(SERVE, None)
    await settings.change(replace(SERVE, value=Served.NOTHING, member_id=10), None)
    await settings.change(replace(SERVE, value=None), None)
    await settings.change(replace(PAUSE, guild_id=OTHER), None)
    latest = (await store.guild_settings.changed_since(0)).until_s
    [third, second, first] = await settings.changes(HERE, None, 10)
    assert [replace(each, at_s=0) for each in (first, second, third)] == [
        replace(SERVE, version=1),
        replace(SERVE, value=Served.NOTHING, member_id=10, former=Served.MESSAGES, version=2),
        replace(SERVE, value=None, former=Served.NOTHING, version=3),
    ]
    assert all(latest - 60 < each.at_s <= latest for each in (first, second, third))
    assert await settings.changes(HERE, None, 1) == [third]
    assert await settings.changes(HERE, 3, 1) == [second]
    assert await settings.changes(HERE, 1, 9) == []


@pytest.mark.parametrize("expected", [0, 2, 4])
async def test_a_change_of_settings_that_somebody_else_has_changed_is_refused(
    store: SqlStore, expected: int
) -> None:
    settings = store.guild_settings
    for version in range(3):
        await settings.change(PAUSE, version)
    with pytest.raises(SettingsOutdated):
        await settings.change(SERVE, expected)
    assert (await settings.get(HERE)).values == {0: {SettingName.PAUSED: True}}
    assert len(await settings.changes(HERE, None, 10)) == 3


async def test_a_change_that_expects_others_leaves_nothing_of_a_server_without_settings(
    store: SqlStore, database: StoredDatabase
) -> None:
    with pytest.raises(SettingsOutdated):
        await store.guild_settings.change(PAUSE, 1)
    assert database.rows("SELECT * FROM guild_settings") == []


@pytest.mark.parametrize(
    "refused",
    [
        replace(SERVE, value="everything"),
        replace(PAUSE, value=1),
        replace(PAUSE, channel_id=GENERAL),
    ],
)
async def test_what_a_setting_can_not_be_is_never_stored(
    store: SqlStore, refused: SettingChange
) -> None:
    with pytest.raises(ValueError, match=r".+"):
        await store.guild_settings.change(refused, None)
    assert (await store.guild_settings.get(HERE)).version == 0


async def test_of_changes_at_once_that_expect_the_same_version_one_is_made(
    url: str, database: StoredDatabase
) -> None:
    """From two stores, as of two processes; also of the first change of a server."""
    other_url = url if database.is_shared else database.url
    async with SqlStore(url) as one, SqlStore(other_url) as other:
        stores = (one, other) if database.is_shared else (one, one)
        for version in range(2):
            results = await asyncio.gather(
                *(
                    stores[n % 2].guild_settings.change(
                        change(SettingName.QUESTIONS_PER_DAY, 10 + n), version
                    )
                    for n in range(10)
                ),
                return_exceptions=True,
            )
            made = [each for each in results if isinstance(each, GuildSettings)]
            refused = [each for each in results if isinstance(each, SettingsOutdated)]
            assert (len(made), len(refused)) == (1, 9)
            assert await other.guild_settings.get(HERE) == made[0]


async def test_of_changes_at_once_that_expect_nothing_none_is_lost(
    url: str, database: StoredDatabase
) -> None:
    other_url = url if database.is_shared else database.url
    async with SqlStore(url) as one, SqlStore(other_url) as other:
        stores = (one, other) if database.is_shared else (one, one)
        await asyncio.gather(
            *(
                stores[n % 2].guild_settings.change(replace(SERVE, channel_id=n + 1), None)
                for n in range(20)
            )
        )
        settings = await one.guild_settings.get(HERE)
        assert (settings.version, len(settings.values)) == (20, 20)
        changes = await one.guild_settings.changes(HERE, None, 50)
        assert [each.version for each in changes] == list(range(20, 0, -1))


async def test_what_has_changed_since_a_time_is_found_for_all_servers_at_once(
    store: SqlStore, database: StoredDatabase
) -> None:
    settings = store.guild_settings
    assert (await settings.changed_since(-1)).settings == ()
    here = await settings.change(PAUSE, None)
    other = await settings.change(replace(SERVE, guild_id=OTHER), None)
    found = await settings.changed_since(-1)
    assert sorted(found.settings, key=lambda each: each.guild_id) == [other, here]
    assert (await settings.changed_since(found.until_s)).settings == ()
    database.execute(f"UPDATE guild_settings SET changed_at = 5 WHERE guild_id = {OTHER}")
    assert (await settings.changed_since(5)).settings == (here,)
    assert len((await settings.changed_since(4)).settings) == 2


async def test_many_servers_are_read_a_part_at_a_time(
    store: SqlStore, database: StoredDatabase
) -> None:
    numbers = """WITH RECURSIVE numbers(n) AS
        (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)"""
    database.execute(
        f"INSERT INTO guild_settings {numbers} SELECT n, 1, 1 FROM numbers",
        f"INSERT INTO guild_setting_values {numbers} SELECT n, 0, 'paused', 'true' FROM numbers",
    )
    found = (await store.guild_settings.changed_since(-1)).settings
    assert len(found) == 2500
    assert all(each.is_paused for each in found)


async def test_what_this_version_can_not_read_is_left_out_and_observed_once(
    database: StoredDatabase,
) -> None:
    """Such as after going back to an earlier version."""
    events: list[Event] = []
    async with SqlStore(database.url, observe=events.append) as store:
        await store.guild_settings.change(PAUSE, None)
        await store.guild_settings.change(SERVE, None)
        database.execute(
            "UPDATE guild_setting_values SET value = 'reactions' WHERE name = 'served'",
            "UPDATE guild_setting_changes SET name = 'colour' WHERE name = 'served'",
            f"INSERT INTO guild_setting_values VALUES ({HERE}, 0, 'colour', 'blue')",
        )
        for _ in range(2):
            settings = await store.guild_settings.get(HERE)
            assert settings.values == {0: {SettingName.PAUSED: True}}
            changes = await store.guild_settings.changes(HERE, None, 10)
            assert [each.name for each in changes] == [SettingName.PAUSED]
    failed = [each for each in events if isinstance(each, OperationFailed)]
    assert len(failed) == len(events)
    assert {each.operation for each in failed} == {Operation.READ_SETTING}
    assert sorted(each.detail for each in failed) == ["colour", "colour", "served"]
