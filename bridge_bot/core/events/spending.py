"""What bounds the requests that are paid: limits of the day, and the switch of the operator."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.model import Scope


@dataclass(frozen=True, slots=True)
class DailyLimitReached:
    """A limit of the operator's is reached until `ends_at_s`, in seconds since the Unix epoch. Of
    the limits of one kind only the first one of a day is told.
    """

    scope: Scope
    limit: int
    ends_at_s: int


@dataclass(frozen=True, slots=True)
class AskingPaused:
    """The operator has paused the bot, at `since_s`, in seconds since the Unix epoch."""

    since_s: int


@dataclass(frozen=True, slots=True)
class AskingResumed:
    """The bot is paused no more."""
