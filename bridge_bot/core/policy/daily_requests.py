"""Counts the requests to the Chat API of each day, and refuses those beyond a limit.

The store counts, in one step with the comparison with the limits: so a limit holds over restarts,
and over several processes that share a database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import LimitReached, StoreError
from bridge_bot.core.events import DailyLimitReached, Observe, Operation, OperationFailed
from bridge_bot.core.model import Question, scopes_of
from bridge_bot.core.policy.daily_limits import DAY_S, DailyLimits, ReachedLimit, Today
from bridge_bot.core.ports import RequestCountStore

KEPT_S = 3600
"""How long the counts of a day are kept after its end, in seconds: the clocks of processes that
share a database differ, and one may still count for that day."""

FIRST_REMOVAL_AFTER_S = 60.0
"""How long after the start counts are removed first, in seconds. By then the platform has told its
time: by a machine's clock that is a day ahead, today's would be removed."""


class DailyRequests:
    """The requests of today. Inside `async with`, counts of past days are removed.

    `now_s` gives seconds since the Unix epoch by the platform's clock.
    """

    def __init__(
        self,
        store: RequestCountStore,
        limits: DailyLimits,
        observe: Observe,
        now_s: Callable[[], float],
    ) -> None:
        self._store = store
        self._limits = limits
        self._observe = observe
        self._now_s = now_s
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_forgetting(), name="removing the counts of past days")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def today(self, question: Question) -> Today:
        """What was asked today in the scopes of this question that have a limit.

        A store that fails counts as nothing asked: it is asked again before the request is sent.
        """
        day = self._day()
        limits = {scope: limit for scope, limit in self._limits.of(question).items() if limit}
        try:
            requests = await self._store.get(day, limits) if limits else {}
        except StoreError as error:
            self._observe(OperationFailed(Operation.COUNT_REQUEST, error, question.origin))
            requests = {}
        return Today(limits, requests, _end_of(day))

    async def count(self, question: Question) -> int:
        """Count a request that is sent now for this question. Returns the day that it counts for.

        Raises `LimitReached`, and `StoreError`; then it does not count, and must not be sent.
        """
        day = self._day()
        limits = self._limits.of(question)
        counted = await self._store.count(day, limits)
        for scope in counted.first_reached:
            reached = ReachedLimit(scope.kind, limits[scope], _end_of(day))
            self._observe(DailyLimitReached(scope, reached.limit, reached.ends_at_s))
        if counted.refused_by is not None:
            scope = counted.refused_by
            reached = ReachedLimit(scope.kind, limits[scope], _end_of(day))
            raise LimitReached(scope.kind, reached.text_key, reached.text_args())
        return day

    async def take_back(self, question: Question, day: int) -> None:
        """Count a request no more that was counted for that day. A failure is observed."""
        try:
            await self._store.take_back(day, scopes_of(question))
        except StoreError as error:
            self._observe(OperationFailed(Operation.TAKE_BACK_REQUEST, error, question.origin))

    async def forget_past_days(self) -> None:
        """Remove the counts of days that ended more than `KEPT_S` ago. A failure is observed."""
        try:
            await self._store.forget_before(int((self._now_s() - KEPT_S) // DAY_S))
        except StoreError as error:
            self._observe(OperationFailed(Operation.FORGET_REQUESTS, error))

    def _day(self) -> int:
        """The present day, counted from the Unix epoch."""
        return int(self._now_s() // DAY_S)

    async def _keep_forgetting(self) -> None:
        await asyncio.sleep(FIRST_REMOVAL_AFTER_S)
        while True:
            await self.forget_past_days()
            await asyncio.sleep(KEPT_S / 2)


def _end_of(day: int) -> int:
    """When a day ends, in seconds since the Unix epoch."""
    return (day + 1) * DAY_S
