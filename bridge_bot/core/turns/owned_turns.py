"""The turns that this process owns: accepted by it, or taken up after an earlier process ended.

In the store each unfinished turn is leased to its owner, and the lease is renewed while the owner
runs. So another process that shares the database could tell which turns nobody answers any more.
"""

from __future__ import annotations

import asyncio
import uuid

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Question, Turn, UnfinishedTurn
from bridge_bot.core.ports import TurnStore

LEASE_S = 60.0
RENEW_EVERY_S = 20.0

TAKE_UP_AGAIN_S = 5.0
"""How long to leave the store alone, in seconds, when it can't tell which turns there are."""


class OwnedTurns:
    """Accepts turns and takes them up, under an owner's name that is new for each process."""

    def __init__(self, store: TurnStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._owner = uuid.uuid4().hex
        self._tasks = BackgroundTasks()
        self._renewing = False
        self._closed = False
        self._may_have_unfinished = False

    async def accept(self, question: Question) -> Turn | None:
        """Store the first attempt at a question; None if it was before. Raises `StoreError`."""
        turn = Turn.of(question, owner=self._owner)
        if not await self._store.accept(turn, lease_s=LEASE_S):
            return None
        self._keep_lease()
        return turn

    async def take_up(self) -> list[UnfinishedTurn]:
        """Become the owner of the turns that earlier processes left unfinished, and return them in
        the order of their questions. A store that fails is asked again until it answers.
        """
        while True:
            try:
                unfinished = await self._store.take_up(self._owner, lease_s=LEASE_S)
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOAD_UNFINISHED_TURNS, error))
                await asyncio.sleep(TAKE_UP_AGAIN_S)
            else:
                if unfinished:
                    self._keep_lease()
                return unfinished

    async def close(self) -> None:
        """Stop renewing the lease, also for a turn that is just being accepted."""
        self._closed = True
        await self._tasks.close()

    def _keep_lease(self) -> None:
        """Have the lease renewed as long as there are unfinished turns."""
        self._may_have_unfinished = True
        if not self._renewing and not self._closed:
            self._renewing = True
            self._tasks.start(self._renew(), name="renewing the lease of turns")

    async def _renew(self) -> None:
        while self._may_have_unfinished:
            await asyncio.sleep(RENEW_EVERY_S)
            self._may_have_unfinished = False  # unless a turn is accepted meanwhile
            try:
                count = await self._store.renew_leases(self._owner, lease_s=LEASE_S)
            except StoreError as error:
                self._may_have_unfinished = True
                self._observe(OperationFailed(Operation.RENEW_LEASES, error))
            else:
                self._may_have_unfinished |= count > 0
        self._renewing = False
