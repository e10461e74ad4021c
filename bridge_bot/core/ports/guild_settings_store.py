"""What the core needs of a store for the settings of servers."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from bridge_bot.core.guild_settings.values import GuildSettings, SettingChange


class LatestSettings(NamedTuple):
    """The settings that were changed, as they are now, and up to when that was looked up: in
    seconds since the Unix epoch, by the clock of the store.
    """

    settings: tuple[GuildSettings, ...]
    until_s: int


class GuildSettingsStore(Protocol):
    """The settings of servers, with a list of all changes. Every method may raise `StoreError`."""

    async def get(self, guild_id: int) -> GuildSettings:
        """The settings of a server, of version 0 if it has never set anything."""

    async def changed_since(self, since_s: int) -> LatestSettings:
        """The settings of all servers that have changed theirs since then, in seconds since the
        Unix epoch by the clock of the store.
        """

    async def change(self, change: SettingChange, expected_version: int | None) -> GuildSettings:
        """Set one value, note that in the list of changes, and return the settings after it.

        `former`, `at_s` and `version` of the change are found out. Raises `SettingsOutdated`
        if the settings are not of the expected version; None: whatever it is.
        """

    async def changes(
        self, guild_id: int, before_version: int | None, limit: int
    ) -> list[SettingChange]:
        """The changes of a server's settings, the newest first, at most so many; with
        `before_version` only those that made an earlier version.
        """
