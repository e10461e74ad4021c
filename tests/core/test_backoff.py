"""Backoff: each pause is twice the one before, up to the longest."""

from __future__ import annotations

import pytest

from bridge_bot.core.backoff import Backoff


@pytest.mark.parametrize(
    ("backoff", "pauses_s"),
    [
        (Backoff(1, 5), [1, 2, 4, 5, 5]),
        (Backoff(5, 5), [5, 5, 5, 5, 5]),
        (Backoff(1, 8, jitter=0.5), [0.75, 1.5, 3, 6, 6]),
    ],
)
def test_pauses_grow_up_to_the_longest(backoff: Backoff, pauses_s: list[float]) -> None:
    waited = [backoff.pause_s(failures, lambda: 0.5) for failures in range(1, 6)]
    assert waited == pauses_s


def test_after_any_number_of_failures_the_pause_is_the_longest() -> None:
    assert Backoff(1, 60).pause_s(1_000_000) == 60
