"""The engine of a PostgreSQL database: its address, its pool, and how long anything may take.

asyncpg and greenlet come with the extra `postgres`; nothing is imported from here without a URL of
PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bridge_bot.core.errors import StoreError
from bridge_bot.store.database import parsed_url

CONNECT_S = 5.0
"""How long to wait for a new connection to the server, in seconds."""

STATEMENT_S = 10.0
"""How long the server may work on a statement, or wait for the next one of a transaction, in
seconds. The store's statements take milliseconds.
"""

LOCK_S = 8.0
"""How long a statement may wait for a lock, in seconds: less, or the server would end it as one
that takes too long.
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
        settings["statement_timeout"] = limit_ms
        settings["idle_in_transaction_session_timeout"] = limit_ms
        settings["lock_timeout"] = f"{min(LOCK_S, statement_s) * 1000:.0f}"
    return create_async_engine(
        postgres_url(database_url),
        hide_parameters=True,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_timeout=QUEUE_S,
        connect_args={"timeout": CONNECT_S, "server_settings": settings},
    )
