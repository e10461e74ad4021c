"""A conversation keeps the chatbot that it began with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.add_column(
        "conversations", sa.Column("chat_bot", sa.Text(), nullable=False, server_default="")
    )


def downgrade() -> None:
    """Change it back."""
    op.drop_column("conversations", "chat_bot")
