"""Up to which message everything has been taken in, for one gateway shard.

While a shard is connected, its watermark follows the newest message received, but never passes one
that is still pending. It is frozen from the moment the shard is disconnected until nothing is
missing any more: either the session was resumed, so that Discord has sent again what was missed, or
that has been read over REST. So live messages never move it past a gap.
"""

from __future__ import annotations


class Watermark:
    """One shard's watermark. It does no IO; `position` is what is stored of it.

    `position` is the id of a message: that one and all before it have been taken in. It is 0 until
    something is known.
    """

    def __init__(self) -> None:
        self.position = 0
        self._newest = 0
        self._pending: set[int] = set()
        self.oldest_dropped: int | None = None
        """The oldest message that was dropped and not read again since; None if there is none."""
        self._is_frozen = True

    def begin(self, message_id: int) -> None:
        """A message is pending: it is being taken in, or is held until it can be."""
        self._pending.add(message_id)
        self._newest = max(message_id, self._newest)

    def done(self, message_id: int) -> None:
        """A message has been taken in: it is answered, stored or no question."""
        self._pending.discard(message_id)
        self._follow()

    def drop(self, message_id: int) -> None:
        """A pending message is forgotten without having been taken in: it has to be read again."""
        self.oldest_dropped = min(message_id, self.oldest_dropped or message_id)
        self._pending.discard(message_id)

    def freeze(self) -> None:
        """The shard is disconnected: from here on messages may be missing."""
        self._is_frozen = True

    def freeze_to_read_again(self) -> None:
        """All that was dropped is about to be read again; `unfreeze` follows when it has been."""
        self.freeze()
        self.oldest_dropped = None

    def unfreeze(self, at_least: int = 0) -> None:
        """Nothing is missing any more; all up to the message `at_least` has been taken in."""
        self._is_frozen = False
        self._newest = max(at_least, self._newest)
        self._follow()

    def _follow(self) -> None:
        if self._is_frozen:
            return
        position = min(self._newest, min(self._pending, default=self._newest + 1) - 1)
        if self.oldest_dropped is not None:
            position = min(position, self.oldest_dropped - 1)
        self.position = max(position, self.position)
