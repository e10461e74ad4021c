"""What the log of requests says of each."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.request_log import LoggedRequest


@pytest.mark.parametrize(
    ("method", "status", "writes", "was_429"),
    [
        ("GET", 200, False, False),
        ("POST", 429, True, True),
        ("PATCH", 404, True, False),
        ("DELETE", None, True, False),
    ],
)
def test_a_request_is_a_write_or_not_and_was_refused_by_a_limit_or_not(
    method: str, status: int | None, writes: bool, was_429: bool
) -> None:
    request = LoggedRequest(0.0, method, "/x", "/x", status=status)
    assert (request.writes, request.was_429) == (writes, was_429)
