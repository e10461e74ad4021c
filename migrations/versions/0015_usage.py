"""What is counted of each day is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "usage_counts",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_bot", sa.Text(), nullable=False),
        sa.Column("counted", sa.Text(), nullable=False),
        sa.Column("within_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            *("guild_id", "day", "channel_id", "chat_bot", "counted", "within_ms"),
            name="pk_usage_counts",
        ),
    )
    op.create_index("ix_usage_counts_day", "usage_counts", ["day"])


def downgrade() -> None:
    """Change it back."""
    op.drop_table("usage_counts")
