"""What the Discord adapter needs of a database that several processes share."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class ShardLeases(Protocol):
    """Which process serves which gateway shard. Every method may raise `StoreError`."""

    async def claim(
        self, owner: str, shard_ids: Collection[int], *, lease_s: int
    ) -> frozenset[int]:
        """Lease to `owner` those of these shards that are its own, or nobody's any more.

        Returns which of them are its own now.
        """

    async def release(self, owner: str, shard_ids: Collection[int]) -> None:
        """Let another process have those of these shards at once that are the owner's."""


IdentifyLock = Callable[[int], AbstractAsyncContextManager[None]]
"""Gives the lock of a number, which one process of all has at a time. Entering it waits for others,
and raises `StoreError` if the database fails."""
