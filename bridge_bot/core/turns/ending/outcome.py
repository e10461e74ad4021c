"""The state that a turn ends in, by what ended it. Pure, but that a fault of this program is
observed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bridge_bot.core.errors import (
    AskerOptedOut,
    BridgeError,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
    QuestionDeleted,
    QuestionEdited,
    TurnAbandoned,
    TurnInterrupted,
    TurnStopped,
    TurnStoppedByModerator,
    TurnTakenOver,
    UnexpectedFault,
)
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Origin, StopReason, TurnState

Withdrawal = (
    PlatformError
    | TurnInterrupted
    | TurnTakenOver
    | AskerOptedOut
    | QuestionDeleted
    | QuestionEdited
    | TurnStopped
)
"""What may end a turn from outside."""

_NO_FAILURES = (TurnInterrupted, AskerOptedOut, QuestionDeleted, QuestionEdited, TurnStopped)

_PLACE_LOST = (PlaceGone, PlaceClosed, PlatformForbidden)


class Outcome(NamedTuple):
    """The state that a turn ends in and, of one that ended early without a failure, why it did."""

    state: TurnState
    stop_reason: StopReason | None = None


_STOPS: Mapping[type[BridgeError], Outcome] = {
    TurnInterrupted: Outcome(TurnState.QUEUED, StopReason.SHUTDOWN),
    TurnTakenOver: Outcome(TurnState.QUEUED, StopReason.TAKEN_OVER),
    TurnAbandoned: Outcome(TurnState.STOPPED, StopReason.PLACE_LOST),
    AskerOptedOut: Outcome(TurnState.STOPPED, StopReason.OPTED_OUT),
    QuestionDeleted: Outcome(TurnState.STOPPED, StopReason.QUESTION_DELETED),
    QuestionEdited: Outcome(TurnState.STOPPED, StopReason.EDITED),
    TurnStopped: Outcome(TurnState.STOPPED, StopReason.MEMBER),
    TurnStoppedByModerator: Outcome(TurnState.STOPPED, StopReason.MODERATOR),
}


def outcome_of(error: BridgeError | None, *, had_place: bool) -> Outcome:
    """The outcome of a turn that was ended by `error`; None: its answer is complete.

    `had_place` tells whether there was a place to lose: something of the reply had been shown, or
    it is known that the place was taken away.
    """
    if error is None:
        return Outcome(TurnState.DONE)
    if had_place and isinstance(error, _PLACE_LOST):
        return Outcome(TurnState.STOPPED, StopReason.PLACE_LOST)
    return _STOPS.get(type(error), Outcome(TurnState.FAILED))


def failure_of(error: BridgeError | None) -> BridgeError | None:
    """What has failed, if a turn was ended by `error`: not that the bot or an answer is stopped,
    that a member opts out, or that the question was deleted or edited.
    """
    return None if isinstance(error, _NO_FAILURES) else error


def known_error(failure: Exception, origin: Origin, observe: Observe) -> BridgeError:
    """The first `BridgeError` of what failed, also if a group of tasks raised it.

    If a fault of this program is among it, that is observed, and an `UnexpectedFault` returned.
    """
    causes = list(_single_errors(failure))
    for cause in causes:
        if not isinstance(cause, BridgeError):
            observe(OperationFailed(Operation.ANSWER_QUESTION, failure, origin))
            return UnexpectedFault(f"a fault of this program: {type(cause).__name__}")
    return causes[0]  # type: ignore[return-value]


def _single_errors(failure: BaseException) -> Iterator[BaseException]:
    """The exceptions in a group of groups, or the one that is no group."""
    if isinstance(failure, BaseExceptionGroup):
        for each in failure.exceptions:
            yield from _single_errors(each)
    else:
        yield failure
