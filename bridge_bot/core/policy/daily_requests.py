"""Counts the requests to the Chat API of each day, and refuses those beyond a limit.

The store counts, in one step with the comparison with the limits: so a limit holds over restarts,
and over several processes that share a database. It is counted before it is sent: of a process that
ends between the two, one request counts that was not sent. The other order could exceed a limit.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Self

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import LimitReached, StoreError
from bridge_bot.core.events import DailyLimitReached, Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import Question, Scope, ScopeKind, scopes_of
from bridge_bot.core.policy.daily_limits import DAY_S, DailyLimits, ReachedLimit, Today
from bridge_bot.core.ports import RequestCountStore

KEPT_S = 3600
"""How long the counts of a day are kept after its end, in seconds: the clocks of processes that
share a database differ, and one may still count for that day."""

FIRST_REMOVAL_AFTER_S = 60.0
"""How long after the start counts are removed first, in seconds. By then the platform has told its
time: by a machine's clock that is a day ahead, today's would be removed."""

MOST_READS = 50
"""How often at most the counts are read for one question, while they change near a limit."""


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
        self._told: set[tuple[int, ScopeKind]] = set()  # of limits that are noted as reached
        self._begun = self._ended = 0  # changes of the counts by this process
        self._tasks = BackgroundTasks()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_forgetting(), name="removing the counts of past days")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._tasks.close()

    async def today(
        self,
        question: Question,
        settings: PlaceSettings,
        expected: Callable[[], Iterable[Question]] = tuple,
    ) -> Today:
        """What was asked today in the scopes of this question that have a limit, and what will be
        for the `expected` questions; `settings` are those of its place.

        A store that fails counts as nothing asked: it is asked again before the request is sent.
        """
        day = self._day()
        limits = {
            scope: limit for scope, limit in self._limits.of(question, settings).items() if limit
        }
        today = Today(limits, {}, _end_of(day))
        if not limits:
            return today
        try:
            requests, today = await self._read(day, today, expected)
        except StoreError as error:
            self._observe(OperationFailed(Operation.COUNT_REQUEST, error, question.origin))
            return today.with_expected(expected())
        for scope, limit in limits.items():
            if requests.get(scope, 0) >= limit:  # such as a limit that was lowered
                await self._tell_operator(day, scope, limit)
        return today

    async def _read(
        self, day: int, limits: Today, expected: Callable[[], Iterable[Question]]
    ) -> tuple[dict[Scope, int], Today]:
        """What is stored, and the same with what is expected.

        A request that is counted while the counts are read may be missing in both, or be in both.
        Where that can matter they are read again.
        """
        for _ in range(MOST_READS):
            ended = self._ended
            requests = await self._store.get(day, limits.limits)
            today = replace(limits, requests=requests).with_expected(expected())
            uncertain = self._begun - ended
            if not uncertain or not today.is_within(uncertain):
                break
        return requests, today

    async def reached(self, scopes: Iterable[Scope], settings: PlaceSettings) -> list[ReachedLimit]:
        """The limits of these scopes that are reached today; `settings` are those of the place.
        Raises `StoreError`.
        """
        day, limits = self._day(), self._limits.of_scopes(scopes, settings)
        limits = {scope: limit for scope, limit in limits.items() if limit}
        requests = await self._store.get(day, limits) if limits else {}
        return [
            ReachedLimit(scope.kind, limit, _end_of(day))
            for scope, limit in limits.items()
            if requests.get(scope, 0) >= limit
        ]

    async def count(self, question: Question, settings: PlaceSettings) -> int:
        """Count a request that is sent now for this question; `settings` are those of its place.
        Returns the day that it counts for.

        Raises `LimitReached`, and `StoreError`; then it does not count, and must not be sent.
        """
        day = self._day()
        limits = self._limits.of(question, settings)
        with self._changing():
            counted = await self._store.count(day, limits)
            for scope in counted.reached:
                await self._tell_operator(day, scope, limits[scope])
        if counted.refused_by is not None:
            scope = counted.refused_by
            reached = ReachedLimit(scope.kind, limits[scope], _end_of(day))
            raise LimitReached(scope.kind, reached.text_key, reached.text_args())
        return day

    async def take_back(self, question: Question, day: int) -> None:
        """Count a request no more that was counted for that day. A failure is observed."""
        try:
            with self._changing():
                await self._store.take_back(day, scopes_of(question))
        except StoreError as error:
            self._observe(OperationFailed(Operation.TAKE_BACK_REQUEST, error, question.origin))

    async def forget_past_days(self) -> None:
        """Remove the counts of days that ended more than `KEPT_S` ago. A failure is observed."""
        try:
            kept_from = int((self._now_s() - KEPT_S) // DAY_S)
            await self._store.forget_before(kept_from)
            self._told = {told for told in self._told if told[0] >= kept_from}
        except StoreError as error:
            self._observe(OperationFailed(Operation.FORGET_REQUESTS, error))

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """While a count changes, and until the caller goes on."""
        self._begun += 1
        try:
            yield
        finally:
            self._ended += 1

    async def _tell_operator(self, day: int, scope: Scope, limit: int) -> None:
        """Observe that a limit is reached, if it is the operator's, and the first one of its kind
        on that day that any process tells of.
        """
        if not self._limits.is_own(scope, limit) or (day, scope.kind) in self._told:
            return
        try:
            is_first = await self._store.note_reached(day, scope.kind)
        except StoreError as error:
            self._observe(OperationFailed(Operation.NOTE_REACHED_LIMIT, error))
            return
        self._told.add((day, scope.kind))
        if is_first:
            self._observe(DailyLimitReached(scope, limit, _end_of(day)))

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
