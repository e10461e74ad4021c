"""Notes which servers the bot is in, and which it has left: what is stored of these goes a week
later.

READY, the first event of a session, names all servers of its shard, those that are out of order as
well (Discord's documentation). So what happened while the bot was away is known then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from typing import Protocol, Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.discord_adapter.snowflake import shard_id_of

RETRY_S = 30.0


class KnownGuildsStore(Protocol):
    """Stores which servers the bot is in. Every method may raise `StoreError`."""

    async def note_joined(self, guild_id: int) -> None:
        """Store that the bot is in a server."""

    async def note_left(self, guild_id: int) -> None:
        """Store that the bot is not in a server any more, and since when."""

    async def note_all(
        self, guild_ids: Collection[int], is_of_shard: Callable[[int], bool]
    ) -> None:
        """Store that of the servers of which `is_of_shard` is true the bot is in these alone."""


class GuildMembership:
    """Stores, inside `async with`, which servers the bot joins and leaves, in that order. What
    can't be stored is tried again: a server that came back must not be taken for one that was left.
    """

    def __init__(
        self, store: KnownGuildsStore, settings: KnownGuildSettings, observe: Observe
    ) -> None:
        self._store = store
        self._settings = settings
        self._observe = observe
        self._tasks = BackgroundTasks()
        self._in_order = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Give up what is not noted yet: the next session tells it again."""
        await self._tasks.close()

    def session_began(
        self, shard_id: int, shard_count: int | None, guild_ids: Collection[int] | None
    ) -> None:
        """Discord has named all servers of a shard; None: it has not."""
        if guild_ids is None:
            return

        def is_of_shard(guild_id: int) -> bool:
            return shard_id_of(guild_id, shard_count) == shard_id

        self._note(partial(self._store.note_all, guild_ids, is_of_shard))

    def joined(self, guild_id: int) -> None:
        """The bot was added to a server."""
        self._note(partial(self._joined, guild_id))

    def left(self, guild_id: int) -> None:
        """The bot was removed from a server; an outage is none of that."""
        self._note(partial(self._store.note_left, guild_id))

    async def _joined(self, guild_id: int) -> None:
        await self._store.note_joined(guild_id)
        await self._settings.read_again(guild_id)  # they may have been removed meanwhile

    def _note(self, note: Callable[[], Awaitable[None]]) -> None:
        self._tasks.start(self._until_noted(note), name="noting a server")

    async def _until_noted(self, note: Callable[[], Awaitable[None]]) -> None:
        async with self._in_order:
            while True:
                try:
                    await note()
                except StoreError as error:
                    failed = OperationFailed(Operation.NOTE_GUILDS, error, outlook=Outlook.RETRIED)
                    self._observe(failed)
                    await asyncio.sleep(RETRY_S)
                else:
                    return
