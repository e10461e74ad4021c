"""When the next write of a route is due: edits are spread over a window, and one is kept back."""

from __future__ import annotations

import pytest

from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.route_window import (
    ASSUMED_LIMIT,
    ASSUMED_PERIOD_S,
    RESERVE_S,
    RateLimitHeaders,
    Route,
    RouteWindow,
)

PACE_S = 0.93 * (ASSUMED_PERIOD_S - RESERVE_S) / (ASSUMED_LIMIT - 1)


def sent(requests: int) -> RouteWindow:
    """A window into which so many requests were sent at 0, each answered at once."""
    window = RouteWindow()
    for number in range(requests):
        window.send(0.0)
        left = ASSUMED_LIMIT - 1 - number
        window.answered(RateLimitHeaders(ASSUMED_LIMIT, left, ASSUMED_PERIOD_S), 0.0)
    return window


@pytest.mark.parametrize(
    ("requests", "priority", "ready_at"),
    [
        (0, Priority.INTERIM, 0.0),
        (1, Priority.FIRST_TEXT, 0.0),
        (1, Priority.FINAL, 0.0),
        (1, Priority.INTERIM, PACE_S),
        (4, Priority.FINAL, 0.0),
        (4, Priority.INTERIM, ASSUMED_PERIOD_S - RESERVE_S),  # the last one is kept back
        (5, Priority.FINAL, ASSUMED_PERIOD_S),
        (5, Priority.INTERIM, ASSUMED_PERIOD_S),
    ],
)
def test_a_write_is_due(requests: int, priority: Priority, ready_at: float) -> None:
    assert sent(requests).ready_at(priority, 0.0) == pytest.approx(ready_at, abs=0.02)


def test_across_a_reset_half_a_pace_is_enough() -> None:
    window = sent(1)
    window.pace_from(5.0)
    assert window.ready_at(Priority.INTERIM, 5.1) == pytest.approx(5.0 + PACE_S / 2)


def test_a_request_that_is_not_sent_after_all_is_left() -> None:
    window = sent(4)
    window.send(0.0)
    window.give_back()
    assert window.ready_at(Priority.FINAL, 0.0) == 0.0


def test_the_headers_teach_the_limit_and_the_period() -> None:
    window = RouteWindow()
    window.send(0.0)
    window.answered(RateLimitHeaders(2, 1, 3.0), 0.0)
    assert (window.limit, window.period_s) == (2, 3.0)


def test_nothing_is_sent_while_a_route_is_blocked() -> None:
    window = RouteWindow()
    window.block(30.0)
    assert {window.ready_at(priority, 0.0) for priority in Priority} == {30.0}


def test_a_window_is_idle_a_minute_after_it_ended() -> None:
    window = sent(1)
    assert not window.idle(60.0)
    assert window.idle(66.0)
    assert RouteWindow().idle(0.0)


def test_a_window_is_not_idle_while_it_is_blocked() -> None:
    window = RouteWindow()
    window.send(0.0)
    window.block(280.0)
    window.answered(RateLimitHeaders(5, 4, 5.0), 0.0)
    assert not window.idle(100.0)


REACTIONS = Route("reaction", 1)


def test_of_an_unknown_route_one_request_is_sent_until_its_headers_tell_how_many_may_be() -> None:
    window = RouteWindow.of(REACTIONS)
    window.send(0.0)
    assert window.ready_at(Priority.FINAL, 0.1) > 1.0
    window.answered(RateLimitHeaders(3, 2, 1.0), 0.2)
    for left in (2, 1):
        assert window.ready_at(Priority.FINAL, 0.2) == 0.2, left
        window.send(0.2)
    assert window.ready_at(Priority.FINAL, 0.2) == pytest.approx(1.2, abs=0.02)


def test_of_a_route_that_writes_no_replies_nothing_is_spread_or_kept_back() -> None:
    window = RouteWindow.of(REACTIONS)
    for left in (2, 1, 0):
        assert window.ready_at(Priority.INTERIM, 0.0) == 0.0
        window.send(0.0)
        window.answered(RateLimitHeaders(3, left, 5.0), 0.0)
    assert window.ready_at(Priority.INTERIM, 0.0) == pytest.approx(5.0, abs=0.02)


@pytest.mark.parametrize("route", [Route("create", 1), Route("interaction", 1, True)])
def test_of_a_well_known_route_several_are_sent_at_once(route: Route) -> None:
    window = RouteWindow.of(route)
    for _ in range(ASSUMED_LIMIT):
        assert window.ready_at(Priority.FINAL, 0.0) == 0.0
        window.send(0.0)
    assert window.ready_at(Priority.FINAL, 0.0) > 0.0


def test_where_a_proxy_keeps_the_headers_one_follows_the_other() -> None:
    window = RouteWindow.of(REACTIONS)
    for at_s in (0.0, 0.1, 0.2):
        assert window.ready_at(Priority.FINAL, at_s) == at_s
        window.send(at_s)
        assert window.ready_at(Priority.FINAL, at_s) > at_s
        window.answered(None, at_s + 0.05)
