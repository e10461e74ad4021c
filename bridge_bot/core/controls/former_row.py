"""Takes the buttons off the reply before the newest one of a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Question
from bridge_bot.core.ports import Platform, TurnStore


@dataclass(frozen=True, slots=True)
class FormerRow:
    """The buttons under the reply to the question before this one.

    They go last, once the newer answer is over, and stay where that could hold up another one: a
    press there is told that only the newest answer can be asked for again.
    """

    question: Question
    platform: Platform
    turns: TurnStore
    observe: Observe

    async def remove(self) -> bool:
        """Remove them. Returns True: it is tried once. Raises `StoreError`."""
        former = await self.turns.former_reply(self.question)
        if former is None:
            return True
        channel = ChannelDestination(former.channel_id, guild_id=self.question.guild_id)
        try:
            await self.platform.remove_buttons(channel, former.message_id)
        except PlatformError as error:
            failure = OperationFailed(Operation.REMOVE_BUTTONS, error, self.question.origin)
            self.observe(failure)
        return True
