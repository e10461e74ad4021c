"""Databases with many conversations, on either engine, as a year of use would leave them.

Each conversation has three turns with a message each. A database with fewer conversations has the
latest of those of a bigger one: of `MANY` the oldest are a year old, and `RECENT` of the last 30
days.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import asyncpg
from sqlalchemy import Connection, make_url

from bridge_bot.store.engines import schema_of
from bridge_bot.store.schema import upgrade

MANY, FEW = 1_000_000, 1_000
RECENT = MANY * 30 // 365
TURNS_EACH = 3

FIRST_KEY = 10**18
"""A conversation's key is its number, counted from 1, beyond this: as long as one of Discord's."""

FIRST_MESSAGE = 2 * 10**18
"""The same of the ids of messages, which are numbered by their turns."""

_TURN_S = 365 * 24 * 3600 / (TURNS_EACH * MANY)

Fill = Callable[[str, int], str]
"""Makes a database of this name with so many conversations, and returns its URL."""


@contextmanager
def _on_sqlite() -> Iterator[Fill]:
    with tempfile.TemporaryDirectory(prefix="bridge-bot-bench-") as folder:

        def fill(name: str, count: int) -> str:
            url = f"sqlite+aiosqlite:///{Path(folder) / name}.db"
            # By default SQLite keeps 2 MB of a file in memory, and would write and read it all
            # again for each turn.
            _fill(url, count, "PRAGMA cache_size = -600000")
            return url

        yield fill


@contextmanager
def _on_postgres() -> Iterator[Fill]:
    """The server writes to the disk for certain, unlike that of the tests."""
    from tests.harness.postgres import postgres_server, url_of  # noqa: PLC0415 - not everywhere

    with postgres_server("shared_buffers = 512MB\nmax_wal_size = 4GB\n") as server:

        def fill(name: str, count: int) -> str:
            _run(url_of(server), f"CREATE DATABASE {name} TEMPLATE template0")
            url = make_url(url_of(server)).set(database=name)
            of_database = url.render_as_string(hide_password=False)
            # Foreign keys would be looked up for each row.
            _fill(of_database, count, "SET LOCAL session_replication_role = replica")
            # What the server would do by and by, while something is measured.
            _run(of_database, "VACUUM (ANALYZE)", "CHECKPOINT")
            return of_database

        yield fill


ENGINES: Mapping[str, Callable[[], AbstractContextManager[Fill]]] = {
    "SQLite": _on_sqlite,
    "PostgreSQL": _on_postgres,
}


def _fill(url: str, count: int, *first: str) -> None:
    upgrade(url)
    turns = TURNS_EACH * count
    created_at = f"{int(time.time())} - CAST(({turns} - n) * {_TURN_S} AS BIGINT)"
    of_conversation = created_at.replace("- n)", f"- {TURNS_EACH} * n)")
    turn_id = "n * 2654435761 % 4294967291"  # a prime: in no order, and no two alike
    key = f"CAST({FIRST_KEY} + (n + {TURNS_EACH - 1}) / {TURNS_EACH} AS TEXT)"
    statements = (
        *first,
        f"""INSERT INTO conversations
            (key, conversation_uid, channel_id, guild_id, created_at, updated_at)
        {_numbers(count)}
        SELECT CAST({FIRST_KEY} + n AS TEXT), 'a uid of 32 characters, ' || ({10**7} + n),
            n % 1000, 1, {of_conversation}, {of_conversation} FROM numbers""",
        f"""INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, guild_id,
            state, owner, locale, created_at, updated_at)
        {_numbers(turns)}
        SELECT {turn_id}, {FIRST_KEY} + n, {key}, n % 5000, n / 3 % 1000, 1,
            'done', 'an owner of 32 characters, ' || (n / {10**5}), 'en-US',
            {created_at}, {created_at} FROM numbers""",
        f"""INSERT INTO reply_messages (message_id, turn_id, page)
        {_numbers(turns)} SELECT {FIRST_MESSAGE} + n, {turn_id}, 0 FROM numbers""",
        # The bot was here before, so that it looks for what it missed.
        "INSERT INTO watermarks (shard_id, message_id) VALUES (0, 1)",
    )

    def fill(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    schema_of(url).change(fill)


def _numbers(count: int) -> str:
    """The numbers from 1 to `count`: what follows selects from them."""
    return f"""WITH RECURSIVE numbers(n) AS
        (SELECT 1 WHERE {count} > 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"""


def _run(url: str, *statements: str) -> None:
    """Run statements that PostgreSQL does in no transaction."""

    async def run() -> None:
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run())
