"""What a turn counts as, by what ended it."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformForbidden,
    QuestionDeleted,
    TextRefused,
    TurnAbandoned,
    TurnGivenUp,
    TurnInterrupted,
    UnexpectedFault,
)
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import Origin, StopReason, TurnState
from bridge_bot.core.turns.ending.outcome import Outcome, failure_of, known_error, outcome_of

ORIGIN = Origin(11, 1, 7, 3)
FAILED = Outcome(TurnState.FAILED)
LOST = Outcome(TurnState.STOPPED, StopReason.PLACE_LOST)
DELETED = Outcome(TurnState.STOPPED, StopReason.QUESTION_DELETED)
KEPT = Outcome(TurnState.QUEUED, StopReason.SHUTDOWN)


@pytest.mark.parametrize(
    ("error", "with_place", "without"),
    [
        (None, Outcome(TurnState.DONE), Outcome(TurnState.DONE)),
        (TurnInterrupted("the bot stops"), KEPT, KEPT),
        (PlaceGone("deleted"), LOST, FAILED),
        (MessageGone("deleted"), LOST, FAILED),
        (PlaceClosed("archived"), LOST, FAILED),
        (PlatformForbidden("no more"), LOST, FAILED),
        (TurnAbandoned("for weeks"), LOST, LOST),
        (QuestionDeleted("deleted"), DELETED, DELETED),
        (TextRefused("filter"), FAILED, FAILED),
        (AnswerBrokenOff("cut"), FAILED, FAILED),
        (TurnGivenUp("given-up-late"), FAILED, FAILED),
        (UnexpectedFault("ours"), FAILED, FAILED),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_a_turn_counts_as(
    error: BridgeError | None, with_place: Outcome, without: Outcome
) -> None:
    """Losing the place of a reply of which nothing was shown is a failure to answer."""
    assert outcome_of(error, had_place=True) == with_place
    assert outcome_of(error, had_place=False) == without


def test_a_known_error_is_taken_out_of_the_groups_of_tasks_that_raised_it() -> None:
    events: list[Event] = []
    error = PlaceGone("deleted")
    group = ExceptionGroup("tasks", [ExceptionGroup("tasks", [error]), AnswerBrokenOff("cut")])
    assert known_error(group, ORIGIN, events.append) is error
    assert known_error(error, ORIGIN, events.append) is error
    assert events == []


def test_a_fault_of_this_program_is_observed_as_it_is_and_returned_as_one() -> None:
    events: list[Event] = []
    group = ExceptionGroup("tasks", [PlaceGone("deleted"), ValueError("no")])
    assert isinstance(known_error(group, ORIGIN, events.append), UnexpectedFault)
    assert events == [OperationFailed(Operation.ANSWER_QUESTION, group, ORIGIN)]


def test_that_a_turn_was_wanted_no_more_is_no_failure() -> None:
    assert failure_of(QuestionDeleted("deleted")) is None
    assert failure_of(TurnInterrupted("the bot stops")) is None
    assert failure_of(broken := AnswerBrokenOff("cut")) is broken
