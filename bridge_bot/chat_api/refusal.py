"""What a response other than 2xx means, as an error that is safe to log.

The documentation names no errors. What is relied on is HTTP's meaning of a status, and the
documented envelope (`code`, `msg`, `request_id`) where the body is one; any other body may hold
anything and is never shown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import UTC
from email.utils import parsedate_to_datetime

from bridge_bot.chat_api.envelope import envelope_in, one_line, told_in
from bridge_bot.chat_api.json_object import read_object
from bridge_bot.core.errors import (
    AnswerError,
    AnswerMalformed,
    ApiBotUnknown,
    ApiBusy,
    ApiRateLimited,
    ApiRefused,
    ApiRejected,
)

MAX_TOLD_CHARS = 200
MAX_RETRY_AFTER_S = 3600.0
_RECOGNIZED_CHARS = 12


def refusal(status: int, body: bytes, *, retry_after: str, now_s: float) -> AnswerError:
    """The error for such a status. `now_s` is the time of day that an HTTP date is compared to."""
    fields = read_object(body) or {}
    envelope = envelope_in(fields)
    error = _by_status(status, _seconds(retry_after, now_s))
    error.status, error.code = status, (envelope and envelope.code) or None
    error.msg, error.request_id = told_in(fields)
    return error


def _by_status(status: int, retry_after_s: float | None) -> AnswerError:
    if status in {401, 403}:
        return ApiRefused("the Chat API does not accept the key")
    if status == 404:
        return ApiBotUnknown("the Chat API does not know the chatbot")
    if status == 429:
        reason = "the Chat API takes no more requests for now"
        return ApiRateLimited(reason, retry_after_s=retry_after_s)
    if status == 408 or status >= 500:
        return ApiBusy("the Chat API is busy or failing", retry_after_s=retry_after_s)
    if status >= 400:
        return ApiRejected("the Chat API refused the request")
    # Following a redirect would hand the key and the question to wherever it points.
    return AnswerMalformed("a redirect, which is not followed")


def told(text: str, hidden: Iterable[str]) -> str:
    """What the API said, fit for a log: one short line without any of the `hidden` texts.

    An API that repeats a key or a question in its message is common enough, and a long one it
    may repeat shortened: from where its first `_RECOGNIZED_CHARS` stand, nothing is told.
    """
    line = one_line(text)
    for secret in hidden:
        if plain := one_line(secret):
            # Whole words only, or the question "a" would leave nothing readable.
            whole = rf"(?<!\w){re.escape(plain)}(?!\w)"
            line = re.sub(whole, "[…]", line, flags=re.IGNORECASE)
            if len(plain) > _RECOGNIZED_CHARS:
                beginning = re.escape(plain[:_RECOGNIZED_CHARS])
                line = re.sub(rf"{beginning}.*", "[…]", line, flags=re.IGNORECASE)
    return line if len(line) <= MAX_TOLD_CHARS else line[: MAX_TOLD_CHARS - 1] + "…"


def _seconds(retry_after: str, now_s: float) -> float | None:
    """RFC 9110, 10.2.3: seconds, or a date. At most an hour: a slip must not mean for ever."""
    try:
        wait_s = float(retry_after)
    except ValueError:
        try:
            date = parsedate_to_datetime(retry_after)
        except (ValueError, OverflowError):  # a year or a zone of many digits
            return None
        wait_s = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now_s
    return None if math.isnan(wait_s) else min(max(wait_s, 0.0), MAX_RETRY_AFTER_S)
