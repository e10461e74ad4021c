"""What the adapter has to store."""

from __future__ import annotations

from typing import Protocol


class DiscordStore(Protocol):
    """The shards' watermarks and the registered commands. Every method may raise `StoreError`.

    The core knows nothing of it: another platform would have other things to keep.
    """

    async def synced_commands(self, application_id: int) -> str | None:
        """The fingerprint of the commands registered last; None if there are none yet."""

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        """Store the fingerprint of the commands that were registered."""

    async def watermark(self, shard_id: int) -> int | None:
        """The message up to which a shard has taken everything in; None if none is stored at all.

        For a shard that is not known, it is the oldest of all shards'.
        """

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        """Store that everything up to this message has been taken in; it never goes back."""

    async def asked_in(self, since: int) -> dict[int, int | None]:
        """The channels where a question was asked, or its turn went on, since then, and the
        channels and forums of those that are threads.

        `since` is in seconds since the Unix epoch. Each channel comes with its server, None for a
        direct-message channel.
        """
