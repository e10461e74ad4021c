"""Every error says whether a retry helps."""

from __future__ import annotations

from bridge_bot.core import errors

ERRORS = {
    name: each
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, errors.BridgeError)
}


def test_a_retry_helps_where_the_other_side_was_busy_or_out_of_reach() -> None:
    assert {name for name, error in ERRORS.items() if error.retry_helps} == {
        "AnswerBrokenOff",
        "ApiBusy",
        "ApiConnectionLost",
        "ApiRateLimited",
        "ApiTimeout",
        "ApiUnreachable",
        "IntermediaryRefused",
        "PlatformBusy",
        "SessionStartsUsedUp",
        "StoreError",
        "StoreUnreachable",
    }
