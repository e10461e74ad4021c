"""It is known which servers the bot has left, and what is old or a member's is found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None
only_expands = True

_INDEXES = {
    "ix_conversations_guild_id_channel_id": ("conversations", ["guild_id", "channel_id"]),
    "ix_conversations_updated_at": ("conversations", ["updated_at"]),
    "ix_turns_asker_id_updated_at": ("turns", ["asker_id", "updated_at"]),
    "ix_turns_parent_id": ("turns", ["parent_id"]),
    "ix_votes_voted_at": ("votes", ["voted_at"]),
    "ix_guild_setting_values_name": ("guild_setting_values", ["name"]),
    "ix_guild_setting_changes_changed_at": ("guild_setting_changes", ["changed_at"]),
    "ix_guild_setting_changes_member_id": ("guild_setting_changes", ["member_id"]),
    "ix_guild_setting_changes_name": ("guild_setting_changes", ["name"]),
}

# Of what is asked where only the member sees the answer, which has a colon in its key, the bot may
# not be in the server.
_KNOWN = """
    INSERT INTO guilds (guild_id)
    SELECT guild_id FROM conversations WHERE guild_id IS NOT NULL AND key NOT LIKE '%:%'
    UNION SELECT guild_id FROM votes WHERE guild_id IS NOT NULL
    UNION SELECT guild_id FROM guild_settings
"""


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "guilds",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guilds"),
    )
    op.create_index("ix_guilds_left_at", "guilds", ["left_at"])
    for name, (table, columns) in _INDEXES.items():
        op.create_index(name, table, columns)
    op.execute(_KNOWN)


def downgrade() -> None:
    """Change it back."""
    for name, (table, _) in _INDEXES.items():
        op.drop_index(name, table_name=table)
    op.drop_table("guilds")
