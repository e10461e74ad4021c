"""A turn as a row of its table, and unfinished turns as they are read from there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, literal, select

from bridge_bot.core.model import (
    FINISHED,
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    Member,
    Question,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.store.tables import REPLY_MESSAGES, TURNS

# The states stand in the statement, and not beside it as parameters: only then can a database tell
# that the index of unfinished turns has all of them.
IS_UNFINISHED = TURNS.c.state.in_(
    [literal(state.value, literal_execute=True) for state in TurnState if state not in FINISHED]
)

_BATCH = 1_000
"""How many turns are read by one statement: databases limit its parameters, to 32,766 or so."""

Key = TypeVar("Key", int, ConversationKey)


def row_of(turn: Turn) -> dict[str, str | int | None]:
    """The row of a turn that has just been accepted, without its times."""
    question = turn.question
    return {
        "id": turn.id,
        "question_id": question.id,
        "attempt": turn.attempt,
        "owner": turn.owner,
        "conversation_key": question.conversation,
        "asker_id": question.asker.id,
        "locale": question.locale,
        "channel_id": question.asked_in.channel_id,
        "parent_id": question.parent_id,
        "thread_on": question.thread_on,
        "question": question.text,
        "guild_id": question.guild_id,
        "reply_to": question.asked_in.reply_to,
        "state": TurnState.QUEUED.value,
    }


def unfinished_turns(connection: Connection, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
    """Those of these turns that are unfinished, in the order of their questions."""
    found = [turn for batch in _batches(turn_ids) for turn in _batch(connection, batch)]
    return sorted(found, key=lambda each: (each.turn.question.id, each.turn.attempt))


def foreign_turns(
    connection: Connection, owner: str, conversations: Collection[ConversationKey]
) -> list[ForeignTurn]:
    """The unfinished turns of these conversations that others than `owner` own."""
    columns = TURNS.c.id, TURNS.c.conversation_key, TURNS.c.question_id, TURNS.c.state
    query = select(*columns).where(IS_UNFINISHED, TURNS.c.owner != owner)
    return [
        ForeignTurn(id_, ConversationKey(key), question_id, TurnState(state))
        for batch in _batches(conversations)
        for id_, key, question_id, state in connection.execute(
            query.where(TURNS.c.conversation_key.in_(batch))
        )
    ]


def _batches(keys: Collection[Key]) -> Iterator[list[Key]]:
    ordered = sorted(keys)
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))


def _batch(connection: Connection, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
    wanted = IS_UNFINISHED & TURNS.c.id.in_(turn_ids)
    pages = (
        select(REPLY_MESSAGES.c.turn_id, REPLY_MESSAGES.c.message_id)
        .join(TURNS, TURNS.c.id == REPLY_MESSAGES.c.turn_id)
        .where(wanted)
        .order_by(REPLY_MESSAGES.c.turn_id, REPLY_MESSAGES.c.page)
    )
    message_ids: dict[int, list[int]] = {}
    for page in connection.execute(pages):
        message_ids.setdefault(page.turn_id, []).append(page.message_id)
    rows = connection.execute(select(TURNS).where(wanted))
    return [_unfinished_turn(row, tuple(message_ids.get(row.id, ()))) for row in rows]


def _unfinished_turn(row: Row[Any], message_ids: tuple[int, ...]) -> UnfinishedTurn:
    question = Question(
        id=row.question_id,
        conversation=ConversationKey(row.conversation_key),
        text=row.question or "",
        asker=Member(row.asker_id),
        asked_in=ChannelDestination(row.channel_id, row.reply_to, row.guild_id),
        guild_id=row.guild_id,
        thread_on=row.thread_on,
        locale=row.locale,
        parent_id=row.parent_id,
    )
    known = row.reply_channel_id is not None
    reply_in = ChannelDestination(row.reply_channel_id, row.reply_to, row.guild_id)
    return UnfinishedTurn(
        turn=Turn(row.id, question, row.attempt, row.owner),
        state=TurnState(row.state),
        accepted_at_s=row.created_at,
        times_begun=row.begun,
        destination=reply_in if known else None,
        message_ids=message_ids,
        error=row.error or "",
    )
