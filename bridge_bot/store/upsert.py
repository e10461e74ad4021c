"""INSERT statements that also say what happens if the row is there already.

SQLAlchemy has them for each engine by itself. These are SQLite's; PostgreSQL's `insert` has the
same methods, and `greatest` where SQLite has `max`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Insert, Table, func
from sqlalchemy.dialects.sqlite import insert


def insert_if_new(table: Table) -> Insert:
    """Inserts a row, and does nothing if a row with one of its unique values is there."""
    return insert(table).on_conflict_do_nothing()


def upsert(
    table: Table,
    *,
    replaced: Collection[str] = (),
    filled: Collection[str] = (),
    increased: Collection[str] = (),
) -> Insert:
    """Inserts a row or, if one with its primary key is there, changes these columns of that one.

    Those in `replaced` get their new values, those in `filled` only where they are NULL, and those
    in `increased` only where the new value is the greater one.
    """
    row = insert(table)
    changes: dict[str, ColumnElement[Any]] = {name: row.excluded[name] for name in replaced}
    changes |= {name: func.coalesce(table.c[name], row.excluded[name]) for name in filled}
    changes |= {name: func.max(table.c[name], row.excluded[name]) for name in increased}
    return row.on_conflict_do_update(index_elements=[*table.primary_key], set_=changes)
