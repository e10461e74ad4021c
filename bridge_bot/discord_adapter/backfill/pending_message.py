"""A message that is to be taken in, and how often that has failed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import discord

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

    def failed_again(self) -> PendingMessage:
        """The same message after one more failure."""
        return replace(self, missed=True, failures=self.failures + 1)

    def should_give_up(self, error: Exception) -> bool:
        """Whether another attempt is pointless, `error` being what the last one raised."""
        return not is_transient(error) and self.failures >= _UNEXPECTED_FAILURES
