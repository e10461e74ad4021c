"""The files of a database: private, whatever the umask, and copied before they are changed."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.store import schema
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.sqlite.files import make_private, require_creatable
from bridge_bot.store.sqlite.run_lock import run_lock
from tests.store.earlier import older
from tests.store.samples import accept


@pytest.fixture(params=[0o000, 0o022])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def modes(folder: Path) -> dict[str, int]:
    return {file.name: mode(file) for file in folder.iterdir()}


def query(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


async def test_all_files_of_a_new_database_are_for_their_owner_alone(
    tmp_path: Path, umask: int
) -> None:
    """Also while it is in use, and the folders that had to be made for it."""
    url = f"sqlite:///{tmp_path}/new/data/bot.db"
    with run_lock(url):
        schema.upgrade(url)
        async with SqlStore(url) as store:
            await accept(store)
            names = {f"bot.db{ending}" for ending in ("", "-wal", "-shm", ".run")}
            assert modes(tmp_path / "new/data") == dict.fromkeys(names, 0o600)
    assert (mode(tmp_path / "new"), mode(tmp_path / "new/data")) == (0o700, 0o700)


async def test_a_database_that_others_could_read_is_made_private_with_its_companions(
    tmp_path: Path, umask: int
) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    schema.upgrade(url)
    async with SqlStore(url) as store:
        await accept(store)
        files = [tmp_path / f"bot.db{ending}" for ending in ("", "-wal", "-shm", ".run")]
        for file in files:
            file.touch()
            file.chmod(0o664)
        said = make_private(url)
        assert [f"others could read {file}; from now on its owner alone can" for file in files] == [
            *said
        ]
        assert modes(tmp_path) == dict.fromkeys((file.name for file in files), 0o600)
        assert make_private(url) == []


def test_what_a_link_leads_to_is_made_private_where_it_is(tmp_path: Path, umask: int) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "bot.db").symlink_to("elsewhere/real.db")
    url = f"sqlite:///{tmp_path}/bot.db"
    with run_lock(url):
        schema.upgrade(url)
    assert modes(tmp_path / "elsewhere") == {"real.db": 0o600, "real.db.run": 0o600}


def test_a_folder_in_the_place_of_the_database_keeps_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    with pytest.raises(StoreError, match="cannot be opened"):
        schema.upgrade(f"sqlite:///{folder}")
    assert mode(folder) == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_a_database_of_another_user_stays_as_it_is_and_is_told() -> None:
    script = """
import os, sys
from bridge_bot.store.sqlite.files import make_private, require_creatable
os.seteuid(65534)
print(*make_private(f"sqlite:///{sys.argv[1]}"))
"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "bot.db"
        file.touch()
        file.chmod(0o666)
        said = subprocess.run(
            [sys.executable, "-c", script, str(file)],
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        ).stdout
        assert said.strip() == (
            f"others can read {file}, and that cannot be changed: Operation not permitted"
        )
        assert mode(file) == 0o666


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
def test_a_folder_that_cannot_be_listed_or_synced_stands_in_the_way_of_no_copy() -> None:
    script = """
import os, sys
from pathlib import Path
from bridge_bot.store.sqlite.files import copied
os.seteuid(65534)
with copied(Path(sys.argv[1]), "0001") as copy:
    print(copy)
"""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bot.db"
        older(file)
        os.chown(file, 65534, 65534)
        os.chown(folder, 65534, 65534)
        Path(folder).chmod(0o300)
        said = subprocess.run(
            [sys.executable, "-c", script, str(file)],
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        ).stdout
        assert mode(Path(said.strip())) == 0o600


def test_before_an_upgrade_what_the_file_holds_is_copied_beside_it(
    tmp_path: Path, umask: int
) -> None:
    file = tmp_path / "bot.db"
    url = older(file)
    before = query(file, "SELECT name FROM sqlite_master ORDER BY name")
    done = schema.upgrade(url)
    assert done is not None
    assert done.revision == "0001"
    assert done.copy is not None
    assert done.copy.parent == tmp_path
    assert done.copy.name.startswith("bot.db.0001-20")
    assert mode(done.copy) == 0o600
    assert query(done.copy, "SELECT name FROM sqlite_master ORDER BY name") == before
    assert query(done.copy, "SELECT * FROM synced_commands") == [(1, "kept")]
    assert query(file, "SELECT count(*) FROM watermarks") == [(0,)]
    assert schema.upgrade(url) is None
    assert {path.name for path in tmp_path.iterdir()} == {"bot.db", done.copy.name}


