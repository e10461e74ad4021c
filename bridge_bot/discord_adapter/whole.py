"""How many requests the bot as a whole may send: a number a second that no header tells.

A request counts into the bot-wide second from when it is sent until a second after its answer:
somewhere between it took effect. Then no second of Discord's can be overrun, wherever it begins
and however long requests are on their way.

After a refusal the limit is lowered to what was taken, and then every minute more is tried: one
more, then twice as many each time. But a refusal may have other reasons than how much this bot
sends. If more was taken a short while ago, it is only waited as long as Discord says, unless
several are refused or it happens again at once; and if more is taken soon after, the limit is what
it was before.
Pure: the time is an argument.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

RAISED_EVERY_S = 60.0
"""How long after a lowering of the bot-wide limit more is tried, in seconds."""

_SECOND_S = 1.0
_LATELY_S = 30.0  # for how long at the least it counts that more was taken
_AT_ONCE_S = 3.0
_CLEARLY = 1.2  # times as much as before, so that a limit is what it takes to explain a refusal
_BEYOND_DOUBT = 5  # requests in one second
_LONGEST_FLIGHT_S = 20.0  # longer than any request is waited for


@dataclass(slots=True)
class _Burst:
    """What was sent in a second of which Discord refused a part, and so where its limit lies."""

    believed: int
    sent: int
    is_doubtful: bool
    refused: int = 0

    @property
    def taken(self) -> int:
        """How many were not refused."""
        return max(self.sent - self.refused, 0)

    def limit_found(self) -> int | None:
        """What was taken; not less than half of what was believed, should it be another fault.
        None if nothing can be told from it.
        """
        if self.is_doubtful and self.refused < _BEYOND_DOUBT:
            return None
        return max(min(self.believed - 1, self.taken), self.believed // 2, 1)


@dataclass(slots=True)
class Whole:
    """The limit of the bot as a whole. Times are seconds on any clock that never goes back."""

    requests_per_second: int
    _flying: deque[float] = field(default_factory=deque)  # when what has no answer yet was sent
    _landed: deque[float] = field(default_factory=deque)  # when answers came, of the last second
    _lowered: tuple[int, float] | None = None  # to how many, and when
    _before: tuple[int, float] | None = None  # the same, before a burst that nothing confirmed yet
    _unsure: bool = False
    _blocked_until: float = float("-inf")
    _burst: _Burst = field(default_factory=lambda: _Burst(0, 0, is_doubtful=False))
    _peaks: tuple[int, int] = (0, 0)  # the most taken in a second: before, and of late
    _peaks_at: float = float("-inf")

    def send(self, now: float) -> None:
        """A request is sent now."""
        self._flying.append(now)

    def answered(self, now: float) -> None:
        """An answer came; whose, makes no difference."""
        if self._flying:
            self._flying.popleft()
            self._landed.append(now)
        if now >= self._blocked_until:
            self.used(now)
            self._note_peak(now)
            if self._unsure:
                self._compare(now)

    def give_back(self) -> None:
        """A request that was counted as sent is not sent after all."""
        if self._flying:
            self._flying.pop()

    def free_at(self, now: float) -> float:
        """When something may be sent again, as far as is known."""
        beyond = self.used(now) - self.limit(now)
        if beyond < 0:
            return max(now, self._blocked_until)
        if beyond < len(self._landed):
            return max(self._landed[beyond] + _SECOND_S, self._blocked_until)
        return self._flying[0] + _LONGEST_FLIGHT_S  # or as soon as an answer comes

    def used(self, now: float) -> int:
        """How much counts into the second that a request sent now would count into."""
        while self._landed and self._landed[0] <= now - _SECOND_S:
            self._landed.popleft()
        while self._flying and self._flying[0] <= now - _LONGEST_FLIGHT_S:
            self._flying.popleft()
        return len(self._flying) + len(self._landed)

    def limit(self, now: float) -> int:
        """Requests a second: after a refusal fewer, and step by step more again."""
        if self._lowered is None:
            return self.requests_per_second
        lowered_to, at = self._lowered
        steps = min(int((now - at) / RAISED_EVERY_S), 20)
        return min(self.requests_per_second, lowered_to + (1 << steps) - 1)

    def refused(self, now: float, until: float) -> None:
        """Discord refused a request because of all of them together."""
        if now >= self._blocked_until:
            used = self.used(now)
            again = now < self._blocked_until + _AT_ONCE_S
            doubtful = not again and used < _CLEARLY * max(self._peaks)
            self._burst = _Burst(self.limit(now), used, doubtful)
        self._burst.refused += 1
        if (found := self._burst.limit_found()) is not None:
            if not self._unsure:
                self._before, self._unsure = self._lowered, True
            self._lowered, self._peaks = (found, now), (0, 0)
        self._blocked_until = max(self._blocked_until, until)

    def _note_peak(self, now: float) -> None:
        before, late = self._peaks
        if now >= self._peaks_at + _LATELY_S:
            before, late, self._peaks_at = late, 0, now
        self._peaks = before, max(late, len(self._landed))

    def _compare(self, now: float) -> None:
        """Take a lowering back if more is taken than it would let expect, even across the
        border of two seconds.
        """
        since = sum(at > self._blocked_until for at in self._landed)
        if since > max(2 * self._burst.taken, _BEYOND_DOUBT):
            self._lowered, self._unsure = self._before, False
        elif now > self._blocked_until + RAISED_EVERY_S:
            self._unsure = False
