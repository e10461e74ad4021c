"""A route's window: how many requests Discord accepts on it, and when the next one is due.

Strategy: a window is fixed, and opened by its first request. The edits in the middle of a reply
are spread over it, and one is kept back for the reply's end, which may come at any moment; it is
set free when the window is about to reset. That would cost one edit of each window, were it not
that the first edit of a new window may follow soon on the last of the old one: across a reset, and
after a new message, half a pace is enough. The numbers below minimise the mean delay of a word over
streams of 6 to 15 s, while for 95 of 100 of their ends an edit is left.

Pure: the time is an argument, in seconds on any clock that never goes back.
"""

from __future__ import annotations

from typing import NamedTuple

from bridge_bot.core.ports import Priority

ASSUMED_LIMIT = 5
ASSUMED_PERIOD_S = 5.0
"""What a channel's messages and their edits are assumed to be allowed before the first headers, and
new threads, of which more are (observed).
"""

CREATE = "create"
EDIT = "edit"
OPEN_THREAD = "thread"
_ASSUMED = frozenset({CREATE, EDIT, OPEN_THREAD})

RESERVE_S = 0.3
"""How long before a window's end the request kept back for a reply's end is set free."""

_HASTE = 0.93  # of an even pace, since each write is already late by about a round trip
_ROUNDING_S = 0.01
_LATE_OPENING_S = 1.0


class Route(NamedTuple):
    """A route as Discord counts it: what is done, and in which channel or interaction.

    A route of an interaction needs no token of the bot's, and does not count into the bot's limit
    of all requests (Discord's documentation).
    """

    action: str
    target_id: int
    is_interaction: bool = False


class RateLimitHeaders(NamedTuple):
    """What the headers of one response say of its route's window: how many requests it takes, how
    many are left of it, and when it resets.
    """

    limit: int
    remaining: int
    reset_after_s: float


class RouteWindow:
    """A route's window, as far as it is known here.

    Where nothing `is_assumed` of it, such as for reactions, of which Discord takes fewer, one
    request is sent at a time until the headers of a response tell the limit. Such a route writes no
    replies, so its requests are neither spread over the window nor kept back.
    """

    def __init__(self, *, is_assumed: bool = True) -> None:
        self.limit = ASSUMED_LIMIT if is_assumed else 1
        self.period_s = ASSUMED_PERIOD_S
        self._is_known = is_assumed
        self._is_spread = is_assumed
        self._left = self.limit
        self._in_flight = 0
        self._resets_at: float | None = None  # None: not open
        self._blocked_until = float("-inf")
        self._last_written = float("-inf")

    @classmethod
    def of(cls, route: Route) -> RouteWindow:
        """The window of a route before its first request."""
        return cls(is_assumed=route.is_interaction or route.action in _ASSUMED)

    def ready_at(self, priority: Priority, now: float) -> float:
        """When a write of that priority may be sent, as far as is known: `now` or later."""
        now = max(now, self._blocked_until)
        pace_s = _HASTE * (self.period_s - RESERVE_S) / max(self.limit - 1, 1)
        if self._resets_at is None or now >= self._resets_at:
            left, resets_at, pace_s = self.limit, now, pace_s / 2
        else:
            left, resets_at = self._left, self._resets_at
        if left <= 0:
            return resets_at
        if priority is not Priority.INTERIM or not self._is_spread:
            return now
        ready = max(now, self._last_written + pace_s)
        if left == 1 and self.limit > 1:
            ready = max(ready, resets_at - RESERVE_S)
        return ready

    def send(self, now: float) -> None:
        """A request is sent now."""
        if self._resets_at is None or now >= self._resets_at:
            self._left = self.limit
            # Until its response tells, the window might have been opened as late as this.
            self._resets_at = now + self.period_s + _LATE_OPENING_S
        self._left -= 1
        self._in_flight += 1
        self.pace_from(now)

    def pace_from(self, now: float) -> None:
        """Something became visible now: the next interim edit is due a pace later."""
        self._last_written = now

    def give_back(self) -> None:
        """A request that was counted as sent is not sent after all."""
        self._left += 1
        self._in_flight = max(self._in_flight - 1, 0)

    def answered(self, headers: RateLimitHeaders | None, now: float) -> None:
        """A response came, with or without headers that describe the window."""
        self._in_flight = max(self._in_flight - 1, 0)
        if headers is None:
            if not self._is_known:
                self._left = self.limit - self._in_flight
            return
        self._is_known = True
        resets_at = now + headers.reset_after_s + _ROUNDING_S
        self._left += max(headers.limit - self.limit, 0)
        self.limit = headers.limit
        self.period_s = max(self.period_s, headers.reset_after_s)
        if headers.remaining == headers.limit - 1:  # this request opened the window
            self.period_s = headers.reset_after_s
        # A request that is on its way while its window ends counts in the next one.
        is_next = self._resets_at is not None and resets_at > self._resets_at + self.period_s / 2
        # Each request is counted when it is sent, and answers may overtake each other: less can
        # be left than was thought, if somebody else used the window too, but never more.
        if is_next or headers.remaining < self._left:
            self._left = headers.remaining - self._in_flight
        self._left = min(self._left, self.limit - 1)
        self._resets_at = resets_at

    def block(self, until: float) -> None:
        """Nothing may be sent before that time, whatever other requests are answered meanwhile."""
        self._left = 0
        self._resets_at = until
        self._blocked_until = max(self._blocked_until, until)

    def idle(self, now: float) -> bool:
        """Whether nothing is known that a new window would not know as well."""
        if self._in_flight or now < self._blocked_until:
            return False
        return self._resets_at is None or now >= self._resets_at + 60
