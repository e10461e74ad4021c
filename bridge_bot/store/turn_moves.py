"""The statements that move a turn from one state to another; each takes the turn's `turn_id_`.

Why the statements are built once is said in `conversations`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, Update, bindparam, select, update

from bridge_bot.core.model import FINISHED, TRANSITIONS, TurnState
from bridge_bot.store.tables import TURNS

_TURN: BindParameter[int] = bindparam("turn_id_")

STATE = select(TURNS.c.state).where(TURNS.c.id == _TURN)
"""The present state."""


def _move_to(state: TurnState) -> Update:
    """Brings a turn into a state, if it is in one from which `TRANSITIONS` lets it get there."""
    origins = [origin for origin, goals in TRANSITIONS.items() if state in goals]
    move = update(TURNS).where(TURNS.c.id == _TURN, TURNS.c.state.in_(origins))
    # The text of a question is kept only as long as it may still be asked.
    removed = {"question": None} if state in {*FINISHED, TurnState.ENDING} else {}
    return move.values(state=state.value, **removed)


MOVES: Mapping[TurnState, Update] = {state: _move_to(state) for state in TurnState}
BEGIN = MOVES[TurnState.ASKED].values(begun=TURNS.c.begun + 1)
END_OWN = MOVES[TurnState.STOPPED].where(TURNS.c.owner == bindparam("owner_"))
REQUEUE = MOVES[TurnState.QUEUED].values(begun=TURNS.c.begun - 1)
