"""The table of what is counted of each day."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table

from bridge_bot.store.dialects import Text
from bridge_bot.store.tables.metadata import METADATA

USAGE_COUNTS = Table(
    "usage_counts",
    METADATA,
    # A `UsageKey`, a column for each part. 0 for server and channel: in private.
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_bot", Text, primary_key=True),
    Column("counted", Text, primary_key=True),
    Column("within_ms", BigInteger, primary_key=True, autoincrement=False),
    Column("count", BigInteger, nullable=False),
    # All servers of some days, and those that are old enough to be removed.
    Index("ix_usage_counts_day", "day"),
)
