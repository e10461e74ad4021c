"""What becomes of a turn that an earlier process left behind. Pure: the time is an argument.

It is asked again while that is what its reader expects: for hours if nothing of an answer was
shown, for one hour if something was, and not if it seems to be what ends the process.
"""

from __future__ import annotations

from bridge_bot.core.errors import (
    LinkRefused,
    PlatformForbidden,
    PlatformRejected,
    StoreError,
    TextRefused,
    UnexpectedFault,
)
from bridge_bot.core.model import TurnState, UnfinishedTurn
from bridge_bot.core.turns.cleanup import LONGEST_S

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


def forsaken(turn: UnfinishedTurn, *, now_s: float) -> bool:
    """Whether its reader is not told any more why it ended: Discord has not taken that for as long
    as it is tried.
    """
    return turn.state is TurnState.ENDING and now_s - turn.accepted_at > LONGEST_S


def given_up(turn: UnfinishedTurn, *, now_s: float, catch_up_s: float) -> str:
    """Why it is not asked again, as the key of a text; empty if it is.

    `now_s` is in seconds since the Unix epoch, `catch_up_s` how old a question may be.
    """
    if turn.state is TurnState.ENDING:
        return _STILL_TRUE.get(turn.error, "given-up-ended")
    if turn.begun >= MOST_BEGINNINGS:
        return "given-up-crashing"
    longest_s = min(SHOWN_FOR_S, catch_up_s) if turn.message_ids else catch_up_s
    if not turn.question.text or now_s - turn.accepted_at > longest_s:
        return "given-up-late"
    return ""
