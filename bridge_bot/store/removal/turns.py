"""The removal of finished turns, and of what goes with them.

What is to be removed is read in one transaction and removed in the next one, whose conditions
decide: a transaction that reads before it writes fails in SQLite where another process has written
meanwhile. Both are short, since they hold up whatever else is to be written.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, delete, exists, select

from bridge_bot.core.model import FINISHED
from bridge_bot.store.tables import CONVERSATIONS, FEEDBACK_POSTS, TURNS, VOTES

_IDS: BindParameter[Sequence[int]] = bindparam("turn_ids_", expanding=True)
_KEYS: BindParameter[Sequence[str]] = bindparam("keys_", expanding=True)

IS_FINISHED = TURNS.c.state.in_([state.value for state in FINISHED])

# Sources and the messages of replies go with their turns.
_REMOVE_TURNS = delete(TURNS).where(TURNS.c.id.in_(_IDS), IS_FINISHED)
_REMOVE_POSTS = delete(FEEDBACK_POSTS).where(FEEDBACK_POSTS.c.turn_id.in_(_IDS))
_REMOVE_VOTES = delete(VOTES).where(VOTES.c.turn_id.in_(_IDS))

# What is handed over to people goes with its conversation.
_REMOVE_UNUSED = delete(CONVERSATIONS).where(
    CONVERSATIONS.c.key.in_(_KEYS), ~exists().where(TURNS.c.conversation_key == CONVERSATIONS.c.key)
)


@dataclass(frozen=True, slots=True)
class FoundTurns:
    """Turns that are to be removed, and the conversations that they belong to."""

    ids: Sequence[int]
    keys: frozenset[str]


def found_turns(
    connection: Connection, condition: ColumnElement[bool], values: dict[str, object], most: int
) -> FoundTurns:
    """The finished turns of which a condition is true, so many of the oldest at the most."""
    query = (
        select(TURNS.c.id, TURNS.c.conversation_key)
        .where(condition, IS_FINISHED)
        .order_by(TURNS.c.updated_at)  # an index has this order, so no others are read
        .limit(most)
    )
    rows = connection.execute(query, values).all()
    return FoundTurns([row.id for row in rows], frozenset(row.conversation_key for row in rows))


def remove_turns(connection: Connection, turn_ids: Sequence[int], *, votes: bool = False) -> int:
    """Remove those of these turns that are finished, with `votes` also the votes on them. Returns
    how many turns there were.
    """
    values = {"turn_ids_": list(turn_ids)}
    connection.execute(_REMOVE_POSTS, values)
    if votes:
        connection.execute(_REMOVE_VOTES, values)
    return connection.execute(_REMOVE_TURNS, values).rowcount


def remove_unused(connection: Connection, keys: Collection[str]) -> int:
    """Remove those of these conversations that have no turns any more. Returns how many."""
    return connection.execute(_REMOVE_UNUSED, {"keys_": sorted(keys)}).rowcount if keys else 0
