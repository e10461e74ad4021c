"""A fair queue: servers take turns and, at each turn of a server, its conversations.

So whoever waits is held up by one item of each other server, not by all that one server has put
there. What waits of one conversation keeps its order. Every step takes constant time, but for
removing an item, which takes as long as its conversation's queue is.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")

DIRECT_MESSAGES = 0
"""The server that all direct messages together are."""


class Flow(NamedTuple):
    """What takes turns: a channel or thread, of a server.

    All direct messages together are one server: else 200 members who write directly would be 200
    servers, and hold up a real one as much.
    """

    server_id: int
    channel_id: int

    @classmethod
    def of(cls, guild_id: int | None, channel_id: int) -> Flow:
        """The flow of a channel; `guild_id` is None for direct messages."""
        return cls(guild_id or DIRECT_MESSAGES, channel_id)


class FairQueue(Generic[Item]):
    """Items that wait, each in its flow. Whoever had a turn goes behind all others."""

    def __init__(self) -> None:
        # By server, by channel; the first of each dict is next.
        self._waiting: OrderedDict[int, OrderedDict[int, deque[Item]]] = OrderedDict()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def put(self, flow: Flow, item: Item) -> None:
        """Add an item behind those of its flow."""
        channels = self._waiting.setdefault(flow.server_id, OrderedDict())
        channels.setdefault(flow.channel_id, deque()).append(item)

    def pop(self) -> Item:
        """Remove and return the next item. KeyError if there is none."""
        server_id, channels = self._waiting.popitem(last=False)
        channel_id, items = channels.popitem(last=False)
        item = items.popleft()
        if items:
            channels[channel_id] = items
        if channels:
            self._waiting[server_id] = channels
        return item

    def remove(self, flow: Flow, item: Item) -> bool:
        """Remove an item that is not to wait any more; False if it does not wait here."""
        channels = self._waiting.get(flow.server_id, OrderedDict())
        items = channels.get(flow.channel_id, deque())
        if item not in items:
            return False
        items.remove(item)
        if not items:
            del channels[flow.channel_id]
        if not channels:
            del self._waiting[flow.server_id]
        return True

    def move_server(self, server_id: int, to: FairQueue[Item]) -> None:
        """Move all that waits of a server to another queue, where none of it waits yet."""
        if (channels := self._waiting.pop(server_id, None)) is not None:
            to._waiting[server_id] = channels
