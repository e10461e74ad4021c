"""Which answer has told a member that a machine answers."""

from __future__ import annotations

from sqlalchemy import BindParameter, Connection, bindparam, delete, select

from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import insert_if_new
from bridge_bot.store.tables import DISCLOSURES

_MEMBER: BindParameter[int] = bindparam("member_id_")
_TURN: BindParameter[int] = bindparam("turn_id_")
_TURN_OF_MEMBER = select(DISCLOSURES.c.turn_id).where(DISCLOSURES.c.member_id == _MEMBER)
_CLAIM = insert_if_new(DISCLOSURES)
_RELEASE = delete(DISCLOSURES).where(
    DISCLOSURES.c.member_id == _MEMBER, DISCLOSURES.c.turn_id == _TURN
)


class SqlDisclosures:
    """The core's `DisclosureStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, member_id: int, turn_id: int) -> bool:
        """Whether the answer of this turn is the one that tells the member."""

        def turn_of_member(connection: Connection) -> int | None:
            found: int | None = connection.scalar(_TURN_OF_MEMBER, {"member_id_": member_id})
            return found

        def claim(connection: Connection) -> int | None:
            row = {"member_id": member_id, "turn_id": turn_id}
            connection.execute(_CLAIM.on(connection), row)
            return turn_of_member(connection)

        # Nearly every member was told long ago, and nothing is to be written.
        told_by = await self._database.transaction(turn_of_member)
        if told_by is None:
            told_by = await self._database.transaction(claim)
        return told_by == turn_id

    async def release(self, member_id: int, turn_id: int) -> None:
        """The answer of this turn did not tell the member: another one may."""
        await execute(self._database, _RELEASE, {"member_id_": member_id, "turn_id_": turn_id})
