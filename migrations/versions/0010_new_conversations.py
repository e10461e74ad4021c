"""A conversation can begin anew in the same place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
only_expands = True


def upgrade() -> None:
    """Change the schema."""
    op.add_column("conversations", sa.Column("begins_after", sa.BigInteger()))


def downgrade() -> None:
    """Change it back."""
    op.drop_column("conversations", "begins_after")
