"""Has the IDENTIFYs of all processes of the bot keep to Discord's `max_concurrency`.

Discord takes one each 5 seconds of the shards that have the same `shard_id % max_concurrency`, and
answers a further one with INVALID_SESSION (its documentation, "Rate Limiting" of the gateway).
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import NamedTuple

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.discord_adapter.gateway.shard_leases import IdentifyLock

IDENTIFY_EVERY_S = 5.0

CONNECT_WITHIN_S = 30.0
"""How long others wait for a shard that was permitted and sends no IDENTIFY, in seconds."""


class _Held(NamedTuple):
    """The lock of a shard: whether that has sent its IDENTIFY, and when the lock is given back."""

    identified: asyncio.Event
    ended: asyncio.Event


class IdentifyPace:
    """Permits one IDENTIFY after the other; without a `lock` there is no other process.

    The lock of a shard is held from before it connects until 5 s after its IDENTIFY. If it can't be
    had because the database fails, the shard connects at the pace of this process alone.
    """

    def __init__(self, lock: IdentifyLock | None, observe: Observe) -> None:
        self._lock = lock
        self._observe = observe
        self._held: dict[int, _Held] = {}  # by the shards whose lock is held
        self._tasks = BackgroundTasks()

    async def permit(self, shard_id: int, max_concurrency: int) -> None:
        """Wait until a shard may connect and send an IDENTIFY."""
        if self._lock is None:
            return
        if held := self._held.get(shard_id):
            if not held.identified.is_set():
                return  # its connection failed before that
            await held.ended.wait()
        permitted = asyncio.Event()
        holding = self._tasks.start(
            self._hold(self._lock, shard_id, shard_id % max_concurrency, permitted),
            name=f"shard {shard_id} may identify",
        )
        try:
            await permitted.wait()
        except asyncio.CancelledError:
            holding.cancel()
            raise

    def is_permitted(self, shard_id: int) -> bool:
        """Whether no IDENTIFY of another process can collide now with that of a shard."""
        return shard_id in self._held

    def identified(self, shard_id: int) -> None:
        """A shard sends its IDENTIFY now."""
        if held := self._held.get(shard_id):
            held.identified.set()

    async def close(self) -> None:
        """Give back the locks, and wait for none any more."""
        await self._tasks.close()

    async def _hold(
        self, lock: IdentifyLock, shard_id: int, number: int, permitted: asyncio.Event
    ) -> None:
        held = _Held(asyncio.Event(), asyncio.Event())
        try:
            async with lock(number):
                self._held[shard_id] = held
                permitted.set()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(CONNECT_WITHIN_S):
                        await held.identified.wait()
                    await asyncio.sleep(IDENTIFY_EVERY_S)
        except StoreError as error:
            self._observe(OperationFailed(Operation.WAIT_TO_IDENTIFY, error))
        finally:
            if self._held.get(shard_id) is held:
                del self._held[shard_id]
            held.ended.set()
            permitted.set()
