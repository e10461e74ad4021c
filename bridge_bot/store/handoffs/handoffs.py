"""The calls for help, and the conversations in which the bot keeps quiet.

A server has a row for each call that it may have within an hour. A call takes the first one that is
old enough, by a statement that compares while it holds the lock of the row: so no two processes
take the same.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Row,
    bindparam,
    delete,
    func,
    select,
    update,
)

from bridge_bot.core.model import UNTIL_RESUMED_S, ConversationKey, HelpCall, QuietTime
from bridge_bot.core.ports import CallAgain, LatestQuietTimes
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import database_now_s, upsert
from bridge_bot.store.tables import HANDOFFS, HELP_CALLS, TURNS

_HOUR_S = 3600
_LATEST = 2**62  # later than any time; see `discord`

_KEY: BindParameter[str] = bindparam("key_")
_GUILD: BindParameter[int] = bindparam("guild_id_")
_AT = bindparam("at_", type_=BigInteger)
_FREE_UNTIL = bindparam("free_until_", type_=BigInteger)
_OF_CONVERSATION = HANDOFFS.c.conversation_key == _KEY

_CALL = upsert(
    HANDOFFS,
    replaced=["channel_id", "called_at", "quiet_since", "quiet_until", "changed_at"],
    where=HANDOFFS.c.called_at <= _FREE_UNTIL,
    changed_at=database_now_s(),
)
_CALLED_AT = select(HANDOFFS.c.called_at).where(_OF_CONVERSATION)
_TAKE_NUMBER = upsert(
    HELP_CALLS, replaced=["called_at"], where=HELP_CALLS.c.called_at <= _FREE_UNTIL
)
_OLDEST_CALL = select(func.min(HELP_CALLS.c.called_at)).where(HELP_CALLS.c.guild_id == _GUILD)
_OF_CALL = update(HANDOFFS).where(_OF_CONVERSATION, HANDOFFS.c.called_at == _AT)
_RESTORE_QUIET_TIME = _OF_CALL.where(HANDOFFS.c.quiet_until == UNTIL_RESUMED_S).values(
    channel_id=bindparam("channel_id_", type_=BigInteger),
    quiet_since=bindparam("quiet_since_", type_=BigInteger),
    quiet_until=bindparam("quiet_until_", type_=BigInteger),
)
_TAKE_BACK = _OF_CALL.values(called_at=0, changed_at=database_now_s())
_GIVE_NUMBER_BACK = (
    update(HELP_CALLS)
    .where(HELP_CALLS.c.guild_id == _GUILD, HELP_CALLS.c.called_at == _AT)
    .values(called_at=0)
)
_KEEP_QUIET = upsert(
    HANDOFFS,
    replaced=["channel_id", "changed_at"],
    increased=["quiet_since", "quiet_until"],
    changed_at=database_now_s(),
)
_RESUME = (
    update(HANDOFFS)
    .where(_OF_CONVERSATION, HANDOFFS.c.quiet_until > _AT)
    .values(quiet_until=_AT, changed_at=database_now_s())
)
_QUIET_TIME = select(
    HANDOFFS.c.conversation_key,
    HANDOFFS.c.channel_id,
    HANDOFFS.c.quiet_since,
    HANDOFFS.c.quiet_until,
)
_OF_KEY = _QUIET_TIME.where(_OF_CONVERSATION)
_CHANGED_SINCE = _QUIET_TIME.where(
    HANDOFFS.c.changed_at > bindparam("since_", type_=BigInteger),
    HANDOFFS.c.changed_at < _LATEST,
    HANDOFFS.c.quiet_until > bindparam("ends_after_", type_=BigInteger),
)
_FORGET = delete(HANDOFFS).where(HANDOFFS.c.quiet_until.between(0, _AT))
_ASKER = (
    select(TURNS.c.asker_id)
    .where(TURNS.c.conversation_key == _KEY)
    .order_by(TURNS.c.question_id, TURNS.c.attempt)
    .limit(1)
)


class SqlHandoffs:
    """The core's `HandoffStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def call(self, call: HelpCall, *, every_s: int, an_hour: int) -> CallAgain | None:
        """Count a call and keep quiet, or return from when on it can be called again."""
        at_s = int(call.at_s)
        key, guild = {"key_": call.conversation}, {"guild_id_": call.guild_id}
        quiet = QuietTime(call.conversation, call.destination.channel_id, at_s, UNTIL_RESUMED_S)
        row = {**_row_of(quiet, call.guild_id), "called_at": at_s}

        def count(connection: Connection) -> CallAgain | None:
            called = {**row, "free_until_": at_s - every_s}
            if not connection.execute(_CALL.on(connection), called).rowcount:
                last_s = connection.execute(_CALLED_AT, key).scalar_one()
                return CallAgain(last_s + every_s, is_same=True)
            for number in range(an_hour):
                taken = {"guild_id": call.guild_id, "number": number, "called_at": at_s}
                taken["free_until_"] = at_s - _HOUR_S
                if connection.execute(_TAKE_NUMBER.on(connection), taken).rowcount:
                    return None
            oldest_s = connection.execute(_OLDEST_CALL, guild).scalar_one()
            connection.rollback()
            return CallAgain(oldest_s + _HOUR_S, is_same=False)

        return await self._database.transaction(count)

    async def take_back(self, call: HelpCall, former: QuietTime) -> QuietTime:
        """Count a call no more, and have the former quiet time in force unless it is resumed."""
        of_call = {"key_": call.conversation, "at_": int(call.at_s)}
        number = {"guild_id_": call.guild_id, "at_": int(call.at_s)}
        restored = {
            "channel_id_": former.channel_id,
            "quiet_since_": former.since_s,
            "quiet_until_": former.until_s,
        }

        def take_back(connection: Connection) -> QuietTime:
            connection.execute(_RESTORE_QUIET_TIME, {**of_call, **restored})
            connection.execute(_TAKE_BACK, of_call)
            connection.execute(_GIVE_NUMBER_BACK, number)
            return _quiet_time_now(connection, former)

        return await self._database.transaction(take_back)

    async def keep_quiet(self, quiet: QuietTime, guild_id: int) -> QuietTime:
        """Keep quiet no less long than was stored before."""
        row = {**_row_of(quiet, guild_id), "called_at": 0}

        def keep(connection: Connection) -> QuietTime:
            connection.execute(_KEEP_QUIET.on(connection), row)
            return _quiet_time(connection.execute(_OF_KEY, {"key_": quiet.conversation}).one())

        return await self._database.transaction(keep)

    async def resume(self, quiet: QuietTime, at_s: int) -> QuietTime:
        """End a quiet time."""

        def resume(connection: Connection) -> QuietTime:
            connection.execute(_RESUME, {"key_": quiet.conversation, "at_": at_s})
            ended = QuietTime(quiet.conversation, quiet.channel_id, at_s, at_s)
            return _quiet_time_now(connection, ended)

        return await self._database.transaction(resume)

    async def asker_of(self, conversation: ConversationKey) -> int | None:
        """Who asked the first question of a conversation."""
        key = {"key_": conversation}
        return await self._database.transaction(lambda connection: connection.scalar(_ASKER, key))

    async def changed_since(self, since_s: int, *, ends_after_s: int) -> LatestQuietTimes:
        """The quiet times that were changed since then."""
        values = {"since_": since_s, "ends_after_": ends_after_s}

        def look(connection: Connection) -> LatestQuietTimes:
            until_s = connection.execute(select(database_now_s())).scalar_one()
            rows = connection.execute(_CHANGED_SINCE, values)
            return LatestQuietTimes(tuple(map(_quiet_time, rows)), until_s)

        return await self._database.transaction(look)

    async def forget_before(self, ended_s: int) -> None:
        """Remove the quiet times that ended by then."""
        await execute(self._database, _FORGET, {"at_": ended_s})


def _row_of(quiet: QuietTime, guild_id: int) -> dict[str, Any]:
    return {
        "conversation_key": quiet.conversation,
        "guild_id": guild_id,
        "channel_id": quiet.channel_id,
        "quiet_since": quiet.since_s,
        "quiet_until": quiet.until_s,
    }


def _quiet_time_now(connection: Connection, default: QuietTime) -> QuietTime:
    """The quiet time of that conversation; the default if the conversation is forgotten."""
    row = connection.execute(_OF_KEY, {"key_": default.conversation}).one_or_none()
    return default if row is None else _quiet_time(row)


def _quiet_time(row: Row[str, int, int, int]) -> QuietTime:
    key, channel_id, since_s, until_s = row
    return QuietTime(ConversationKey(key), channel_id, since_s, until_s)
