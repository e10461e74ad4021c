"""Learns how many requests a second Discord accepts on all routes together; no header says it.

After a refusal the limit is lowered to the number of requests that were accepted, and then raised
every minute: by one, then by twice as many each time; where it is very low, every few seconds.

But a refusal may have other reasons than how much this bot sends. If more was accepted a short
while ago, the bot only waits as long as Discord says, unless several requests are refused or it
happens again at once. And if more is accepted soon after, the limit is what it was before.

Pure: the time is an argument.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

RAISED_EVERY_S = 60.0
"""How long after a lowering of the global limit more is tried, in seconds."""

_SECOND_S = 1.0
_VERY_LOW = 0.2  # of what is configured
_RAISED_FROM_VERY_LOW_S = 5.0
_LATELY_S = 30.0  # for how long at the least it counts that more was accepted
_AT_ONCE_S = 3.0
_CLEARLY = 1.2  # times as much as was accepted before, to be what explains a refusal
_BEYOND_DOUBT = 5  # requests in one second


@dataclass(slots=True)
class _Burst:
    """The requests of a second of which Discord refused some."""

    believed: int
    sent: int
    is_doubtful: bool
    refused: int = 0

    @property
    def accepted(self) -> int:
        """How many were not refused."""
        return max(self.sent - self.refused, 0)

    def limit_found(self) -> int | None:
        """The limit that the refusals tell of: what was accepted. None if they tell nothing.

        As they may have another reason, it is at least half of what was believed, or a quarter
        where many were refused.
        """
        beyond_doubt = self.refused >= _BEYOND_DOUBT
        if self.is_doubtful and not beyond_doubt:
            return None
        least = self.believed // (4 if beyond_doubt else 2)
        return max(min(self.believed - 1, self.accepted), least, 1)


@dataclass(slots=True)
class AdaptiveLimit:
    """The limit as far as it is known. Times are seconds on any clock that never goes back."""

    configured: int
    """Requests a second, as long as Discord refuses none."""
    blocked_until: float = float("-inf")
    """Until when Discord accepts nothing, as its last refusal said."""
    _lowered: tuple[int, float] | None = None  # to how many, and when
    _before: tuple[int, float] | None = None  # the same, before what nothing confirmed yet
    _unsure: bool = False
    _burst: _Burst = field(default_factory=lambda: _Burst(0, 0, is_doubtful=False))
    _peaks: tuple[int, int] = (0, 0)  # the most accepted in a second: before, and of late
    _peaks_at: float = float("-inf")

    def per_second(self, now: float) -> int:
        """The limit now: lowered by a refusal, and raised again step by step."""
        if self._lowered is None:
            return self.configured
        lowered_to, at = self._lowered
        very_low = lowered_to < _VERY_LOW * self.configured
        every_s = _RAISED_FROM_VERY_LOW_S if very_low else RAISED_EVERY_S
        steps = min(int((now - at) / every_s), 20)
        return min(self.configured, lowered_to + (1 << steps) - 1)

    def refused(self, now: float, until: float, used: int) -> None:
        """Discord refused a request by the global limit, with `used` requests in this second."""
        if now >= self.blocked_until:
            again = now < self.blocked_until + _AT_ONCE_S
            is_doubtful = not again and used < _CLEARLY * max(self._peaks)
            self._burst = _Burst(self.per_second(now), used, is_doubtful)
        self._burst.refused += 1
        if (found := self._burst.limit_found()) is not None:
            if not self._unsure:
                self._before, self._unsure = self._lowered, True
            self._lowered, self._peaks = (found, now), (0, 0)
        self.blocked_until = max(self.blocked_until, until)

    def accepted(self, now: float, times: Collection[float]) -> None:
        """These requests have been answered within the last second, each at its time."""
        accepted = len(times)
        if now < self.blocked_until + _SECOND_S:  # refusals are answers too
            accepted = sum(at > self.blocked_until for at in times)
        before, late = self._peaks
        if now >= self._peaks_at + _LATELY_S:
            before, late, self._peaks_at = late, 0, now
        self._peaks = before, max(late, accepted)
        if self._unsure:
            self._compare(now, accepted)

    def _compare(self, now: float, accepted: int) -> None:
        """Undo a lowering if clearly more is accepted than the limit that it has found."""
        if accepted > max(2 * self._burst.accepted, _BEYOND_DOUBT):
            self._lowered, self._unsure = self._before, False
        elif now > self.blocked_until + RAISED_EVERY_S:
            self._unsure = False
