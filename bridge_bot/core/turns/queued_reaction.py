"""The mark on a question that waits: its asker sees that an earlier one is answered first."""

from __future__ import annotations

import asyncio

from bridge_bot.core.events import Operation
from bridge_bot.core.model import Question
from bridge_bot.core.ports import Platform
from bridge_bot.core.turns.cleanup import Cleanup

LEAVE_S = 1.0
"""How long a stop waits for a mark that is on its way, in seconds."""


class QueuedReaction:
    """The mark of one question; it `may_stand` from before a crash."""

    def __init__(
        self, platform: Platform, question: Question, cleanup: Cleanup, *, may_stand: bool
    ) -> None:
        self._platform = platform
        self._cleanup = cleanup
        self._question = question
        self._may_stand = may_stand
        self._setting: asyncio.Task[bool] | None = None

    def set(self) -> None:
        """Show it, beside everything else."""
        self._setting = asyncio.create_task(
            self._platform.mark(self._question, waiting=True), name="marking a question"
        )

    def remove(self) -> None:
        """The question waits no longer. The mark is taken off beside everything else, however long
        that takes: one that stays would say for ever that the question waits.
        """
        if self._setting is not None or self._may_stand:
            self._cleanup.put(Operation.REMOVE_QUEUED_REACTION, self._remove)

    async def _remove(self) -> bool:
        if self._setting is not None:
            self._may_stand = await self._setting or self._may_stand
            self._setting = None
        if self._may_stand:
            self._may_stand = await self._platform.mark(self._question, waiting=False)
        return not self._may_stand

    async def leave(self) -> None:
        """The question is kept for the next start: nothing goes on here, but the mark stays."""
        if self._setting is not None:
            await asyncio.wait({self._setting}, timeout=LEAVE_S)
            self._setting.cancel()
            await asyncio.wait({self._setting})
