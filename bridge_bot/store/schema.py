"""The schema of a database: upgrade it, then verify that everything the store needs is there.

Alembic does the upgrading, but it is imported only if there is something to upgrade: it would
stay in memory for as long as the bot runs. Revisions are numbered ("0001", "0002"), so the names
of the files tell the newest one without it.

These functions block; call them before the event loop starts, or in a thread. A new migration is
made with `make migration m="what changes"`, which compares the tables with the migrations so far.

A migration says by `only_expands` whether the program before it can work on what it makes. Beside
the revision stands the oldest one whose programs can, so that an older program knows, when it
starts on newer tables, whether it may: as while a new version takes the place of the old one.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

import bridge_bot
from bridge_bot.core.errors import StoreError
from bridge_bot.store.engines import schema_of
from bridge_bot.store.tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

PACKAGE = Path(bridge_bot.__file__).parent


def migrations_folder(package: Path = PACKAGE) -> Path:
    """Where the migrations are: inside an installed package, or beside it in a checkout."""
    for folder in (package / "migrations", package.parent / "migrations"):
        if (folder / "env.py").is_file():
            return folder
    raise StoreError("this installation lacks its migrations: install bridge-bot again")


def revisions() -> list[str]:
    """The revisions that this program knows, oldest first."""
    return sorted(
        file.name.partition("_")[0] for file in (migrations_folder() / "versions").glob("*_*.py")
    )


def prepare(database_url: str) -> list[str]:
    """Make what an empty database needs, such as its file, readable by its owner alone.

    Returns a sentence about each file that others could read until now, or still can.
    """
    return schema_of(database_url).prepare()


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: the revision before (None: a new database), and the copy made of that."""

    revision: str | None
    copy: Path | None


def upgrade(database_url: str) -> Upgrade | None:
    """Bring the database to the newest revision, and tell what was done, None if nothing was.

    An SQLite file is made if missing, and what it holds is copied before it is changed. Of two
    programs that upgrade at once, one waits and then finds nothing to do. `StoreError` if it fails,
    and then nothing was changed; also if a newer program made of it what this one can't work on.
    """
    schema = schema_of(database_url)
    schema.prepare()
    if is_current(schema.read(revision_of)):
        return None

    def upgrade(connection: Connection) -> Upgrade | None:
        revision = revision_of(connection)
        if is_current(revision):
            return None
        with schema.copied(connection, revision) as copy:
            migrate(connection)
            connection.commit()  # here, so that no copy is left where this fails
        return Upgrade(revision, copy)

    return schema.change(upgrade)


def require_newest(database_url: str) -> None:
    """Raise a `StoreError` that says what to do, unless the database is there and current. Nothing
    is changed.
    """
    schema, newest = schema_of(database_url), revisions()[-1]
    schema.check_exists()
    revision = schema.read(revision_of)
    if revision is None:
        raise StoreError(
            "the database has no tables yet: check DATABASE_URL, or start the bot once"
        )
    if not is_current(revision):
        raise StoreError(
            f"the database is at revision {revision}, this bridge-bot needs {newest}: start this"
            " version of the bot once, or run `bridge-bot migrate`"
        )


def is_current(revision: str | None) -> bool:
    """Whether a revision, as `revision_of` returns it, is the newest one or that of a newer
    program.
    """
    return revision is not None and revision >= revisions()[-1]


def revision_at(database_url: str) -> str | None:
    """The revision that the database is at; None if it was never migrated, or is not there.
    Raises `StoreError`, also if this program can't work on it. Nothing is changed.
    """
    schema = schema_of(database_url)
    return schema.read(revision_of) if schema.exists() else None


def verify(database_url: str) -> None:
    """Raise a `StoreError` that names what the store needs and the database lacks.

    More than is needed is fine: a newer program may have been here.
    """
    present = schema_of(database_url).read(_columns)
    missing = [
        f"column {table.name}.{column.name}" if table.name in present else f"table {table.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if column.name not in present.get(table.name, set())
    ]
    if missing:
        raise StoreError(f"the database lacks {', '.join(dict.fromkeys(missing))}")


def _columns(connection: Connection) -> dict[str, set[str]]:
    """The columns of each table that is there."""
    found = inspect(connection).get_multi_columns()
    return {name: {column["name"] for column in columns} for (_, name), columns in found.items()}


def draft_migration(message: str) -> list[str]:
    """Write a migration from the newest revision to the present tables; for developers only."""
    from alembic import command  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/draft.db"
        upgrade(url)
        number = f"{int(revisions()[-1]) + 1:04d}"
        schema_of(url).read(
            lambda connection: command.revision(
                _config(connection), message, autogenerate=True, rev_id=number
            )
        )
    return [str(file) for file in (migrations_folder() / "versions").glob(f"{number}_*.py")]


def revision_of(connection: Connection) -> str | None:
    """The revision that the database is at, None if it was never migrated. `StoreError` if it is of
    a newer program, and this one can't work on it.
    """
    inspector = inspect(connection)
    if not inspector.has_table("alembic_version"):
        return None
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    known = revisions()
    if revision is None or revision in known:
        return None if revision is None else str(revision)
    oldest = None
    if "oldest_program" in {column["name"] for column in inspector.get_columns("alembic_version")}:
        oldest = connection.scalar(text("SELECT oldest_program FROM alembic_version"))
    if oldest is None or oldest > known[-1]:
        raise StoreError(
            f"the database is at revision {revision}, this bridge-bot knows only {known[-1]}:"
            " a newer bridge-bot has upgraded it; run that one, or go back to the copy that it"
            " made before (docs/backup.md)"
        )
    return str(revision)


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision, in the transaction of this connection."""
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = _config(connection)
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(f"the migrations do not fit together: {error}") from error
    if "oldest_program" not in _columns(connection)["alembic_version"]:
        connection.execute(text("ALTER TABLE alembic_version ADD COLUMN oldest_program TEXT"))
    oldest = oldest_program(ScriptDirectory.from_config(config))
    note = text("UPDATE alembic_version SET oldest_program = :oldest")
    connection.execute(note.bindparams(oldest=oldest))


def oldest_program(script: ScriptDirectory) -> str:
    """The oldest revision whose programs can work on the newest tables: 0009, if 0010 and all after
    it only expand.
    """
    steps = list(script.walk_revisions())
    return next(
        (step.revision for step in steps if not getattr(step.module, "only_expands", False)),
        steps[-1].revision,
    )


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    # The option is read through configparser, where % begins a reference.
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    return config
