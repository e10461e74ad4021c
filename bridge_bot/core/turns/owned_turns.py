"""The turns that this process owns: accepted by it, or taken up after another process has ended.

In the store each unfinished turn is leased to its owner, and the leases are renewed while the owner
runs. So of processes that share a database, each can tell which turns nobody answers any more.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from typing import NamedTuple

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError, StoreUnreachable
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Question, Turn, UnfinishedTurn
from bridge_bot.core.ports import TurnStore

LEASE_S = 20
"""How long a turn of a process that has crashed waits for another one, in seconds."""

CLAIM_EVERY_S = 5.0
"""How often leases are renewed, and turns looked for whose lease has run out."""


PAUSE_S = LEASE_S - 2 * CLAIM_EVERY_S
"""After a pause of so many seconds a lease may have run out: it was renewed one `CLAIM_EVERY_S`
before, and as much is left for the claim itself.
"""

_LOOK_EVERY_S = 1.0


class Claim(NamedTuple):
    """What a claim has changed: the turns that came, and the ids of those that are not owned any
    more. These are finished, or another process has taken them up.
    """

    taken_up: list[UnfinishedTurn]
    gone: frozenset[int]


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


class OwnedTurns:
    """Accepts turns and takes them up, under an owner's name that is new for each process."""

    def __init__(self, store: TurnStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._owner = uuid.uuid4().hex
        self._ids: set[int] = set()  # also of turns that have finished since the last claim
        self._tasks = BackgroundTasks()
        self.pauses = Pauses()

    async def accept(self, question: Question) -> Turn | None:
        """Store the first attempt at a question; None if it was before. Raises `StoreError`.

        If the store fails, the turn may be stored or not. If it is, the next claim takes it up, and
        None is returned where that is found out.
        """
        turn = Turn.of(question, owner=self._owner)
        if turn.id in self._ids:
            return None
        self._ids.add(turn.id)  # before it is in the store, where a claim would find it
        is_accepted = False
        try:
            try:
                is_accepted = await self._store.accept(turn, lease_s=LEASE_S)
            except StoreUnreachable:
                # Or its asker would be told that it was not, and then be answered.
                is_accepted = await self._store.accept(turn, lease_s=LEASE_S)
        finally:
            if not is_accepted:
                self._ids.discard(turn.id)
        return turn if is_accepted else None

    async def claim(self) -> Claim:
        """Renew the leases, and take up the turns that nobody answers any more, in the order of
        their questions. Raises `StoreError`.
        """
        pauses, before = self.pauses.count(), frozenset(self._ids)
        own = await self._store.claim(self._owner, lease_s=LEASE_S)
        gone = before - own
        self._ids -= gone
        new = own - self._ids
        taken_up = await self._store.unfinished(new) if new else []
        self._ids |= new
        self.pauses.on_claim(pauses)
        return Claim(taken_up, gone)

    async def claim_first(self) -> Claim:
        """Claim, if need be again and again until the store answers."""
        while True:
            try:
                return await self.claim()
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOAD_UNFINISHED_TURNS, error))
                await asyncio.sleep(CLAIM_EVERY_S)

    def keep_claiming(self, on_claim: Callable[[Claim], None]) -> None:
        """Claim regularly until `close`, and call `on_claim` with each claim."""
        self._tasks.start(self._keep_claiming(on_claim), name="renewing the leases of turns")
        self._tasks.start(self.pauses.watch(), name="looking for pauses")

    async def close(self) -> None:
        """Claim no more, and let another process have at once what is unfinished."""
        await self._tasks.close()
        try:
            await self._store.release(self._owner)
        except StoreError as error:
            self._observe(OperationFailed(Operation.RENEW_LEASES, error))

    async def _keep_claiming(self, on_claim: Callable[[Claim], None]) -> None:
        while True:
            await asyncio.sleep(CLAIM_EVERY_S)
            try:
                on_claim(await self.claim())
            except Exception as error:  # noqa: BLE001 - without leases, others take the turns up
                self._observe(OperationFailed(Operation.RENEW_LEASES, error))
