"""The budget: which request may be sent now, so that Discord never has to refuse one.

Two kinds of limit count. Each route of each channel has a fixed window, opened by its first
request, and its headers tell how it stands. The bot as a whole has a number of requests a
second that no header tells. Whoever wants to write asks here first and waits; the waiting are
served by urgency, then first come, first served. Creating and editing carry the same bucket name
but count apart (observed), so a window belongs to a route, never to a bucket name.

The bot-wide second is counted as a sliding one, by when requests are sent, with a margin for
requests that overtake each other on the way: then no fixed second of Discord's can be overrun,
wherever it begins.

The clock is the event loop's.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple

from bridge_bot.core.ports import Write

ASSUMED_LIMIT = 5
ASSUMED_PERIOD_S = 5.0
"""What a route of a channel is taken to allow before the first header (observed)."""

RESERVE_S = 0.15
"""How long before a window's end the request kept back for a reply's end is set free."""

RAISED_EVERY_S = 60.0
"""How long after a lowering of the bot-wide limit one more request a second is tried."""

_SECOND_S = 1.0
_OVERTAKING_S = 0.05
_ROUNDING_S = 0.01


class Route(NamedTuple):
    """A route as Discord counts it: what is done, and in which channel."""

    action: str
    channel_id: int


class Tally(NamedTuple):
    """What the headers of one response say of its route's window."""

    limit: int
    remaining: int
    reset_after_s: float


class Window:
    """One route's window, as far as it is known here."""

    def __init__(self) -> None:
        self.limit = ASSUMED_LIMIT
        self.period_s = ASSUMED_PERIOD_S
        self._left = ASSUMED_LIMIT
        self._in_flight = 0
        self._resets_at: float | None = None  # None: not open
        self._last_sent = float("-inf")

    def ready_at(self, write: Write, now: float) -> float:
        """When such a write may be sent, as far as is known: `now` or later."""
        if self._resets_at is None or now >= self._resets_at:
            left, resets_at = self.limit, now
        else:
            left, resets_at = self._left, self._resets_at
        if left <= 0:
            return resets_at
        if write is not Write.NEXT:
            return now
        # Evenly, so that the last of the window is kept back for the end of the reply, which
        # may come at any moment, and is set free when the window is about to reset.
        pace_s = (self.period_s - RESERVE_S) / max(self.limit - 1, 1)
        ready = max(now, self._last_sent + pace_s)
        if left == 1 and self.limit > 1:
            ready = max(ready, resets_at - RESERVE_S)
        return ready

    def send(self, now: float) -> None:
        """A request is sent now."""
        if self._resets_at is None or now >= self._resets_at:
            self._left = self.limit
            # Until its response tells, the window might have been opened as late as this.
            self._resets_at = now + self.period_s + _SECOND_S
        self._left -= 1
        self._in_flight += 1
        self._last_sent = now

    def give_back(self) -> None:
        """A request that was counted as sent is not sent after all."""
        self._left += 1
        self._in_flight = max(self._in_flight - 1, 0)

    def answered(self, tally: Tally | None, now: float) -> None:
        """A response came, with or without word of the window."""
        self._in_flight = max(self._in_flight - 1, 0)
        if tally is None:
            return
        self._left += max(tally.limit - self.limit, 0)
        self.limit = tally.limit
        self.period_s = max(self.period_s, tally.reset_after_s)
        if tally.remaining == tally.limit - 1:  # this request opened the window
            self.period_s = tally.reset_after_s
        # Each request is counted when it is sent, and answers may overtake each other: less can
        # be left than was thought, if somebody else used the window too, but never more.
        if tally.remaining < self._left:
            self._left = tally.remaining - self._in_flight
        self._left = min(self._left, self.limit - 1)
        self._resets_at = now + tally.reset_after_s + _ROUNDING_S

    def block(self, until: float) -> None:
        """Nothing may be sent before that time."""
        self._left = 0
        self._resets_at = until

    def idle(self, now: float) -> bool:
        """Whether nothing is known that a new window would not know as well."""
        return self._in_flight == 0 and (self._resets_at is None or now >= self._resets_at + 60)


@dataclass(slots=True)
class _Waiter:
    route: Route
    write: Write
    turn: int
    granted: asyncio.Future[None]


