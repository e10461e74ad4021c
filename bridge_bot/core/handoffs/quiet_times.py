"""The conversations in which the bot keeps quiet, as this process knows them.

All of them are read at the start, and every few seconds those that another process has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ConversationKey, QuietTime
from bridge_bot.core.ports import HandoffStore

LOOK_EVERY_S = 2.0

FIRST_LOOK_WITHIN_S = 2.0
"""How long a message waits at the start until the quiet times are known, in seconds."""

LOOK_BACK_S = 60
"""How far each look goes back before the last one, in seconds: a change has the time at which it
began, and can be seen only when it has been committed."""

KEPT_S = 7 * 24 * 3600
"""How long a quiet time is kept after its end, in seconds: what was written in it may be found
later, by a bot that was away."""

FORGET_EVERY_S = 3600.0


class QuietTimes:
    """The last quiet time of each conversation. Inside `async with` it looks regularly for what
    other processes change, and removes what is over for long.

    A look that fails changes nothing. Until the first one has succeeded nothing is known. `now_s`
    gives seconds since the Unix epoch by the platform's clock.
    """

    def __init__(self, store: HandoffStore, observe: Observe, now_s: Callable[[], float]) -> None:
        self._store = store
        self._observe = observe
        self._now_s = now_s
        self._known: dict[ConversationKey, QuietTime] = {}
        self._changes = 0  # that this process made itself
        self._looked_at_s = -1  # by the clock of the store
        self._is_known = asyncio.Event()
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_looking(), name="looking where the bot keeps quiet")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def of(self, conversation: ConversationKey) -> QuietTime | None:
        """The last quiet time of a conversation, which may be over. Raises `StoreError` if they
        can't be read at the start.
        """
        await self._until_known()
        return self._known.get(conversation)

    async def in_channel(self, channel_id: int, at_s: float) -> list[QuietTime]:
        """Those of the conversations in a channel or thread that are not over at that time. Raises
        `StoreError` as `of` does.
        """
        await self._until_known()
        return [
            each
            for each in self._known.values()
            if each.channel_id == channel_id and each.includes(at_s)
        ]

    def note(self, quiet: QuietTime) -> None:
        """This process has changed the last quiet time of a conversation."""
        self._changes += 1
        self._known[quiet.conversation] = quiet

    async def look(self) -> None:
        """Look what has changed. Raises `StoreError`."""
        changes = self._changes
        since_s, kept_from_s = self._looked_at_s - LOOK_BACK_S, self._kept_from_s()
        latest = await self._store.changed_since(since_s, ends_after_s=kept_from_s)
        if changes != self._changes and self._is_known.is_set():
            return  # this may be what was so before; the next look tells
        self._known |= {each.conversation: each for each in latest.quiet_times}
        self._looked_at_s = latest.until_s
        self._is_known.set()

    async def forget_old(self) -> None:
        """Remove the quiet times that ended more than `KEPT_S` ago. Raises `StoreError`."""
        kept_from_s = self._kept_from_s()
        self._known = {
            key: quiet for key, quiet in self._known.items() if quiet.until_s > kept_from_s
        }
        await self._store.forget_before(kept_from_s)

    def _kept_from_s(self) -> int:
        return int(self._now_s()) - KEPT_S

    async def _until_known(self) -> None:
        try:
            async with asyncio.timeout(FIRST_LOOK_WITHIN_S):
                await self._is_known.wait()
        except TimeoutError:
            raise StoreError("it could not be read yet where the bot keeps quiet") from None

    async def _keep_looking(self) -> None:
        clock = asyncio.get_running_loop().time
        forget_at_s = clock() + FORGET_EVERY_S  # by then the platform has told its time
        while True:
            try:
                await self.look()
                if clock() >= forget_at_s:
                    forget_at_s = clock() + FORGET_EVERY_S
                    await self.forget_old()
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOOK_UP_QUIET_TIMES, error))
            await asyncio.sleep(LOOK_EVERY_S)
