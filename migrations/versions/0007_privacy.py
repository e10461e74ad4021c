"""Members can opt out, and each is told once that a machine answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "opt_outs",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("member_id", name="pk_opt_outs"),
    )
    op.create_table(
        "disclosures",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("turn_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_disclosures"),
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_table("disclosures")
    op.drop_table("opt_outs")
