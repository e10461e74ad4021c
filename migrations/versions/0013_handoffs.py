"""Conversations can be handed over to people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "handoffs",
        sa.Column("conversation_key", sa.Text(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.Column("quiet_since", sa.BigInteger(), nullable=False),
        sa.Column("quiet_until", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_key"],
            ["conversations.key"],
            name="fk_handoffs_conversation_key",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_key", name="pk_handoffs"),
    )
    op.create_index("ix_handoffs_changed_at", "handoffs", ["changed_at"])
    op.create_index("ix_handoffs_quiet_until", "handoffs", ["quiet_until"])
    op.create_table(
        "help_calls",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "number", name="pk_help_calls"),
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_table("help_calls")
    op.drop_table("handoffs")
