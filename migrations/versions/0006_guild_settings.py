"""What servers set, with a list of the changes; limits of members in a server, and of channels."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_settings"),
    )
    op.create_index("ix_guild_settings_changed_at", "guild_settings", ["changed_at"])
    op.create_table(
        "guild_setting_values",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guild_id"],
            ["guild_settings.guild_id"],
            name="fk_guild_setting_values_guild_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("guild_id", "channel_id", "name", name="pk_guild_setting_values"),
    )
    op.create_table(
        "guild_setting_changes",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("former", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guild_id"],
            ["guild_settings.guild_id"],
            name="fk_guild_setting_changes_guild_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("guild_id", "version", name="pk_guild_setting_changes"),
    )
    op.add_column("turns", sa.Column("parent_id", sa.BigInteger(), nullable=True))
    # A count may be of a member in one server.
    with op.batch_alter_table("request_counts") as counts:
        counts.add_column(
            sa.Column("member_id", sa.BigInteger(), server_default="0", nullable=False)
        )
        counts.drop_constraint("pk_request_counts", type_="primary")
        counts.create_primary_key("pk_request_counts", ["day", "scope", "scope_id", "member_id"])


def downgrade() -> None:
    """Change it back."""
    op.execute("DELETE FROM request_counts WHERE member_id <> 0")
    with op.batch_alter_table("request_counts") as counts:
        counts.drop_constraint("pk_request_counts", type_="primary")
        counts.create_primary_key("pk_request_counts", ["day", "scope", "scope_id"])
        counts.drop_column("member_id")
    op.drop_column("turns", "parent_id")
    op.drop_table("guild_setting_changes")
    op.drop_table("guild_setting_values")
    op.drop_index("ix_guild_settings_changed_at", "guild_settings")
    op.drop_table("guild_settings")
