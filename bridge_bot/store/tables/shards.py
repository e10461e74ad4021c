"""The table of which process serves which gateway shard."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table

from bridge_bot.store.dialects import Text
from bridge_bot.store.tables.metadata import METADATA

SHARD_LEASES = Table(
    "shard_leases",
    METADATA,
    Column("shard_id", Integer, primary_key=True, autoincrement=False),
    # The process that serves it: a name that is new for each process.
    Column("owner", Text, nullable=False),
    # Until when, by the clock of the database, unless it is renewed.
    Column("lease_until", BigInteger, nullable=False),
)
