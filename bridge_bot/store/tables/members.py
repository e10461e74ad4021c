"""What is stored of members beside their questions."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table

from bridge_bot.store.dialects import Text
from bridge_bot.store.tables.metadata import METADATA

OPT_OUTS = Table(
    "opt_outs",
    METADATA,
    # The members who forbade that their messages are read or quoted, and since when.
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("since", BigInteger, nullable=False),
    # When they were told that this is why a question got no answer; NULL until then.
    Column("told_at", BigInteger),
)

MEMBER_PREFERENCES = Table(
    "member_preferences",
    METADATA,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    # The language that a member chose for themselves, as a code of the Chat API.
    Column("language", Text),
    # The locale of their Discord, as their last interaction has shown it.
    Column("locale", Text),
)

DISCLOSURES = Table(
    "disclosures",
    METADATA,
    # The members who know that a machine answers, and the turn whose answer has told them.
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("turn_id", BigInteger, nullable=False),
)
