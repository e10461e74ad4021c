"""What a turn needs to be finished after a crash, and where to look for what was missed.

Turns that an earlier version left unfinished lack what is needed, and their readers have been told
to ask again: they are stopped.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.add_column("turns", sa.Column("question", sa.Text(), nullable=True))
    op.add_column("turns", sa.Column("guild_id", sa.BigInteger(), nullable=True))
    op.add_column("turns", sa.Column("reply_to", sa.BigInteger(), nullable=True))
    op.add_column("turns", sa.Column("reply_channel_id", sa.BigInteger(), nullable=True))
    op.add_column("turns", sa.Column("begun", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "watermarks",
        sa.Column("shard_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("shard_id", name="pk_watermarks"),
    )
    turns = sa.table("turns", sa.column("state", sa.Text()))
    op.execute(
        turns.update()
        .where(turns.c.state.in_(("queued", "asked", "streaming")))
        .values(state="stopped")
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_table("watermarks")
    with op.batch_alter_table("turns") as turns:
        for column in ("begun", "reply_channel_id", "reply_to", "guild_id", "question"):
            turns.drop_column(column)
