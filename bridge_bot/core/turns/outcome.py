"""What a turn that ended counts as. Pure, but that a fault of this program is observed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bridge_bot.core.errors import (
    BridgeError,
    PlaceClosed,
    PlaceGone,
    PlatformForbidden,
    TurnAbandoned,
    TurnInterrupted,
    UnexpectedFault,
)
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Origin, StopReason, TurnState

_PLACE_LOST = (PlaceGone, PlaceClosed, PlatformForbidden)


class Outcome(NamedTuple):
    """The state that a turn ends in and, of one that ended early without a failure, why it did."""

    state: TurnState
    stop_reason: StopReason | None = None


def outcome_of(error: BridgeError | None, *, begun: bool) -> Outcome:
    """What a turn counts as that was ended by `error`, or by its answer.

    `begun`: something of its reply was to be seen.
    """
    match error:
        case None:
            return Outcome(TurnState.DONE)
        case TurnInterrupted():
            return Outcome(TurnState.QUEUED, StopReason.SHUTDOWN)
        case TurnAbandoned():
            return Outcome(TurnState.STOPPED, StopReason.PLACE_LOST)
        case _ if begun and isinstance(error, _PLACE_LOST):
            return Outcome(TurnState.STOPPED, StopReason.PLACE_LOST)
        case _:
            return Outcome(TurnState.FAILED)


def known_error(failure: Exception, origin: Origin, observe: Observe) -> BridgeError:
    """The failure as an error that the bot knows, also if a group of tasks raised it.

    A fault of this program is observed as it is, and returned as an `UnexpectedFault`.
    """
    causes = list(_leaves(failure))
    for cause in causes:
        if not isinstance(cause, BridgeError):
            observe(OperationFailed(Operation.ANSWER_QUESTION, failure, origin))
            return UnexpectedFault(f"a fault of this program: {type(cause).__name__}")
    return causes[0]  # type: ignore[return-value]


def _leaves(failure: BaseException) -> Iterator[BaseException]:
    """The failures of a group of tasks, each by itself."""
    if isinstance(failure, BaseExceptionGroup):
        for each in failure.exceptions:
            yield from _leaves(each)
    else:
        yield failure
