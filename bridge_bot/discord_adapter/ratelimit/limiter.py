"""The rate limiter: permits requests so that Discord need not refuse any.

Two kinds of limit count. Each route of each channel has a window (`route_window`), whose headers
tell its state. And the bot has a number of requests a second on all routes together, which no
header tells (`global_limit`). Whoever wants to send asks here first and waits. Creating and editing
messages carry the same bucket name but count apart (observed), so a window belongs to a route,
never to a bucket name. Routes of interactions have windows, but no part in the global limit.

While more requests wait than the global limit allows, they share it (`ready_requests`).

The clock is the event loop's.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from typing import NamedTuple

from bridge_bot.core.events import (
    LimitScope,
    Observe,
    RequestLimited,
    RequestPermitted,
    unobserved,
)
from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.global_limit import GlobalLimit
from bridge_bot.discord_adapter.ratelimit.ready_requests import ReadyRequests, WaitingRequest
from bridge_bot.discord_adapter.ratelimit.route_window import (
    CREATE,
    EDIT,
    RateLimitHeaders,
    Route,
    RouteWindow,
)

_ROUNDING_S = 0.01
_UNKNOWN_WAIT_S = 1.0  # to wait where Discord says nothing


class ExceededLimit(NamedTuple):
    """What a 429 says: whose limit was exceeded, and how many seconds to wait, None if unsaid."""

    scope: LimitScope
    retry_after_s: float | None


class RateLimiter:
    """All limits of one bot. `requests_per_second` is the global one.

    Each refusal by a limit is observed, and how long each request has waited.
    """

    def __init__(self, requests_per_second: int, observe: Observe = unobserved) -> None:
        self._observe = observe
        self._global_limit = GlobalLimit(requests_per_second)
        self._windows: dict[Route, RouteWindow] = {}
        self._ready = ReadyRequests()
        # Heap of those that wait for a window: when it is ready, a number that breaks ties.
        self._later: list[tuple[float, int, WaitingRequest]] = []
        self._waiting: dict[Route, list[WaitingRequest]] = {}
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def requests_per_second(self) -> int:
        """The global limit, as far as it is known now."""
        return self._global_limit.limit(self._now())

    async def permit(self, route: Route, priority: Priority, guild_id: int | None = None) -> None:
        """Wait until one such request may be sent; it counts as sent from then on.

        `guild_id` is the server's that the channel is in, which takes turns with others; None: it
        takes turns as direct messages do, which are one server together.
        """
        granted = asyncio.get_running_loop().create_future()
        waiter = WaitingRequest(route, Flow.of(guild_id, route.target_id), priority, granted)
        self._waiting.setdefault(route, []).append(waiter)
        began_s = self._now()
        self._schedule(waiter, began_s)
        self._grant_ready()
        try:
            await waiter.granted
        except asyncio.CancelledError:
            if not waiter.granted.cancelled():  # granted, and cancelled before it could be used
                self.give_back(route)
            elif waiter.is_ready:
                self._ready.remove(waiter)
            raise
        finally:
            waiting = self._waiting[route]
            waiting.remove(waiter)
            if not waiting:
                del self._waiting[route]
        self._observe(RequestPermitted(priority, self._now() - began_s))

    def give_back(self, route: Route) -> None:
        """A request that was permitted is not sent after all."""
        self._window(route).give_back()
        if not route.is_interaction:
            self._global_limit.give_back()
        self._route_changed(route)
        self._grant_ready()

    def try_permit(self, route: Route) -> bool:
        """Permit a request at once, if more than half of the global limit is free.

        False, and nothing is counted, if it is not, or if that route may not be used now.
        """
        now = self._now()
        scarce = self._ready or 2 * self._global_limit.used(now) >= self._global_limit.limit(now)
        ready_at = max(
            self._window(route).ready_at(Priority.FIRST_TEXT, now), self._global_limit.free_at(now)
        )
        if scarce or ready_at > now:
            return False
        self._send(route, now)
        return True

    def ready_in_s(self, route: Route) -> float:
        """Seconds until that route may be used again, as far as is known; the global limit,
        which is at most a matter of seconds, does not count here.
        """
        now = self._now()
        return max(self._window(route).ready_at(Priority.FIRST_TEXT, now) - now, 0.0)

    def note_sent(self) -> None:
        """A request was sent by discord.py, unasked: it counts into the global limit."""
        self._global_limit.send(self._now())

    def answered(self, route: Route | None = None, headers: RateLimitHeaders | None = None) -> None:
        """A request that was permitted has been answered, or, without `route`, one of discord.py's,
        which keeps the limits of its routes by itself.
        """
        self._note_answer(route, headers)
        self._ended(route)

    def _note_answer(self, route: Route | None, headers: RateLimitHeaders | None) -> None:
        now = self._now()
        if route is None or not route.is_interaction:
            self._global_limit.answered(now)
        if route is not None:
            self._window(route).answered(headers, now)

    def given_up(self, route: Route | None = None) -> None:
        """A request has failed without a response, or nobody awaits it any more."""
        now = self._now()
        if route is None or not route.is_interaction:
            self._global_limit.given_up(now)
        if route is not None:
            self._window(route).answered(None, now)
        self._ended(route)

    def _ended(self, route: Route | None) -> None:
        """Grant what may be sent now that a request has ended."""
        if route is not None:
            self._route_changed(route)
        self._grant_ready()

    def refused(self, request: str, limit: ExceededLimit, route: Route | None = None) -> None:
        """Discord answered 429. `request` is a template without ids.

        With a `route`, as in `answered`, this stands for that: granted in between, the next request
        would be sent into the block. One of discord.py's has been answered before.
        """
        now = self._now()
        if route is not None:
            self._note_answer(route, None)
        wait_s = _UNKNOWN_WAIT_S if limit.retry_after_s is None else limit.retry_after_s
        match limit.scope:
            case LimitScope.ADDRESS:
                wait_s = self._global_limit.block_address(now, limit.retry_after_s)
            case LimitScope.GLOBAL:
                self._global_limit.refused(now, now + wait_s + _ROUNDING_S)
            case _ if route is not None:
                self._window(route).block(now + wait_s + _ROUNDING_S)
        believed = self._global_limit.limit(now)
        self._observe(RequestLimited(limit.scope, request, wait_s, believed))
        self._ended(route)

    def _window(self, route: Route) -> RouteWindow:
        window = self._windows.get(route)
        if window is None:
            if len(self._windows) >= 1000:
                self._forget_idle()
            window = self._windows[route] = RouteWindow.of(route)
        return window

    def _forget_idle(self) -> None:
        now = self._now()
        for route in [route for route, window in self._windows.items() if window.idle(now)]:
            del self._windows[route]

    def _send(self, route: Route, now: float) -> None:
        self._window(route).send(now)
        if not route.is_interaction:
            self._global_limit.send(now)
        if route.action == CREATE:
            self._window(Route(EDIT, route.target_id)).pace_from(now)

    def _schedule(self, waiter: WaitingRequest, now: float) -> None:
        """Put a waiter among the ready, or schedule it for when its window is ready.

        A request of an interaction does not wait for the global limit: it is granted at once.
        """
        ready_at = self._window(waiter.route).ready_at(waiter.priority, now)
        if waiter.route.is_interaction:
            ready_at = max(ready_at, self._global_limit.blocked_until)
        if ready_at > now:
            heapq.heappush(self._later, (ready_at, next(self._order), waiter))
        elif waiter.route.is_interaction:
            self._grant(waiter, now)
        else:
            self._ready.add(waiter)

    def _grant(self, waiter: WaitingRequest, now: float) -> None:
        self._send(waiter.route, now)
        waiter.granted.set_result(None)

    def _route_changed(self, route: Route) -> None:
        """Reschedule those that wait for a window, which may be ready earlier than was known."""
        now = self._now()
        for waiter in self._waiting.get(route, ()):
            if not (waiter.is_ready or waiter.granted.done()):
                self._schedule(waiter, now)

    def _grant_ready(self) -> None:
        """Grant what may be sent now, and set the timer for when more may be."""
        now = self._now()
        while self._later and self._later[0][0] <= now:
            waiter = heapq.heappop(self._later)[2]
            if not (waiter.is_ready or waiter.granted.done()):
                self._schedule(waiter, now)
        while self._global_limit.free_at(now) <= now and (ready := self._ready.next()) is not None:
            if ready.granted.done():  # cancelled, and not yet removed
                continue
            if self._window(ready.route).ready_at(ready.priority, now) > now:
                self._schedule(ready, now)
                continue
            self._grant(ready, now)
        self._reset_timer()

    def _reset_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = self._now()
        soonest = self._later[0][0] if self._later else float("inf")
        if self._ready:
            soonest = min(soonest, self._global_limit.free_at(now))
        if soonest < float("inf"):
            self._timer = asyncio.get_running_loop().call_at(soonest, self._grant_ready)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
