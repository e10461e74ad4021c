"""What becomes of a turn that an earlier process left unfinished. Pure: the time is an argument.

It is asked again while that is what its reader expects: for hours if nothing of an answer was
shown, for one hour if something was, and not if it seems to be what ends the process.
"""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.errors import (
    LinkRefused,
    PlatformForbidden,
    PlatformRejected,
    StoreError,
    TextRefused,
    UnexpectedFault,
)
from bridge_bot.core.model import TurnState, UnfinishedTurn
from bridge_bot.core.turns.retry_queue import LONGEST_S

SHOWN_FOR_S = 3600.0
MOST_BEGINNINGS = 2

_STILL_TRUE = {
    kind.__name__: kind.text_key
    for kind in (
        TextRefused,
        LinkRefused,
        PlatformForbidden,
        PlatformRejected,
        StoreError,
        UnexpectedFault,
    )
}
"""What is told of an error whose name is all that is left of it."""


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Its question is asked once more."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It is not asked again, and its reader is told why; `text_key` is the key of that text."""

    text_key: str


@dataclass(frozen=True, slots=True)
class Abandon:
    """It is over without a word: Discord has refused the last one for as long as it is tried."""


Recovery = AskAgain | GiveUp | Abandon


def recovery_of(left: UnfinishedTurn, *, now_s: float, catch_up_s: float) -> Recovery:
    """What becomes of the turn.

    `now_s` is in seconds since the Unix epoch, `catch_up_s` how old a question may be.
    """
    age_s = now_s - left.accepted_at_s
    if left.state is TurnState.ENDING:
        if age_s > LONGEST_S:
            return Abandon()
        return GiveUp(_STILL_TRUE.get(left.error, "given-up-ended"))
    if left.times_begun >= MOST_BEGINNINGS:
        return GiveUp("given-up-crashing")
    longest_s = min(SHOWN_FOR_S, catch_up_s) if left.message_ids else catch_up_s
    if not left.turn.question.text or age_s > longest_s:
        return GiveUp("given-up-late")
    return AskAgain()