@dataclass(slots=True)
class _Burst:
    """What was sent in a second of which Discord refused a part, and so where its limit lies."""

    believed: int
    sent: int
    refused: int = 0

    def limit_found(self) -> int:
        """What was taken; not less than half of what was believed, should it be another fault."""
        return max(min(self.believed - 1, self.sent - self.refused), self.believed // 2, 1)


class Budget:
    """All limits of one bot. `requests_per_second` is the bot-wide one."""

    def __init__(self, requests_per_second: int) -> None:
        self._requests_per_second = requests_per_second
        self._lowered: tuple[int, float] | None = None  # to how many, and when
        self._burst = _Burst(requests_per_second, 0)
        self._windows: dict[Route, Window] = {}
        self._sent: deque[float] = deque()
        self._blocked_until = float("-inf")
        self._waiters: list[_Waiter] = []
        self._order = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None

    async def permit(self, route: Route, write: Write) -> None:
        """Return when one such request may be sent; it counts as sent from then on."""
        waiter = _Waiter(
            route, write, next(self._order), asyncio.get_running_loop().create_future()
        )
        self._waiters.append(waiter)
        self._waiters.sort(key=lambda waiting: (waiting.write.value, waiting.turn))
        self._serve()
        try:
            await waiter.granted
        except asyncio.CancelledError:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            else:  # granted, and given up before it could be used
                self._window(route).give_back()
                self._serve()
            raise

    def spend(self, route: Route) -> bool:
        """Count a request as sent now, if it may be; False and nothing counted if not."""
        now = self._now()
        if max(self._window(route).ready_at(Write.FIRST, now), self._free_at(now)) > now:
            return False
        self._send(route, now)
        return True

    def ready_in_s(self, route: Route) -> float:
        """Seconds until that route may be used again, as far as is known; the bot-wide limit,
        which is at most a matter of seconds, does not count here.
        """
        now = self._now()
        return max(self._window(route).ready_at(Write.FIRST, now) - now, 0.0)

    def note_sent(self) -> None:
        """A request was sent past this budget, by discord.py: it counts into the bot's second."""
        self._sent.append(self._now())

    def answered(self, route: Route, tally: Tally | None = None) -> None:
        """A request that was permitted has been answered, or has failed (without a tally)."""
        self._window(route).answered(tally, self._now())
        self._serve()

    def refused(self, route: Route | None, retry_after_s: float) -> None:
        """Discord answered 429: for that route or, with None, for the whole bot."""
        now = self._now()
        until = now + retry_after_s + _ROUNDING_S
        if route is None:
            if now >= self._blocked_until:
                self._burst = _Burst(
                    self._limit(now), sum(at > now - _SECOND_S for at in self._sent)
                )
            self._burst.refused += 1
            self._lowered = self._burst.limit_found(), now
            self._blocked_until = max(self._blocked_until, until)
        else:
            self._window(route).block(until)
        self._serve()

    def _window(self, route: Route) -> Window:
        window = self._windows.get(route)
        if window is None:
            if len(self._windows) >= 1000:
                self._forget_idle()
            window = self._windows[route] = Window()
        return window

    def _forget_idle(self) -> None:
        now = self._now()
        for route in [route for route, window in self._windows.items() if window.idle(now)]:
            del self._windows[route]

    def _free_at(self, now: float) -> float:
        """When the bot as a whole may send again."""
        span_s = _SECOND_S + _OVERTAKING_S
        while self._sent and self._sent[0] <= now - span_s:
            self._sent.popleft()
        limit = self._limit(now)
        if len(self._sent) < limit:
            return max(now, self._blocked_until)
        oldest = self._sent[len(self._sent) - limit]
        return max(oldest + span_s, self._blocked_until)

    def _limit(self, now: float) -> int:
        """The bot-wide requests a second: after a refusal fewer, and one more each minute."""
        if self._lowered is None:
            return self._requests_per_second
        lowered_to, at = self._lowered
        return min(self._requests_per_second, lowered_to + int((now - at) / RAISED_EVERY_S))

    def _send(self, route: Route, now: float) -> None:
        self._window(route).send(now)
        self._sent.append(now)

    def _serve(self) -> None:
        """Grant whatever may be sent now, and wake up when more may be."""
        now = self._now()
        soonest = float("inf")
        for waiter in list(self._waiters):
            if waiter.granted.done():
                continue
            free_at = self._free_at(now)
            ready_at = max(self._window(waiter.route).ready_at(waiter.write, now), free_at)
            if ready_at <= now:
                self._send(waiter.route, now)
                self._waiters.remove(waiter)
                waiter.granted.set_result(None)
            else:
                soonest = min(soonest, ready_at)
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if soonest < float("inf"):
            self._alarm = asyncio.get_running_loop().call_at(soonest, self._serve)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
