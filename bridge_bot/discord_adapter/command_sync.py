"""Tells Discord the bot's slash commands, but only if they have changed since it was told last."""

from __future__ import annotations

import asyncio
from typing import Protocol

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.rest.exceptions import is_refusal

_BACKOFF = Backoff(first_s=2.0, longest_s=300.0)


class SlashCommands(Protocol):
    """What `Commands` is here: a definition of commands, of which Discord can be told."""

    def fingerprint(self) -> str:
        """Changes if, and only if, what Discord has to be told changes."""

    async def register(self) -> None:
        """Tell Discord the commands."""


class CommandSync:
    """Keeps what Discord knows of the commands in step with `commands`.

    The store has the fingerprint of what each application was told last.
    """

    def __init__(self, commands: SlashCommands, store: DiscordStore, observe: Observe) -> None:
        self._commands = commands
        self._store = store
        self._observe = observe

    async def sync(self, application_id: int) -> bool:
        """Tell Discord the commands, and return whether that need not be tried again.

        A refusal would be no other later; every other failure may pass. Both are observed.
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
        """After a first failure, try again and again until `sync` says that it need not."""
        failures = 1
        while True:
            await asyncio.sleep(_BACKOFF.pause_s(failures))
            if await self.sync(application_id):
                return
            failures += 1
