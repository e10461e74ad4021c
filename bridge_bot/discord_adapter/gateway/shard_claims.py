"""The shards that are this process's to connect: each is leased to one process at a time.

Of two processes that are started with the same shards, the second waits, and connects them once
the first is stopped, or has ended and its leases have run out.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterable

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import (
    Observe,
    Operation,
    OperationFailed,
    ShardsClaimed,
    ShardsElsewhere,
)
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S
from bridge_bot.discord_adapter.gateway.shard_leases import ShardLeases

WAITING_EVERY_S = 1.0
"""How often shards are claimed that another process serves, in seconds."""


class ShardClaims:
    """Claims shards, and renews their leases until `close`. Without `leases` no other process can
    have any. The `gateway` is told which ones another process serves.
    """

    def __init__(
        self, leases: ShardLeases | None, gateway: GatewayShards, observe: Observe
    ) -> None:
        self._leases = leases
        self._gateway = gateway
        self._observe = observe
        self._owner = uuid.uuid4().hex
        self._wanted: frozenset[int] = frozenset()
        self._own: frozenset[int] = frozenset()
        self._changed = asyncio.Event()
        self._lost = asyncio.Event()
        self._on_gained: Callable[[], None] = lambda: None
        self._tasks = BackgroundTasks()

    async def begin(self, shard_ids: Iterable[int], on_gained: Callable[[], None]) -> None:
        """Claim these shards for a client that is about to connect them. `on_gained` is called when
        one comes that another process had.

        While the database fails this waits, unless the client before had shards: then those are
        connected.
        """
        self._wanted, self._on_gained = frozenset(shard_ids), on_gained
        if self._leases is None:
            self._own = self._wanted
            return
        while not (await self._claim(self._leases) or self._own):  # noqa: ASYNC110 - of a server
            await asyncio.sleep(CLAIM_EVERY_S)
        if not self._tasks:
            self._tasks.start(self._keep_claiming(self._leases), name="renewing leases of shards")

    def has(self, shard_id: int) -> bool:
        """Whether a shard is this process's."""
        return shard_id in self._own

    async def gained(self, shard_id: int) -> None:
        """Wait until a shard is this process's."""
        while not self.has(shard_id):
            self._changed.clear()
            await self._changed.wait()

    async def lost(self) -> None:
        """Wait until another process has a shard that was this one's, such as after this process
        has stood still. Returns once for each time that this happens.
        """
        await self._lost.wait()
        self._lost.clear()

    async def close(self) -> None:
        """Claim no more, and let another process have the shards at once."""
        await self._tasks.close()
        if self._leases is None or not self._wanted:
            return
        try:
            await self._leases.release(self._owner, self._wanted)
        except StoreError as error:
            self._observe(OperationFailed(Operation.RENEW_SHARD_LEASES, error))

    async def _keep_claiming(self, leases: ShardLeases) -> None:
        while True:
            await asyncio.sleep(CLAIM_EVERY_S if self._own == self._wanted else WAITING_EVERY_S)
            await self._claim(leases)

    async def _claim(self, leases: ShardLeases) -> bool:
        """Claim the shards once. False if the database fails: then all stays as it was."""
        wanted = self._wanted
        try:
            own = await leases.claim(self._owner, wanted, lease_s=LEASE_S)
        except StoreError as error:
            self._observe(OperationFailed(Operation.RENEW_SHARD_LEASES, error))
            return False
        known = self._gateway.elsewhere
        gained, elsewhere = own & known, wanted - own
        if new := elsewhere - known:
            self._observe(ShardsElsewhere(tuple(sorted(new))))
        if self._own - own:
            self._lost.set()
        self._own = own
        self._gateway.elsewhere = elsewhere
        self._changed.set()
        if gained:
            self._observe(ShardsClaimed(tuple(sorted(gained))))
            self._on_gained()
        return True
