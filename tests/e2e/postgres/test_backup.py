"""What docs/database.md says of backups is done here, with its own commands, on a real server."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.harness.database import StoredDatabase
from tests.harness.loopback import loopback

TEXT = (Path(__file__).parents[3] / "docs/database.md").read_text("utf-8")
ADDRESS = "postgresql://bridge_bot:password@db.example.com/bridge_bot"


def do(tool: str, folder: Path, database: StoredDatabase) -> None:
    """Run the command of the page that uses this tool, in a folder and on this database."""
    [command] = re.findall(rf"^(.*\b{tool} --.*)$", TEXT, re.MULTILINE)
    assert ADDRESS in command
    subprocess.run(
        ["sh", "-eu", "-c", command.replace(ADDRESS, database.url.replace("+asyncpg", ""))],
        cwd=folder,
        check=True,
        timeout=60,
    )


async def test_a_backup_is_made_while_the_bot_runs_and_can_be_restored(tmp_path: Path) -> None:
    """What was asked since then is asked of Discord again, and answered once more."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        first = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: "done after" in bot.log)
        do("pg_dump", tmp_path, system.database)
        assert (tmp_path / "bridge_bot.dump").stat().st_mode & 0o777 == 0o600
        second = await system.thread(system.ask("second?"))
        await system.reads(second, "turn 1")
        assert await bot.stop() == 0

        system.database.execute("DROP TABLE reply_messages", "DELETE FROM turns")
        do("pg_restore", tmp_path, system.database)
        assert system.database.rows("SELECT question_id FROM turns") == [(first.id,)]
        assert system.database.rows("SELECT count(*) FROM reply_messages") == [(1,)]

        again = await system.start()
        await system.discord.until(lambda: "done after" in again.log)
        [(state,)] = system.database.rows(f"SELECT state FROM turns WHERE question_id={second.id}")
        assert state == "done"
        system.world.messages.send(first, system.ann, "more?")
        await system.reads(first, "turn 2")
