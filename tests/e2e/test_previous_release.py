"""The program of the previous release works on the tables of this version: while the new one takes
its place, and when somebody goes back to it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command

from bridge_bot.store import schema
from tests.harness.bot_process import BotProcess
from tests.harness.database import migrate
from tests.harness.loopback import Loopback, loopback
from tests.harness.previous_release import (
    knows_newer_tables,
    newest_revision,
    previous_release,
    start_program,
)


async def start_previous(system: Loopback, program: Path) -> BotProcess:
    """Start the previous release, and wait until it is connected."""
    bot = await start_program(program, system._environ(), system.folder, "run")
    system.bots.append(bot)
    await system.discord.bot_ready()
    return bot


async def is_answered(system: Loopback, question: str) -> None:
    """Ann asks, then once more in the thread of the answer."""
    thread = await system.thread(system.ask(question))
    await system.reads(thread, f"You asked: {question}")
    system.world.messages.send(thread, system.ann, f"and {question}")
    await system.reads(thread, f"You asked: and {question}")
    unfinished = "SELECT 1 FROM turns WHERE state != 'done'"
    await system.discord.until(lambda: not system.database.rows(unfinished))


async def test_the_previous_release_goes_on_while_the_tables_are_upgraded_and_the_new_one_after_it(
    tmp_path: Path,
) -> None:
    program = previous_release()
    async with loopback(tmp_path, most_429s=20, migrated=False) as system:
        migrate(system.database.url, command.upgrade, newest_revision(program))
        old = await start_previous(system, program)
        await is_answered(system, "before?")
        schema.upgrade(system.database.url)
        await is_answered(system, "after?")
        assert await old.stop() == 0
        assert "Traceback" not in old.log
        await system.start_process()
        await is_answered(system, "by the new one?")
        assert len(system.api.requests) == 6


async def test_the_previous_release_starts_again_on_the_new_tables(tmp_path: Path) -> None:
    """As when a process of it crashes during the change, or somebody goes back to it."""
    program = previous_release()
    if not knows_newer_tables(program):
        pytest.skip("the previous release works on no tables of a newer one: it is older than that")
    async with loopback(tmp_path, most_429s=20) as system:
        new = await system.start_process()
        await is_answered(system, "by the new one?")
        assert await new.stop() == 0
        old = await start_previous(system, program)
        await is_answered(system, "by the old one?")
        await system.crash(old)
        await start_previous(system, program)
        await is_answered(system, "again?")
