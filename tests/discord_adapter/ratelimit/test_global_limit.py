"""How many requests count into a second of the whole bot, and how long a block is respected."""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.ratelimit.global_limit import (
    FIRST_BLOCK_S,
    LONGEST_BLOCK_S,
    GlobalLimit,
)


def test_a_request_counts_until_a_second_after_its_response() -> None:
    limit = GlobalLimit(2)
    limit.send(0.0)
    limit.send(0.5)
    assert (limit.used(0.9), limit.free_at(0.9)) == (2, 20.0)  # when it is given up waiting for
    limit.answered(1.0)
    assert (limit.used(1.0), limit.free_at(1.0)) == (2, 2.0)
    assert (limit.used(2.0), limit.free_at(2.0)) == (1, 2.0)


def test_a_request_that_is_not_sent_after_all_does_not_count() -> None:
    limit = GlobalLimit(1)
    limit.send(0.0)
    limit.give_back()
    assert (limit.used(0.0), limit.free_at(0.0)) == (0, 0.0)


def test_a_request_without_a_response_is_forgotten_after_twenty_seconds() -> None:
    limit = GlobalLimit(1)
    limit.send(0.0)
    assert (limit.used(19.9), limit.used(20.0)) == (1, 0)


def test_a_request_that_was_given_up_may_take_effect_for_another_second() -> None:
    limit = GlobalLimit(2)
    limit.send(0.0)
    limit.send(0.0)
    limit.given_up(0.5)
    limit.answered(0.6)
    assert (limit.used(0.7), limit.free_at(0.7)) == (2, 1.6)  # what was answered is free first
    assert (limit.used(1.6), limit.used(2.4), limit.used(2.5)) == (1, 1, 0)


def test_a_block_lasts_as_long_as_it_says() -> None:
    limit = GlobalLimit(1)
    assert limit.block_address(10.0, 5.0) == 5.0
    assert limit.free_at(10.0) == 15.0


def test_a_block_that_does_not_say_how_long_is_longer_each_time_it_is_there_again() -> None:
    limit, now, lasted = GlobalLimit(1), 0.0, list[float]()
    for _ in range(7):
        lasted.append(limit.block_address(now, None))
        now += lasted[-1]
    assert lasted[:2] == [FIRST_BLOCK_S, 2 * FIRST_BLOCK_S]
    assert lasted[-1] == LONGEST_BLOCK_S
    assert limit.block_address(now + 2 * LONGEST_BLOCK_S, None) == FIRST_BLOCK_S


@pytest.mark.parametrize("later_s", [0.0, 10.0])
def test_of_requests_that_were_blocked_together_only_the_first_counts(later_s: float) -> None:
    limit = GlobalLimit(1)
    limit.block_address(0.0, None)
    assert limit.block_address(later_s, None) == FIRST_BLOCK_S - later_s
