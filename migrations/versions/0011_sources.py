"""The sources of complete answers are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "sources",
        sa.Column("turn_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["turns.id"], name="fk_sources_turn_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("turn_id", "place", name="pk_sources"),
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_table("sources")
