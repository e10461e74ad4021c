"""The reaction on a question that waits: its asker sees that an earlier one is answered first."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.events import Operation
from bridge_bot.core.model import Question
from bridge_bot.core.ports import Platform
from bridge_bot.core.turns.retry_queue import RetryQueue

CLOSE_WITHIN_S = 1.0
"""How long a shutdown waits for a reaction that is being added, in seconds."""


@dataclass(eq=False, repr=False, slots=True)
class QueuedReaction:
    """Adds and removes the reaction on one question; it `may_be_present` from before a crash."""

    platform: Platform
    question: Question
    retry_queue: RetryQueue
    may_be_present: bool
    _tasks: BackgroundTasks = field(default_factory=BackgroundTasks)
    _adding: asyncio.Task[bool] | None = None

    def add(self) -> None:
        """Add the reaction if it was not added before, without waiting for that."""
        if self._adding is not None:
            return
        self._adding = self._tasks.start(
            self.platform.set_queued_reaction(self.question, present=True),
            name="adding the reaction of a question that waits",
        )

    def remove(self) -> None:
        """Remove the reaction, without waiting for that. It is tried until it is done: a reaction
        that stays would say for ever that the question waits.
        """
        if self._adding is not None or self.may_be_present:
            self.retry_queue.put(Operation.REMOVE_QUEUED_REACTION, self._remove)

    async def _remove(self) -> bool:
        if self._adding is not None:
            self.may_be_present = await self._adding or self.may_be_present
            self._adding = None
        if self.may_be_present:
            self.may_be_present = await self.platform.set_queued_reaction(
                self.question, present=False
            )
        return not self.may_be_present

    async def close(self) -> None:
        """End what is running here, but keep the reaction: the next start answers the question."""
        await self._tasks.close(CLOSE_WITHIN_S)
