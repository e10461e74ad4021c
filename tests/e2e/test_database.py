"""A database that fails is one sentence to the operator, and does not end what is running."""

from __future__ import annotations

import resource
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.loopback import Loopback, loopback

ANSWER = "word " * 100 + "end"


def locked(file: Path) -> sqlite3.Connection:
    """Another program that keeps the whole file for itself."""
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    return other


def url(system: Loopback) -> str:
    """A lock is waited for a second only."""
    return f"sqlite+aiosqlite:///{system.folder / 'bot.db'}?timeout=1"


async def refused(system: Loopback) -> str:
    """The last thing that a bot says which can't start with that database."""
    bot = await system.launch_process(DATABASE_URL=url(system))
    assert await bot.ended() == 1
    return bot.log.splitlines()[-1]


@pytest.mark.sqlite
async def test_a_database_that_cannot_be_used_is_one_sentence_at_the_start(tmp_path: Path) -> None:
    """Locked, damaged, no database: each is told apart."""
    async with loopback(tmp_path, is_accelerated=False) as system:
        file = tmp_path / "bot.db"
        assert await (await system.launch_process("migrate")).ended() == 0
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("DROP TABLE watermarks")
            database.execute("UPDATE alembic_version SET version_num = '0001'")
        with closing(locked(file)):
            assert "stayed locked by another program" in await refused(system)
        whole = file.read_bytes()
        file.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
        assert "damaged: restore it from a backup" in await refused(system)
        file.write_text("this is no database" * 100)
        assert "not an SQLite database" in await refused(system)


@pytest.mark.sqlite
async def test_a_database_that_is_locked_meanwhile_ends_no_running_answer(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_accelerated=False) as system:
        bot = await system.start(DATABASE_URL=url(system))
        system.api.script(Script(text=ANSWER, chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        with closing(locked(tmp_path / "bot.db")):
            await system.discord.until(
                lambda: [each.content for each in system.replies(thread)] == [ANSWER]
            )
            system.world.messages.send(thread, system.ann, "second?")
            await system.reads(thread, "couldn't keep track")
        await system.discord.until(lambda: "stayed locked by another program" in bot.log)
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")


@pytest.mark.sqlite
async def test_a_disk_that_takes_no_more_ends_no_running_answer(tmp_path: Path) -> None:
    """The process may make no file longer than the store's is, which is to the store a disk that
    is full or broken.
    """
    async with loopback(tmp_path) as system:
        bot = await system.start_process()
        system.api.script(Script(text=ANSWER, chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        longest = (tmp_path / "bot.db-wal").stat().st_size
        assert longest > 16 * 1024, "there has to be room for what the bot says on standard error"
        _, most = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (longest, -1))
        await system.discord.until(
            lambda: [each.content for each in system.replies(thread)] == [ANSWER]
        )
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "couldn't keep track")
        await system.discord.until(lambda: "the disk" in bot.log)
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (most, most))
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")
        assert await bot.stop(signal.SIGTERM) == 0


@pytest.mark.sqlite
async def test_a_backup_is_made_while_the_bot_runs(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        with (
            closing(sqlite3.connect(tmp_path / "bot.db")) as database,
            closing(sqlite3.connect(tmp_path / "copy.db")) as copy,
        ):
            database.backup(copy)
            assert copy.execute("SELECT count(*) FROM turns").fetchone() == (1,)


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_bot_that_is_only_starting_ends_well_too(
    tmp_path: Path, with_signal: signal.Signals
) -> None:
    async with loopback(tmp_path) as system:
        system.discord.gateway.refuses_connections = True
        bot = await system.launch_process()
        await system.discord.until(lambda: "is starting" in bot.log)
        assert await bot.stop(with_signal) == 0
