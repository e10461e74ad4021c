"""What the adapter stores, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class MemoryDiscordStore:
    """A `DiscordStore`. Each of the `errors` is raised by one reading; then there are no more."""

    watermarks: dict[int, int] = field(default_factory=dict)
    fingerprint: str | None = None
    channels: dict[int, int | None] = field(default_factory=dict)
    errors: list[Exception] = field(default_factory=list)

    async def synced_commands(self, application_id: int) -> str | None:
        self._raise()
        return self.fingerprint

    async def remember_synced_commands(self, application_id: int, fingerprint: str) -> None:
        self.fingerprint = fingerprint

    async def watermark(self, shard_id: int) -> int | None:
        self._raise()
        return self.watermarks.get(shard_id, min(self.watermarks.values(), default=None))

    async def move_watermark(self, shard_id: int, message_id: int) -> None:
        self.watermarks[shard_id] = message_id

    async def asked_in(self, since: int) -> dict[int, int | None]:
        self._raise()
        return self.channels

    def _raise(self) -> None:
        if self.errors:
            raise self.errors.pop(0)
