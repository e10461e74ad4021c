"""A message that is to be taken in, and how often that has failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import discord

from bridge_bot.discord_adapter.backfill.backlog import Location
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import (
    guild_id_of,
    is_guild_missing,
)
from bridge_bot.discord_adapter.rest.exceptions import is_transient

_UNEXPECTED_FAILURES = 3
"""After so many failures a message is given up, if the last is of a kind that does not pass."""


@dataclass(frozen=True, slots=True)
class PendingMessage:
    """A message that is to be taken in.

    `missed` says that it was read over REST, or failed before, so that it may be known already.
    """

    message: discord.Message
    missed: bool = False
    failures: int = 0

    @property
    def location(self) -> Location:
        """Where it was sent."""
        return self.message.channel.id, guild_id_of(self.message)

    def must_be_held(self, may_find_in: Callable[[Location], bool]) -> bool:
        """Whether its server is missing, or its conversation may have messages yet to be read, as
        `may_find_in` tells of a channel.
        """
        message = self.message
        if message.author.bot:
            return False
        if is_guild_missing(message):
            return True
        goes_on = not isinstance(message.channel, discord.TextChannel) or message.reference
        return bool(goes_on) and may_find_in(self.location)

    def failed_again(self) -> PendingMessage:
        """The same message after one more failure."""
        return replace(self, missed=True, failures=self.failures + 1)

    def should_give_up(self, error: Exception) -> bool:
        """Whether another attempt is pointless, `error` being what the last one raised."""
        return not is_transient(error) and self.failures >= _UNEXPECTED_FAILURES
