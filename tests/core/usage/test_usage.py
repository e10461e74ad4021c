"""What the counts tell."""

from __future__ import annotations

import pytest

from bridge_bot.core.usage.usage import (
    BEYOND_MS,
    Counted,
    Usage,
    bound_ms,
    in_all,
)


@pytest.mark.parametrize(
    ("time_s", "expected"),
    [(0.0, 500), (0.5, 500), (0.51, 1_000), (128.0, 128_000), (129.0, BEYOND_MS)],
)
def test_a_time_is_counted_under_the_least_bound_that_it_keeps_to(
    time_s: float, expected: int
) -> None:
    assert bound_ms(time_s) == expected


@pytest.mark.parametrize(
    ("first_texts", "expected"),
    [
        ({}, (None, None)),
        ({2_000: 1}, (2_000, 2_000)),
        ({500: 1, 2_000: 1}, (500, 2_000)),
        ({4_000: 5, 500: 95}, (500, 500)),
        ({4_000: 6, 500: 94}, (500, 4_000)),
        ({500: 49, 1_000: 46, BEYOND_MS: 5}, (1_000, 1_000)),
    ],
)
def test_percentiles_are_the_bounds_that_so_many_keep_to(
    first_texts: dict[int, int], expected: tuple[int | None, int | None]
) -> None:
    usage = Usage()
    for within_ms, count in first_texts.items():
        usage.add(Counted.FIRST_TEXT, within_ms, count)
    assert (usage.first_text_within_ms(50), usage.first_text_within_ms(95)) == expected


def test_the_sum_of_rows_is_that_of_each_count() -> None:
    one, other = Usage(), Usage()
    for usage in (one, other):
        usage.add(Counted.DONE, 0, 2)
        usage.add(Counted.FIRST_TEXT, 500, 1)
    other.add(Counted.FIRST_TEXT, 1_000, 3)
    total = in_all({1: one, 2: other})
    assert (total[Counted.DONE], total[Counted.UP]) == (4, 0)
    assert total.first_texts == {500: 2, 1_000: 3}
    assert one.first_texts == {500: 1}
