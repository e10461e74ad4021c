"""The sources of answers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from bridge_bot.core.model import NumberedSource, Source, Turn
from bridge_bot.store.database import Database
from bridge_bot.store.tables import SOURCES, TURNS

_TURN: BindParameter[int] = bindparam("turn_id_")

_REMOVE = delete(SOURCES).where(SOURCES.c.turn_id == _TURN)
# Not inside of the statement above: without statistics PostgreSQL would read all sources there are.
_OTHER_ATTEMPTS = select(TURNS.c.id).where(
    TURNS.c.question_id == bindparam("question_id_"), TURNS.c.id != _TURN
)
_ADD = insert(SOURCES)
_OF_TURN = select(SOURCES).where(SOURCES.c.turn_id == _TURN).order_by(SOURCES.c.place)
# Those of an earlier attempt are still there where a later one has shown nothing.
_OF_QUESTION = TURNS.alias()
_ATTEMPTS = (
    select(_OF_QUESTION.c.id)
    .join(TURNS, TURNS.c.question_id == _OF_QUESTION.c.question_id)
    .where(TURNS.c.id == _TURN)
)
_FIRST = select(SOURCES.c.place).where(SOURCES.c.turn_id == _TURN).limit(1)


class SqlSources:
    """The core's `SourceStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def replace(self, turn: Turn, sources: Sequence[NumberedSource]) -> None:
        """Store the sources of a turn's answer, in place of those of every attempt at its question.
        What ranks them is not stored.
        """
        rows = [_row(turn.id, place, each) for place, each in enumerate(sources)]

        def write(connection: Connection) -> None:
            connection.execute(_REMOVE, {"turn_id_": turn.id})
            if rows:
                connection.execute(_ADD, rows)
            attempts = {"question_id_": turn.question.id, "turn_id_": turn.id}
            for other_id in connection.scalars(_OTHER_ATTEMPTS, attempts).all():
                connection.execute(_REMOVE, {"turn_id_": other_id})

        await self._database.transaction(write)

    async def of_turn(self, turn_id: int) -> list[NumberedSource]:
        """The sources of the answer to a turn's question that is shown, of whichever attempt that
        is, in the order in which they were stored.
        """

        def read(connection: Connection) -> list[NumberedSource]:
            return [
                NumberedSource(
                    row.number,
                    Source(row.title, row.address, row.file, row.page, excerpt=row.excerpt),
                )
                for attempt_id in _attempts(connection, turn_id)
                for row in connection.execute(_OF_TURN, {"turn_id_": attempt_id})
            ]

        return await self._database.transaction(read)

    async def has(self, turn_id: int) -> bool:
        """Whether `of_turn` finds any."""

        def read(connection: Connection) -> bool:
            firsts = (
                connection.scalar(_FIRST, {"turn_id_": attempt_id})
                for attempt_id in _attempts(connection, turn_id)
            )
            return any(place is not None for place in firsts)

        return await self._database.transaction(read)


def _attempts(connection: Connection, turn_id: int) -> Sequence[int]:
    """All attempts at the question of a turn."""
    return connection.scalars(_ATTEMPTS, {"turn_id_": turn_id}).all()


def _row(turn_id: int, place: int, numbered: NumberedSource) -> dict[str, int | str]:
    source = numbered.source
    return {
        "turn_id": turn_id,
        "place": place,
        "number": numbered.number,
        "title": source.title,
        "address": source.address,
        "file": source.file,
        "page": source.page,
        "excerpt": source.excerpt,
    }
