"""The tree of errors: each is told to the user, and says whether a retry helps."""

from __future__ import annotations

import pytest

from bridge_bot.core import errors
from tests.harness.english import KEYS

ERRORS = {
    name: each
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, errors.BridgeError)
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=list(ERRORS))
def test_every_error_has_a_sentence_for_the_user(error: type[errors.BridgeError]) -> None:
    assert error.text_key in KEYS


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


def test_every_error_of_the_tree_is_exported() -> None:
    def below(root: type[errors.BridgeError]) -> set[str]:
        own = {root.__name__} if root.__module__.startswith(errors.__name__) else set[str]()
        return own.union(*map(below, root.__subclasses__()))

    assert below(errors.BridgeError) == set(ERRORS)
