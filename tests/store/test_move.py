"""Moving what is stored from one database to another, between all pairs of engines."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, make_url

from bridge_bot.core.errors import StoreError
from bridge_bot.core.model import ConversationKey
from bridge_bot.store import move as module
from bridge_bot.store.engines import run_lock, schema_of
from bridge_bot.store.move import Moved, MoveFailed, move
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.store.tables import METADATA
from tests.harness.database import StoredDatabase, migrate
from tests.harness.forked_process import run_source
from tests.store.moved import LARGEST, LONG, TURN_COUNT, content, filled, made

PAIRS = [
    pytest.param(("sqlite", "sqlite"), id="sqlite-sqlite", marks=pytest.mark.sqlite),
    *(
        pytest.param(pair, id="-".join(pair), marks=pytest.mark.postgres)
        for pair in (("sqlite", "postgres"), ("postgres", "sqlite"), ("postgres", "postgres"))
    ),
]

ENGINES = [
    pytest.param("sqlite", marks=pytest.mark.sqlite),
    pytest.param("postgres", marks=pytest.mark.postgres),
]

SESSION_ENDS_S = 10.0

# Moves, and does what the third argument says as soon as a report begins with the fourth.
INTERRUPTED = """
import os, resource, signal, sys
from bridge_bot.store import move as module
source, target, deed, moment = sys.argv[1:]
module.ROWS = 20
def report(step, done, total):
    if f"{step} {done} ".startswith(moment):
        exec(deed)
