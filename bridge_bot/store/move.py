"""Moves all that is stored from one database to another one, which may be of the other engine.

The tables, the rows and the check of them are one transaction of the target. So whatever ends the
move, a power cut as well, the target is as it was before, and the move can be begun anew; nobody
ever sees a part of it. No bot may run on either database meanwhile, and nothing in the source is
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, func, insert, inspect, select

from bridge_bot.core.errors import StoreError
from bridge_bot.store import engines, schema
from bridge_bot.store.database import ExclusiveTransaction
from bridge_bot.store.tables import METADATA

ROWS = 5_000
"""How many rows are read and written at a time."""

_TABLES = METADATA.sorted_tables  # a table after those that its foreign keys name

Report = Callable[[str, int, int], None]
"""Is told what is being done, how many rows of it are done, and of how many."""

Result = TypeVar("Result")


class MoveFailed(StoreError):
    """The move was not done; the text begins with the database that it is about."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows of each table are in the target now; `before` if they were there before."""

    rows: Mapping[str, int]
    before: bool


def move(source_url: str, target_url: str, report: Report) -> Moved:
    """Move everything, and check that the target has each row as the source has it.

    The source has to be at the newest revision. The target is made, and has to be empty, or to hold
    exactly what the source holds: then a move was done, and its end was not seen. Raises
    `MoveFailed`, and then the target is unchanged. Blocks; for programs without an event loop.
    """
    if engines.are_one_file(source_url, target_url):
        raise MoveFailed("both URLs name the same database")
    with _opened("the source", source_url, writes=False) as source:
        _require_newest(source)
        source.lock()
        counts = {table: source.run(_count(table)) for table in _TABLES}
        with _opened("the target", target_url, writes=True) as target:
            before = _is_filled(target)
            if before:
                target.lock()
                _require_equal(source, target, counts, report)
            else:
                target.run(schema.migrate)
                target.lock()
                _copy_all(source, target, sum(counts.values()), report)
    return Moved({table.name: count for table, count in counts.items()}, before)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two databases. Its errors begin with its name."""

    name: str
    transaction: ExclusiveTransaction

    def run(self, work: Callable[[Connection], Result], table: Table | None = None) -> Result:
        """Call `work` in the transaction; an error of it names the table."""
        with _named(self.name if table is None else f"{self.name}, table {table.name}"):
            return self.transaction.run(work)

    def lock(self) -> None:
        """Keep everybody else from the tables. `StoreError` if they can't be used."""
        with _named(self.name):
            self.transaction.lock(_TABLES)

    def batches(self, table: Table) -> Iterator[Sequence[Row[Any]]]:
        """All rows of a table, in any order, a part of them at a time."""
        query = select(table).execution_options(yield_per=ROWS)
        result = self.run(lambda connection: connection.execute(query), table)
        while rows := self.run(lambda _: result.fetchmany(ROWS), table):
            yield rows


@contextmanager
def _opened(name: str, database_url: str, *, writes: bool) -> Iterator[_Side]:
    with _named(name), engines.exclusive_transaction(database_url, writes=writes) as transaction:
        yield _Side(name, transaction)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Begin the text of an error with a name, unless it has one."""
    try:
        yield
    except MoveFailed:
        raise
    except StoreError as error:
        # Neither of the two URLs has to be that of the settings.
        told = str(error).replace("a DATABASE_URL", "a URL").replace("DATABASE_URL", "its URL")
        raise MoveFailed(f"{name}: {told}") from error


def _require_newest(source: _Side) -> None:
    newest = schema.revisions()[-1]
    revision = source.run(schema.revision_of)
    if revision is None:
        raise MoveFailed("the source: there is nothing of bridge-bot in it")
    if revision > newest:
        raise MoveFailed(
            f"the source: a newer bridge-bot has upgraded its tables to revision {revision}: move"
            " it with that one"
        )
    if revision != newest:
        raise MoveFailed(
            f"the source: its tables are at revision {revision}, and {newest} is needed: upgrade it"
            " first, with `bridge-bot migrate` and its URL as DATABASE_URL"
        )


def _count(table: Table) -> Callable[[Connection], int]:
    query = select(func.count()).select_from(table)
    return lambda connection: connection.execute(query).scalar_one()


def _is_filled(target: _Side) -> bool:
    """Whether any of our tables has a row. `MoveFailed` if they are those of another revision."""

    def filled(connection: Connection) -> list[str]:
        present = set(inspect(connection).get_table_names())
        return [
            table.name
            for table in _TABLES
            if table.name in present
            and connection.execute(select(1).select_from(table).limit(1)).first()
        ]

    revision = target.run(schema.revision_of)
    is_filled = bool(target.run(filled))
    if is_filled and revision != schema.revisions()[-1]:
        raise _not_empty()
    return is_filled


def _not_empty() -> MoveFailed:
    return MoveFailed(
        "the target: it is not empty, and does not hold just what the source holds: move into a new"
        " database"
    )


def _require_equal(
    source: _Side, target: _Side, counts: Mapping[Table, int], report: Report
) -> None:
    """`MoveFailed` unless the target holds each row of the source, and no other one."""
    if any(target.run(_count(table), table) != count for table, count in counts.items()):
        raise _not_empty()
    progress = _Progress("compared", 2 * sum(counts.values()), report)
    for table in _TABLES:
        of_source = _content(source.batches(table), progress)
        if of_source != _content(target.batches(table), progress):
            raise _not_empty()


def _copy_all(source: _Side, target: _Side, rows: int, report: Report) -> None:
    """Copy every table, then read what the target has, and compare it with what was read."""
    progress = _Progress("moved", rows, report)
    read = {table: _content(_copied(source, target, table), progress) for table in _TABLES}
    progress = _Progress("checked", rows, report)
    for table in _TABLES:
        if _content(target.batches(table), progress) != read[table]:
            raise MoveFailed(f"the target, table {table.name}: it does not hold what was written")


def _copied(source: _Side, target: _Side, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """Copy a table; gives the rows that were copied."""
    into, names = insert(table), table.columns.keys()
    for rows in source.batches(table):
        values = [dict(zip(names, row, strict=True)) for row in rows]
        target.run(partial(Connection.execute, statement=into, parameters=values), table)
        yield rows


class _Progress:
    """Counts the rows of one step, and reports them."""

    def __init__(self, step: str, rows: int, report: Report) -> None:
        self._step = step
        self._rows = rows
        self._report = report
        self._done = 0

    def add(self, rows: int) -> None:
        """So many more are done."""
        self._done += rows
        self._report(self._step, self._done, self._rows)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a table holds: how many rows, and the sum of a hash of each, whatever their order is.

    The engines sort text differently, so no order is the same in both.
    """

    rows: int
    hashes: int


def _content(batches: Iterator[Sequence[Row[Any]]], progress: _Progress) -> _Content:
    """The content of a table, from its rows."""
    count = hashes = 0
    for rows in batches:
        count += len(rows)
        # Python's hash of a text is a good one of 64 bits; `repr` also tells 1 from "1". A tuple,
        # because SQLAlchemy's `repr` of a row leaves out the middle of a long text.
        # In place of NUL, which an older version could store, `Text` writes U+FFFD.
        hashes += sum(hash(repr(tuple(row)).replace(r"\x00", "\ufffd")) for row in rows)
        progress.add(len(rows))
    return _Content(count, hashes)
