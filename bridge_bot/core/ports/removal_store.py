"""What the core needs of a store to remove what is old, or belongs to a place that is gone.

Each call that removes rows is a bite: it removes about so many at the most, so that what else is to
be written need not wait, and returns how many there were. 0 says that it is done. Several processes
may do it at once.
"""

from __future__ import annotations

from typing import Protocol


class OldRowsStore(Protocol):
    """What was stored long ago. Times are in seconds since the Unix epoch. Every method may raise
    `StoreError`.
    """

    async def remove_turns(self, before_s: int, most: int) -> int:
        """Remove finished turns that were updated last before then, with what goes with them."""

    async def remove_votes(self, before_s: int, most: int) -> int:
        """Remove votes that were given or changed last before then."""

    async def remove_setting_changes(self, before_s: int, most: int) -> int:
        """Remove the lines of changed settings from before then."""

    async def remove_usage(self, before_s: int) -> None:
        """Remove what was counted on the days before that one."""

    async def remove_conversations(self, before_s: int, most: int) -> int:
        """Remove conversations that were not used since then."""


class PlacesStore(Protocol):
    """All that is stored of servers and channels. Every method may raise `StoreError`."""

    async def left_guild(self, before_s: int) -> int | None:
        """A server that the bot has left before then, None if there is none."""

    async def remove_guild(self, guild_id: int, most: int) -> int:
        """Remove what is stored of a server that the bot has left; nothing if it is back."""

    async def remove_channel(self, guild_id: int, channel_id: int, most: int) -> int:
        """Remove what is stored of a channel or thread that was deleted. Turns that are not
        finished stay, with their conversations.
        """
