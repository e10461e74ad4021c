"""Up to which message everything has been taken in, for each gateway shard.

While a shard is healthy its mark follows the newest message that was seen, but never past one
that is still being taken in. From the moment it is disconnected the mark stands, until the shard
has resumed, which replays what was missed, or what was missed has been read by other means: so
that what comes live meanwhile does not hide a gap behind it.
"""

from __future__ import annotations

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, WentWrong
from bridge_bot.core.ports import Store


class Watermarks:
    """The marks of all shards; `save` writes down those that have moved."""

    def __init__(self, store: Store, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._newest: dict[int, int] = {}
        self._pending: dict[int, set[int]] = {}
        self._healthy: set[int] = set()
        self._marks: dict[int, int] = {}
        self._saved: dict[int, int] = {}

    def begin(self, shard_id: int, message_id: int) -> None:
        """A message is being taken in."""
        self._pending.setdefault(shard_id, set()).add(message_id)
        self._newest[shard_id] = max(message_id, self._newest.get(shard_id, 0))

    def done(self, shard_id: int, message_id: int) -> None:
        """A message has been taken in: it is answered, stored or none of the bot's business."""
        self._pending.get(shard_id, set()).discard(message_id)
        self._follow(shard_id)

    def hold(self, shard_id: int) -> None:
        """The shard is disconnected: from here on there may be a gap."""
        self._healthy.discard(shard_id)

    def release(self, shard_id: int, at_least: int = 0) -> None:
        """The shard has no gap any more; everything up to `at_least` has been taken in."""
        self._healthy.add(shard_id)
        self._newest[shard_id] = max(at_least, self._newest.get(shard_id, 0))
        self._follow(shard_id)

    async def save(self) -> None:
        """Write down the marks that have moved; a failure is observed, and tried again."""
        for shard_id, mark in self._marks.items():
            if self._saved.get(shard_id) == mark:
                continue
            try:
                await self._store.move_watermark(shard_id, mark)
            except StoreError as error:
                self._observe(WentWrong("noting what has been taken in", error))
                return
            self._saved[shard_id] = mark

    def _follow(self, shard_id: int) -> None:
        if shard_id in self._healthy:
            oldest_pending = min(self._pending.get(shard_id, ()), default=None)
            newest = self._newest.get(shard_id, 0)
            mark = newest if oldest_pending is None else min(newest, oldest_pending - 1)
            self._marks[shard_id] = max(mark, self._marks.get(shard_id, 0))
