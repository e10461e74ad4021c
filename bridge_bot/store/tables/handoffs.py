"""The tables of calls for help, and of where the bot keeps quiet."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table

from bridge_bot.store.dialects import Text
from bridge_bot.store.tables.metadata import METADATA

HANDOFFS = Table(
    "handoffs",
    METADATA,
    # The conversations that are handed over to people. Times by Discord's clock.
    Column(
        "conversation_key",
        Text,
        ForeignKey("conversations.key", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("guild_id", BigInteger, nullable=False),
    # The thread or channel that it is held in.
    Column("channel_id", BigInteger, nullable=False),
    # When people were called to it last; 0: they were not.
    Column("called_at", BigInteger, nullable=False),
    # From when on and until when the bot keeps quiet in it.
    Column("quiet_since", BigInteger, nullable=False),
    Column("quiet_until", BigInteger, nullable=False),
    # When the row was changed, by the clock of the database: what other processes have changed
    # lately, each process looks for all the time.
    Column("changed_at", BigInteger, nullable=False),
    Index("ix_handoffs_changed_at", "changed_at"),
    # Those that are over.
    Index("ix_handoffs_quiet_until", "quiet_until"),
)

HELP_CALLS = Table(
    "help_calls",
    METADATA,
    # The last calls of a server: as many rows as it may have calls within an hour, numbered from 0.
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # When, by Discord's clock.
    Column("called_at", BigInteger, nullable=False),
)
