"""Which turns belong to a process that serves only some of Discord's gateway shards."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func

from bridge_bot.store.tables import TURNS


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards `ids` of `count` in all.

    Discord's documentation, "Sharding": a server belongs to shard `(guild_id >> 22) % count`, and
    direct messages, which have no server, to shard 0.
    """

    count: int
    ids: Collection[int]

    def have_turn(self) -> ColumnElement[bool]:
        """The condition that a turn was asked in one of them."""
        guild_id = func.coalesce(TURNS.c.guild_id, 0)
        return (guild_id // 2**22 % self.count).in_(self.ids)
