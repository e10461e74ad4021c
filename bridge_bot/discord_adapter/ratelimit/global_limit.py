"""The global limit: how many requests the bot may send in a second, on all routes together.

A request counts from when it is sent until a second after its response: somewhere between it took
effect. Then no second of Discord's can be overrun, wherever it begins and however long requests are
on their way. One whose response nobody awaits any more, as when the bot stops, may take effect
later than it was given up, so it counts for longer.

Pure: the time is an argument.
"""

from __future__ import annotations

from bisect import insort
from collections import deque

from bridge_bot.discord_adapter.ratelimit.adaptive_limit import AdaptiveLimit

FIRST_BLOCK_S = 30.0
LONGEST_BLOCK_S = 600.0
"""How long a block of this machine's address is respected that does not say when it ends, in
seconds: the first time, and at most, if it is repeated."""

_SECOND_S = 1.0
_LONGEST_IN_FLIGHT_S = 20.0  # longer than any request is waited for
_LATE_S = 1.0  # after it was given up, a request has taken effect


class GlobalLimit:
    """The limit of all requests together. Times are seconds on any clock that never goes back."""

    def __init__(self, requests_per_second: int) -> None:
        self._limit = AdaptiveLimit(requests_per_second)
        self._in_flight: deque[float] = deque()  # when requests without a response were sent
        # When responses came, within the last second; `_LATE_S` after they were given up, if not.
        self._answered: deque[float] = deque()
        self.blocked_until = float("-inf")
        """Until when Discord takes nothing at all from this address."""
        self._block_s = 0.0  # the last block that did not say how long it lasts

    def send(self, now: float) -> None:
        """A request is sent now."""
        self._in_flight.append(now)

    def answered(self, now: float) -> None:
        """A response came. To which request does not matter."""
        self._end_one(now)
        self._forget(now)
        self._limit.accepted(now, self._answered)

    def given_up(self, now: float) -> None:
        """A request was sent, and its response is not awaited any more."""
        self._end_one(now + _LATE_S)

    def _end_one(self, at: float) -> None:
        """A request that was sent has taken effect at that time, or before."""
        if self._in_flight:
            self._in_flight.popleft()
            insort(self._answered, at)

    def give_back(self) -> None:
        """A request that was counted as sent is not sent after all."""
        if self._in_flight:
            self._in_flight.pop()

    def free_at(self, now: float) -> float:
        """When something may be sent again, as far as is known."""
        blocked_until = max(self._limit.blocked_until, self.blocked_until)
        beyond = self.used(now) - self.limit(now)
        if beyond < 0:
            return max(now, blocked_until)
        if beyond < len(self._answered):
            return max(self._answered[beyond] + _SECOND_S, blocked_until)
        return max(
            self._in_flight[0] + _LONGEST_IN_FLIGHT_S, blocked_until
        )  # or once an answer comes

    def used(self, now: float) -> int:
        """How many requests count into the second of a request that is sent now."""
        self._forget(now)
        return len(self._in_flight) + len(self._answered)

    def _forget(self, now: float) -> None:
        """Forget requests that no longer count."""
        while self._answered and self._answered[0] <= now - _SECOND_S:
            self._answered.popleft()
        while self._in_flight and self._in_flight[0] <= now - _LONGEST_IN_FLIGHT_S:
            self._in_flight.popleft()

    def limit(self, now: float) -> int:
        """Requests a second."""
        return self._limit.per_second(now)

    def refused(self, now: float, until: float) -> None:
        """Discord refused a request because of all of them together."""
        self._limit.refused(now, until, self.used(now))

    def block_address(self, now: float, for_s: float | None) -> float:
        """Nothing at all is accepted from this address for `for_s` seconds; returns for how long.

        Where Discord does not say how long, it doubles each time it happens soon after the last.
        """
        if not for_s:
            if now < self.blocked_until:  # a refusal of a request that was already on its way
                return self.blocked_until - now
            again = now < self.blocked_until + self._block_s
            for_s = min(2 * self._block_s, LONGEST_BLOCK_S) if again else FIRST_BLOCK_S
            self._block_s = for_s
        self.blocked_until = max(self.blocked_until, now + for_s)
        return for_s
