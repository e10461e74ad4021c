"""What Discord's error responses mean, as errors of the core.

Only an error object of Discord's own, with one of its codes, says something about a channel, a
message or a permission. A status without a code comes from something in between, such as a proxy or
the network edge in front of Discord: it is transient, as 5xx are. A 429 that names none of
Discord's limits is a block of this machine's address by that network edge.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

from bridge_bot.core.errors import (
    LinkRefused,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.events import LimitScope
from bridge_bot.core.retry_after import http_date_s
from bridge_bot.core.retry_after import retry_after_s as read_retry_after_s
from bridge_bot.discord_adapter.ratelimit.limiter import ExceededLimit
from bridge_bot.discord_adapter.snowflake import id_in

TOO_MANY: Final = 429

_TIMED_OUT = 408
_TOO_LARGE = 413
_UNKNOWN_WAIT_S = 1.0  # where a response does not say how long to wait
_LONGEST_WAIT_S = 24 * 3600.0

# Discord's JSON error codes (its documentation).
_INVALID_FORM = 50035
_TRANSIENT: Mapping[int, str] = {
    20016: "slow mode",
    20022: "the write limit of announcements",
    20028: "the write limit of the channel",
    20029: "the write limit of the server",
    40062: "a resource is limited",
    40333: "an internal network error",
    110000: "an index is not there yet",
    130000: "an overloaded resource",
}
_BY_CODE: Mapping[int, tuple[type[PlatformError], str]] = {
    10003: (PlaceGone, "the channel is gone"),
    10008: (MessageGone, "the message is gone"),
    20009: (TextRefused, "a filter calls the text explicit"),
    50006: (TextRefused, "the text shows nothing"),
    50027: (PlaceGone, "the interaction's token has expired"),
    50083: (PlaceClosed, "the thread is archived"),
    160005: (PlaceClosed, "the thread is locked"),
    200000: (TextRefused, "AutoMod blocks the text"),
    200001: (TextRefused, "AutoMod blocks the name"),
    240000: (LinkRefused, "the text has an address that is called harmful"),
}
_BY_STATUS: Mapping[int, tuple[type[PlatformError], str]] = {
    401: (PlatformForbidden, "Discord does not permit it"),
    403: (PlatformForbidden, "Discord does not permit it"),
    404: (PlaceGone, "Discord does not know it"),
}
_INVALID = (PlatformRejected, "Discord calls the request invalid")
_TEXT_FIELDS = ("content", "name")  # of our requests: those with text of others

# Discord itself sends these without a code: a malformed request, a wrong token.
_STATUSES_WITHOUT_CODE = (400, 401)


def exceeded_limit(
    headers: Mapping[str, str], body: Mapping[str, Any], retry_after_s: float | None
) -> ExceededLimit:
    """Which limit a 429 is about. The `body` may be empty, if it was not read."""
    scope = headers.get("X-RateLimit-Scope", "").lower()
    if body.get("global") is True or scope == "global" or "X-RateLimit-Global" in headers:
        return ExceededLimit(LimitScope.GLOBAL, retry_after_s)
    if scope == "shared":
        return ExceededLimit(LimitScope.SHARED, retry_after_s)
    names_limit = any(name.lower().startswith("x-ratelimit") for name in headers)
    if names_limit or "retry_after" in body or _code(body):
        return ExceededLimit(LimitScope.USER, retry_after_s)
    return ExceededLimit(LimitScope.ADDRESS, retry_after_s)


def retry_after_s(
    headers: Mapping[str, str], body: Mapping[str, Any], *, now_s: float
) -> float | None:
    """How many seconds a response asks to wait, at most a day; None if it does not say.

    `now_s`, in seconds since the Unix epoch, is what a date is compared with if the response does
    not say when it was sent.
    """
    sent_s = http_date_s(headers.get("Date", ""))
    now_s = now_s if sent_s is None else sent_s
    for value in (body.get("retry_after"), headers.get("Retry-After")):
        wait_s = read_retry_after_s(value, now_s=now_s, longest_s=math.inf)
        if wait_s is not None and math.isfinite(wait_s):
            return min(wait_s, _LONGEST_WAIT_S)
    return None


def error_of(
    status: int, body: Mapping[str, Any], retry_after_s: float | None = None
) -> PlatformError:
    """The error that a response with that status means.

    `body` is its JSON object, empty if it has none; `retry_after_s` is how long it asks to wait.
    """
    code = _code(body)
    known: dict[str, int] = {"status": status, "code": code}
    wait_s = _UNKNOWN_WAIT_S if retry_after_s is None else retry_after_s
    if status in (_TIMED_OUT, TOO_MANY) or status >= 500 or code in _TRANSIENT:
        reason = _TRANSIENT.get(code) or (
            "Discord limits" if status == TOO_MANY else "Discord fails"
        )
        return PlatformBusy(reason, **known, retry_after_s=wait_s)
    if not _is_from_discord(status, body):
        return PlatformBusy("no word of Discord's", **known, retry_after_s=wait_s)
    if code == _INVALID_FORM and _is_about_text(body):
        return TextRefused("Discord calls the text invalid", **known)
    kind, reason = _BY_CODE.get(code) or _BY_STATUS.get(status, _INVALID)
    return kind(reason, **known)


def request_template(method: str, path: str) -> str:
    """A request without ids, emoji and tokens, for the log: `POST /channels/{id}/messages`."""
    steps = path.partition("?")[0].strip("/").split("/")
    shown = []
    for before_last, before, step in zip(["", "", *steps], ["", *steps], steps, strict=False):
        if before_last in ("interactions", "webhooks"):
            shown.append("{token}")
        elif before == "reactions":
            shown.append("{emoji}")
        else:
            shown.append("{id}" if re.fullmatch(r"\d{5,}", step) else step)
    return f"{method} /{'/'.join(shown)}"


def id_of(body: Mapping[str, Any]) -> int:
    """The id of what a response describes. Raises `PlatformBusy` if it has none: then it is not
    Discord's.
    """
    found = id_in(body, "id")
    if found is None:
        raise PlatformBusy("a response without an id")
    return found


def _code(body: Mapping[str, Any]) -> int:
    code = body.get("code")
    return code if isinstance(code, int) and not isinstance(code, bool) and code > 0 else 0


def _is_from_discord(status: int, body: Mapping[str, Any]) -> bool:
    if _code(body) or status == _TOO_LARGE:
        return True
    says = body.get("code") == 0 and isinstance(body.get("message"), str)
    return says and status in _STATUSES_WITHOUT_CODE


def _is_about_text(body: Mapping[str, Any]) -> bool:
    errors = body.get("errors")
    return not isinstance(errors, dict) or any(name in errors for name in _TEXT_FIELDS)
