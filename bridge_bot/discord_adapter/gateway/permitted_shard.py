"""A gateway shard that waits for permission before it begins a new session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from discord.shard import EventItem, EventType, Shard

from bridge_bot.core.background_tasks import BackgroundTasks


class _PermitsSessions(Protocol):
    """The client: `wait_to_identify` returns once that shard may send an IDENTIFY."""

    async def wait_to_identify(self, shard_id: int) -> None: ...


class PermittedShard(Shard):
    """A shard that waits before it connects again with an IDENTIFY.

    It waits here, before it asks discord.py to connect it: discord.py connects one shard after the
    other, and the others need not wait. The first connection of a shard waits in
    `DiscordClient.launch_shard`.

    A new connection that ends before its HELLO is tried again, and ends no other shard.
    """

    def __init__(
        self,
        ws: DiscordWebSocket,
        client: discord.AutoShardedClient,
        queue_put: Callable[[EventItem], None],
    ) -> None:
        super().__init__(ws, client, self._put_once_permitted)
        self._put = queue_put
        self._waiting = BackgroundTasks()

    async def close(self) -> None:
        """Disconnect, and give up waiting for permission."""
        await self._waiting.close()
        await super().close()

    def _put_once_permitted(self, item: EventItem) -> None:
        if isinstance(item.error, ReconnectWebSocket) and item.type == EventType.terminate:
            item = EventItem(EventType.reconnect, self, item.error)
        if item.type in (EventType.identify, EventType.reconnect):  # both end in an IDENTIFY
            # discord.py tells of an end of the session only once it connects the shard anew.
            self._dispatch("shard_waiting", self.id)
            self._waiting.start(self._wait(item), name=f"shard {self.id} waits")
        else:
            self._put(item)

    async def _wait(self, item: EventItem) -> None:
        await cast(_PermitsSessions, self._client).wait_to_identify(self.id)
        self._put(item)
