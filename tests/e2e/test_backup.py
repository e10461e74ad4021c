"""What docs/backup.md says is done here, with its own commands, on a database of the real bot."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.store import schema
from tests.harness.loopback import loopback
from tests.store.earlier import older

pytestmark = pytest.mark.sqlite  # its commands copy an SQLite file

TEXT = (Path(__file__).parents[2] / "docs/backup.md").read_text("utf-8")
DATABASE = {"DATABASE_URL": "sqlite+aiosqlite:///bridge_bot.db"}
EXAMPLE = "bridge_bot.db.0001-20261126T101500Z"

NEEDS_SQLITE3 = pytest.mark.skipif(
    shutil.which("sqlite3") is None, reason="there is no sqlite3 command"
)


def commands(section: str) -> list[str]:
    """The blocks of commands below a heading, as they stand there."""
    part = TEXT.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return [
        re.sub("^ +", "", block, flags=re.MULTILINE)
        for block in re.findall(r"^ *```sh\n(.+?)^ *```$", part, re.MULTILINE | re.DOTALL)
    ]


def in_docker(block: str) -> str:
    """The commands of a block that the container runs, as those of this machine."""
    found = re.findall(r"^docker compose (?:exec|run --rm(?: -T)?) bot (.+)$", block, re.MULTILINE)
    return "\n".join(re.sub("^python ", ".venv/bin/python ", each) for each in found)


def do(block: str, folder: Path, copy: str = EXAMPLE) -> None:
    """Run commands in a folder, on the copy of that name where the text has an example's."""
    block = block.replace(".venv/bin/python", sys.executable).replace(EXAMPLE, copy)
    subprocess.run(["sh", "-eu", "-c", block], cwd=folder, check=True, timeout=60)


def turns(file: Path) -> list[int]:
    """The questions that a database knows."""
    with closing(sqlite3.connect(file)) as database:
        return [
            row[0] for row in database.execute("SELECT question_id FROM turns ORDER BY question_id")
        ]


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as database:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        return {row[0] for row in database.execute(query)}


MAKE = [
    pytest.param(commands("Make a backup")[0], marks=NEEDS_SQLITE3, id="sqlite3"),
    pytest.param(commands("Make a backup")[1], id="python"),
    pytest.param(in_docker(commands("Docker")[0].rpartition("\ndocker")[0]), id="docker"),
]
RESTORE = [
    pytest.param(commands("Restore a backup")[0], id="here"),
    pytest.param(in_docker(commands("Docker")[1]), id="docker"),
]
GO_BACK = [
    pytest.param(commands("Go back to the version before")[0], id="here"),
    pytest.param(in_docker(commands("Docker")[2]), id="docker"),
]


@pytest.mark.parametrize("make", MAKE)
async def test_a_backup_has_everything_while_the_bot_runs_and_after_it_was_killed(
    tmp_path: Path, make: str
) -> None:
    """And a copy of the file alone has not: that is what the text warns of."""
    async with loopback(tmp_path) as system:
        bot = await system.start_process(**DATABASE)
        asked = system.ask("first?")
        await system.reads(await system.thread(asked), "turn 1")
        do(make, tmp_path)
        assert turns(tmp_path / "copy.db") == [asked.id]
        assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
        (tmp_path / "copy.db").unlink()
        await system.crash(bot)
        alone = Path(shutil.copy(tmp_path / "bridge_bot.db", tmp_path / "alone.db"))
        with pytest.raises(AssertionError):
            assert_holds(alone, asked.id)
        do(make, tmp_path)
        assert_holds(tmp_path / "copy.db", asked.id)


def assert_holds(file: Path, turn: int) -> None:
    assert "turns" in tables(file)
    assert turns(file) == [turn]


@pytest.mark.parametrize("make", MAKE)
def test_a_backup_of_a_database_that_is_not_there_is_a_failure(tmp_path: Path, make: str) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        do(make, tmp_path)


@pytest.mark.parametrize("put_back", [RESTORE[0], GO_BACK[0], GO_BACK[1]])
def test_without_the_copy_nothing_of_the_database_is_lost(tmp_path: Path, put_back: str) -> None:
    """A slip in a name, or in the folder, must not cost the last changes, which are in the -wal."""
    for name in ("bridge_bot.db", "bridge_bot.db-wal"):
        (tmp_path / name).write_text(name)
    with pytest.raises(subprocess.CalledProcessError):
        do(put_back, tmp_path)
    for name in ("bridge_bot.db", "bridge_bot.db-wal"):
        assert (tmp_path / name).read_text() == name


@pytest.mark.parametrize("restore", RESTORE)
async def test_a_restored_backup_is_what_it_was_although_a_wal_was_left(
    tmp_path: Path, restore: str
) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start_process(**DATABASE, CATCH_UP_HOURS="0")
        first = system.ask("first?")
        thread = await system.thread(first)
        await system.reads(thread, "turn 1")
        do(commands("Make a backup")[1], tmp_path)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        await system.crash(bot)
        assert (tmp_path / "bridge_bot.db-wal").stat().st_size
        do(restore, tmp_path)
        assert turns(tmp_path / "bridge_bot.db") == [first.id]
        again = await system.launch_process(**DATABASE, CATCH_UP_HOURS="0")
        await system.discord.until(lambda: "connected as" in again.log)
        third = system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")
        assert await again.stop() == 0
        assert turns(tmp_path / "bridge_bot.db") == [first.id, third.id]
        with closing(sqlite3.connect(tmp_path / "bridge_bot.db")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("go_back", GO_BACK)
async def test_the_copy_that_the_log_names_leads_back_to_the_version_before(
    tmp_path: Path, go_back: str
) -> None:
    """And from there forward again, with a second copy beside the first."""
    file = tmp_path / "bridge_bot.db"
    older(file)
    before = tables(file)
    async with loopback(tmp_path, most_429s=2) as system:
        bot = await system.start_process(**DATABASE)
        [named] = re.findall(r"at version 0001, it is kept in (\S+);", bot.log)
        copy = Path(named)
        assert copy.parent == tmp_path
        assert re.sub(r"\d", "0", copy.name) == re.sub(r"\d", "0", EXAMPLE)
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        await system.crash(bot)
        assert tables(file) > before

        do(go_back, tmp_path, copy.name)
        assert tables(file) == before
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        with closing(sqlite3.connect(file)) as database:
            assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [
                ("0001",)
            ]
            assert database.execute("SELECT * FROM synced_commands").fetchall() == [(1, "kept")]

        again = await system.launch_process(**DATABASE, CATCH_UP_HOURS="0")
        await system.discord.until(lambda: "connected as" in again.log)
        assert len([*tmp_path.glob("bridge_bot.db.0001-*")]) == 2
        schema.verify(f"sqlite:///{file}")
