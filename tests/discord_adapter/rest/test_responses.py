"""What Discord means by a response that is no success."""

from __future__ import annotations

import pytest

from bridge_bot.core.events import LimitScope
from bridge_bot.discord_adapter.ratelimit.limiter import ExceededLimit
from bridge_bot.discord_adapter.rest.responses import exceeded_limit, retry_after_s


@pytest.mark.parametrize("headers", [{"Retry-After": "4"}, {"Retry-After": "4", "Via": "1.1 me"}])
def test_a_429_that_names_no_limit_is_a_block_of_the_address(headers: dict[str, str]) -> None:
    """A `Via` names whoever has passed it on (RFC 9110)."""
    assert exceeded_limit(headers, {}, 4.0) == ExceededLimit(LimitScope.ADDRESS, 4.0)


def test_how_long_to_wait_until_a_date_is_told_by_the_clock_of_the_response() -> None:
    headers = {
        "Date": "Sat, 03 Nov 2046 10:00:00 GMT",
        "Retry-After": "Sat, 03 Nov 2046 10:00:30 GMT",
    }
    assert retry_after_s(headers, {}, now_s=0.0) == 30.0
