"""Rate limits, with a clock that the test turns."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.rules.rate_limits import RateLimits


class Clock:
    """Time stands still until it is set."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> RateLimits:
    return RateLimits(clock)


def test_five_edits_pass_in_five_seconds_and_the_sixth_waits_for_the_window(
    clock: Clock, limits: RateLimits
) -> None:
    for used in range(1, 6):
        clock.at += 0.5
        verdict = limits.take("edit_message", "7")
        assert not verdict.refused
        assert verdict.headers["X-RateLimit-Remaining"] == str(5 - used)
    refused = limits.take("edit_message", "7")
    assert refused.retry_after_s == pytest.approx(3.0)
    assert refused.scope == "user"
    assert refused.headers["X-RateLimit-Reset-After"] == "3.000"
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["Via"]
    assert refused.headers["Retry-After"] == "3"
    clock.at += 3.0
    assert not limits.take("edit_message", "7").refused


def test_the_window_is_opened_by_its_first_request_not_by_the_clock(
    clock: Clock, limits: RateLimits
) -> None:
    first = limits.take("create_message", "7")
    assert first.headers["X-RateLimit-Reset-After"] == "5.000"
    clock.at += 60
    later = limits.take("create_message", "7")
    assert later.headers["X-RateLimit-Reset-After"] == "5.000"
    assert float(later.headers["X-RateLimit-Reset"]) == clock.at + 5


def test_create_and_edit_share_a_bucket_name_and_count_apart(limits: RateLimits) -> None:
    edits = [limits.take("edit_message", "7") for _ in range(5)]
    create = limits.take("create_message", "7")
    assert not create.refused
    assert create.headers["X-RateLimit-Remaining"] == "4"
    assert create.headers["X-RateLimit-Bucket"] == edits[0].headers["X-RateLimit-Bucket"]


def test_each_channel_counts_apart(limits: RateLimits) -> None:
    for _ in range(5):
        limits.take("edit_message", "7")
    assert limits.take("edit_message", "7").refused
    assert not limits.take("edit_message", "8").refused


def test_the_bot_as_a_whole_has_fifty_a_second_interactions_not_counted(
    clock: Clock, limits: RateLimits
) -> None:
    for channel in range(50):
        assert not limits.take("create_message", str(channel)).refused
    clock.at += 0.25
    refused = limits.take("create_message", "new")
    assert refused.scope == "global"
    assert refused.retry_after_s == pytest.approx(0.75)
    assert refused.headers["X-RateLimit-Global"] == "true"
    assert "X-RateLimit-Bucket" not in refused.headers
    assert not limits.take("callback", "token", counts_for_bot=False).refused
    clock.at += 0.75
    assert not limits.take("create_message", "new").refused


def test_a_limit_narrowed_under_way_holds_at_once_for_open_windows(
    clock: Clock, limits: RateLimits
) -> None:
    for _ in range(3):
        limits.take("edit_message", "7")
    limits.set("edit_message", 2, 5.0)
    assert limits.take("edit_message", "7").refused
    clock.at += 5
    assert limits.take("edit_message", "7").headers["X-RateLimit-Limit"] == "2"


def test_a_shared_block_ends_by_itself(clock: Clock, limits: RateLimits) -> None:
    limits.block("open_thread", 219.0)
    refused = limits.take("open_thread", "7")
    assert refused.scope == "shared"
    assert refused.retry_after_s == 219.0
    clock.at += 219.0
    assert not limits.take("open_thread", "7").refused


def test_a_block_of_one_channel_leaves_the_others(limits: RateLimits) -> None:
    limits.block("open_thread", 10.0, key=7)
    assert limits.take("open_thread", "7").refused
    assert not limits.take("open_thread", "8").refused


def test_a_third_rename_is_refused_without_any_warning_in_headers(limits: RateLimits) -> None:
    for _ in range(2):
        assert limits.take("rename", "7").headers == {}
    refused = limits.take("rename", "7")
    assert refused.retry_after_s == 600.0
    assert "X-RateLimit-Limit" not in refused.headers


def test_windows_that_are_over_are_forgotten(clock: Clock, limits: RateLimits) -> None:
    """Memory stays bounded over many channels."""
    limits.requests_per_s = 10**6
    for channel in range(25_000):
        clock.at += 0.01
        limits.take("edit_message", str(channel))
    assert len(limits._windows) <= 10_000
