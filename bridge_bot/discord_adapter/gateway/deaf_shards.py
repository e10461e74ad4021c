"""Connects a shard anew that is connected but brings no messages.

Such a connection does not end by itself: its heartbeats are answered. Resuming its session would
take the fault along, so another one is begun, and what was missed is read over REST.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bridge_bot.core.events import (
    GatewayDeaf,
    GatewayHeard,
    Observe,
    Operation,
    OperationFailed,
)
from bridge_bot.core.gateway.shards import GatewayShards

LOOKED_EVERY_S = 2.0
RECONNECTED_EVERY_S = 3600.0
"""How long after a shard was connected anew that is done again: each time costs one of the sessions
that Discord grants a day."""


class DeafShards:
    """Looks for deaf shards. `reconnect` is awaited with the id of one; it returns once that shard
    is being connected in a new session.
    """

    def __init__(
        self,
        shards: GatewayShards,
        observe: Observe,
        reconnect: Callable[[int], Awaitable[None]],
    ) -> None:
        self._shards = shards
        self._observe = observe
        self._reconnect = reconnect
        self._deaf_since_s: dict[int, float] = {}
        self._reconnected_at_s: dict[int, float] = {}

    async def watch(self) -> None:
        """Look every few seconds, until cancelled."""
        while True:
            await asyncio.sleep(LOOKED_EVERY_S)
            for shard_id in self._shards.ids:
                await self._look_at(shard_id)

    async def _look_at(self, shard_id: int) -> None:
        """Observe that a shard has grown deaf, or hears again; in the first case connect it."""
        now_s = asyncio.get_running_loop().time()
        messages = self._shards.unheard_messages(shard_id)
        if not messages:
            if (since_s := self._deaf_since_s.pop(shard_id, None)) is not None:
                self._observe(GatewayHeard(shard_id, now_s - since_s))
            return
        again_at_s = self._reconnected_at_s.get(shard_id, -RECONNECTED_EVERY_S)
        is_due = now_s >= again_at_s + RECONNECTED_EVERY_S
        if shard_id not in self._deaf_since_s:
            self._deaf_since_s[shard_id] = now_s
            self._observe(GatewayDeaf(shard_id, messages, is_reconnected=is_due))
        if is_due:
            self._reconnected_at_s[shard_id] = now_s
            await self._connect_anew(shard_id)

    async def _connect_anew(self, shard_id: int) -> None:
        try:
            await self._reconnect(shard_id)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next look may help
            self._observe(OperationFailed(Operation.CONNECT, error))
        task = asyncio.current_task()
        if task is not None and task.cancelling():  # discord.py 2.7.1 swallows a cancellation
            raise asyncio.CancelledError
