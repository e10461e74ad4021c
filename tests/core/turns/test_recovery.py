"""Whether an unfinished turn is asked again, by its state, its age and what was shown of it."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import TurnAbandoned, TurnGivenUp
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.turns.recovery import reason_not_to_ask_again
from bridge_bot.core.turns.retry_queue import RETRIED_FOR_S

HOUR_S = 3600
ACCEPTED_AT_S = 1_000_000


def unfinished(
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


def reason(turn: UnfinishedTurn, now_s: float, *, catch_up_s: float = 6 * HOUR_S) -> str | None:
    """Why its question is not asked again: a key of `texts`, or `ABANDONED`; None: it is."""
    match reason_not_to_ask_again(turn, now_s=now_s, catch_up_s=catch_up_s):
        case TurnGivenUp(text_key=text_key):
            return text_key
        case TurnAbandoned():
            return ABANDONED
        case None:
            return None


ENDING = TurnState.ENDING
ABANDONED = "abandoned"


@pytest.mark.parametrize(
    ("turn", "age_s", "expected"),
    [
        pytest.param(unfinished(TurnState.QUEUED, times_begun=0), 0, None, id="it waited"),
        pytest.param(unfinished(), 6 * HOUR_S, None, id="nothing shown, not too old"),
        pytest.param(unfinished(), 6 * HOUR_S + 1, "given-up-late", id="too old"),
        pytest.param(unfinished(shown=True), HOUR_S, None, id="shown, an hour old"),
        pytest.param(unfinished(shown=True), HOUR_S + 1, "given-up-late", id="shown, older"),
        pytest.param(unfinished(text=""), 0, "given-up-late", id="the question is gone"),
        pytest.param(unfinished(times_begun=2), 0, "given-up-crashing", id="it ended two"),
        pytest.param(unfinished(ENDING), 0, "given-up-ended", id="ending, not known why"),
        pytest.param(
            unfinished(ENDING, error="TextRefused"), 0, "error-text-refused", id="ending, why"
        ),
        pytest.param(
            unfinished(ENDING, error="ApiTimeout"), 0, "given-up-ended", id="ending, why no more"
        ),
        pytest.param(unfinished(ENDING), RETRIED_FOR_S, "given-up-ended", id="ending for 28 days"),
        pytest.param(unfinished(ENDING), RETRIED_FOR_S + 1, ABANDONED, id="ending for longer"),
    ],
)
def test_why_a_question_is_not_asked_again(
    turn: UnfinishedTurn, age_s: float, expected: str | None
) -> None:
    assert reason(turn, ACCEPTED_AT_S + age_s) == expected


def test_what_was_shown_does_not_make_a_turn_last_longer_than_questions_may() -> None:
    shown = unfinished(shown=True)
    assert reason(shown, ACCEPTED_AT_S + 61.0, catch_up_s=60.0) == "given-up-late"
