"""When and after how long a question is asked again, before any of its answer was handed on.

Strategy: an answer that is on its way is paid for, so a question is asked again only where none can
be, or the Chat API says that it might answer later.

* Never connected: asked again. It was not asked yet. A proxy that could not connect is no other
  case, also if it says so by a 504.
* A connection that was lost before any byte of a response: asked again if it had served before.
  Servers close idle connections at any moment, and a request that crosses with that is not read;
  browsers ask again as well (RFC 9112, 9.3.1). On a new connection the request was most likely
  read, so not. Whatever is asked again goes over a new connection, since where one lay dead in the
  pool, more may lie.
* Lost after any byte of a response, a timeout after the request was sent, 504 (the timeout of
  something in between): not asked again. The member has waited long enough, and can ask again.
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

from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.backoff import Backoff
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

_PASSING_STATUSES = frozenset({408, 500, 502, 503})
_PASSING_PAGE_STATUSES = frozenset({403, 404})
_UNKNOWN_CONVERSATION_STATUSES = frozenset({400, 404, 410, 422})

MAX_TRIES = 4
"""So many requests are sent for a question at most. A request that is repeated because it seems
refused for its conversation, and the one without the conversation, are not counted."""

MAX_TOTAL_S = 60.0
"""The last request is sent so many seconds after the first at most."""

_BETWEEN_TRIES = Backoff(first_s=0.5, longest_s=8.0, jitter=0.5)
"""The pauses between requests; what `Retry-After` asks for comes on top."""

_BEFORE_REPEATING = Backoff(first_s=1.5, longest_s=1.5, jitter=1 / 3)
"""The pause before a request that seems refused for its conversation is repeated."""


@dataclass(frozen=True, slots=True)
class Retry:
    """Ask once more in `pause_s` seconds, perhaps without naming the conversation."""

    pause_s: float
    without_conversation: bool = False


class RetryState:
    """Decides about the retries of one question. It is made when the question is first sent.

    `now_s` gives seconds on a clock that never goes back, and `chance` numbers from 0 up to 1, by
    which the pauses vary.
    """

    def __init__(self, now_s: Callable[[], float], chance: Callable[[], float]) -> None:
        self._now_s = now_s
        self._chance = chance
        self._begun_at_s = now_s()
        self._failures = 0
        self._repeated_in_conversation = False

    def after(self, error: AnswerError, *, in_conversation: bool) -> Retry | None:
        """How to ask again after this error, None to give up.

        `in_conversation` tells whether the request named a conversation.
        """
        if not in_conversation or not conversation_is_unknown(error):
            pause_s = self._pause_s(error)
            return None if pause_s is None else Retry(pause_s)
        if self._repeated_in_conversation:
            return Retry(0.0, without_conversation=True)
        self._repeated_in_conversation = True
        return Retry(_BEFORE_REPEATING.pause_s(1, self._chance))

    def _pause_s(self, error: AnswerError) -> float | None:
        """How long to wait before asking again, None to give up.

        A `Retry-After` that does not fit into the time left means giving up now: to wait less
        would be rude, to wait longer would leave the member without a word.
        """
        self._failures += 1
        if not _passes(error) or self._failures >= MAX_TRIES:
            return None
        pause_s = _BETWEEN_TRIES.pause_s(self._failures, self._chance)
        if isinstance(error, ApiRateLimited | ApiBusy):
            pause_s += error.retry_after_s or 0.0
        elapsed_s = self._now_s() - self._begun_at_s
        return pause_s if elapsed_s + pause_s <= MAX_TOTAL_S else None


def conversation_is_unknown(refusal: AnswerError) -> bool:
    """Whether a request that named a conversation may have been refused because of that.

    Both kinds of error come from the API itself, never from a page of something in between.
    """
    return isinstance(refusal, ApiRejected | ApiBotUnknown) and (
        refusal.status in _UNKNOWN_CONVERSATION_STATUSES or refusal.code is not None
    )


def _passes(error: AnswerError) -> bool:
    """Whether the same request may succeed a little later, and no answer to it is on its way."""
    match error:
        case ApiUnreachable() | ApiRateLimited():
            return True
        case ApiConnectionLost():
            return error.stale
        case ApiTimeout():
            return error.waited_for == "connect"
        case ApiBusy():
            return error.status in _PASSING_STATUSES
        case IntermediaryRefused():
            return error.status in _PASSING_PAGE_STATUSES
    return False
