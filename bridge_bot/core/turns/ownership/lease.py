"""How long a turn belongs to its owner without being renewed, and when it may write for it."""

from __future__ import annotations

import asyncio

LEASE_S = 18
"""How long a turn of a process that has crashed waits for another one, in seconds."""

CLAIM_EVERY_S = 3.0
"""How often leases are renewed, and turns looked for whose lease has run out."""

REQUEST_S = 10.0
"""How long a request to the platform may take, in seconds: by then it has been sent, or never is.

What is left of a lease while it is renewed regularly is longer: 15 s, less what the claim takes.
"""


class WriteLease:
    """The `Ownership` of the replies of a process that shares its database with others: it writes
    only while the leases of its turns outlast a request.

    After that another process may have the turns. So one that stood still, such as by SIGSTOP, or
    that can't reach the database, writes nothing before its next claim.
    """

    def __init__(self) -> None:
        self._now_s = asyncio.get_running_loop().time
        self._until_s = float("inf")  # before the first claim nothing has been leased for long
        self._claimed = asyncio.Event()

    def is_certain(self) -> bool:
        """Whether a request that is sent now ends before the leases do."""
        return self._now_s() + REQUEST_S <= self._until_s

    async def certain(self) -> None:
        """Wait until that is so."""
        while not self.is_certain():
            self._claimed.clear()
            await self._claimed.wait()

    def claimed(self, began_s: float) -> None:
        """The turns were claimed; that began at `began_s`, on the clock of the event loop."""
        self._until_s = began_s + LEASE_S
        self._claimed.set()
