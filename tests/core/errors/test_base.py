"""The errors below the root that belong neither to the Chat API nor to Discord."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import BridgeError, StoreError, TurnGivenUp, TurnInterrupted
from tests.harness.english import text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BridgeError(), "Something went wrong on my side. Please try again."),
        (StoreError("disk full"), "I couldn't keep track of this conversation just now."),
        (TurnGivenUp("given-up-late"), "I was away for too long to go on here."),
        (
            TurnInterrupted("the bot stops"),
            "I'm being restarted, and will finish this answer then.",
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_the_member_is_told(error: BridgeError, told: str) -> None:
    assert text(error.text_key, **error.text_args()).startswith(told)


def test_a_turn_that_is_given_up_says_why_in_the_log() -> None:
    assert str(TurnGivenUp("given-up-late")) == "not taken up again: given-up-late"
