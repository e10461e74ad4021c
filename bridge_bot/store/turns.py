"""Turns: how far each has come, which process owns it, and the messages of its reply.

Why the statements are built once is said in `conversations`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    Update,
    bindparam,
    or_,
    select,
    update,
)

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    KeptTurn,
    Question,
    RecentQuestion,
    Turn,
    TurnState,
    UnfinishedTurn,
)
from bridge_bot.core.ports import ReplyMessage
from bridge_bot.store.database import Database, execute, pairs
from bridge_bot.store.dialects import database_now_s, insert_if_new, upsert
from bridge_bot.store.shards import Shards
from bridge_bot.store.tables import CONVERSATIONS, REPLY_MESSAGES, TURNS
from bridge_bot.store.turn_moves import BEGIN, END_OWN, MOVES, REQUEUE, STATE
from bridge_bot.store.turn_rows import (
    IS_UNFINISHED,
    SET_DESTINATION,
    asked_by,
    destination_row,
    foreign_turns,
    former_reply,
    is_newest,
    kept_turn,
    move_reply,
    row_of,
    set_page,
    unfinished_turns,
)

_OWNER: BindParameter[str] = bindparam("owner_")

_CONVERSATION = upsert(
    CONVERSATIONS,
    replaced=["updated_at"],
    filled=["channel_id", "guild_id"],  # those of its first question
)

# A lease goes by the database's clock: processes may run on machines whose clocks differ.
_LEASE_UNTIL = database_now_s() + bindparam("lease_s_", type_=Integer)
_ACCEPT = insert_if_new(TURNS, lease_until=_LEASE_UNTIL)
_EARLIER = select(TURNS.c.id, TURNS.c.owner).where(
    IS_UNFINISHED,
    TURNS.c.conversation_key == bindparam("conversation_"),
    TURNS.c.question_id < bindparam("question_id_"),
)
# A text that is not kept any more does not come back.
_SET_QUESTION = update(TURNS).where(
    TURNS.c.id == bindparam("turn_id_"), TURNS.c.question.is_not(None)
)

# Of two processes that claim a turn at once, the second finds that its lease still runs.
_CLAIM = (
    update(TURNS)
    .where(IS_UNFINISHED, or_(TURNS.c.owner == _OWNER, TURNS.c.lease_until < database_now_s()))
    .values(owner=_OWNER, lease_until=_LEASE_UNTIL)
)
_OWN = select(TURNS.c.id).where(IS_UNFINISHED, TURNS.c.owner == _OWNER)
_END_LEASES = update(TURNS).where(IS_UNFINISHED).values(lease_until=0)
_RELEASE = _END_LEASES.where(TURNS.c.owner == _OWNER)


_Accept = Callable[[Connection, Mapping[str, object]], dict[int, str] | None]


class SqlTurns:
    """The core's `TurnStore`. `now_s` gives seconds since the Unix epoch. With `shards`, no turns
    of others are claimed.
    """

    def __init__(
        self, database: Database, now_s: Callable[[], float], shards: Shards | None = None
    ) -> None:
        self._database = database
        self._now_s = now_s
        self._claim = _CLAIM if shards is None else _CLAIM.where(shards.have_turn())

    async def accept(self, turn: Turn, *, lease_s: int) -> dict[int, str] | None:
        """Write a turn down as queued; None if this attempt at its question is known.

        Returns which turns of earlier questions of its conversation are unfinished: the owner of
        each, by its id. The question's text is kept until the turn is finished, and no longer.
        """
        question = turn.question
        earlier = {"conversation_": question.conversation, "question_id_": question.id}

        def accept(connection: Connection, row: Mapping[str, object]) -> dict[int, str] | None:
            if connection.execute(_ACCEPT.on(connection), row).rowcount != 1:
                return None
            return pairs(connection, _EARLIER, earlier)

        return await self._accept(turn, lease_s, accept)

    async def accept_again(
        self, turn: Turn, former: KeptTurn, *, lease_s: int
    ) -> dict[int, str] | None:
        """Write a further attempt at a question down as queued, and let the messages of the former
        one be its own. None, and nothing is written, if a later attempt or question is known.

        Returns no turns: there are none to wait for.
        """

        def accept(connection: Connection, row: Mapping[str, object]) -> dict[int, str] | None:
            if not is_newest(connection, former.turn):
                return None
            if connection.execute(_ACCEPT.on(connection), row).rowcount != 1:
                return None
            move_reply(connection, former.turn.id, turn.id, former.destination)
            return {}

        return await self._accept(turn, lease_s, accept)

    async def accept_edited(
        self,
        turn: Turn,
        former: Turn,
        destination: ChannelDestination | None,
        *,
        lease_s: int,
        error: str = "",
    ) -> dict[int, str] | None:
        """Write a further attempt at an edited question down as queued, and the former one as
        stopped by that `error`; see `TurnStore.accept_edited`.
        """
        ended = {"turn_id_": former.id, "owner_": former.owner, "error": error}

        def accept(connection: Connection, row: Mapping[str, object]) -> dict[int, str] | None:
            ended["updated_at"] = row["updated_at"]
            if connection.execute(END_OWN, ended).rowcount != 1:
                return None
            if connection.execute(_ACCEPT.on(connection), row).rowcount != 1:
                return None
            move_reply(connection, former.id, turn.id, destination)
            return {}

        return await self._accept(turn, lease_s, accept)

    async def set_question(self, turn_id: int, text: str) -> None:
        """Note another text of a question that is still to be asked."""
        await execute(self._database, _SET_QUESTION, {"turn_id_": turn_id, "question": text})

    async def asked_by(self, member_id: int, *, within_s: int) -> list[RecentQuestion]:
        """The questions of a member that were accepted in the last so many seconds."""
        read = partial(asked_by, member_id=member_id, now_s=self._now_s(), within_s=within_s)
        return await self._database.transaction(read)

    async def claim(self, owner: str, *, lease_s: int) -> frozenset[int]:
        """Lease to `owner` the unfinished turns that are its own, and those whose lease is over.

        Returns the ids of all unfinished turns that are its own now.
        """
        values = {"owner_": owner, "lease_s_": lease_s}

        def claim(connection: Connection) -> frozenset[int]:
            connection.execute(self._claim, values)
            return frozenset(connection.scalars(_OWN, {"owner_": owner}))

        return await self._database.transaction(claim)

    async def release(self, owner: str) -> None:
        """End the leases of an owner's unfinished turns: another process may have them now."""
        await execute(self._database, _RELEASE, {"owner_": owner})

    async def end_leases(self) -> None:
        """End the leases of all unfinished turns, where no process runs that could have any."""
        await execute(self._database, _END_LEASES, {})

    async def unfinished(self, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
        """Those of these turns that are unfinished, in the order of their questions."""
        return await self._database.transaction(partial(unfinished_turns, turn_ids=turn_ids))

    async def foreign(
        self, owner: str, conversations: Collection[ConversationKey]
    ) -> list[ForeignTurn]:
        """The unfinished turns of these conversations that others than `owner` own."""
        read = partial(foreign_turns, owner=owner, conversations=conversations)
        return await self._database.transaction(read)

    async def kept(self, turn_id: int) -> KeptTurn | None:
        """What is kept of a turn; None if nothing is."""
        return await self._database.transaction(partial(kept_turn, turn_id=turn_id))

    async def former_reply(self, question: Question) -> ReplyMessage | None:
        """The last message of the reply to the question before this one in its conversation."""
        return await self._database.transaction(partial(former_reply, question=question))

    async def set_state(self, turn_id: int, state: TurnState, *, error: str = "") -> None:
        """Note how far a turn has come; `error` is the class of the error that ended it.

        Noting the present state again changes nothing. Raises `ValueError` for a move that is not
        in `TRANSITIONS`, and `StoreError` if there is no such turn.
        """
        await self._move(MOVES[state], turn_id, state, error=error or None)

    async def begin(self, turn_id: int) -> None:
        """Note that a question is asked now, first or once more; raises as `set_state` does."""
        await self._move(BEGIN, turn_id, TurnState.ASKED)

    async def requeue(self, turn_id: int) -> None:
        """Queue a turn that was begun for the next start, as if it had not been begun.

        Raises what `set_state` raises.
        """
        await self._move(REQUEUE, turn_id, TurnState.QUEUED)

    async def set_destination(self, turn_id: int, destination: ChannelDestination) -> None:
        """Note where a turn's reply goes."""
        await execute(self._database, SET_DESTINATION, destination_row(turn_id, destination))

    async def set_message(self, turn_id: int, page: int, message_id: int) -> None:
        """Note which message shows a page, counted from 0, of a turn's reply.

        A page has one message, and a message shows one page: the last note replaces others.
        """
        write = partial(set_page, turn_id=turn_id, page=page, message_id=message_id)
        await self._database.transaction(write)

    async def of_messages(self, message_ids: Collection[int]) -> dict[int, int]:
        """The turns whose pages these messages are known to show, by message."""
        shows = REPLY_MESSAGES.c
        query = select(shows.message_id, shows.turn_id).where(shows.message_id.in_(message_ids))
        return await self._database.transaction(lambda connection: pairs(connection, query))

    async def _accept(self, turn: Turn, lease_s: int, accept: _Accept) -> dict[int, str] | None:
        question = turn.question
        dates = dict.fromkeys(("created_at", "updated_at"), int(self._now_s()))
        conversation = {
            **dates,
            "key": question.conversation,
            "channel_id": question.asked_in.channel_id,
            "guild_id": question.guild_id,
        }
        row = {**row_of(turn), **dates, "lease_s_": lease_s}

        def write(connection: Connection) -> dict[int, str] | None:
            # This locks the conversation's row. So of two processes that each accept a question of
            # one conversation, the second sees the turn of the first.
            connection.execute(_CONVERSATION.on(connection), conversation)
            earlier = accept(connection, row)
            if earlier is None:
                connection.rollback()
            return earlier

        return await self._database.transaction(write)

    async def _move(
        self, move: Update, turn_id: int, state: TurnState, **changes: str | None
    ) -> None:
        changed = {"turn_id_": turn_id, "updated_at": int(self._now_s()), **changes}

        def change_state(connection: Connection) -> str | None:
            if connection.execute(move, changed).rowcount == 1:
                return state
            present: str | None = connection.scalar(STATE, {"turn_id_": turn_id})
            return present

        present = await self._database.transaction(change_state)
        if present is None:
            raise StoreError(f"turn {turn_id} is not in the database")
        if present != state:
            raise ValueError(f"turn {turn_id} is {present} and cannot become {state}")
