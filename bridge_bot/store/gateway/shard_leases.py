"""Which process serves which gateway shard: each shard is leased to one, by the database's clock.

Why the statements are built once is said in `conversations`.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Integer, bindparam, delete, or_, select

from bridge_bot.store.database import Database
from bridge_bot.store.dialects import database_now_s, upsert
from bridge_bot.store.tables import SHARD_LEASES

_OWN = SHARD_LEASES.c.owner == bindparam("owner_")
_LEASE_UNTIL = database_now_s() + bindparam("lease_s_", type_=Integer)
# Of two processes that claim a shard at once, the second finds that its lease still runs.
_CLAIM = upsert(
    SHARD_LEASES,
    replaced=["owner", "lease_until"],
    where=or_(_OWN, SHARD_LEASES.c.lease_until < database_now_s()),
    lease_until=_LEASE_UNTIL,
)


class SqlShardLeases:
    """The Discord adapter's `ShardLeases`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(
        self, owner: str, shard_ids: Collection[int], *, lease_s: int
    ) -> frozenset[int]:
        """Lease to `owner` those of these shards that are its own, or nobody's any more.

        Returns which of them are its own now.
        """
        ordered = sorted(shard_ids)  # of two processes, neither waits for a row of the other
        values = {"owner": owner, "owner_": owner, "lease_s_": lease_s}
        own = select(SHARD_LEASES.c.shard_id).where(_OWN, SHARD_LEASES.c.shard_id.in_(ordered))

        def claim(connection: Connection) -> frozenset[int]:
            for shard_id in ordered:
                connection.execute(_CLAIM.on(connection), {**values, "shard_id": shard_id})
            return frozenset(connection.scalars(own, {"owner_": owner}))

        return await self._database.transaction(claim) if ordered else frozenset()

    async def release(self, owner: str, shard_ids: Collection[int]) -> None:
        """Let another process have those of these shards at once that are the owner's."""
        released = delete(SHARD_LEASES).where(_OWN, SHARD_LEASES.c.shard_id.in_(shard_ids))
        await self._database.transaction(
            lambda connection: connection.execute(released, {"owner_": owner})
        )
