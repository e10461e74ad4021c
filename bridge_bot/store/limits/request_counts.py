"""How many requests to the Chat API were sent on each day: of each member, of each server, in all.

A request is counted by one statement in each of its scopes, which compares with the limit while it
holds the lock of the row. The scopes of every question are counted in the same order, the narrowest
first, so two transactions never wait for each other in a circle.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    false,
    or_,
    select,
    update,
)

from bridge_bot.core.model import Scope, ScopeKind
from bridge_bot.core.ports import CountedRequest
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import insert_if_new, upsert_below
from bridge_bot.store.tables import REACHED_LIMITS, REQUEST_COUNTS

_NO_LIMIT = 2**62

_DAY: BindParameter[int] = bindparam("day_")
_OF_SCOPE = (
    (REQUEST_COUNTS.c.day == _DAY)
    & (REQUEST_COUNTS.c.scope == bindparam("scope_"))
    & (REQUEST_COUNTS.c.scope_id == bindparam("scope_id_"))
    & (REQUEST_COUNTS.c.member_id == bindparam("member_id_"))
)
_COUNT = upsert_below(
    REQUEST_COUNTS, REQUEST_COUNTS.c.requests, bindparam("limit_", type_=REQUEST_COUNTS.c.day.type)
)
_TAKE_BACK = (
    update(REQUEST_COUNTS)
    .where(_OF_SCOPE, REQUEST_COUNTS.c.requests > 0)
    .values(requests=REQUEST_COUNTS.c.requests - 1)
)
_NOTE_REACHED = insert_if_new(REACHED_LIMITS)
_FORGET = tuple(
    delete(table).where(table.c.day < _DAY) for table in (REQUEST_COUNTS, REACHED_LIMITS)
)


class SqlRequestCounts:
    """The core's `RequestCountStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, day: int, limits: Mapping[Scope, int]) -> CountedRequest:
        """Count a request in each of these scopes, or in none: if one has reached its limit."""

        def count(connection: Connection) -> CountedRequest:
            counted: list[Scope] = []
            reached: list[Scope] = []
            for scope, limit in limits.items():
                requests = _count(connection, day, scope, limit)
                if requests is None:
                    _take_back(connection, day, counted)
                    return CountedRequest(refused_by=scope, reached=(scope,))
                counted.append(scope)
                if requests == limit:
                    reached.append(scope)
            return CountedRequest(reached=tuple(reached))

        return await self._database.transaction(count)

    async def note_reached(self, day: int, kind: ScopeKind) -> bool:
        """Note that a limit of this kind is reached on that day; False if that was noted before."""
        row = {"day": day, "scope": kind.value}
        return await execute(self._database, _NOTE_REACHED, row) == 1

    async def take_back(self, day: int, scopes: Collection[Scope]) -> None:
        """Count one request less in each of these scopes."""
        await self._database.transaction(lambda connection: _take_back(connection, day, scopes))

    async def get(self, day: int, scopes: Collection[Scope]) -> dict[Scope, int]:
        """How many requests were counted in these scopes; those without any are left out."""
        counts = REQUEST_COUNTS.c
        query = select(counts.scope, counts.scope_id, counts.member_id, counts.requests).where(
            or_(false(), *(_is_of(day, scope) for scope in scopes))
        )

        def get(connection: Connection) -> dict[Scope, int]:
            return {
                Scope(ScopeKind(row.scope), row.scope_id, row.member_id): row.requests
                for row in connection.execute(query)
            }

        return await self._database.transaction(get)

    async def forget_before(self, day: int) -> None:
        """Remove what was counted on earlier days."""
        for forget in _FORGET:
            await execute(self._database, forget, {"day_": day})


def _is_of(day: int, scope: Scope) -> ColumnElement[bool]:
    counts = REQUEST_COUNTS.c
    return and_(
        counts.day == day,
        counts.scope == scope.kind,
        counts.scope_id == scope.id,
        counts.member_id == scope.member_id,
    )


def _count(connection: Connection, day: int, scope: Scope, limit: int) -> int | None:
    """Count a request; returns how many it makes, None if the limit was reached before."""
    row = {**_row_of(day, scope), "requests": 1}
    counted: int | None = connection.scalar(
        _COUNT.on(connection), {**row, "limit_": limit or _NO_LIMIT}
    )
    return counted


def _take_back(connection: Connection, day: int, scopes: Collection[Scope]) -> None:
    for scope in scopes:
        key = {f"{name}_": value for name, value in _row_of(day, scope).items()}
        connection.execute(_TAKE_BACK, key)


def _row_of(day: int, scope: Scope) -> dict[str, int | str]:
    """The primary key of the row in which a scope is counted."""
    return {
        "day": day,
        "scope": scope.kind.value,
        "scope_id": scope.id,
        "member_id": scope.member_id,
    }
