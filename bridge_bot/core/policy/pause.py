"""Whether the operator has paused the bot: nothing is asked of the Chat API until he resumes it.

The switch is in the store, where `bridge-bot pause` and `bridge-bot resume` set it while other
processes run. Each of them looks every few seconds.
"""

from __future__ import annotations

import asyncio
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import AskingPaused, AskingResumed, Observe, Operation, OperationFailed
from bridge_bot.core.ports import PauseStore

LOOK_EVERY_S = 3.0


class Pause:
    """The operator's switch, as this process knows it. Inside `async with` it looks regularly.

    Until the first look has succeeded it is not known; then nothing is asked either. A look that
    fails changes nothing.
    """

    def __init__(self, store: PauseStore, observe: Observe) -> None:
        self._store = store
        self._observe = observe
        self._since_s: int | None = None
        self._known = asyncio.Event()
        self._may_ask = asyncio.Event()
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_looking(), name="looking whether the bot is paused")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    @property
    def is_on(self) -> bool:
        """Whether it is known that the bot is paused."""
        return self._since_s is not None

    @property
    def since_s(self) -> int | None:
        """Since when the bot is paused, in seconds since the Unix epoch; None: it is not known to
        be.
        """
        return self._since_s

    async def found_on(self) -> bool:
        """Whether the bot is paused, once that is known."""
        await self._known.wait()
        return self.is_on

    async def until_over(self) -> None:
        """Wait until questions may be asked: not at all if they may now."""
        await self._may_ask.wait()

    async def look(self) -> None:
        """Look whether the bot is paused. Raises `StoreError`."""
        since_s = await self._store.paused_since()
        was_on, self._since_s = self.is_on, since_s
        self._known.set()
        if since_s is None:
            self._may_ask.set()
            if was_on:
                self._observe(AskingResumed())
        else:
            self._may_ask.clear()
            if not was_on:
                self._observe(AskingPaused(since_s))

    async def _keep_looking(self) -> None:
        while True:
            try:
                await self.look()
            except StoreError as error:
                self._observe(OperationFailed(Operation.LOOK_WHETHER_PAUSED, error))
            await asyncio.sleep(LOOK_EVERY_S)
