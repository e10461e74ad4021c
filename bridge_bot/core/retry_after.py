"""How long a response asks to wait: the header `Retry-After`, in seconds or as a date. Pure."""

from __future__ import annotations

import math
from datetime import UTC
from email.utils import parsedate_to_datetime


def retry_after_s(value: object, *, now_s: float, longest_s: float) -> float | None:
    """The seconds to wait, from 0 to `longest_s`; None if `value` does not tell.

    `value` is a number or a header's text: seconds, or the HTTP date until which to wait (RFC 9110,
    10.2.3). `now_s` is the time that a date is compared with, in seconds since the Unix epoch:
    best that of the response's own `Date`, since this machine's clock may be wrong. The bound is
    there so that a slip of the sender's does not mean for ever.
    """
    if not isinstance(value, int | float | str):
        return None
    try:
        wait_s = float(value)
    except (ValueError, OverflowError):
        until_s = http_date_s(str(value))
        if until_s is None:
            return None
        wait_s = until_s - now_s
    return None if math.isnan(wait_s) else min(max(wait_s, 0.0), longest_s)


def http_date_s(date: str) -> float | None:
    """An HTTP date in seconds since the Unix epoch, None if it is none. One without a time zone is
    in UTC, as `-0000` means (RFC 5322, 3.3).
    """
    try:
        moment = parsedate_to_datetime(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):  # such as a year or a zone of many digits
        return None
