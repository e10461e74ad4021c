"""The table of the servers that the bot is in, or has left."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table

from bridge_bot.store.tables.metadata import METADATA

GUILDS = Table(
    "guilds",
    METADATA,
    # Each server that the bot is in, as far as Discord has told it, and those that it was in.
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    # Since when it is not in it any more, by Discord's clock; NULL: it is. A week later everything
    # of the server is removed, this row as well.
    Column("left_at", BigInteger),
    # Those that were left long enough ago.
    Index("ix_guilds_left_at", "left_at"),
)
