"""A migration that says that it only expands keeps everything that the program before it uses.

So that one can work on, or start again, while the new version is there already.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Inspector, inspect

from bridge_bot.store import schema
from bridge_bot.store.engines import schema_of
from tests.harness.database import migrate
from tests.store.earlier import database_at

FIRST_THAT_SAYS = "0010"
"""Programs before 0016 ask for no more than the revision that they know."""

SCRIPT = ScriptDirectory(str(schema.migrations_folder()))
EXPANDING = [
    (step.down_revision, step.revision)
    for step in SCRIPT.walk_revisions()
    if getattr(step.module, "only_expands", False)
]


class Tables(NamedTuple):
    """What a program depends on: by table or by table and column."""

    columns: dict[tuple[str, str], tuple[str, bool]]
    """The type, and whether it may be null."""
    needed: set[tuple[str, str]]
    """What a new row has to give."""
    rules: set[tuple[str, Any]]
    """What may keep a row out: primary and foreign keys and unique columns."""


def found(connection: Connection) -> Tables:
    inspector = inspect(connection)
    tables = [name for name in inspector.get_table_names() if name != "alembic_version"]
    columns = {
        (table, each["name"]): each for table in tables for each in inspector.get_columns(table)
    }
    return Tables(
        {key: (str(each["type"]), bool(each["nullable"])) for key, each in columns.items()},
        {key for key, each in columns.items() if not each["nullable"] and each["default"] is None},
        {(table, rule) for table in tables for rule in rules(inspector, table)},
    )


def rules(inspector: Inspector, table: str) -> set[Any]:
    unique = [index for index in inspector.get_indexes(table) if index["unique"]]
    return {
        ("primary key", *inspector.get_pk_constraint(table)["constrained_columns"]),
        *(("unique", *index["column_names"]) for index in unique),
        *(("unique", *each["column_names"]) for each in inspector.get_unique_constraints(table)),
        *(
            ("foreign key", *each["constrained_columns"], each["referred_table"])
            for each in inspector.get_foreign_keys(table)
        ),
        *(("check", each["sqltext"]) for each in inspector.get_check_constraints(table)),
    }


def of_tables(names: set[str], what: set[tuple[str, Any]]) -> set[tuple[str, Any]]:
    """Those of a version's own tables. What a later one adds is none of its business."""
    return {each for each in what if each[0] in names}


@pytest.mark.parametrize(("before", "after"), EXPANDING, ids=[each[1] for each in EXPANDING])
def test_an_expanding_migration_keeps_what_the_program_before_it_uses(
    tmp_path: Path, before: str, after: str
) -> None:
    database = database_at(tmp_path, before)
    was = schema_of(database.url).read(found)
    migrate(database.url, command.upgrade, after)
    now = schema_of(database.url).read(found)
    names = {table for table, _ in was.columns}
    assert {key: now.columns.get(key) for key in was.columns} == was.columns
    assert of_tables(names, now.needed) <= was.needed, "an old program's rows have no such value"
    assert of_tables(names, now.rules) <= was.rules, "an old program's rows may break this rule"


def test_each_migration_says_whether_it_only_expands() -> None:
    silent = [
        step.revision
        for step in SCRIPT.walk_revisions()
        if step.revision >= FIRST_THAT_SAYS and not hasattr(step.module, "only_expands")
    ]
    assert silent == []
