"""Errors of SQLite as `StoreError`s whose text tells an operator what to do.

SQLite's own texts are short ("unable to open database file"), and SQLAlchemy's long, with the
statement and a link. Here SQLite's result code chooses the text. It never holds a parameter of the
statement or a part of the database's address.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bridge_bot.core.errors import StoreError

# By primary result code: the low byte of an extended one (sqlite.org/rescode.html).
_SENTENCES = {
    sqlite3.SQLITE_PERM: "the database file may not be used: check its owner and permissions",
    sqlite3.SQLITE_AUTH: "the database file may not be used: check its owner and permissions",
    sqlite3.SQLITE_BUSY: "the database stayed locked by another program",
    sqlite3.SQLITE_LOCKED: "the database stayed locked by this program",
    sqlite3.SQLITE_NOMEM: "there is not enough memory for the database",
    sqlite3.SQLITE_READONLY: "the database is read-only: make its file and folder writable",
    sqlite3.SQLITE_IOERR: "the disk under the database failed to read or write",
    sqlite3.SQLITE_CORRUPT: "the database file is damaged: restore it from a backup",
    sqlite3.SQLITE_FULL: "the disk is full: the database cannot grow",
    sqlite3.SQLITE_CANTOPEN: "the database file cannot be opened: check that its folder exists"
    " and is writable",
    sqlite3.SQLITE_CONSTRAINT: "the database refused a row that breaks one of its rules",
    sqlite3.SQLITE_NOTADB: "the file is not an SQLite database: check DATABASE_URL",
}


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Turn every error of SQLAlchemy and SQLite that happens inside into a `StoreError`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(_sentence(error)) from error


def _sentence(error: SQLAlchemyError | sqlite3.Error) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    match cause:
        case sqlite3.Error(sqlite_errorcode=int(code), sqlite_errorname=str(name)):
            known = _SENTENCES.get(code & 0xFF)
            # Other codes are about the schema or the statement ("no such table: turns").
            return f"{known} ({name})" if known else f"the database refused: {cause} ({name})"
        case _:
            return f"the database failed ({type(cause).__name__})"
