"""What SQLite and PostgreSQL say differently in SQL. Everything else is one statement for both.

`INSERT … ON CONFLICT` is the same in both, but SQLAlchemy has a class of it for each engine; so
such a statement is a `PerDialect`, of which a connection takes its own. The functions below are one
class each, which SQLAlchemy renders as the engine needs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from importlib import import_module
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Insert,
    Table,
    TypeDecorator,
    func,
)
from sqlalchemy import Text as SqlText
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class database_now_s(FunctionElement[int]):  # noqa: N801 - named like a function of SQL
    """The clock of the database, in whole seconds since the Unix epoch.

    Leases go by it: processes that share a database may run on machines whose clocks differ.
    """

    inherit_cache = True
    type = BigInteger()


@compiles(database_now_s, "sqlite")
def _now_in_sqlite(_: FunctionElement[int], _compiler: SQLCompiler, **_options: Any) -> str:
    return "CAST(strftime('%s', 'now') AS INTEGER)"


@compiles(database_now_s, "postgresql")
def _now_in_postgresql(_: FunctionElement[int], _compiler: SQLCompiler, **_options: Any) -> str:
    # Not now(), which is the time at which the transaction began: it may have waited for a lock.
    return "CAST(extract(epoch FROM clock_timestamp()) AS BIGINT)"


class greater_of(FunctionElement[Any]):  # noqa: N801 - named like a function of SQL
    """The greater of two values."""

    inherit_cache = True


@compiles(greater_of, "sqlite")
def _greater_in_sqlite(element: FunctionElement[Any], compiler: SQLCompiler, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"


@compiles(greater_of, "postgresql")
def _greater_in_postgresql(
    element: FunctionElement[Any], compiler: SQLCompiler, **options: Any
) -> str:
    return f"greatest({compiler.process(element.clauses, **options)})"


class Text(TypeDecorator[str]):
    """Any text. In place of each NUL, which PostgreSQL refuses, and of each lone surrogate, which
    the drivers of both engines refuse, U+FFFD is stored, the replacement character.
    """

    impl = SqlText
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - the same on both
    ) -> str | None:
        """The text as it is stored, or looked for."""
        return None if value is None else _REFUSED.sub("\N{REPLACEMENT CHARACTER}", value)


_REFUSED = re.compile("[\0\ud800-\udfff]")


class PerDialect:
    """A statement that each engine has a class of its own for."""

    def __init__(self, build: Callable[[Any], Insert]) -> None:
        """`build` makes the statement with a dialect's own `insert`."""
        self._build = build
        self._built: dict[str, Insert] = {}

    def on(self, connection: Connection) -> Insert:
        """The statement for the engine of this connection, built once."""
        name = connection.dialect.name
        if name not in self._built:
            # By name, because the other engine's dialect would take 3 MiB.
            dialect = import_module(f"sqlalchemy.dialects.{name}")
            self._built[name] = self._build(dialect.insert)
        return self._built[name]


def insert_if_new(table: Table, **computed: ColumnElement[Any]) -> PerDialect:
    """Inserts a row, and does nothing if a row with one of its unique values is there.

    The columns in `computed` get the values of these expressions.
    """
    return PerDialect(lambda insert: insert(table).values(**computed).on_conflict_do_nothing())


def upsert(
    table: Table,
    *,
    replaced: Collection[str] = (),
    filled: Collection[str] = (),
    increased: Collection[str] = (),
    where: ColumnElement[bool] | None = None,
    **computed: ColumnElement[Any],
) -> PerDialect:
    """Inserts a row or, if one with its primary key is there, changes these columns of that one,
    if it is one `where` that holds.

    Those in `replaced` get their new values, those in `filled` only where they are NULL, and those
    in `increased` only where the new value is the greater one. The columns in `computed` get the
    values of these expressions.
    """

    def build(insert: Any) -> Insert:
        row = insert(table).values(**computed) if computed else insert(table)
        changes: dict[str, ColumnElement[Any]] = {name: row.excluded[name] for name in replaced}
        changes |= {name: func.coalesce(table.c[name], row.excluded[name]) for name in filled}
        changes |= {name: greater_of(table.c[name], row.excluded[name]) for name in increased}
        statement: Insert = row.on_conflict_do_update(
            index_elements=[*table.primary_key], set_=changes, where=where
        )
        return statement

    return PerDialect(build)


def upsert_adding(table: Table, count: Column[int]) -> PerDialect:
    """Inserts a row or, if one with its primary key is there, adds the new row's `count` to that
    one's.
    """

    def build(insert: Any) -> Insert:
        row = insert(table)
        statement: Insert = row.on_conflict_do_update(
            index_elements=[*table.primary_key],
            set_={count.name: count + row.excluded[count.name]},
        )
        return statement

    return PerDialect(build)


def upsert_below(table: Table, count: Column[int], limit: ColumnElement[int]) -> PerDialect:
    """Inserts a row or, if one with its primary key is there, adds the new row's `count` to that
    one's, unless it has reached the limit. Gives the count that it comes to; no row if nothing was
    changed. A new row is not compared with the limit.
    """

    def build(insert: Any) -> Insert:
        row = insert(table)
        statement: Insert = row.on_conflict_do_update(
            index_elements=[*table.primary_key],
            set_={count.name: count + row.excluded[count.name]},
            where=count < limit,
        ).returning(count)
        return statement

    return PerDialect(build)
