"""Upgrading and verifying: from nothing, at once, from elsewhere, too new, incomplete."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bridge_bot.core.errors import StoreError
from bridge_bot.store import schema
from bridge_bot.store.engines import schema_of
from bridge_bot.store.tables import METADATA
from tests.harness.database import StoredDatabase, migrate, new_database
from tests.harness.forked_process import run_source

ROOT = Path(__file__).parents[2]


@pytest.mark.sqlite
def test_a_missing_file_is_made_with_its_folder_and_upgraded_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a % b/c/bot.db"
    assert schema.upgrade(url)
    assert not schema.upgrade(url)
    schema.verify(url)


@pytest.mark.sqlite
def test_the_revision_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/folder/bot.db"
    assert schema.revision_at(url) is None
    assert list(tmp_path.iterdir()) == []
    schema.upgrade(url)
    assert schema.revision_at(url) == schema.revisions()[-1]


@pytest.mark.sqlite
def test_upgrading_works_from_any_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert schema.upgrade("sqlite+aiosqlite:///bot.db")
    assert (tmp_path / "bot.db").is_file()


def test_upgrading_leaves_the_logging_configuration_alone(tmp_path: Path) -> None:
    def configuration() -> tuple[object, ...]:
        root = logging.getLogger()
        return root.level, tuple(root.handlers), logging.getLogger("bridge_bot").disabled

    before = configuration()
    schema.upgrade(new_database(tmp_path, migrated=False).url)
    assert configuration() == before


def test_a_database_at_the_newest_revision_needs_no_alembic(url: str) -> None:
    """Memory: Alembic would stay for as long as the bot runs."""
    script = f"""
import sys
from bridge_bot.store import schema
assert not schema.upgrade({url!r})
schema.verify({url!r})
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)


def test_processes_that_upgrade_at_once_upgrade_once(tmp_path: Path) -> None:
    url = new_database(tmp_path, migrated=False).url
    source = f"""
import sys, time
from pathlib import Path
from bridge_bot.store import schema
folder = Path({str(tmp_path)!r})
(folder / sys.argv[1]).touch()
while len([*folder.glob("ready-*")]) < 3:
    time.sleep(0.001)
print(schema.upgrade({url!r}) is not None)
"""
    with ThreadPoolExecutor(3) as threads:
        said = threads.map(
            lambda name: run_source(source, name).stdout, ["ready-1", "ready-2", "ready-3"]
        )
    assert sorted(said) == ["False\n", "False\n", "True\n"]
    schema.verify(url)


def test_a_failed_upgrade_changes_nothing(tmp_path: Path) -> None:
    """A table of somebody else's stands in the way of the second of the four."""
    database = new_database(tmp_path, migrated=False)
    database.execute("CREATE TABLE turns (id INTEGER)")
    with pytest.raises(StoreError, match=r"table turns already exists|\"turns\" already exists"):
        schema.upgrade(database.url)
    assert list(schema_of(database.url).read(schema._columns)) == ["turns"]


def test_a_database_of_a_newer_program_that_noted_nothing_is_refused(
    database: StoredDatabase,
) -> None:
    database.execute("UPDATE alembic_version SET version_num = '9999', oldest_program = NULL")
    with pytest.raises(StoreError, match=r"revision 9999, .* a newer bridge-bot"):
        schema.upgrade(database.url)


def noted(database: StoredDatabase) -> object:
    """The oldest program that can work on these tables, as the database has it."""
    return database.rows("SELECT oldest_program FROM alembic_version")[0][0]


def test_a_database_of_a_newer_program_that_only_expanded_it_is_used(
    database: StoredDatabase,
) -> None:
    newest = schema.revisions()[-1]
    database.execute(
        f"UPDATE alembic_version SET version_num = '9999', oldest_program = '{newest}'",
        "ALTER TABLE turns ADD COLUMN of_a_later_version INTEGER",
    )
    assert schema.upgrade(database.url) is None
    schema.verify(database.url)
    schema.require_newest(database.url)
    assert schema.revision_at(database.url) == "9999"
    database.execute("UPDATE alembic_version SET oldest_program = '9998'")
    with pytest.raises(StoreError, match=r"revision 9999, .* a newer bridge-bot"):
        schema.upgrade(database.url)


def test_an_upgrade_notes_the_oldest_program_that_can_work_on_its_tables(
    tmp_path: Path, database: StoredDatabase
) -> None:
    """It is the same whether the tables are new or were those of a version that noted nothing."""
    script = ScriptDirectory(str(schema.migrations_folder()))
    assert noted(database) == schema.oldest_program(script)
    assert schema.oldest_program(script) in schema.revisions()
    (tmp_path / "before").mkdir()
    before = new_database(tmp_path / "before", migrated=False)
    migrate(before.url, command.upgrade, schema.revisions()[-2])
    assert schema.upgrade(before.url)
    assert noted(before) == noted(database)


@pytest.mark.sqlite
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"folder of the database .+ cannot be made: .+"):
        schema.upgrade(f"sqlite:///{tmp_path}/file/bot.db")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="names no file"):
        schema.upgrade(url)


def test_verifying_names_everything_that_is_missing_and_ignores_what_is_more(
    database: StoredDatabase,
) -> None:
    database.execute(
        "CREATE TABLE of_a_later_version (id INTEGER)",
        "ALTER TABLE turns ADD COLUMN of_a_later_version INTEGER",
    )
    schema.verify(database.url)
    database.execute("ALTER TABLE turns DROP COLUMN error", "DROP TABLE synced_commands")
    with pytest.raises(StoreError) as caught:
        schema.verify(database.url)
    assert set(str(caught.value).removeprefix("the database lacks ").split(", ")) == {
        "column turns.error",
        "table synced_commands",
    }


def test_the_migrations_lead_to_the_tables(database: StoredDatabase) -> None:
    def differences(connection: Connection) -> list[object]:
        found: list[object] = compare_metadata(MigrationContext.configure(connection), METADATA)
        return found

    assert schema_of(database.url).read(differences) == []


def test_revisions_are_numbered_in_their_order_as_the_file_names_tell() -> None:
    script = ScriptDirectory(str(schema.migrations_folder()))
    revisions = [revision.revision for revision in script.walk_revisions()][::-1]
    assert revisions == [f"{number + 1:04d}" for number in range(len(revisions))]
    assert schema.revisions() == revisions


def test_migrations_are_found_inside_a_package_or_else_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "bridge_bot"
    with pytest.raises(StoreError, match="lacks its migrations"):
        schema.migrations_folder(package)
    for place in (tmp_path, package):
        shutil.copytree(ROOT / "migrations", place / "migrations")
        assert schema.migrations_folder(package) == place / "migrations"


@pytest.mark.slow
def test_a_built_wheel_upgrades_a_database(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT],
        check=True,
        timeout=300,
    )
    [wheel] = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    script = f"""
from bridge_bot.store import schema
assert schema.migrations_folder().is_relative_to({str(installed)!r})
assert schema.upgrade("sqlite:///bot.db")
"""
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        timeout=60,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
    )
