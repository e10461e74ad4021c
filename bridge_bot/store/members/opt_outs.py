"""The members who have opted out: who forbade that their messages are read or quoted."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, update

from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import database_now_s, insert_if_new
from bridge_bot.store.tables import OPT_OUTS, TURNS
from bridge_bot.store.turn_rows import IS_UNFINISHED

_BATCH = 1_000  # databases limit the parameters of a statement, to 32,766 or so

_MEMBER: BindParameter[int] = bindparam("member_id_")
_OPT_OUT = insert_if_new(OPT_OUTS, since=database_now_s())
_FORGET_QUESTIONS = (
    update(TURNS).where(IS_UNFINISHED, TURNS.c.asker_id == _MEMBER).values(question=None)
)
_OPT_IN = delete(OPT_OUTS).where(OPT_OUTS.c.member_id == _MEMBER)
_NOTE_TOLD = (
    update(OPT_OUTS)
    .where(OPT_OUTS.c.member_id == _MEMBER, OPT_OUTS.c.told_at.is_(None))
    .values(told_at=database_now_s())
)


class SqlOptOuts:
    """The core's `OptOutStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def among(self, member_ids: Collection[int]) -> frozenset[int]:
        """Those of these members who have opted out."""
        ids = sorted(member_ids)
        batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
        member_id = OPT_OUTS.c.member_id

        def among(connection: Connection) -> frozenset[int]:
            queries = (select(member_id).where(member_id.in_(batch)) for batch in batches)
            return frozenset(each for query in queries for each in connection.scalars(query))

        return await self._database.transaction(among)

    async def opt_out(self, member_id: int) -> None:
        """Note that a member has opted out, and forget the texts of their unfinished questions."""

        def opt_out(connection: Connection) -> None:
            connection.execute(_OPT_OUT.on(connection), {"member_id": member_id})
            connection.execute(_FORGET_QUESTIONS, {"member_id_": member_id})

        await self._database.transaction(opt_out)

    async def opt_in(self, member_id: int) -> None:
        """Note that a member has not opted out any more."""
        await execute(self._database, _OPT_IN, {"member_id_": member_id})

    async def note_told(self, member_id: int) -> bool:
        """Note that a member is told that they have opted out. False: they were told before, or
        have not opted out.
        """
        return await execute(self._database, _NOTE_TOLD, {"member_id_": member_id}) == 1
