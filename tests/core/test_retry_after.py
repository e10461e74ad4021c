"""`Retry-After` is read in seconds and as a date, and whatever else it says is no wish."""

from __future__ import annotations

import pytest

from bridge_bot.core.retry_after import http_date_s, retry_after_s

NOON_S = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7.0),
        (0.5, 0.5),
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("1e400", 3600.0),
        ("999999", 3600.0),
        (10**400, None),
        ("nan", None),
        ("", None),
        ("soon", None),
        (None, None),
        ([7], None),
        ("Fri, 15 Jan 2027 08:00:09 GMT", 9.0),
        ("Fri, 15 Jan 2027 07:00:00 GMT", 0.0),
        ("Fri, 15 Jan 2027 08:00:09 -0000", 9.0),
        ("Fri, 15 Jan 2027 18:00:00 GMT", 3600.0),
        ("Fri, 99 Jan 2027 08:00:09 GMT", None),
        ("Fri, 15 Jan 99999999999 08:00:09 GMT", None),
        ("Fri, 15 Jan 2027 08:00:09 +99999999999999999999", None),
    ],
)
def test_the_wait_is_told_in_seconds_within_its_bounds(
    value: object, expected: float | None
) -> None:
    assert retry_after_s(value, now_s=NOON_S, longest_s=3600.0) == expected


def test_an_http_date_is_a_moment() -> None:
    assert http_date_s("Fri, 15 Jan 2027 08:00:00 GMT") == NOON_S
    assert http_date_s("yesterday") is None
