"""What one turn needs before each request: that its asker has not opted out, that neither the
operator nor the server has paused the bot, and that limits allow it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.errors import AskerOptedOut, GuildPaused
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.model import Question
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.privacy.opt_outs import OptOuts


@dataclass(eq=False, repr=False, slots=True)
class TurnAllowance:
    """The `Allowance` of one turn. `is_waiting` tells whether it waits for the end of a pause."""

    question: Question
    pause: Pause
    requests: DailyRequests
    guild_settings: KnownGuildSettings
    opt_outs: OptOuts
    is_waiting: bool = False
    _taken: int = 0
    _day: int = 0

    @property
    def is_taken(self) -> bool:
        """Whether a request was counted, so that its first one is not expected any more."""
        return self._taken > 0

    @property
    def is_paused(self) -> bool:
        """Whether it is known that the bot is paused, for all or in the question's server."""
        return self.pause.is_on or self.guild_settings.is_paused(self.question.guild_id)

    async def until_resumed(self, on_pause: Callable[[], None] | None = None) -> bool:
        """Wait while the bot is paused. If it is, call `on_pause` first, and return True.

        Raises `AskerOptedOut`, and `StoreError` while that is not known.
        """
        guild_id, was_paused = self.question.guild_id, False
        self.is_waiting = True
        try:
            while await self.pause.found_on() or await self.guild_settings.found_paused(guild_id):
                if on_pause is not None and not was_paused:
                    on_pause()
                was_paused = True
                await self.pause.until_over()
                await self.guild_settings.until_resumed(guild_id)
        finally:
            self.is_waiting = False
        await self.check_asker()
        return was_paused

    async def check_asker(self) -> None:
        """Raise `AskerOptedOut` if the asker has opted out, `StoreError` while it isn't known."""
        if await self.opt_outs.is_opted_out(self.question.asker.id):
            raise AskerOptedOut("the asker has opted out")

    async def take(self) -> None:
        """See `Allowance`. Raises `GuildPaused` where it would wait for the server: until that goes
        on, it would keep a slot that others need.
        """
        self.is_waiting = True
        try:
            await self.pause.found_on()
            await self.pause.until_over()
        finally:
            self.is_waiting = False
        await self.check_asker()
        question = self.question
        if await self.guild_settings.found_paused(question.guild_id):
            raise GuildPaused("the server has paused the bot")
        settings = await self.guild_settings.place(question.guild_id, question.place_id)
        self._day = await self.requests.count(question, settings)
        self._taken += 1

    async def give_back(self) -> None:
        """See `Allowance`."""
        self._taken -= 1
        await self.requests.take_back(self.question, self._day)
