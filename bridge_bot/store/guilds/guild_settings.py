"""What servers have set, and the list of all changes.

A change first raises the version of its server's settings, if that is the expected one. So of two
that are made at once, one waits for the other, and then finds another version.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Row,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from bridge_bot.core.errors import SettingsOutdated, StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook, unobserved
from bridge_bot.core.guild_settings.kinds import check
from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    SettingChange,
    SettingName,
    SettingValue,
)
from bridge_bot.core.ports import LatestSettings
from bridge_bot.store.database import Database
from bridge_bot.store.dialects import database_now_s, insert_if_new, upsert
from bridge_bot.store.guilds.setting_text import text_of, value_of
from bridge_bot.store.tables import GUILD_SETTING_CHANGES, GUILD_SETTING_VALUES, GUILD_SETTINGS

_LATEST = 2**62
"""Later than any time, and greater than any version; see `discord`."""

_GUILD: BindParameter[int] = bindparam("guild_id_")
_CHANNEL: BindParameter[int] = bindparam("channel_id_")
_NAME: BindParameter[str] = bindparam("name_")

_VERSION = select(GUILD_SETTINGS.c.version).where(GUILD_SETTINGS.c.guild_id == _GUILD)
_CHANGED_SINCE = select(GUILD_SETTINGS.c.guild_id, GUILD_SETTINGS.c.version).where(
    GUILD_SETTINGS.c.changed_at > bindparam("since_", type_=BigInteger),
    GUILD_SETTINGS.c.changed_at < _LATEST,
)
_VALUES = select(GUILD_SETTING_VALUES).where(
    GUILD_SETTING_VALUES.c.guild_id.in_(bindparam("guild_ids_", expanding=True))
)
_BATCH = 1_000
"""How many servers' values are read by one statement: databases limit its parameters."""

_VALUE = (
    (GUILD_SETTING_VALUES.c.guild_id == _GUILD)
    & (GUILD_SETTING_VALUES.c.channel_id == _CHANNEL)
    & (GUILD_SETTING_VALUES.c.name == _NAME)
)
_BEGIN = insert_if_new(GUILD_SETTINGS)
_NEXT_VERSION = (
    update(GUILD_SETTINGS)
    .where(GUILD_SETTINGS.c.guild_id == _GUILD)
    .values(version=GUILD_SETTINGS.c.version + 1, changed_at=database_now_s())
    .returning(GUILD_SETTINGS.c.version)
)
_NEXT_VERSION_IF = _NEXT_VERSION.where(
    GUILD_SETTINGS.c.version == bindparam("expected_", type_=BigInteger)
)
_NOTE_CHANGE = insert(GUILD_SETTING_CHANGES).values(
    former=select(GUILD_SETTING_VALUES.c.value).where(_VALUE).scalar_subquery(),
    changed_at=database_now_s(),
)
_SET = upsert(GUILD_SETTING_VALUES, replaced=["value"])
_REMOVE = delete(GUILD_SETTING_VALUES).where(_VALUE)

_CHANGES = (
    select(GUILD_SETTING_CHANGES)
    .where(
        GUILD_SETTING_CHANGES.c.guild_id == _GUILD,
        GUILD_SETTING_CHANGES.c.version < bindparam("before_", type_=BigInteger),
    )
    .order_by(GUILD_SETTING_CHANGES.c.version.desc())
    .limit(bindparam("limit_", type_=BigInteger))
)


