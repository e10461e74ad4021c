"""How the last turns ended, for who looks at the bot from outside."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from bridge_bot.core.model import TurnState
from bridge_bot.store.database import Database
from bridge_bot.store.tables import TURNS


class Result(NamedTuple):
    """How a turn ended; `error` is the name of what ended it before the end of its answer."""

    state: TurnState
    error: str


_ENDED = (TurnState.DONE, TurnState.FAILED)
# An index has the order of the first; of the same second, that of the questions decides.
_LAST = (
    select(TURNS.c.state, TURNS.c.error)
    .where(TURNS.c.updated_at > 0)
    .order_by(TURNS.c.updated_at.desc(), TURNS.c.question_id.desc())
)


class SqlResults:
    """Looks at the last turns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def last(self, limit: int) -> list[Result]:
        """Of the last so many turns those that are done or failed, the newest first."""

        def last(connection: Connection) -> list[Result]:
            rows = connection.execute(_LAST.limit(limit))
            return [
                Result(TurnState(row.state), row.error or "") for row in rows if row.state in _ENDED
            ]

        return await self._database.transaction(last)
