"""The index of unfinished turns is by conversation: each question looks for those of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    _index_by("conversation_key", "question_id")


def downgrade() -> None:
    """Change it back."""
    _index_by("owner")


def _index_by(*columns: str) -> None:
    unfinished = sa.text("state IN ('queued', 'asked', 'streaming', 'ending')")
    op.drop_index("ix_turns_unfinished", "turns")
    op.create_index(
        "ix_turns_unfinished",
        "turns",
        columns,
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
