"""Registers the bot's commands with Discord if they have changed since the last time."""

from __future__ import annotations

import asyncio
from typing import Protocol

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.events import Observe, Operation, OperationFailed, Outlook
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.rest.exceptions import is_refusal

_BACKOFF = Backoff(first_s=2.0, longest_s=300.0)
_AFTER_REFUSAL = Backoff(first_s=300.0, longest_s=3600.0)


class SlashCommands(Protocol):
    """Commands that can be registered with Discord; `Commands` are."""

    def fingerprint(self) -> str:
        """Changes if, and only if, the definition of the commands changes, in any language."""

    async def register(self) -> None:
        """Register them. Raises what a REST request of discord.py raises, and `NotFromDiscord`."""


class CommandSync:
    """Registers `commands` when their fingerprint is not the one in the store."""

    def __init__(self, commands: SlashCommands, store: DiscordStore, observe: Observe) -> None:
        self._commands = commands
        self._store = store
        self._observe = observe
        self.tried = asyncio.Event()
        """That the first attempt is over."""

    async def run(self, application_id: int) -> None:
        """Register the commands if they have changed, again and again until Discord has taken them:
        the longest pause is five minutes or, after a refusal, an hour.

        A failure is observed, unless it is the same as the one before.
        """
        failures, told = 0, ""
        while (error := await self._try(application_id)) is not None:
            failures += 1
            if repr(error) != told:
                told = repr(error)
                self._observe(
                    OperationFailed(Operation.SYNC_COMMANDS, error, outlook=Outlook.RETRIED)
                )
            backoff = _AFTER_REFUSAL if is_refusal(error) else _BACKOFF
            await asyncio.sleep(backoff.pause_s(failures))

    async def _try(self, application_id: int) -> Exception | None:
        """Register the commands if they have changed; returns why that failed, if it did."""
        try:
            fingerprint = self._commands.fingerprint()
            if await self._store.synced_commands(application_id) != fingerprint:
                await self._commands.register()
                await self._store.remember_synced_commands(application_id, fingerprint)
        except Exception as error:  # noqa: BLE001 - the bot can be mentioned without commands, too
            return error
        finally:
            self.tried.set()
        return None
