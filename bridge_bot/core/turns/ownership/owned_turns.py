"""The turns that this process owns: accepted by it, or taken up after another process has ended.

In the store each unfinished turn is leased to its owner, and the leases are renewed while the owner
runs. So of processes that share a database, each can tell which turns nobody answers any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Protocol

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import QuestionEdited, StoreError, StoreUnreachable
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import (
    ChannelDestination,
    ForeignTurn,
    KeptTurn,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.ports import TurnStore
from bridge_bot.core.turns.ownership.held_turns import HeldTurns
from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S, WriteLease


class Accepted(NamedTuple):
    """A turn that was accepted, and the ids of those that it has to wait for: of earlier questions
    of its conversation, unfinished, and not among this process's own.
    """

    turn: Turn
    waits_for: frozenset[int]


class Claim(NamedTuple):
    """What a claim has changed: the turns that came, and the ids of those that are not owned any
    more. These are finished, or another process has taken them up.

    `foreign` are the unfinished turns of other processes in the conversations of the turns that
    came or are held. `over` are the ids of turns that need not be waited for any more.
    """

    taken_up: list[UnfinishedTurn]
    gone: frozenset[int]
    foreign: tuple[ForeignTurn, ...] = ()
    over: frozenset[int] = frozenset()

    @property
    def ending(self) -> frozenset[int]:
        """The ids of the foreign turns of which only a notice has to be shown."""
        return frozenset(each.id for each in self.foreign if each.state is TurnState.ENDING)

    def earlier_than(self, question: Question) -> frozenset[int]:
        """The ids of the foreign turns of earlier questions of the same conversation."""
        return frozenset(
            each.id
            for each in self.foreign
            if each.conversation == question.conversation and each.question_id < question.id
        )


class _Store(Protocol):
    async def __call__(self, turn: Turn, *, lease_s: int) -> Mapping[int, str] | None: ...


class OwnedTurns:
    """Accepts turns and takes them up, under an owner's name that is new for each process."""

    def __init__(self, store: TurnStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._owner = uuid.uuid4().hex
        self._ids: set[int] = set()  # also of turns that have finished since the last claim
        self._accepting: set[int] = set()  # those of them that may not be in the store yet
        self._tasks = BackgroundTasks()
        self._is_claim_due = asyncio.Event()
        self._is_closed = False
        self.write_lease = WriteLease()
        self.held = HeldTurns()

    async def accept(self, question: Question) -> Accepted | None:
        """Store the first attempt at a question; None if it was before. Raises `StoreError`.

        If the store fails, the turn may be stored or not. If it is, the next claim takes it up, and
        None is returned where that is found out.
        """
        return await self._accept(Turn.of(question, owner=self._owner), self._store.accept)

    async def accept_again(self, question: Question, former: KeptTurn) -> Accepted | None:
        """The same for a further attempt, whose answer goes into the messages of the former one.
        None if a later attempt or question is known. Raises `StoreError`.
        """
        turn = Turn.of(question, owner=self._owner, attempt=former.turn.attempt + 1)
        return await self._accept(turn, partial(self._store.accept_again, former=former))

    async def accept_edited(
        self, question: Question, former: Turn, destination: ChannelDestination | None
    ) -> Accepted | None:
        """The same for a further attempt at a question that has another text now. The former one is
        stopped. None if that has ended already, or is another process's. Raises `StoreError`.
        """
        turn = Turn.of(question, owner=self._owner, attempt=former.attempt + 1)
        # One that was taken up has the name of the owner before in it.
        own, error = replace(former, owner=self._owner), QuestionEdited.__name__
        store = partial(self._store.accept_edited, former=own, destination=destination, error=error)
        return await self._accept(turn, store)

    async def _accept(self, turn: Turn, store: _Store) -> Accepted | None:
        if turn.id in self._ids:
            return None
        self._ids.add(turn.id)  # before it is in the store, where a claim would find it
        self._accepting.add(turn.id)
        earlier = None
        try:
            try:
                earlier = await store(turn, lease_s=LEASE_S)
            except StoreUnreachable:
                # Or its asker would be told that it was not, and then be answered.
                earlier = await store(turn, lease_s=LEASE_S)
        finally:
            self._accepting.discard(turn.id)
            if earlier is None:
                self._ids.discard(turn.id)
        return None if earlier is None else Accepted(turn, self._not_here(earlier))

    async def claim(self) -> Claim:
        """Renew the leases, and take up the turns that nobody answers any more, in the order of
        their questions; none if this was closed meanwhile. Raises `StoreError`.
        """
        began_s = asyncio.get_running_loop().time()
        # All of these before the claim: it does not tell of what is stored or held after it began.
        before = frozenset(self._ids - self._accepting)
        waited_for, conversations = self.held.waited_for, self.held.conversations
        own = await self._store.claim(self._owner, lease_s=LEASE_S)
        if self._is_closed:  # meanwhile, as where a signal comes while the bot is still starting
            await self._store.release(self._owner)
            return Claim([], gone=frozenset())
        new = own - self._ids
        taken_up = await self._store.unfinished(new) if new else []
        conversations |= {each.turn.question.conversation for each in taken_up}
        foreign: list[ForeignTurn] = []
        if conversations:
            foreign = await self._store.foreign(self._owner, conversations)
        # From here on nothing is awaited: what is owned is also queued, for whoever asks next.
        gone = before - own
        self._ids = (self._ids - gone) | new
        self.write_lease.claimed(began_s)
        over = waited_for.difference(each.id for each in foreign) | new
        return Claim(taken_up, gone, tuple(foreign), over)

    async def claim_first(self) -> Claim:
        """Claim, if need be again and again until the store answers."""
        while True:
            try:
                return await self.claim()
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOAD_UNFINISHED_TURNS, error))
                await asyncio.sleep(CLAIM_EVERY_S)

    def keep_claiming(self, on_claim: Callable[[Claim], None]) -> None:
        """Claim regularly until `close`, and call `on_claim` with each claim. Once it is closed,
        nothing is done.
        """
        if not self._is_closed:
            keeping = self._keep_claiming(on_claim)
            self._tasks.start(keeping, name="renewing the leases of turns")

    def claim_soon(self) -> None:
        """Claim now rather than in a few seconds, where another process has just ended."""
        self._is_claim_due.set()

    async def close(self) -> None:
        """Claim no more, and let another process have at once what is unfinished."""
        self._is_closed = True
        await self._tasks.close()
        try:
            await self._store.release(self._owner)
        except StoreError as error:
            self._observe(OperationFailed(Operation.RENEW_LEASES, error))

    async def _keep_claiming(self, on_claim: Callable[[Claim], None]) -> None:
        while not self._is_closed:
            # Not by `asyncio.wait_for`, which swallows a cancellation in Python 3.11.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLAIM_EVERY_S):
                    await self._is_claim_due.wait()
            self._is_claim_due.clear()
            try:
                on_claim(await self.claim())
            except Exception as error:  # noqa: BLE001 - without leases, others take the turns up
                self._observe(OperationFailed(Operation.RENEW_LEASES, error))

    def _not_here(self, earlier: Mapping[int, str]) -> frozenset[int]:
        """Those of these turns, by their ids with their owners, that are not answered here.

        One of its own is missing here until a claim has found it, if it was in doubt whether it is
        stored. One that was taken away while this process was stopped belongs to its new owner.
        """
        return frozenset(
            turn_id
            for turn_id, owner in earlier.items()
            if owner != self._owner or turn_id not in self._ids
        )
