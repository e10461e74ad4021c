"""What the log and the member are told of a request that Discord did not take."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import (
    LinkRefused,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    SessionStartsUsedUp,
    TextRefused,
)
from tests.harness.english import text

NOT_TAKEN = "Discord didn't take my answer."
FORBIDDEN = "I'm not allowed to go on writing here."
FILTERED = "Discord's filter of this server refused the text, so I can't show it here."


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (PlatformBusy, NOT_TAKEN),
        (PlatformForbidden, FORBIDDEN),
        (PlaceGone, NOT_TAKEN),
        (MessageGone, NOT_TAKEN),
        (PlaceClosed, NOT_TAKEN),
        (TextRefused, FILTERED),
        (LinkRefused, FILTERED),
        (PlatformRejected, NOT_TAKEN),
    ],
)
def test_what_the_member_is_told_and_what_the_log_says(
    kind: type[PlatformError], told: str
) -> None:
    error = kind("no", status=403, code=50013)
    assert text(error.text_key, **error.text_args()) == told
    assert str(error) == "no (status 403, code 50013)"
    assert (error.status, error.code) == (403, 50013)


def test_without_a_response_there_is_no_status_in_the_log() -> None:
    assert str(PlatformBusy("no connection", retry_after_s=2.0)) == "no connection"


def test_sessions_that_are_used_up_say_how_long() -> None:
    assert "for 60 s" in str(SessionStartsUsedUp(60.4))
