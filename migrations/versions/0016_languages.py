"""How members want to be spoken to is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "member_preferences",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("member_id", name="pk_member_preferences"),
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_table("member_preferences")
