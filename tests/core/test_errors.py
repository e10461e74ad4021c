"""Every error says whether a retry helps."""

from __future__ import annotations

from bridge_bot.core import errors


def error_types(
    root: type[errors.BridgeError] = errors.BridgeError,
) -> set[type[errors.BridgeError]]:
    """An error and all that are below it in the tree."""
    return {root}.union(*(error_types(each) for each in root.__subclasses__()))


def test_a_retry_helps_where_the_other_side_was_busy_or_out_of_reach() -> None:
    assert {each.__name__ for each in error_types() if each.retry_helps} == {
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
    }


def test_each_error_can_be_imported_from_the_package() -> None:
    assert {each.__name__ for each in error_types()} <= set(dir(errors))
