"""An index of the unfinished turns alone, one of turns by time, and the server of every turn.

With the index before, an SQLite file that was analysed, and a plan of PostgreSQL that is made
without parameters, read all turns to find the unfinished ones.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    # Turns from before 0002 have none; their conversations have.
    op.execute(
        "UPDATE turns SET guild_id ="
        " (SELECT conversations.guild_id FROM conversations WHERE key = turns.conversation_key)"
        " WHERE guild_id IS NULL AND conversation_key IN"
        " (SELECT key FROM conversations WHERE conversations.guild_id IS NOT NULL)"
    )
    op.drop_index("ix_turns_state_updated_at", "turns")
    unfinished = sa.text("state IN ('queued', 'asked', 'streaming', 'ending')")
    op.create_index(
        "ix_turns_unfinished",
        "turns",
        ["owner"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
    op.create_index("ix_turns_updated_at", "turns", ["updated_at"])


def downgrade() -> None:
    """Change it back."""
    op.drop_index("ix_turns_updated_at", "turns")
    op.drop_index("ix_turns_unfinished", "turns")
    op.create_index("ix_turns_state_updated_at", "turns", ["state", "updated_at"])