module.move(source, target, report)
"""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS", 20)


@pytest.fixture
def engines(request: pytest.FixtureRequest) -> tuple[str, str]:
    pair: tuple[str, str] = request.param
    return pair


@pytest.fixture
def source(engines: tuple[str, str], tmp_path: Path) -> StoredDatabase:
    return filled(made(engines[0], tmp_path / "source"))


@pytest.fixture
def target(engines: tuple[str, str], tmp_path: Path) -> StoredDatabase:
    return made(engines[1], tmp_path / "target", migrated=False)


def ignore(step: str, done: int, total: int) -> None:
    """Of a progress that nobody looks at."""


def moved(source: StoredDatabase, target: StoredDatabase) -> Moved:
    """Move, once an earlier process that was killed is gone from the server."""
    until = time.monotonic() + SESSION_ENDS_S
    while True:
        try:
            return move(source.url, target.url, ignore)
        except MoveFailed as error:
            is_gone = "just now" not in str(error) and "runs on" not in str(error)
            if is_gone or time.monotonic() > until:
                raise
        time.sleep(0.05)


def is_untouched(target: StoredDatabase) -> bool:
    """Whether there is nothing in a database, not even a table."""
    return schema_of(target.url).read(lambda connection: not inspect(connection).get_table_names())


between_two = pytest.mark.parametrize("engines", PAIRS, indirect=True)


@between_two
def test_everything_arrives_as_it_was_and_the_source_stays_as_it_is(
    source: StoredDatabase, target: StoredDatabase
) -> None:
    before = content(source)
    assert all(before.values()), "a table has no row in this test"
    told: list[tuple[str, int, int]] = []
    done = move(source.url, target.url, lambda *each: told.append(each))
    assert content(target) == content(source) == before
    assert done == Moved({name: len(rows) for name, rows in before.items()}, before=False)
    rows = sum(map(len, before.values()))
    assert ("moved", rows, rows) in told
    assert told[-1] == ("checked", rows, rows)


@between_two
def test_a_bot_goes_on_with_the_target(source: StoredDatabase, target: StoredDatabase) -> None:
    move(source.url, target.url, ignore)

    async def use() -> str | None:
        async with SqlStore(target.url) as store:
            await store.conversations.set_uid(ConversationKey("2-Ä2"), "new")
            return (await store.conversations.get(ConversationKey("2-Ä2"))).conversation_uid

    assert asyncio.run(use()) == "new"


@between_two
def test_once_more_it_finds_that_all_is_there(
    source: StoredDatabase, target: StoredDatabase
) -> None:
    """Such as after a process that was killed before it could say that it was done."""
    first = move(source.url, target.url, ignore)
    assert move(source.url, target.url, ignore) == Moved(first.rows, before=True)


@between_two
@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO watermarks VALUES (9, 9)",
        f"UPDATE turns SET question = '{LONG.replace('dd', 'tt')}' WHERE id = {LARGEST - 2}",
        "UPDATE conversations SET guild_id = 0 WHERE key = '1-Ä1'",
    ],
    ids=["one row more", "one letter of a text", "0 in place of NULL"],
)
def test_a_target_that_differs_is_not_changed(
    source: StoredDatabase, target: StoredDatabase, change: str
) -> None:
    move(source.url, target.url, ignore)
    target.execute(change)
    before = content(target)
    assert before != content(source)
    with pytest.raises(MoveFailed, match="the target: it is not empty"):
        move(source.url, target.url, ignore)
    assert content(target) == before


@between_two
@pytest.mark.parametrize("moment", ["moved 20 ", "moved 3", "checked 20 ", "checked 48"])
def test_killed_on_the_way_it_has_left_nothing_and_can_be_repeated(
    source: StoredDatabase, target: StoredDatabase, moment: str
) -> None:
    before = content(source)
    deed = "os.kill(os.getpid(), signal.SIGKILL)"
    arguments = (source.url, target.url, deed, moment)
    killed = run_source(INTERRUPTED, *arguments)
    assert killed.returncode == -9
    assert is_untouched(target)
    assert moved(source, target).before is False
    assert content(target) == content(source) == before


@between_two
def test_interrupted_from_the_keyboard_it_has_left_nothing(
    source: StoredDatabase, target: StoredDatabase
) -> None:
    def report(step: str, done: int, total: int) -> None:
        if step == "checked":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move(source.url, target.url, report)
    assert is_untouched(target)
    assert moved(source, target).before is False


@between_two
def test_nobody_else_writes_meanwhile(source: StoredDatabase, target: StoredDatabase) -> None:
    refused: list[str] = []

    def report(step: str, done: int, total: int) -> None:
        if not refused:
            for database in (source, target):
                try:
                    impatient(database, "UPDATE watermarks SET message_id = 5")
                except StoreError as error:
                    refused.append(str(error))

    before = content(source)
    move(source.url, target.url, report)
    # For others, a table that the move has made is not there yet.
    known = ("locked", "no such table", "does not exist")
    assert [any(word in each for word in known) for each in refused] == [True, True]
    assert content(target) == content(source) == before


@between_two
def test_what_the_target_does_not_hold_as_written_is_found_out(
    source: StoredDatabase, engines: tuple[str, str], tmp_path: Path
) -> None:
    target = made(engines[1], tmp_path / "faulty")
    loses_a_row(engines[1], target)
    with pytest.raises(MoveFailed, match="the target, table reply_messages: it does not hold"):
        move(source.url, target.url, ignore)
    assert not any(content(target).values())


@between_two
def test_a_source_of_an_earlier_version_has_to_be_upgraded_first(
    engines: tuple[str, str], target: StoredDatabase, tmp_path: Path
) -> None:
    source = made(engines[0], tmp_path / "old", migrated=False)
    with pytest.raises(MoveFailed, match="the source: there is no"):
        move(source.url, target.url, ignore)
    migrate(source.url, command.upgrade, "0002")
    with pytest.raises(MoveFailed, match=r"the source: its tables are at revision 0002"):
        move(source.url, target.url, ignore)
    assert source.rows("SELECT version_num FROM alembic_version") == [("0002",)]
    assert is_untouched(target)


@between_two
def test_a_target_that_an_earlier_version_has_used_is_not_changed(
    source: StoredDatabase, engines: tuple[str, str], tmp_path: Path
) -> None:
    target = made(engines[1], tmp_path / "old", migrated=False)
    migrate(target.url, command.upgrade, "0002")
    target.execute("INSERT INTO watermarks VALUES (0, 1)")
    with pytest.raises(MoveFailed, match="the target: it is not empty"):
        move(source.url, target.url, ignore)
    assert target.rows("SELECT version_num FROM alembic_version") == [("0002",)]
    target.execute("DELETE FROM watermarks")
    move(source.url, target.url, ignore)
    assert content(target) == content(source)


def impatient(database: StoredDatabase, statement: str) -> None:
    """Do this, or fail if it would have to wait for a lock."""

    def write(connection: Connection) -> None:
        if database.is_shared:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 100")
        connection.exec_driver_sql(statement)

    options = "" if database.is_shared else "?timeout=0.1"
    schema_of(f"{database.url}{options}").read(write)


def loses_a_row(engine: str, target: StoredDatabase) -> None:
    """Have a database lose a row as soon as it is written."""
    lose = "DELETE FROM reply_messages WHERE message_id = 7"
    if engine == "sqlite":
        target.execute(
            f"CREATE TRIGGER lose AFTER INSERT ON reply_messages BEGIN {lose}; END",
        )
        return
    target.execute(
        f"CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS"
        f" 'BEGIN {lose}; RETURN NULL; END'",
        "CREATE TRIGGER lose AFTER INSERT ON reply_messages EXECUTE FUNCTION lose()",
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_a_database_is_not_moved_into_itself(engine: str, tmp_path: Path) -> None:
    source = filled(made(engine, tmp_path / "source"))
    if engine == "postgres":
        others = [f"{source.url}{'&' if '?' in source.url else '?'}target_session_attrs=any"]
    else:
        (tmp_path / "linked").symlink_to(tmp_path / "source")
        (tmp_path / "hard.db").hardlink_to(tmp_path / "source/bot.db")
        others = [
            f"sqlite+aiosqlite:///{tmp_path}/linked/bot.db",
            f"sqlite+aiosqlite:///{tmp_path}/hard.db",
        ]
    for other in (source.url, *others):
        with pytest.raises(MoveFailed, match="the same database"):
            move(source.url, other, ignore)


@pytest.mark.sqlite
@pytest.mark.parametrize("runs_on", ["source", "target"])
def test_a_bot_that_runs_on_a_file_is_in_the_way(tmp_path: Path, runs_on: str) -> None:
    source = filled(made("sqlite", tmp_path / "source"))
    target = made("sqlite", tmp_path / "target", migrated=False)
    with (
        run_lock({"source": source, "target": target}[runs_on].url),
        pytest.raises(MoveFailed, match=f"the {runs_on}: another bridge-bot already runs on this"),
    ):
        move(source.url, target.url, ignore)
    assert is_untouched(target)


@pytest.mark.postgres
@pytest.mark.parametrize("runs_on", ["source", "target"])
def test_a_bot_that_is_connected_to_a_server_is_in_the_way(tmp_path: Path, runs_on: str) -> None:
    source = filled(made("postgres", tmp_path / "source"))
    target = made("postgres", tmp_path / "target")

    async def move_beside_a_bot() -> None:
        async with SqlStore({"source": source, "target": target}[runs_on].url):
            await asyncio.to_thread(move, source.url, target.url, ignore)

    with pytest.raises(MoveFailed, match=f"the {runs_on}: a bridge-bot runs on this database"):
        asyncio.run(move_beside_a_bot())
    assert not any(content(target).values())
    assert moved(source, target).before is False


@pytest.mark.postgres
def test_a_bot_whose_leases_still_run_is_in_the_way(tmp_path: Path) -> None:
    source = filled(made("postgres", tmp_path / "source"))
    target = made("sqlite", tmp_path / "target", migrated=False)
    source.execute(
        "UPDATE turns SET lease_until = extract(epoch FROM now()) + 9 WHERE state = 'asked'"
    )
    with pytest.raises(MoveFailed, match="the source: a bridge-bot runs on this database"):
        move(source.url, target.url, ignore)
    assert is_untouched(target)
    source.execute(
        "UPDATE turns SET lease_until = extract(epoch FROM now()) - 1 WHERE state = 'asked'"
    )
    assert moved(source, target).rows["turns"] == TURN_COUNT


@pytest.mark.sqlite
def test_there_is_no_source_and_none_is_made(tmp_path: Path) -> None:
    target = made("sqlite", tmp_path / "target", migrated=False)
    missing = tmp_path / "folder/none.db"
    with pytest.raises(MoveFailed, match="the source: there is no file"):
        move(f"sqlite:///{missing}", target.url, ignore)
    assert not missing.parent.exists()


@pytest.mark.sqlite
def test_a_damaged_source_is_told_before_anything_is_moved(tmp_path: Path) -> None:
    source = filled(made("sqlite", tmp_path / "source"))
    target = made("sqlite", tmp_path / "target", migrated=False)
    file = tmp_path / "source/bot.db"
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(size // 2)
        opened.write(b"\xff" * 8192)
    with pytest.raises(MoveFailed, match="the source: the database file is damaged"):
        move(source.url, target.url, ignore)
    assert is_untouched(target)
    file.write_bytes(b"This was a database once. " * 1000)
    with pytest.raises(MoveFailed, match="the source: the file is not an SQLite database"):
        move(source.url, target.url, ignore)


@pytest.mark.sqlite
def test_a_disk_that_is_full_ends_it_and_it_can_be_repeated(tmp_path: Path) -> None:
    source = filled(made("sqlite", tmp_path / "source"))
    target = made("sqlite", tmp_path / "target", migrated=False)
    deed = "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))"
    arguments = (source.url, target.url, deed, "moved 20 ")
    full = run_source(INTERRUPTED, *arguments)
    assert full.returncode == 1
    assert "MoveFailed: the target" in full.stderr.splitlines()[-1]
    assert "the disk" in full.stderr.splitlines()[-1]
    assert is_untouched(target)
    assert moved(source, target).before is False


@pytest.mark.postgres
@pytest.mark.parametrize("lost", ["source", "target"])
def test_a_server_that_goes_away_ends_it_and_it_can_be_repeated(tmp_path: Path, lost: str) -> None:
    source = filled(made("postgres", tmp_path / "source"))
    target = made("postgres", tmp_path / "target", migrated=False)
    name = make_url({"source": source, "target": target}[lost].url).database
    elsewhere = made("postgres", tmp_path / "elsewhere")

    def report(step: str, done: int, total: int) -> None:
        if (step, done) == ("moved", 40):
            elsewhere.rows(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            )

    with pytest.raises(MoveFailed, match=rf"the {lost}, table \w+: the database server"):
        move(source.url, target.url, report)
    assert is_untouched(target)
    assert moved(source, target).before is False


@pytest.mark.postgres
def test_a_text_that_postgresql_cannot_hold_is_moved_as_the_store_would_write_it(
    tmp_path: Path,
) -> None:
    source = filled(made("sqlite", tmp_path / "source"))
    target = made("postgres", tmp_path / "target", migrated=False)
    source.execute("UPDATE turns SET question = 'a' || char(0) || 'b' WHERE question_id = 1")
    move(source.url, target.url, ignore)
    assert target.rows("SELECT DISTINCT question FROM turns WHERE question_id = 1") == [
        ("a\ufffdb",)
    ]


def test_no_table_has_keys_that_the_database_counts() -> None:
    """Where to go on counting would have to be moved too."""
    counted = [table.name for table in METADATA.tables.values() if table.autoincrement_column]
    assert counted == []
