"""Whether a turn that an earlier process left unfinished is taken up again. Pure: the time is an
argument.

Its question is asked again while that is what its reader expects: for hours if nothing of an
answer was shown, for one hour if something was, and not if several processes have ended over it.
"""

from __future__ import annotations

from bridge_bot.core.errors import (
    LinkRefused,
    PlatformForbidden,
    PlatformRejected,
    StoreError,
    TextRefused,
    TurnAbandoned,
    TurnGivenUp,
    TurnStopped,
    TurnStoppedByModerator,
    UnexpectedFault,
)
from bridge_bot.core.model import TurnState, UnfinishedTurn
from bridge_bot.core.turns.retry_queue import RETRIED_FOR_S

SHOWN_FOR_S = 3600.0
"""How old a question may be, in seconds, of whose answer something was shown."""

MOST_BEGINNINGS = 2
"""So many processes may begin a turn and not end it."""

_TEXT_KEYS = {
    kind.__name__: kind.text_key
    for kind in (
        TextRefused,
        LinkRefused,
        PlatformForbidden,
        PlatformRejected,
        StoreError,
        TurnStopped,
        TurnStoppedByModerator,
        UnexpectedFault,
    )
}
"""What the reader sees of an error of which only the name was stored, where that is still true."""


def reason_not_to_ask_again(
    unfinished: UnfinishedTurn, *, now_s: float, catch_up_s: float
) -> TurnGivenUp | TurnAbandoned | None:
    """Why the question is not asked again; None: it is.

    `now_s` is in seconds since the Unix epoch, `catch_up_s` how old a question may be.
    """
    if unfinished.turn.question.has_lost_response:
        return TurnAbandoned("the process that could respond to its interaction has ended")
    age_s = now_s - unfinished.accepted_at_s
    if unfinished.state is TurnState.ENDING:
        if age_s > RETRIED_FOR_S:
            return TurnAbandoned("its last word was refused for too long")
        return TurnGivenUp(_TEXT_KEYS.get(unfinished.error, "given-up-ended"))
    if unfinished.times_begun >= MOST_BEGINNINGS:
        return TurnGivenUp("given-up-crashing")
    longest_s = min(SHOWN_FOR_S, catch_up_s) if unfinished.message_ids else catch_up_s
    if not unfinished.turn.question.text or age_s > longest_s:
        return TurnGivenUp("given-up-late")
    return None
