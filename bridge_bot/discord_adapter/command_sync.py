"""Registers the bot's slash commands with Discord if they have changed since the last time."""

from __future__ import annotations

import asyncio
from typing import Protocol

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.rest.exceptions import is_refusal

_BACKOFF = Backoff(first_s=2.0, longest_s=300.0)


class SlashCommands(Protocol):
    """Commands that can be registered with Discord; `Commands` are."""

    def fingerprint(self) -> str:
        """Changes if, and only if, the definition of the commands changes."""

    async def register(self) -> None:
        """Register them. Raises what a REST request of discord.py raises, and `NotFromDiscord`."""


class CommandSync:
    """Registers `commands` when their fingerprint is not the one in the store."""

    def __init__(self, commands: SlashCommands, store: DiscordStore, observe: Observe) -> None:
        self._commands = commands
        self._store = store
        self._observe = observe

    async def sync(self, application_id: int) -> bool:
        """Register the commands if they have changed; returns False if that has to be retried.

        A failure is observed. After a refusal of Discord's it is not retried before the next start.
        """
        fingerprint = self._commands.fingerprint()
        try:
            if await self._store.synced_commands(application_id) != fingerprint:
                await self._commands.register()
                await self._store.remember_synced_commands(application_id, fingerprint)
        except Exception as error:  # noqa: BLE001 - the bot can be mentioned without commands, too
            is_final = is_refusal(error)
            outlook = Outlook.RETRIED_AT_NEXT_START if is_final else Outlook.RETRIED
            self._observe(OperationFailed(Operation.SYNC_COMMANDS, error, outlook=outlook))
            return is_final
        return True

    async def retry(self, application_id: int) -> None:
        """After a first failure, call `sync` until it returns True, with growing pauses."""
        failures = 1
        while True:
            await asyncio.sleep(_BACKOFF.pause_s(failures))
            if await self.sync(application_id):
                return
            failures += 1
