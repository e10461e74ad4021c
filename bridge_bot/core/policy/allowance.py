"""What one turn needs before each request: that the bot is not paused, and that limits allow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.model import Question
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause


@dataclass(eq=False, repr=False, slots=True)
class TurnAllowance:
    """The `Allowance` of one turn. `is_waiting` tells whether it waits for the end of a pause,
    `is_taken` whether a request was counted, so that its first one is not expected any more.
    """

    question: Question
    pause: Pause
    requests: DailyRequests
    is_waiting: bool = False
    is_taken: bool = False
    _day: int = 0

    async def until_resumed(self, on_pause: Callable[[], None] | None = None) -> bool:
        """Wait while the bot is paused. If it is, call `on_pause` first, and return True."""
        self.is_waiting = True
        try:
            if not await self.pause.found_on():
                return False
            if on_pause is not None:
                on_pause()
            await self.pause.until_over()
        finally:
            self.is_waiting = False
        return True

    async def take(self) -> None:
        """See `Allowance`."""
        await self.until_resumed()
        self._day = await self.requests.count(self.question)
        self.is_taken = True

    async def give_back(self) -> None:
        """See `Allowance`."""
        self.is_taken = False
        await self.requests.take_back(self.question, self._day)
