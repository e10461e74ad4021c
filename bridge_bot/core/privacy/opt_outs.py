"""Which members forbade that their messages are read or quoted: who have opted out.

The store knows. What it says of a member is remembered for a moment, since one question asks it
several times; a change that is made here takes effect here at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.ports import OptOutStore

LOOK_EVERY_S = 3.0
"""How often it is looked whether a member whose question is under way has opted out elsewhere, and
how long an answer of the store is remembered, in seconds."""


class OptOuts:
    """The members who have opted out. Inside `async with` those under `watch` are looked up
    regularly.
    """

    def __init__(self, store: OptOutStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        # By member, the oldest first: whether they have opted out, and until when that is known,
        # by the event loop's clock.
        self._known: dict[int, tuple[bool, float]] = {}
        self._changes = 0
        self._watched: Callable[[], Collection[int]] = tuple
        self._on_opt_out: Callable[[int], None] = _ignore
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_looking(), name="looking who has opted out")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def is_opted_out(self, member_id: int) -> bool:
        """Whether a member has opted out. Then nothing that they wrote may be read, handed on or
        quoted, whoever asks for it.

        Raises `StoreError` while that is not known; nothing may be handed on then either.
        """
        self._forget_expired()
        while member_id not in self._known:
            changes = self._changes
            found = await self._store.among([member_id])
            if changes == self._changes:  # or this may be what was so before
                self._note(member_id, is_opted_out=member_id in found)
        return self._known[member_id][0]

    async def opt_out(self, member_id: int) -> None:
        """A member forbids it. What is under way of their questions ends, and the texts of these
        are stored no more. Raises `StoreError`; then nothing has changed.
        """
        await self._store.opt_out(member_id)
        self._changes += 1
        self._note(member_id, is_opted_out=True)
        self._on_opt_out(member_id)

    async def opt_in(self, member_id: int) -> None:
        """A member allows it again. Raises `StoreError`; then nothing has changed."""
        await self._store.opt_in(member_id)
        self._changes += 1
        self._note(member_id, is_opted_out=False)

    async def may_tell(self, member_id: int) -> bool:
        """Whether a member is to be told in public that they have opted out. That is done once;
        this notes that it is done now.
        """
        try:
            return await self._store.note_told(member_id)
        except StoreError as error:
            self._observe(OperationFailed(Operation.LOOK_UP_OPT_OUTS, error))
            return False

    def watch(
        self, member_ids: Callable[[], Collection[int]], on_opt_out: Callable[[int], None]
    ) -> None:
        """Call `on_opt_out` with each member who opts out here, and of those in `member_ids` who
        have done so in another process.
        """
        self._watched, self._on_opt_out = member_ids, on_opt_out

    async def look(self) -> None:
        """Look once which of the watched members have opted out. A failure is observed."""
        if not (member_ids := frozenset(self._watched())):
            return
        changes = self._changes
        try:
            found = await self._store.among(member_ids)
        except StoreError as error:
            self._observe(OperationFailed(Operation.LOOK_UP_OPT_OUTS, error))
            return
        if changes != self._changes:
            return  # the next look tells
        for member_id in found:
            self._note(member_id, is_opted_out=True)
            self._on_opt_out(member_id)

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            await self.look()

    def _note(self, member_id: int, *, is_opted_out: bool) -> None:
        self._known.pop(member_id, None)  # so that the newest is the last
        until_s = asyncio.get_running_loop().time() + LOOK_EVERY_S
        self._known[member_id] = (is_opted_out, until_s)

    def _forget_expired(self) -> None:
        now_s = asyncio.get_running_loop().time()
        while self._known:
            member_id = next(iter(self._known))
            if self._known[member_id][1] > now_s:
                return
            del self._known[member_id]


def _ignore(_: int) -> None:
    """Nothing is to be done for a member who opts out."""
