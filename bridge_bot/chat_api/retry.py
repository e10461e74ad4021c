"""When and after how long a question is asked again, before any of its answer was handed on.

Strategy: an answer that is on its way is paid for, so a question is asked again only where none can
be, or the Chat API says that it might answer later.

* Never connected: asked again. It was not asked yet.
* A connection that was lost before any byte of a response: asked again if it had served before.
  Servers close idle connections at any moment, and a request that crosses with that is not read;
  browsers ask again as well (RFC 9112, 9.3.1). On a new connection the request was most likely
  read, so not. Whatever is asked again goes over a new connection, since where one lay dead in the
  pool, more may lie.
* Lost after any byte of a response, a timeout after the request was sent, 504 (the timeout of
  something in between): not asked again. The member has waited long enough to decide for herself.
* 408, 429, 500, 502, 503: asked again, whoever says it: these refuse this moment, not the question.
* A page with 403 or 404 that is not the API's word: asked again. A firewall's block and the default
  backend of a load balancer during a deployment pass, and the API was not asked. Other pages (2xx,
  401, 407, 511, a redirect) do not pass until somebody changes something.
* Any other refusal by the API: not asked again. It would refuse again.

A conversation that the API seems not to know is another matter: asking without it may help. What
the API says then is not documented, so every refusal that can mean it counts: an envelope under
400, 404, 410 or 422, or one with a code. But such a code can also mean a rate limit or a fault that
passes, and a conversation that is given up is gone for good. So the same request is sent once more
a second later at least, and only when it is refused so once more, one is sent without the
conversation. Only if that one is answered was the conversation to blame. What certainly means
something else (a page, the key, the rate, a fault, a timeout) never counts.
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
    ApiConnectionLost,
    ApiRateLimited,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
    IntermediaryRefused,
)
from bridge_bot.core.ports import Clock

_BUSY = frozenset({408, 500, 502, 503})
_PASSING_PAGES = frozenset({403, 404})
_UNKNOWN = frozenset({400, 404, 410, 422})


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """At most `max_tries` requests, the last begun `max_total_s` after the first.

    The pause before the n-th retry is between half of `first_pause_s` × 2ⁿ⁻¹ and all of it, but
    at most `max_pause_s`; what `Retry-After` asks for comes on top. A request that seems refused
    for its conversation is repeated after `doubt_pause_s` to 1.5 times that, and these two further
    requests are not counted.
    """

    max_tries: int = 4
    max_total_s: float = 60.0
    first_pause_s: float = 0.5
    max_pause_s: float = 8.0
    doubt_pause_s: float = 1.0


class MonotonicClock:
    """The real time."""

    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, delay_s: float) -> None:
        await asyncio.sleep(delay_s)

    async def reached(self, moment_s: float) -> None:
        await asyncio.sleep(moment_s - self.now())


@dataclass(frozen=True, slots=True)
class Again:
    """Ask once more in `pause_s` seconds, perhaps without naming the conversation."""

    pause_s: float
    without_conversation: bool = False


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
        self._doubted = False

    def after(self, failure: AnswerError, *, in_conversation: bool) -> Again | None:
        """How to ask again after this failure, None to give up.

        `in_conversation` tells whether the request named a conversation.
        """
        if not in_conversation or not conversation_is_unknown(failure):
            pause_s = self._pause_s(failure)
            return None if pause_s is None else Again(pause_s)
        if self._doubted:
            return Again(0.0, without_conversation=True)
        self._doubted = True
        return Again(self._policy.doubt_pause_s * (1 + self._jitter() / 2))

    def _pause_s(self, failure: AnswerError) -> float | None:
        """How long to wait before asking again, None to give up.

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
    """Whether a request that named a conversation may have been refused because of that.

    Both kinds are the API's own word: no page of something in between becomes one.
    """
    return isinstance(refusal, ApiRejected | ApiBotUnknown) and (
        refusal.status in _UNKNOWN or refusal.code is not None
    )


def _passes(failure: AnswerError) -> bool:
    match failure:
        case ApiUnreachable() | ApiRateLimited():
            return True
        case ApiConnectionLost():
            return failure.stale
        case ApiTimeout():
            return failure.waited_for == "connect"
        case ApiBusy():
            return failure.status in _BUSY
        case IntermediaryRefused():
            return failure.status in _PASSING_PAGES
    return False
