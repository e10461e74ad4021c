"""Pauses of this process, in which another one may have taken its turns up."""

from __future__ import annotations

import asyncio

from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S

PAUSE_S = LEASE_S - 2 * CLAIM_EVERY_S
"""After a pause of so many seconds a lease may have run out: it was renewed one `CLAIM_EVERY_S`
before, and as much is left for the claim itself.
"""

_LOOK_EVERY_S = 1.0


class Pauses:
    """Notices that the process was stopped for so long that another may have taken up its turns,
    such as by SIGSTOP, or by a machine that has too little memory.

    When it goes on, the rest of an answer may wait in its socket, and it would write that over what
    the other process has written. So this is the `Ownership` of its replies: from a pause of
    `PAUSE_S` on until the next claim, it is in doubt.
    """

    def __init__(self) -> None:
        self._count = 0
        self._now_s = asyncio.get_running_loop().time
        self._ran_s: float | None = None  # when the process was last seen to run
        self._certain = asyncio.Event()
        self._certain.set()

    def is_certain(self) -> bool:
        """Whether no pause came after the last claim."""
        self.count()
        return self._certain.is_set()

    async def certain(self) -> None:
        """Wait until the turns have been claimed after the last pause."""
        while not self.is_certain():
            await self._certain.wait()

    def on_claim(self, count: int) -> None:
        """The turns were claimed; when that began there had been so many pauses."""
        if count == self.count():
            self._certain.set()

    async def watch(self) -> None:
        """Look for pauses, until this is cancelled."""
        self._ran_s = self._now_s()
        while True:
            self.count()
            await asyncio.sleep(_LOOK_EVERY_S)

    def count(self) -> int:
        """How many there have been, with one that has just ended."""
        if self._ran_s is not None:  # before that nobody watches yet
            now_s, before_s = self._now_s(), self._ran_s
            self._ran_s = now_s
            if now_s - before_s >= PAUSE_S:
                self._count += 1
                self._certain.clear()
        return self._count
