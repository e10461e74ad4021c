"""Up to which message everything has been taken in, for one gateway shard.

While a shard is healthy its mark follows the newest message that was seen, but never past one
that is still being taken in. From the moment it is disconnected the mark stands, until the shard
has resumed, which replays what was missed, or what was missed has been read by other means: so
that what comes live meanwhile does not hide a gap behind it.
"""

from __future__ import annotations


class Watermark:
    """The mark of one shard: a message's id, 0 until something is known. Pure."""

    def __init__(self) -> None:
        self.mark = 0
        self._newest = 0
        self._pending: set[int] = set()
        self._left: int | None = None
        self._healthy = False

    def begin(self, message_id: int) -> None:
        """A message is being taken in."""
        self._pending.add(message_id)
        self._newest = max(message_id, self._newest)

    def done(self, message_id: int) -> None:
        """A message has been taken in: it is answered, stored or none of the bot's business."""
        self._pending.discard(message_id)
        self._follow()

    def leave(self, message_id: int) -> None:
        """A message could not be taken in, and is not kept: it has to be read again."""
        self._left = min(message_id, self._left or message_id)
        self._pending.discard(message_id)

    @property
    def left(self) -> int | None:
        """The oldest message that was left, and so has to be read again."""
        return self._left

    def read_again(self) -> None:
        """What was left is about to be read: `release` tells when it has been."""
        self.hold()
        self._left = None

    def hold(self) -> None:
        """The shard is disconnected: from here on there may be a gap."""
        self._healthy = False

    def release(self, at_least: int = 0) -> None:
        """The shard has no gap any more; everything up to `at_least` has been taken in."""
        self._healthy = True
        self._newest = max(at_least, self._newest)
        self._follow()

    def _follow(self) -> None:
        if self._healthy:
            mark = min(self._newest, min(self._pending, default=self._newest + 1) - 1)
            if self._left is not None:
                mark = min(mark, self._left - 1)
            self.mark = max(mark, self.mark)
