"""Where each table is registered."""

from __future__ import annotations

from sqlalchemy import MetaData

# Every constraint has a name, so that a later migration can say which one it means.
METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
