"""Locks by which processes send their IDENTIFYs one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import StoreError
from bridge_bot.store.postgres.connection import TRANSACTION_S
from bridge_bot.store.postgres.engine import postgres_engine
from bridge_bot.store.postgres.errors import as_store_errors

_CLASS = 1684370276
"""Of the advisory locks of two numbers, those of which this is the first are for this."""

_TRY_EVERY_S = 0.1

_RENEW_EVERY_S = 3.0

_HELD_AT_MOST_S = 10
"""The server takes the lock from a process that hangs so many seconds after it renewed it."""

# Of the transaction, not of the session: PgBouncer gives each transaction another session.
_KEEP = text(f"SET LOCAL idle_in_transaction_session_timeout = '{_HELD_AT_MOST_S}s'")
_RENEW = text("SELECT 1")  # a statement begins the time anew
_TRY = text("SELECT pg_try_advisory_xact_lock(:class, :number)").bindparams(**{"class": _CLASS})


@asynccontextmanager
async def identify_lock(database_url: str, number: int) -> AsyncIterator[None]:
    """See `engines.identify_lock`. A transaction holds the lock: it ends with the process.

    Each lock that is held or waited for has a connection of its own, beside the store's; one that
    is waited for is in no transaction between the attempts.
    """
    engine, renewing = postgres_engine(database_url), BackgroundTasks()
    connection = engine.connect()
    try:
        with as_store_errors():
            async with asyncio.timeout(TRANSACTION_S):
                await connection.start()
            while not await _is_locked(connection, number):  # noqa: ASYNC110 - others hold it
                await asyncio.sleep(_TRY_EVERY_S)
        renewing.start(_keep_renewing(connection), name="renewing the lock of an IDENTIFY")
        yield
    finally:
        await renewing.close()
        if connection.sync_connection is not None:
            # The server undoes what is open when its connection ends, and need not answer.
            await connection.invalidate()
            await connection.close()
        await engine.dispose()


async def _keep_renewing(connection: AsyncConnection) -> None:
    with suppress(StoreError), as_store_errors():  # the lock is gone, and who holds it goes on
        while True:
            await asyncio.sleep(_RENEW_EVERY_S)
            await connection.execute(_RENEW)


async def _is_locked(connection: AsyncConnection, number: int) -> bool:
    """Begin a transaction that holds the lock; False, and none is open, if another one does."""
    async with asyncio.timeout(TRANSACTION_S):
        await connection.execute(_KEEP)
        is_locked = await connection.scalar(_TRY, {"number": number})
        if not is_locked:
            await connection.rollback()
    return bool(is_locked)
