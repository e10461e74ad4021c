"""A turn as a row of its table, and unfinished turns as they are read from there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)

from bridge_bot.core.model import (
    FINISHED,
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    KeptTurn,
    Member,
    Question,
    RecentQuestion,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.ports import ReplyMessage
from bridge_bot.store.tables import REPLY_MESSAGES, TURNS

# The states stand in the statement, and not beside it as parameters: only then can a database tell
# that the index of unfinished turns has all of them.
IS_UNFINISHED = TURNS.c.state.in_(
    [literal(state.value, literal_execute=True) for state in TurnState if state not in FINISHED]
)

_BATCH = 1_000
"""How many turns are read by one statement: databases limit its parameters, to 32,766 or so."""

_KEPT = select(TURNS).where(TURNS.c.id == bindparam("turn_id_"))
_PAGES = (
    select(REPLY_MESSAGES.c.message_id)
    .where(REPLY_MESSAGES.c.turn_id == bindparam("turn_id_"))
    .order_by(REPLY_MESSAGES.c.page)
)
_QUESTION: BindParameter[int] = bindparam("question_id_")
_ASKERS = select(TURNS.c.asker_id).where(TURNS.c.question_id == _QUESTION)
_IS_SHOWN = select(REPLY_MESSAGES.c.turn_id).where(REPLY_MESSAGES.c.turn_id == TURNS.c.id).exists()
_LATER = (
    select(TURNS.c.id)
    .where(
        TURNS.c.conversation_key == bindparam("conversation_"),
        ((TURNS.c.question_id > _QUESTION) & (IS_UNFINISHED | _IS_SHOWN))
        | ((TURNS.c.question_id == _QUESTION) & (TURNS.c.attempt > bindparam("attempt_"))),
    )
    .limit(1)
)

_LATEST = 2**62
_SINCE: BindParameter[int] = bindparam("since_")
# A turn is not updated before it is created, so an index with `updated_at` finds them. With an end
# PostgreSQL takes that for few rows, also without statistics.
_ASKED_BY = select(
    TURNS.c.question_id, TURNS.c.attempt, TURNS.c.guild_id, TURNS.c.created_at
).where(
    TURNS.c.updated_at.between(_SINCE, _LATEST),
    TURNS.c.created_at >= _SINCE,
    TURNS.c.asker_id == bindparam("asker_id_"),
)

# Not as one statement: without statistics PostgreSQL would join all messages there are.
_FORMER_TURNS = (
    select(TURNS.c.id, TURNS.c.reply_channel_id, TURNS.c.locale)
    .where(
        TURNS.c.conversation_key == bindparam("conversation_"),
        TURNS.c.question_id < bindparam("question_id_"),
        TURNS.c.reply_channel_id.is_not(None),
    )
    .order_by(TURNS.c.question_id.desc(), TURNS.c.attempt.desc())
    .limit(10)
)
_LAST_PAGE = (
    select(REPLY_MESSAGES.c.message_id)
    .where(REPLY_MESSAGES.c.turn_id == bindparam("turn_id_"))
    .order_by(REPLY_MESSAGES.c.page.desc())
    .limit(1)
)

_TURN: BindParameter[int] = bindparam("turn_id_")
SET_DESTINATION = update(TURNS).where(TURNS.c.id == _TURN)
"""Its values are a `destination_row`."""
_REMOVE_FORMER_PAGE = delete(REPLY_MESSAGES).where(
    or_(
        REPLY_MESSAGES.c.message_id == bindparam("message_id_"),
        and_(REPLY_MESSAGES.c.turn_id == _TURN, REPLY_MESSAGES.c.page == bindparam("page_")),
    )
)
_MOVE_PAGES = (
    update(REPLY_MESSAGES)
    .where(REPLY_MESSAGES.c.turn_id == _TURN)
    .values(turn_id=bindparam("new_turn_id_"))
)
_ADD_PAGE = insert(REPLY_MESSAGES)

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


def destination_row(turn_id: int, destination: ChannelDestination) -> dict[str, int | None]:
    """What `SET_DESTINATION` needs to note where the reply of a turn goes."""
    return {
        "turn_id_": turn_id,
        "reply_channel_id": destination.channel_id,
        "reply_to": destination.reply_to,
    }


def move_reply(
    connection: Connection, former_id: int, turn_id: int, destination: ChannelDestination | None
) -> None:
    """Let the messages of a former attempt be those of a further one, and its destination too."""
    if destination is not None:
        connection.execute(SET_DESTINATION, destination_row(turn_id, destination))
    connection.execute(_MOVE_PAGES, {"turn_id_": former_id, "new_turn_id_": turn_id})


def set_page(connection: Connection, turn_id: int, page: int, message_id: int) -> None:
    """Note which message shows a page of a turn's reply, in place of any note before."""
    former = {"message_id_": message_id, "turn_id_": turn_id, "page_": page}
    connection.execute(_REMOVE_FORMER_PAGE, former)
    row = {"message_id": message_id, "turn_id": turn_id, "page": page}
    connection.execute(_ADD_PAGE, row)


def unfinished_turns(connection: Connection, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
    """Those of these turns that are unfinished, in the order of their questions."""
    found = [turn for batch in _batches(turn_ids) for turn in _batch(connection, batch)]
    return sorted(found, key=lambda each: (each.turn.question.id, each.turn.attempt))


def kept_turn(connection: Connection, turn_id: int) -> KeptTurn | None:
    """What is kept of a turn, if anything is."""
    row = connection.execute(_KEPT, {"turn_id_": turn_id}).first()
    if row is None:
        return None
    pages = connection.scalars(_PAGES, {"turn_id_": turn_id})
    found = _unfinished_turn(row, tuple(pages))
    askers = connection.scalars(_ASKERS, {"question_id_": row.question_id})
    return KeptTurn(
        found.turn,
        found.state,
        found.destination,
        found.message_ids,
        frozenset(askers),
        is_newest(connection, found.turn),
    )


def is_newest(connection: Connection, turn: Turn) -> bool:
    """Whether no later attempt and no later question of its conversation is stored. A question of
    whose answer nothing was ever shown, such as one that was deleted while it waited, is none: then
    this is the newest answer that there is to see.
    """
    question = turn.question
    later = {
        "conversation_": question.conversation,
        "question_id_": question.id,
        "attempt_": turn.attempt,
    }
    return connection.scalar(_LATER, later) is None


def former_reply(connection: Connection, question: Question) -> ReplyMessage | None:
    """The last message of the reply to the question before this one in its conversation."""
    earlier = {"conversation_": question.conversation, "question_id_": question.id}
    for turn_id, channel_id, locale in connection.execute(_FORMER_TURNS, earlier).all():
        message_id = connection.scalar(_LAST_PAGE, {"turn_id_": turn_id})
        if message_id is not None:
            return ReplyMessage(channel_id, message_id, turn_id, locale)
    return None


def asked_by(
    connection: Connection, member_id: int, *, now_s: float, within_s: int
) -> list[RecentQuestion]:
    """The questions of a member that were accepted in the last so many seconds."""
    values = {"asker_id_": member_id, "since_": int(now_s) - within_s}
    return [
        RecentQuestion(row.question_id, row.guild_id, max(now_s - row.created_at, 0.0), row.attempt)
        for row in connection.execute(_ASKED_BY, values)
    ]


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
