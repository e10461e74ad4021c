"""The settings of servers, as this process knows them.

All of them are read at the start, and every few seconds those that another process has changed.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import GuildSettings, PlaceSettings, SettingChange
from bridge_bot.core.ports import GuildSettingsStore

LOOK_EVERY_S = 2.0

FIRST_LOOK_WITHIN_S = 2.0
"""How long a question waits at the start until the settings are known, in seconds."""

LOOK_BACK_S = 60
"""How far each look goes back before the last one, in seconds: a change has the time at which it
began, and can be seen only when it has been committed."""

_NOTHING_SET = PlaceSettings()


class KnownGuildSettings:
    """The settings of all servers. Inside `async with` it looks regularly for what others change.

    A look that fails changes nothing. Until the first one has succeeded nothing is known.
    """

    def __init__(self, store: GuildSettingsStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._by_guild: dict[int, GuildSettings] = {}  # without those that never set anything
        self._pauses = Counter[int]()  # by server, those that have begun here
        self._changes = 0  # that this process made itself
        self._looked_at_s = -1  # by the clock of the store
        self._known = asyncio.Event()
        self._changed = asyncio.Event()  # of the next change; there is another one then
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_looking(), name="looking for changed settings")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def of(self, guild_id: int) -> GuildSettings:
        """The settings of a server. Raises `StoreError` if they can't be read at the start."""
        try:
            async with asyncio.timeout(FIRST_LOOK_WITHIN_S):
                await self._known.wait()
        except TimeoutError:
            raise StoreError("the settings of servers could not be read yet") from None
        return self._by_guild.get(guild_id) or GuildSettings(guild_id)

    async def place(self, guild_id: int | None, channel_id: int) -> PlaceSettings:
        """What is in force in a channel or forum and its threads; see `Question.place_id`.

        In direct messages, where `guild_id` is None, that is the default. Raises `StoreError` as
        `of` does.
        """
        if guild_id is None:
            return PlaceSettings()
        return (await self.of(guild_id)).place(channel_id)

    def known_place(self, guild_id: int, channel_id: int) -> PlaceSettings | None:
        """The same without waiting; None if it is not known yet."""
        if not self._known.is_set():
            return None
        settings = self._by_guild.get(guild_id)
        return settings.place(channel_id) if settings is not None else _NOTHING_SET

    async def change(
        self, change: SettingChange, expected_version: int | None = None
    ) -> GuildSettings:
        """Set one value, and return the settings after it, which are in force here at once.

        Raises `SettingsOutdated`, `StoreError`, and `ValueError` if it can't be set to that.
        """
        settings = await self._store.change(change, expected_version)
        self._changes += 1
        known = self._by_guild.get(settings.guild_id)
        if known is None or settings.version > known.version:
            self._put(settings)
        return settings

    async def changes(
        self, guild_id: int, *, before_version: int | None = None, limit: int = 10
    ) -> list[SettingChange]:
        """The changes of a server's settings, the newest first; see `GuildSettingsStore`."""
        return await self._store.changes(guild_id, before_version, limit)

    async def read_again(self, guild_id: int) -> None:
        """Have those in force that are stored, though they may be of an earlier version: those of a
        server that was away may have been removed. Raises `StoreError`.
        """
        known = self._by_guild.get(guild_id)
        settings = await self._store.get(guild_id)
        if self._by_guild.get(guild_id) is known:  # else they were changed, or looked up, meanwhile
            self._put(settings)

    def is_paused(self, guild_id: int | None) -> bool:
        """Whether it is known that a server has paused the bot."""
        settings = self._by_guild.get(guild_id or 0)
        return settings is not None and settings.is_paused

    def pause_of(self, guild_id: int | None) -> int:
        """A number that each pause of a server has for itself, as this process knows them."""
        return self._pauses[guild_id or 0]

    async def found_paused(self, guild_id: int | None) -> bool:
        """Whether a server has paused the bot, once that is known."""
        await self._known.wait()
        return self.is_paused(guild_id)

    async def until_resumed(self, guild_id: int | None) -> None:
        """Wait until a server has not paused the bot: not at all if it has not now."""
        while self.is_paused(guild_id):
            await self._changed.wait()

    async def look(self) -> None:
        """Look what has changed. It is in force then, also if its version is an earlier one: those
        of a server that was removed begin anew. Raises `StoreError`.
        """
        changes = self._changes
        latest = await self._store.changed_since(self._looked_at_s - LOOK_BACK_S)
        if changes != self._changes and self._known.is_set():
            return  # this may be what was so before; the next look tells
        for settings in latest.settings:
            self._put(settings)
        self._looked_at_s = latest.until_s
        self._known.set()

    def _put(self, settings: GuildSettings) -> None:
        """Have settings in force."""
        guild_id = settings.guild_id
        if settings == self._by_guild.get(guild_id):
            return
        if settings.is_paused and not self.is_paused(guild_id):
            self._pauses[guild_id] += 1
        self._by_guild[guild_id] = settings
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _keep_looking(self) -> None:
        while True:
            try:
                await self.look()
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOOK_UP_SETTINGS, error))
            await asyncio.sleep(LOOK_EVERY_S)
