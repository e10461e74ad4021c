"""Discord's ids, which its JSON has as strings of digits."""

from __future__ import annotations

from typing import Any


def id_in(data: Any, name: str) -> int | None:
    """The id under that name in a JSON object, or None if there is none that is a number.

    `data` may be anything that Discord sends: `id_in({"id": "7"}, "id")` is 7, and
    `id_in(None, "id")` is None.
    """
    try:
        return int(data[name])
    except (KeyError, OverflowError, TypeError, ValueError):
        return None


def shard_id_of(guild_id: int | None, shard_count: int | None) -> int:
    """The shard that gets a server's events; the first gets direct messages (Discord's docs)."""
    return 0 if guild_id is None else (guild_id >> 22) % (shard_count or 1)