def test_the_copy_has_what_is_only_in_the_wal_of_a_process_that_died(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    url = older(file)
    script = f"""
import os, sqlite3
connection = sqlite3.connect({str(file)!r})
connection.execute("PRAGMA journal_mode=WAL")
connection.execute("INSERT INTO synced_commands VALUES (2, 'late')")
connection.commit()
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", script], check=False, timeout=30)
    assert (tmp_path / "bot.db-wal").stat().st_size
    done = schema.upgrade(url)
    assert done is not None
    assert done.copy is not None
    moved = done.copy.rename(tmp_path / "moved.db")
    assert query(moved, "SELECT * FROM synced_commands") == [(1, "kept"), (2, "late")]


@pytest.mark.parametrize("empty", [False, True])
def test_a_new_database_is_not_copied(tmp_path: Path, empty: bool) -> None:
    if empty:
        (tmp_path / "bot.db").touch()
    assert schema.upgrade(f"sqlite:///{tmp_path}/bot.db") == schema.Upgrade(None, None)
    assert [file.name for file in tmp_path.iterdir()] == ["bot.db"]


def test_no_copy_is_ever_overwritten(tmp_path: Path) -> None:
    """As many within a second as there are tries."""
    copies: list[Path] = []
    for number in range(5):
        folder = tmp_path / "bot.db"
        folder.unlink(missing_ok=True)
        url = older(folder)
        with closing(sqlite3.connect(folder)) as connection, connection:
            connection.execute("INSERT INTO synced_commands VALUES (2, ?)", (str(number),))
        done = schema.upgrade(url)
        assert done is not None
        assert done.copy is not None
        copies.append(done.copy)
    assert len(set(copies)) == 5
    fingerprints = "SELECT fingerprint FROM synced_commands WHERE application_id = 2"
    assert [query(copy, fingerprints) for copy in copies] == [[(str(each),)] for each in range(5)]


def test_where_there_is_no_room_for_the_copy_nothing_is_changed(tmp_path: Path) -> None:
    """The process may make no file longer than half the database is: as if the disk were full."""
    file = tmp_path / "bot.db"
    url = older(file)
    before = file.read_bytes()
    script = f"""
import resource
from bridge_bot.core.errors import StoreError
from bridge_bot.store import schema
resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) // 2}, resource.RLIM_INFINITY))
try:
    schema.upgrade({url!r})
except StoreError as error:
    print(error)
"""
    said = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=30
    ).stdout
    assert said.startswith(
        "before its upgrade the database is copied; that failed, so nothing was changed: the disk"
    )
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["bot.db"]
    assert schema.upgrade(url)


def test_what_a_process_left_that_was_killed_while_it_copied_is_removed(tmp_path: Path) -> None:
    """It holds questions, and one after another would fill the disk."""
    file = tmp_path / "bot.db"
    url = older(file)
    script = f"""
import os, sys
from bridge_bot.store import schema
def die(event, arguments):
    if event == "os.rename":  # the copy was not given its name yet
        os._exit(9)
sys.addaudithook(die)
schema.upgrade({url!r})
"""
    killed = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert killed.returncode == 9
    [left] = tmp_path.glob("bot.db.0001-*.part")
    left.rename(tmp_path / "bot.db.0001-20200229T235959Z.part")  # it was some time ago
    (tmp_path / "bot.db.0001-20200229T235959Z-2.part-journal").touch()
    mine = tmp_path / "bot.db.0001-mine.part"
    mine.touch()
    done = schema.upgrade(url)
    assert done is not None
    assert done.copy is not None
    assert {path.name for path in tmp_path.iterdir()} == {"bot.db", done.copy.name, mine.name}


def test_an_upgrade_that_fails_leaves_no_copy(tmp_path: Path) -> None:
    """A service is started again and again after a failure: it would fill the disk."""
    file = tmp_path / "bot.db"
    url = older(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE watermarks (in_the_way INTEGER)")
    for _ in range(2):
        with pytest.raises(StoreError, match="watermarks already exists"):
            schema.upgrade(url)
    assert [path.name for path in tmp_path.iterdir()] == ["bot.db"]
    assert query(file, "SELECT version_num FROM alembic_version") == [("0001",)]


def test_an_upgrade_whose_commit_fails_leaves_no_copy(tmp_path: Path) -> None:
    """Who reads the file lets it be copied and changed, but not committed."""
    file = tmp_path / "bot.db"
    url = older(file)
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM synced_commands").fetchall()
        with pytest.raises(StoreError, match="stayed locked"):
            schema.upgrade(f"{url}?timeout=0")
    assert [path.name for path in tmp_path.iterdir()] == ["bot.db"]
    assert query(file, "SELECT version_num FROM alembic_version") == [("0001",)]


def test_a_file_that_could_be_made_is_told_from_one_that_could_not(tmp_path: Path) -> None:
    """Nothing is made by the question."""
    require_creatable(f"sqlite:///{tmp_path}/a/b/bot.db")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a").write_text("a file where a folder would be")
    with pytest.raises(StoreError, match="cannot be made"):
        require_creatable(f"sqlite:///{tmp_path}/a/b/bot.db")


def test_a_file_whose_folders_cannot_be_looked_for_could_not_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="File name too long"):
        require_creatable(f"sqlite:///{tmp_path}/{'x' * 256}/bot.db")
