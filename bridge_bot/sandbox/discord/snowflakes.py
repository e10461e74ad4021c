"""Discord's ids: 64-bit numbers that carry the millisecond of their making."""

from __future__ import annotations

from collections.abc import Callable

DISCORD_EPOCH_MS = 1_420_070_400_000
"""The first second of 2015, from which ids count (Discord's documentation, "Snowflakes")."""

_MONTH_MS = 30 * 24 * 3600 * 1000


def snowflake_time(snowflake: int) -> float:
    """The moment in which an id was made, in seconds since 1970."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000


class Snowflakes:
    """Makes ids that rise, and whose time is `now()`."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._last = 0
        self._old_ms = int(now() * 1000) - DISCORD_EPOCH_MS - _MONTH_MS

    def make(self) -> int:
        """The next id. Many in one millisecond differ in their lowest bits."""
        wanted = (int(self._now() * 1000) - DISCORD_EPOCH_MS) << 22
        self._last = max(self._last + 1, wanted)
        return self._last

    def make_old(self) -> int:
        """An id of a month ago, each in a millisecond of its own.

        For guilds: their shard is their millisecond modulo the number of shards, so guilds made
        in one go would otherwise all meet on one shard.
        """
        self._old_ms += 1
        return self._old_ms << 22
