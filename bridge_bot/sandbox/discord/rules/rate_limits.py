"""Discord's rate limits: fixed windows, each opened by its first request. Pure; time is given.

Discord documents the headers and the 50 requests a second of a bot, no other number. Observed:
creating and editing messages are two windows of 5 requests in 5 s per channel that carry one
bucket name; renaming, 2 in 10 min, shows in no header. The other numbers here are plausible
rather than known; a good client reads the headers. All can be changed at any time.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

_MANY_WINDOWS = 10_000


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `limit` requests in `per_s` seconds; `bucket` is the name Discord gives it."""

    limit: int
    per_s: float
    bucket: str
    visible: bool = True
    """Whether the headers show it."""


RATE_LIMITS: dict[str, RateLimit] = {
    "create_message": RateLimit(5, 5.0, "messages"),
    "edit_message": RateLimit(5, 5.0, "messages"),
    "delete_message": RateLimit(5, 1.5, "delete"),
    "open_thread": RateLimit(50, 300.0, "threads"),
    "rename": RateLimit(2, 600.0, "rename", visible=False),
    "typing": RateLimit(5, 5.0, "typing"),
    "react": RateLimit(4, 1.0, "reactions"),
    "read": RateLimit(10, 1.0, "read"),
    "channel": RateLimit(5, 5.0, "channel"),
    "commands": RateLimit(20, 20.0, "commands"),
    "callback": RateLimit(30, 5.0, "callback"),
    "webhook": RateLimit(5, 2.0, "webhook"),
    "other": RateLimit(30, 5.0, "other"),
}
"""Named after what is limited; the key beside it (a channel, a guild, a token) keeps it apart."""


@dataclass(slots=True)
class _Window:
    opened_at: float
    used: int


@dataclass(frozen=True, slots=True)
class LimitDecision:
    """Whether one request is refused by a limit, and the headers of its response."""

    headers: dict[str, str]
    retry_after_s: float | None = None
    """Seconds to wait, of a refused request; None for one that may pass."""
    scope: str = "user"

    @property
    def refused(self) -> bool:
        """Whether the answer is a 429."""
        return self.retry_after_s is not None


class RateLimits:
    """Counts requests and refuses those beyond the limits."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.rules = dict(RATE_LIMITS)
        self.requests_per_s = 50
        """The bot-wide limit, in one fixed window of a second."""
        self._windows: dict[tuple[str, str], _Window] = {}
        self._global_window = _Window(-math.inf, 0)
        self._blocked: dict[tuple[str, str | None], float] = {}

    def set(self, name: str, limit: int, per_s: float) -> None:
        """Change a limit; windows that are open keep what was used of them."""
        self.rules[name] = replace(self.rules[name], limit=limit, per_s=per_s)

    def block(self, name: str, for_s: float, *, key: int | str | None = None) -> None:
        """Refuse all such requests for that many seconds, as others of the guild used them up.

        Without `key`, everywhere. The answers have the scope "shared".
        """
        self._blocked[name, None if key is None else str(key)] = self._now() + for_s

    def take(self, name: str, key: str, *, counts_for_bot: bool = True) -> LimitDecision:
        """Count one request, or refuse it. Requests that are refused are not counted."""
        now = self._now()
        if counts_for_bot:
            wait_s = self._take_global(now)
            if wait_s is not None:
                return LimitDecision(_headers_of_429("global", wait_s), wait_s, "global")
        rule = self.rules[name]
        blocked_s = self._blocked_s(name, key, now)
        window = self._window(name, key, rule, now)
        ends_at = window.opened_at + rule.per_s
        if blocked_s > 0:
            headers = _headers(rule, 0, now + blocked_s, now)
            return LimitDecision(
                headers | _headers_of_429("shared", blocked_s), blocked_s, "shared"
            )
        if window.used >= rule.limit:
            wait_s = ends_at - now
            headers = _headers(rule, 0, ends_at, now)
            return LimitDecision(headers | _headers_of_429("user", wait_s), wait_s)
        window.used += 1
        return LimitDecision(_headers(rule, rule.limit - window.used, ends_at, now))

    def _take_global(self, now: float) -> float | None:
        """Count a request for the bot-wide limit; return the seconds to wait if it is exceeded."""
        if now >= self._global_window.opened_at + 1.0:
            self._global_window = _Window(now, 0)
        if self._global_window.used >= self.requests_per_s:
            return self._global_window.opened_at + 1.0 - now
        self._global_window.used += 1
        return None

    def _window(self, name: str, key: str, rule: RateLimit, now: float) -> _Window:
        window = self._windows.get((name, key))
        if window is None or now >= window.opened_at + rule.per_s:
            if len(self._windows) >= _MANY_WINDOWS:
                self._forget(now)
            window = self._windows[name, key] = _Window(now, 0)
        return window

    def _forget(self, now: float) -> None:
        self._windows = {
            which: window
            for which, window in self._windows.items()
            if now < window.opened_at + self.rules[which[0]].per_s
        }

    def _blocked_s(self, name: str, key: str, now: float) -> float:
        ends = (self._blocked.get((name, each), -math.inf) for each in (key, None))
        return max(ends) - now


def round_up_to_ms(seconds: float) -> float:
    """Seconds rounded up to a millisecond: who waits that long must not be early."""
    return math.ceil(seconds * 1000 - 1e-3) / 1000


def _headers(rule: RateLimit, remaining: int, ends_at: float, now: float) -> dict[str, str]:
    if not rule.visible:
        return {}
    # Discord's bucket names are hashes without the channel.
    bucket = hashlib.md5(rule.bucket.encode(), usedforsecurity=False).hexdigest()
    return {
        "X-RateLimit-Limit": str(rule.limit),
        "X-RateLimit-Remaining": str(max(0, remaining)),
        "X-RateLimit-Reset": f"{round_up_to_ms(ends_at):.3f}",
        "X-RateLimit-Reset-After": f"{round_up_to_ms(ends_at - now):.3f}",
        "X-RateLimit-Bucket": bucket,
    }


def _headers_of_429(scope: str, wait_s: float) -> dict[str, str]:
    headers = {
        "Retry-After": str(math.ceil(wait_s)),
        "X-RateLimit-Scope": scope,
        # discord.py takes a 429 without it for a ban and raises at once.
        "Via": "1.1 google",
    }
    return headers | {"X-RateLimit-Global": "true"} if scope == "global" else headers