class SqlGuildSettings:
    """The core's `GuildSettingsStore`.

    What this version of the program can't read is left out, and observed once.
    """

    def __init__(self, database: Database, observe: Observe = unobserved) -> None:
        self._database = database
        self._observe = observe
        self._unreadable: set[tuple[str, str]] = set()  # name and value, as they were observed

    async def get(self, guild_id: int) -> GuildSettings:
        """The settings of a server, of version 0 if it has never set anything."""

        def get(connection: Connection) -> _Stored:
            version = connection.scalar(_VERSION, {"guild_id_": guild_id}) or 0
            return _stored(connection, {guild_id: version})

        [settings] = self._settings(await self._database.transaction(get))
        return settings

    async def changed_since(self, since_s: int) -> LatestSettings:
        """The settings of all servers that have changed theirs since then."""

        def look(connection: Connection) -> tuple[int, _Stored]:
            until_s = connection.execute(select(database_now_s())).scalar_one()
            changed = connection.execute(_CHANGED_SINCE, {"since_": since_s})
            return until_s, _stored(connection, {row.guild_id: row.version for row in changed})

        until_s, stored = await self._database.transaction(look)
        return LatestSettings(tuple(self._settings(stored)), until_s)

    async def change(self, change: SettingChange, expected_version: int | None) -> GuildSettings:
        """Set one value, note that in the list of changes, and return the settings after it.

        `ValueError` if the setting can't be set to that.
        """
        if change.value is not None:
            check(change.name, change.value, change.channel_id)
        text = None if change.value is None else text_of(change.value)
        stored = await self._database.transaction(
            lambda connection: _change(connection, change, text, expected_version)
        )
        if stored is None:
            raise SettingsOutdated(
                f"the settings of server {change.guild_id} are not of version {expected_version}"
            )
        [settings] = self._settings(stored)
        return settings

    async def changes(
        self, guild_id: int, before_version: int | None, limit: int
    ) -> list[SettingChange]:
        """The changes of a server's settings, the newest first, at most so many."""
        values = {"guild_id_": guild_id, "before_": before_version or _LATEST, "limit_": limit}
        rows = await self._database.transaction(
            lambda connection: connection.execute(_CHANGES, values).all()
        )
        return [change for row in rows if (change := self._change_of(row)) is not None]

    def _settings(self, stored: _Stored) -> list[GuildSettings]:
        values: dict[int, dict[int, dict[SettingName, SettingValue]]] = {}
        for row in stored.values:
            value = self._read(row.name, row.value)
            if value is not None:
                of_guild = values.setdefault(row.guild_id, {})
                of_guild.setdefault(row.channel_id, {})[SettingName(row.name)] = value
        return [
            GuildSettings(guild_id, version, values.get(guild_id, {}))
            for guild_id, version in stored.versions.items()
        ]

    def _change_of(self, row: Row[Any]) -> SettingChange | None:
        """A change; None if it is of a setting that this version does not know."""
        former, value = (
            None if text is None else self._read(row.name, text) for text in (row.former, row.value)
        )
        try:
            name = SettingName(row.name)
        except ValueError:
            return None
        return SettingChange(
            guild_id=row.guild_id,
            channel_id=row.channel_id,
            name=name,
            value=value,
            member_id=row.member_id,
            former=former,
            at_s=row.changed_at,
            version=row.version,
        )

    def _read(self, name: str, text: str) -> SettingValue | None:
        """The value of a setting; None if this version can't read it, which is observed once."""
        try:
            return value_of(SettingName(name), text)
        except ValueError:
            if (name, text) not in self._unreadable:
                self._unreadable.add((name, text))
                error = StoreError("this version can't read what it is set to")
                self._observe(
                    OperationFailed(
                        Operation.READ_SETTING, error, detail=name, outlook=Outlook.LEFT_OUT
                    )
                )
            return None


class _Stored(NamedTuple):
    """The versions of servers' settings, by the server's id, and the rows of their values."""

    versions: Mapping[int, int]
    values: Sequence[Row[Any]]


def _stored(connection: Connection, versions: Mapping[int, int]) -> _Stored:
    """The values of these servers. Where another process changes one meanwhile, they may be newer
    than the version is; then the next look finds a newer version.
    """
    ids = [*versions]
    batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
    rows = [row for batch in batches for row in connection.execute(_VALUES, {"guild_ids_": batch})]
    return _Stored(versions, rows)


def _change(
    connection: Connection, change: SettingChange, text: str | None, expected_version: int | None
) -> _Stored | None:
    """Make a change, and return the settings after it; None if they are of another version."""
    guild = {"guild_id_": change.guild_id}
    connection.execute(
        _BEGIN.on(connection), {"guild_id": change.guild_id, "version": 0, "changed_at": 0}
    )
    next_version = _NEXT_VERSION if expected_version is None else _NEXT_VERSION_IF
    version = connection.scalar(next_version, {**guild, "expected_": expected_version})
    if version is None:
        connection.rollback()
        return None
    place = {"channel_id_": change.channel_id, "name_": change.name.value}
    row = {
        "guild_id": change.guild_id,
        "channel_id": change.channel_id,
        "name": change.name.value,
        "value": text,
    }
    noted = {**row, **guild, **place, "version": version, "member_id": change.member_id}
    connection.execute(_NOTE_CHANGE, noted)
    if text is None:
        connection.execute(_REMOVE, {**guild, **place})
    else:
        connection.execute(_SET.on(connection), row)
    return _stored(connection, {change.guild_id: version})
