"""What members think of answers is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "votes",
        sa.Column("turn_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("vote", sa.Text(), nullable=False),
        sa.Column("voted_at", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_bot", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("turn_id", "member_id", name="pk_votes"),
    )
    op.create_index("ix_votes_member_id", "votes", ["member_id"])
    op.create_index("ix_votes_guild_id_voted_at", "votes", ["guild_id", "voted_at"])
    op.create_table(
        "feedback_posts",
        sa.Column("turn_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("turn_id", name="pk_feedback_posts"),
    )
    op.create_index("ix_feedback_posts_guild_id", "feedback_posts", ["guild_id"])


def downgrade() -> None:
    """Change it back."""
    op.drop_table("feedback_posts")
    op.drop_table("votes")
