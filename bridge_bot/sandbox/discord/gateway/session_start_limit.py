"""How many sessions a bot may begin within a day (Discord's documentation, "Session Start Limit").

One that begins more loses them all, and its token: here its IDENTIFY is refused, and counted.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.sandbox.discord.errors import Json

A_DAY = 1000
DAY_S = 86_400.0


class SessionStartLimit:
    """Counts IDENTIFYs. `now` gives seconds; the numbers may be changed while it runs."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.total = self.remaining = A_DAY
        self.resets_at = now() + DAY_S
        self.begun_at: list[float] = []
        """When each session was begun."""
        self.overspent = 0
        """IDENTIFYs beyond the limit: 0 at the end of a good test."""
        self._now = now

    def limit(self, remaining: int, reset_after_s: float) -> None:
        """Let only so many more sessions begin within the next seconds."""
        self.remaining, self.resets_at = remaining, self._now() + reset_after_s

    def take(self) -> bool:
        """Begin a session, if one is left."""
        self._reset_if_due()
        if self.remaining <= 0:
            self.overspent += 1
            return False
        self.remaining -= 1
        self.begun_at.append(self._now())
        return True

    def payload(self) -> Json:
        """The `session_start_limit` of `GET /gateway/bot`."""
        self._reset_if_due()
        return {
            "total": self.total,
            "remaining": self.remaining,
            "reset_after": int((self.resets_at - self._now()) * 1000),
            "max_concurrency": 1,
        }

    def _reset_if_due(self) -> None:
        if self._now() >= self.resets_at:
            self.remaining, self.resets_at = self.total, self._now() + DAY_S
