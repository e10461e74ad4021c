"""Errors of PostgreSQL as `StoreError`s whose text tells an operator what to do.

The code of an error (SQLSTATE, postgresql.org/docs/current/errcodes-appendix.html) chooses the
text. PostgreSQL's own text is left out: it can hold values of the statement, such as a question.
Only of errors about the schema (class 42) it is kept, which name tables and columns.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bridge_bot.core.errors import StoreError, StoreUnreachable

_SENTENCES = {
    "22": "the database refused a value that it can't hold",
    "23": "the database refused a row that breaks one of its rules",
    "25006": "the database is read-only: DATABASE_URL names a standby, not the primary server",
    "25P03": "the database server gave up a transaction that this program had left waiting",
    "28": "the database server refuses the user or the password of DATABASE_URL",
    "3D": "the database that DATABASE_URL names does not exist: create it first",
    "40": "the database gave up a transaction that met another one",
    "42501": "the user of DATABASE_URL may not do that: grant it the rights, or let it own the"
    " database",
    "53100": "the disk of the database server is full",
    "53200": "the database server has not enough memory",
    "53300": "the database server takes no more connections: raise its max_connections, or stop"
    " what else uses it",
    "55P03": "the database stayed locked by another program",
    "57014": "the database took too long for a statement",
    "57P01": "the database server is shutting down",
    "57P02": "the database server has crashed and is starting again",
    "57P03": "the database server is starting or stopping",
    "58": "the disk under the database server failed to read or write",
    "XX": "the database server found its data damaged: look into its log",
}
"""By the whole code, or by its class: its first two characters."""

_SENTENCES_OF_KINDS: dict[type[Exception], str] = {
    PoolTimeout: "the database was too busy: the turn of this did not come in time",
    TimeoutError: "the database server did not answer in time",
    socket.gaierror: "the host name of DATABASE_URL can't be looked up",
    asyncpg.TargetServerAttributeNotMatched: "none of the servers of DATABASE_URL is one to write"
    " to",
}
"""Of errors that have no code."""

_UNREACHABLE = {"25006", "25P03", "53300", "57P01", "57P02", "57P03"}
"""Errors of a connection that the server ends; it may be there again soon, or another will be in
its place.
"""

RETRIED = frozenset({"40001", "40P01", "0A000"})
"""Serialization failures, deadlocks, and a prepared statement that no longer fits to its table,
which another process has upgraded: the transaction was undone, and may be tried again.
"""

_ERRORS = (
    SQLAlchemyError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
)

_SCHEMA = "42"
_CONNECTION = "08"


@contextmanager
def as_store_errors() -> Iterator[None]:
    """Turn every error of SQLAlchemy, asyncpg and the network that happens inside into a
    `StoreError`; those of a server that can't be reached into a `StoreUnreachable`.
    """
    try:
        yield
    except _ERRORS as error:
        raise _store_error(error) from error


def code_of(error: BaseException) -> str:
    """The SQLSTATE of an error; empty if the server has sent none."""
    return str(getattr(_cause(error), "sqlstate", None) or "")


def is_unreachable(error: BaseException) -> bool:
    """Whether an error says that the connection is of no use any more, or was never made."""
    code = code_of(error)
    is_closed = isinstance(error, DBAPIError) and error.connection_invalidated
    is_of_connection = code in _UNREACHABLE or code.startswith(_CONNECTION)
    is_of_network = isinstance(error, OSError | asyncpg.TargetServerAttributeNotMatched)
    return is_closed or is_of_connection or is_of_network


def _store_error(error: Exception) -> StoreError:
    kind = StoreUnreachable if is_unreachable(error) else StoreError
    return kind(_sentence(error, code_of(error)))


def _sentence(error: Exception, code: str) -> str:
    if sentence := _SENTENCES.get(code) or _SENTENCES.get(code[:2]):
        return f"{sentence} ({code})"
    for kind, sentence in _SENTENCES_OF_KINDS.items():
        if isinstance(error, kind):
            return sentence
    cause = _cause(error)
    if code.startswith(_SCHEMA):
        # Its first line: details and hints follow.
        return f"the database refused: {str(cause).splitlines()[0]} ({code})"
    if is_unreachable(error):
        return f"the database server can't be reached ({type(cause).__name__})"
    return f"the database failed: {type(cause).__name__} {code}".rstrip()


def _cause(error: BaseException) -> BaseException:
    """The driver's own error, of one that SQLAlchemy has wrapped."""
    while isinstance(error, DBAPIError | AsyncAdapt_asyncpg_dbapi.Error) and error.__cause__:
        error = error.__cause__
    return error
