"""What the core needs of a store of usage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bridge_bot.core.usage.usage import UsageBy, UsageKey, UsageTable


class UsageStore(Protocol):
    """Stores what was counted on each day. Every method may raise `StoreError`."""

    async def add(self, counts: Mapping[UsageKey, int]) -> None:
        """Add these to what was counted before, by whichever process."""

    async def read(self, by: UsageBy, since_day: int, guild_id: int | None = None) -> UsageTable:
        """What was counted from that day on, with the votes: in one server, or None: in all."""
