"""The engine of a PostgreSQL database: its address, its pool, and how long anything may take.

asyncpg and greenlet come with the extra `postgres`; nothing is imported from here without a URL of
PostgreSQL.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, event, exc
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bridge_bot.core.errors import StoreError
from bridge_bot.store.database import parsed_url

CONNECT_S = 5.0
"""How long to wait for a new connection to the server, in seconds."""

STATEMENT_S = 10.0
"""How long the server may work on a statement, or wait for a lock or for the next statement of a
transaction. The store's statements take milliseconds.
"""

POOL_SIZE = 5
"""How many connections a process has at most. One transaction takes about a millisecond."""

QUEUE_S = 30.0
"""How long a transaction may wait for a free connection, in seconds."""


def postgres_url(database_url: str) -> URL:
    """The parsed URL of a PostgreSQL database; `StoreError` for any other, without repeating it."""
    url = parsed_url(database_url)
    if url.get_backend_name() != "postgresql":
        raise StoreError("DATABASE_URL names no PostgreSQL database")
    return url.set(drivername="postgresql+asyncpg")


def postgres_engine(database_url: str, *, statement_s: float | None = STATEMENT_S) -> AsyncEngine:
    """An engine whose statements take at most `statement_s` seconds each; None: as long as they do.

    Parameters of statements stay out of its errors.
    """
    settings = {"application_name": "bridge-bot"}
    if statement_s is not None:
        limit_ms = f"{statement_s * 1000:.0f}"
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            settings[name] = limit_ms
    engine = create_async_engine(
        postgres_url(database_url),
        hide_parameters=True,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=QUEUE_S,
        connect_args={"timeout": CONNECT_S, "server_settings": settings},
    )
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


def _refuse_closed(connection: DBAPIConnection, _record: object, _proxy: object) -> None:
    """Have the pool open another connection in place of one that the server has closed.

    That costs nothing, while a ping before each transaction would take longer than most of them.
    """
    driver: Any = connection.driver_connection
    if driver.is_closed():
        raise exc.DisconnectionError("the server has closed this connection")
