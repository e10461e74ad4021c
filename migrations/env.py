"""What Alembic runs to migrate, on the connection that `bridge_bot.store.schema` hands over.

There is no alembic.ini and no logging configuration: both belong to the program, not to a
migration. The caller owns the transaction, so that all migrations happen or none.
"""

from __future__ import annotations

from alembic import context

from bridge_bot.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite can hardly alter a table; Alembic copies it instead.
    render_as_batch=True,
)
context.run_migrations()
