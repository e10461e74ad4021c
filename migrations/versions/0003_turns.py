"""A turn is one attempt at a question: it has an id of its own, and a process that owns it.

Turns of earlier versions keep the id of their question as their own: it stands in the nonces of
messages that Discord may have taken just now.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the schema."""
    op.add_column("turns", sa.Column("question_id", sa.BigInteger(), nullable=True))
    op.add_column("turns", sa.Column("attempt", sa.Integer(), server_default="1", nullable=False))
    op.add_column("turns", sa.Column("owner", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "turns", sa.Column("lease_until", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.add_column("turns", sa.Column("locale", sa.Text(), nullable=True))
    op.execute("UPDATE turns SET question_id = id")
    # This copies the table, once. Foreign keys are off, or the replies' messages would go with it.
    with op.batch_alter_table("turns") as turns:
        turns.alter_column("question_id", existing_type=sa.BigInteger(), nullable=False)
        turns.create_unique_constraint("uq_turns_question_id", ["question_id", "attempt"])


def downgrade() -> None:
    """Change it back. Of several attempts at a question the last one is kept."""
    op.execute(
        "DELETE FROM turns WHERE attempt <"
        " (SELECT max(later.attempt) FROM turns AS later"
        " WHERE later.question_id = turns.question_id)"
    )
    op.execute("DELETE FROM reply_messages WHERE turn_id NOT IN (SELECT id FROM turns)")
    with op.batch_alter_table("reply_messages") as messages:  # PostgreSQL checks it at each step
        messages.drop_constraint("fk_reply_messages_turn_id", type_="foreignkey")
    op.execute(
        "UPDATE reply_messages SET turn_id ="
        " (SELECT question_id FROM turns WHERE turns.id = reply_messages.turn_id)"
    )
    op.execute("UPDATE turns SET id = question_id")
    with op.batch_alter_table("reply_messages") as messages:
        messages.create_foreign_key(
            "fk_reply_messages_turn_id", "turns", ["turn_id"], ["id"], ondelete="CASCADE"
        )
    with op.batch_alter_table("turns") as turns:
        turns.drop_constraint("uq_turns_question_id", type_="unique")
        for column in ("locale", "lease_until", "owner", "attempt", "question_id"):
            turns.drop_column(column)
