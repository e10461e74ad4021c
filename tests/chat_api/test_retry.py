"""When a question is asked again, and after how long; no test waits."""

from __future__ import annotations

import pytest

from bridge_bot.chat_api import retry
from bridge_bot.chat_api.retry import RetryState
from bridge_bot.core.errors import (
    AnswerError,
    ApiConnectionLost,
    ApiRateLimited,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
)
from tests.harness.chat_api_client import ask_once, options
from tests.harness.raw_server import RawServer, streamed, whole

LOST = ApiUnreachable("lost")


def pauses(error: AnswerError, chance: float = 0.0) -> list[float]:
    """The pauses between requests that all end with this error."""
    found: list[float] = []
    retries = RetryState(lambda: sum(found), lambda: chance)
    while (again := retries.after(error, in_conversation=False)) is not None:
        found.append(again.pause_s)
    return found


@pytest.mark.parametrize(("chance", "expected"), [(1.0, [0.25, 0.5, 1.0]), (0.0, [0.5, 1.0, 2.0])])
def test_pauses_double_and_vary_by_half(chance: float, expected: list[float]) -> None:
    assert pauses(LOST, chance=chance) == expected


@pytest.mark.parametrize(("chance", "expected"), [(1.0, 1.0), (0.0, 1.5)])
def test_a_request_refused_for_its_conversation_is_repeated_after_a_second_or_more(
    chance: float, expected: float
) -> None:
    retries = RetryState(lambda: 0.0, lambda: chance)
    repeated = retries.after(ApiRejected("", code=7), in_conversation=True)
    assert repeated is not None
    assert repeated.pause_s == pytest.approx(expected)
    assert not repeated.without_conversation


def test_pauses_have_a_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "MAX_TRIES", 8)
    assert pauses(LOST) == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


def test_no_retry_begins_after_the_time_for_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "MAX_TRIES", 99)
    monkeypatch.setattr(retry, "MAX_TOTAL_S", 20.0)
    assert pauses(LOST) == [0.5, 1, 2, 4, 8]


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
    assert bool(pauses(failure)) is again


def test_a_wait_that_the_api_asks_for_comes_on_top() -> None:
    failure = ApiRateLimited("", retry_after_s=3.0)
    assert pauses(failure) == [3.5, 4.0, 5.0]


def test_a_wait_that_is_too_long_ends_it_at_once() -> None:
    assert pauses(ApiRateLimited("", retry_after_s=61.0)) == []


async def test_a_rate_limit_is_waited_for_and_then_answered() -> None:
    limited = whole(429, b"", "Retry-After: 7")
    async with RawServer(limited, streamed(b"now")) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.pauses_s) == ("now", [7.5])
    assert server.pauses_s == pytest.approx([7.5])


@pytest.mark.parametrize(("asked_s", "wait_s"), [("0.5", 0.5), ("soon", None), ("9999", 3600.0)])
async def test_the_wait_that_a_response_asks_for_is_an_hour_at_most(
    asked_s: str, wait_s: float | None
) -> None:
    limited = whole(429, b"", f"Retry-After: {asked_s}")
    async with RawServer(limited) as server:
        result = await ask_once(options(server.url))
    assert isinstance(result.error, ApiRateLimited)
    assert result.error.retry_after_s == wait_s


@pytest.mark.parametrize("status", [429, 503])
async def test_a_date_to_wait_for_is_compared_with_that_of_the_response(status: int) -> None:
    """This machine's clock may be ahead of it by a day, or behind it."""
    dates = ("Date: Fri, 15 Jan 2010 08:00:00 GMT", "Retry-After: Fri, 15 Jan 2010 08:00:09 GMT")
    async with RawServer(whole(status, b"", *dates), streamed(b"now")) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.pauses_s) == ("now", [9.5])
    assert server.pauses_s == pytest.approx([9.5])


async def test_a_rate_limit_of_an_hour_is_told_at_once() -> None:
    async with RawServer(whole(429, b"", "Retry-After: 3600")) as server:
        result = await ask_once(options(server.url))
    assert isinstance(result.error, ApiRateLimited)
    assert (result.error.retry_after_s, result.pauses_s) == (3600.0, [])


async def test_a_code_that_means_429_is_waited_out_as_long_as_the_response_asks() -> None:
    limited = whole(200, b'{"code": 42900, "msg": "later", "data": null}', "Retry-After: 7")
    async with RawServer(limited, streamed(b"a")) as server:
        result = await ask_once(options(server.url))
    assert (result.text, result.error) == ("a", None)
    assert 7.0 <= result.pauses_s[0] < 8.0
    assert server.pauses_s == pytest.approx(result.pauses_s)
