"""Which of the lines that come again and again are written."""

from __future__ import annotations

import pytest

from bridge_bot.instrumentation.log_folding import MOST_LINES, REPEATS_AFTER_S, LogFolding


@pytest.mark.parametrize(
    ("times_s", "expected"),
    [
        ([0.0], [1]),
        ([0.0, 0.0, 59.9], [1, None, None]),
        ([0.0, REPEATS_AFTER_S], [1, 2]),
        ([0.0, 1.0, 2.0, 60.0, 61.0, 120.0], [1, None, None, 4, None, 6]),
        ([0.0, 1000.0, 1001.0], [1, 2, None]),
    ],
)
def test_a_line_is_written_once_a_minute_with_how_often_it_has_come(
    times_s: list[float], expected: list[int | None]
) -> None:
    now_s = iter(times_s)
    folding = LogFolding(lambda: next(now_s))
    assert [folding.times("the same line") for _ in times_s] == expected


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("no answer", "no answer", True),
        ("turn 1234567890123456789 failed", "turn 9876543210987654321 failed", True),
        ("in 1.70s", "in 99.25s", True),
        ("<object at 0x7f3a>", "<object at 0x7F01BC>", True),
        (
            "request 123e4567-e89b-12d3-a456-426614174000",
            "request 00000000-0000-0000-0000-00000000abcd",
            True,
        ),
        ("status 502", "status 503", False),
        ("shard 1", "shard 2", False),
        ("the disk is full", "the database stayed locked", False),
    ],
)
def test_two_lines_are_the_same_if_only_ids_times_and_addresses_differ(
    one: str, other: str, is_same: bool
) -> None:
    folding = LogFolding(lambda: 0.0)
    assert folding.times(one) == 1
    assert (folding.times(other) is None) is is_same


def test_of_too_many_lines_the_one_written_longest_ago_is_forgotten() -> None:
    now_s = 0.0
    folding = LogFolding(lambda: now_s)
    lines = [f"line {chr(0x4E00 + number)}" for number in range(MOST_LINES + 1)]
    for line in lines:
        now_s += 0.001
        assert folding.times(line) == 1
    assert folding.times(lines[1]) is None
    assert folding.times(lines[0]) == 1
