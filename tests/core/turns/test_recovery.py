"""What becomes of a turn that an earlier process left, by its state, its age and what it showed."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.turns.recovery import Abandon, AskAgain, GiveUp, Recovery, recovery_of
from bridge_bot.core.turns.retry_queue import LONGEST_S

HOUR_S = 3600
ACCEPTED_AT_S = 1_000_000


def left(
    state: TurnState = TurnState.ASKED,
    *,
    times_begun: int = 1,
    shown: bool = False,
    text: str = "why?",
    error: str = "",
) -> UnfinishedTurn:
    """A turn of that kind, accepted at `ACCEPTED_AT_S`."""
    asked = Question(11, ConversationKey("7"), text, Member(3, ""), ChannelDestination(7))
    return UnfinishedTurn(
        Turn.of(asked, owner="an earlier process"),
        state,
        accepted_at_s=ACCEPTED_AT_S,
        times_begun=times_begun,
        message_ids=(1000,) if shown else (),
        error=error,
    )


ENDING = TurnState.ENDING


@pytest.mark.parametrize(
    ("turn", "age_s", "expected"),
    [
        pytest.param(left(TurnState.QUEUED, times_begun=0), 0, AskAgain(), id="it waited"),
        pytest.param(left(), 6 * HOUR_S, AskAgain(), id="nothing shown, not too old"),
        pytest.param(left(), 6 * HOUR_S + 1, GiveUp("given-up-late"), id="too old"),
        pytest.param(left(shown=True), HOUR_S, AskAgain(), id="shown, an hour old"),
        pytest.param(left(shown=True), HOUR_S + 1, GiveUp("given-up-late"), id="shown, older"),
        pytest.param(left(text=""), 0, GiveUp("given-up-late"), id="the question is gone"),
        pytest.param(left(times_begun=2), 0, GiveUp("given-up-crashing"), id="it ended two"),
        pytest.param(left(ENDING), 0, GiveUp("given-up-ended"), id="ending, not known why"),
        pytest.param(
            left(ENDING, error="TextRefused"), 0, GiveUp("error-text-refused"), id="ending, why"
        ),
        pytest.param(
            left(ENDING, error="ApiTimeout"), 0, GiveUp("given-up-ended"), id="ending, why no more"
        ),
        pytest.param(left(ENDING), LONGEST_S, GiveUp("given-up-ended"), id="ending for 28 days"),
        pytest.param(left(ENDING), LONGEST_S + 1, Abandon(), id="ending for longer"),
    ],
)
def test_what_becomes_of_a_turn(turn: UnfinishedTurn, age_s: float, expected: Recovery) -> None:
    now_s = ACCEPTED_AT_S + age_s
    assert recovery_of(turn, now_s=now_s, catch_up_s=6 * HOUR_S) == expected


def test_what_was_shown_does_not_make_a_turn_last_longer_than_questions_may() -> None:
    now_s = ACCEPTED_AT_S + 61.0
    recovery = recovery_of(left(shown=True), now_s=now_s, catch_up_s=60.0)
    assert recovery == GiveUp("given-up-late")
