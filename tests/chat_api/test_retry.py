"""When a question is asked again, and after how long; no test waits."""

from __future__ import annotations

import pytest

from bridge_bot.chat_api.refusal import refusal
from bridge_bot.chat_api.retry import Retries, RetryPolicy
from bridge_bot.core.errors import (
    AnswerError,
    ApiConnectionLost,
    ApiRateLimited,
    ApiTimeout,
    ApiUnreachable,
)
from tests.chat_api.asking import OwnClock, asked, options
from tests.chat_api.raw_server import RawServer, streamed, whole

LOST = ApiUnreachable("lost")
NOON_S = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT


def pauses(failure: AnswerError, jitter: float, policy: RetryPolicy) -> list[float]:
    clock = OwnClock()
    retries = Retries(policy, clock, lambda: jitter)
    found: list[float] = []
    while (again := retries.after(failure, in_conversation=False)) is not None:
        found.append(again.pause_s)
        clock.time_s += again.pause_s
    return found


@pytest.mark.parametrize(("jitter", "expected"), [(0.0, [0.25, 0.5, 1.0]), (1.0, [0.5, 1.0, 2.0])])
def test_pauses_double_and_vary_by_half(jitter: float, expected: list[float]) -> None:
    assert pauses(LOST, jitter, RetryPolicy()) == expected


def test_pauses_have_a_longest() -> None:
    policy = RetryPolicy(max_tries=8, max_pause_s=2.0)
    assert pauses(LOST, 1.0, policy) == [0.5, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0]


def test_no_retry_begins_after_the_time_for_all_of_them() -> None:
    assert pauses(LOST, 1.0, RetryPolicy(max_tries=99, max_total_s=20.0)) == [0.5, 1, 2, 4, 8]


@pytest.mark.parametrize(
    ("failure", "again"),
    [
        (ApiTimeout("connect", 1.0), True),
        (ApiTimeout("first_byte", 1.0), False),
        (ApiTimeout("idle", 1.0), False),
        (ApiTimeout("answer", 1.0), False),
        (ApiConnectionLost("", stale=True), True),
        (ApiConnectionLost(""), False),
    ],
)
def test_only_what_cannot_have_been_answered_is_asked_again(
    failure: AnswerError, again: bool
) -> None:
    assert bool(pauses(failure, 1.0, RetryPolicy())) is again


def test_a_wait_that_the_api_asks_for_comes_on_top() -> None:
    failure = ApiRateLimited("", retry_after_s=3.0)
    assert pauses(failure, 1.0, RetryPolicy()) == [3.5, 4.0, 5.0]


def test_a_wait_that_is_too_long_ends_it_at_once() -> None:
    assert pauses(ApiRateLimited("", retry_after_s=61.0), 1.0, RetryPolicy()) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("1e400", 3600.0),
        ("999999", 3600.0),
        ("nan", None),
        ("", None),
        ("soon", None),
        ("Fri, 15 Jan 2027 08:00:09 GMT", 9.0),
        ("Fri, 15 Jan 2027 07:00:00 GMT", 0.0),
        ("Fri, 15 Jan 2027 08:00:09 -0000", 9.0),
        ("Fri, 99 Jan 2027 08:00:09 GMT", None),
        ("Fri, 15 Jan 99999999999 08:00:09 GMT", None),
        ("Fri, 15 Jan 2027 08:00:09 +99999999999999999999", None),
    ],
)
def test_retry_after_is_read_in_seconds_and_as_a_date(header: str, expected: float | None) -> None:
    error = refusal(429, b"", retry_after=header, now_s=NOON_S)
    assert isinstance(error, ApiRateLimited)
    assert error.retry_after_s == expected


async def test_a_rate_limit_is_waited_for_and_then_answered() -> None:
    limited = whole(429, b"", "Retry-After: 7")
    async with RawServer(limited, streamed(b"now")) as server:
        result = await asked(options(server.url))
    assert (result.text, result.clock.slept_s) == ("now", [7.5])


@pytest.mark.parametrize("status", [429, 503])
async def test_a_date_to_wait_for_is_compared_with_that_of_the_response(status: int) -> None:
    """This machine's clock may be ahead of it by a day, or behind it."""
    dates = ("Date: Fri, 15 Jan 2010 08:00:00 GMT", "Retry-After: Fri, 15 Jan 2010 08:00:09 GMT")
    async with RawServer(whole(status, b"", *dates), streamed(b"now")) as server:
        result = await asked(options(server.url))
    assert (result.text, result.clock.slept_s) == ("now", [9.5])


async def test_a_rate_limit_of_an_hour_is_told_at_once() -> None:
    async with RawServer(whole(429, b"", "Retry-After: 3600")) as server:
        result = await asked(options(server.url))
    assert isinstance(result.error, ApiRateLimited)
    assert (result.error.retry_after_s, result.clock.slept_s) == (3600.0, [])
