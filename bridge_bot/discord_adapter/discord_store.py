"""What of Discord's has to outlive the process."""

from __future__ import annotations

from typing import Protocol


class DiscordStore(Protocol):
    """How far the shards have read, and what Discord was told. Every method may raise `StoreError`.

    The core knows nothing of it: another platform would have other things to keep.
    """

    async def synced_commands(self, application_id: int) -> str | None:
        """The fingerprint of the commands that Discord was last told, None before the first."""

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        """Keep the fingerprint of the commands that Discord has been told."""

    async def watermark(self, shard_id: int) -> int | None:
        """The message up to which everything was taken in; of an unknown shard the oldest of all.

        None before the first.
        """

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        """Note that everything up to this message has been taken in; it never goes back."""

    async def asked_in(self, since: int) -> dict[int, int | None]:
        """The channels where a question was asked, or its turn went on, since then.

        `since` is in seconds since the Unix epoch. Each channel comes with its server, None for a
        direct-message channel.
        """
