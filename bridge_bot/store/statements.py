"""The statements of the verbs that each turn needs, made once.

To build a statement costs more than to run it (measured: half of a verb's time), so what changes
from call to call is a parameter. A parameter's name ends in `_` where a column's is the same,
because SQLAlchemy keeps those names for the values of an UPDATE.

The upserts are SQLite's; PostgreSQL's `insert` has the same methods.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, Update, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import Insert, insert

from bridge_bot.core.model import FINISHED, TRANSITIONS, TurnState
from bridge_bot.store.tables import CONVERSATIONS, REPLY_MESSAGES, TURNS

_KEY: BindParameter[str] = bindparam("key_")
_TURN: BindParameter[int] = bindparam("turn_id_")
_MESSAGE: BindParameter[int] = bindparam("message_id_")

CONVERSATION = select(CONVERSATIONS.c.conversation_uid, CONVERSATIONS.c.language).where(
    CONVERSATIONS.c.key == _KEY
)
FIRST_ASKED_IN = select(CONVERSATIONS.c.channel_id).where(CONVERSATIONS.c.key == _KEY)

CONVERSATION_OF = select(
    func.coalesce(
        select(TURNS.c.conversation_key).where(TURNS.c.id == _MESSAGE).scalar_subquery(),
        select(TURNS.c.conversation_key)
        .join(REPLY_MESSAGES, REPLY_MESSAGES.c.turn_id == TURNS.c.id)
        .where(REPLY_MESSAGES.c.message_id == _MESSAGE)
        .scalar_subquery(),
        select(CONVERSATIONS.c.key).where(CONVERSATIONS.c.key == _KEY).scalar_subquery(),
    )
)

ACCEPTED = insert(TURNS).on_conflict_do_nothing()
STATE = select(TURNS.c.state).where(TURNS.c.id == _TURN)
OPENED = update(TURNS).where(TURNS.c.id == _TURN)
PAGE_AS_BEFORE = delete(REPLY_MESSAGES).where(
    or_(
        REPLY_MESSAGES.c.message_id == _MESSAGE,
        and_(REPLY_MESSAGES.c.turn_id == _TURN, REPLY_MESSAGES.c.page == bindparam("page_")),
    )
)
PAGE = insert(REPLY_MESSAGES)


def _met() -> Insert:
    """A conversation's row, with the place of its first question."""
    row = insert(CONVERSATIONS)
    first = {
        name: func.coalesce(CONVERSATIONS.c[name], row.excluded[name])
        for name in ("channel_id", "guild_id")
    }
    return row.on_conflict_do_update(
        index_elements=[CONVERSATIONS.c.key],
        set_={**first, "updated_at": row.excluded.updated_at},
    )


def _kept(name: str) -> Insert:
    """A conversation's row, with what is newly known of it in that column."""
    row = insert(CONVERSATIONS)
    return row.on_conflict_do_update(
        index_elements=[CONVERSATIONS.c.key],
        set_={name: row.excluded[name], "updated_at": row.excluded.updated_at},
    )


def _move_to(state: TurnState) -> Update:
    """Bring a turn into a state, if `TRANSITIONS` lets it get there."""
    origins = [origin for origin, goals in TRANSITIONS.items() if state in goals]
    move = update(TURNS).where(TURNS.c.id == _TURN, TURNS.c.state.in_(origins))
    # The text of a question is kept as long as it may be asked, and no longer.
    asked_no_more = {"question": None} if state in {*FINISHED, TurnState.ENDING} else {}
    return move.values(state=state.value, **asked_no_more)


MET = _met()
UID_KEPT = _kept("conversation_uid")
LANGUAGE_KEPT = _kept("language")
MOVES: Mapping[TurnState, Update] = {state: _move_to(state) for state in TurnState}
BEGUN = MOVES[TurnState.ASKED].values(begun=TURNS.c.begun + 1)
SET_ASIDE = MOVES[TurnState.QUEUED].values(begun=TURNS.c.begun - 1)
