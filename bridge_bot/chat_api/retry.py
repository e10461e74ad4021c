"""When and after how long a question is asked again, before any of its answer was handed on.

Strategy: again only when the Chat API cannot have answered (no connection, or a connection that
was lost before the first text) or says that it might later (408, 429, 500, 502, 503, 504). A
timeout after the request was sent is not retried: the answer may be on its way and has been
paid for, and the member has waited long enough to decide for herself.

A conversation that the API seems not to know is another matter: no pause helps, but asking
without it may. What the API says then is not documented, so every refusal that can mean it counts;
those that certainly mean something else (the key, the rate, a fault, a timeout) never do, because
for them a context would be given up that is still there.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.errors import (
    AnswerError,
    ApiBotUnknown,
    ApiBusy,
    ApiRateLimited,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
)
from bridge_bot.core.ports import Clock

_BUSY = frozenset({408, 500, 502, 503, 504})
_UNKNOWN = frozenset({400, 404, 410, 422})


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """At most `max_tries` requests, the last begun `max_total_s` after the first.

    The pause before the n-th retry is between half of `first_pause_s` × 2ⁿ⁻¹ and all of it, but
    at most `max_pause_s`; what `Retry-After` asks for comes on top.
    """

    max_tries: int = 4
    max_total_s: float = 60.0
    first_pause_s: float = 0.5
    max_pause_s: float = 8.0


class MonotonicClock:
    """The real time."""

    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, delay_s: float) -> None:
        await asyncio.sleep(delay_s)

    async def reached(self, moment_s: float) -> None:
        await asyncio.sleep(moment_s - self.now())


class Retries:
    """The retries of one question, made when it is first asked.

    `jitter` gives a number from 0 to 1.
    """

    def __init__(self, policy: RetryPolicy, clock: Clock, jitter: Callable[[], float]) -> None:
        self._policy = policy
        self._clock = clock
        self._jitter = jitter
        self._begun_at = clock.now()
        self._failed = 0

    def pause_s(self, failure: AnswerError) -> float | None:
        """How long to wait before asking again after this failure, None to give up.

        A `Retry-After` that does not fit into the time left means giving up now: to wait less
        would be rude, to wait longer would leave the member without a word.
        """
        self._failed += 1
        if not _passes(failure) or self._failed >= self._policy.max_tries:
            return None
        pause_s = self._policy.first_pause_s * 2 ** (self._failed - 1)
        pause_s = min(pause_s, self._policy.max_pause_s) * (1 + self._jitter()) / 2
        if isinstance(failure, ApiRateLimited | ApiBusy):
            pause_s += failure.retry_after_s or 0.0
        elapsed_s = self._clock.now() - self._begun_at
        return pause_s if elapsed_s + pause_s <= self._policy.max_total_s else None


def conversation_is_unknown(refusal: AnswerError) -> bool:
    """Whether a request that named a conversation may have been refused because of that."""
    return isinstance(refusal, ApiRejected | ApiBotUnknown) and (
        refusal.status in _UNKNOWN or refusal.code is not None
    )


def _passes(failure: AnswerError) -> bool:
    match failure:
        case ApiUnreachable() | ApiRateLimited():
            return True
        case ApiTimeout():
            return failure.waited_for == "connect"
        case ApiBusy():
            return failure.status in _BUSY
    return False
