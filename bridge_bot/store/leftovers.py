"""What an earlier process left behind: unfinished turns, with all that finishing them needs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from bridge_bot.core.model import (
    FINISHED,
    ConversationKey,
    Destination,
    Member,
    Question,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.store.tables import REPLY_MESSAGES, TURNS


def unfinished_turns(connection: Connection) -> list[UnfinishedTurn]:
    """The turns that were accepted and are not finished, in the order of their questions."""
    # NOT IN would read every turn there ever was; the index finds only what is looked for.
    is_open = TURNS.c.state.in_([state for state in TurnState if state not in FINISHED])
    pages = (
        select(REPLY_MESSAGES.c.turn_id, REPLY_MESSAGES.c.message_id)
        .join(TURNS, TURNS.c.id == REPLY_MESSAGES.c.turn_id)
        .where(is_open)
        .order_by(REPLY_MESSAGES.c.turn_id, REPLY_MESSAGES.c.page)
    )
    shown: dict[int, list[int]] = {}
    for page in connection.execute(pages):
        shown.setdefault(page.turn_id, []).append(page.message_id)
    turns = connection.execute(select(TURNS).where(is_open).order_by(TURNS.c.id))
    return [_unfinished(turn, tuple(shown.get(turn.id, ()))) for turn in turns]


def _unfinished(turn: Row[Any], message_ids: tuple[int, ...]) -> UnfinishedTurn:
    asked_in = Destination(turn.channel_id, turn.reply_to)
    return UnfinishedTurn(
        question=Question(
            id=turn.id,
            conversation=ConversationKey(turn.conversation_key),
            text=turn.question or "",
            asker=Member(turn.asker_id, ""),
            place=asked_in,
            guild_id=turn.guild_id,
            thread_on=turn.thread_on,
        ),
        state=TurnState(turn.state),
        accepted_at=turn.created_at,
        begun=turn.begun,
        place=Destination(turn.reply_channel_id, turn.reply_to) if turn.reply_channel_id else None,
        message_ids=message_ids,
        error=turn.error or "",
    )
