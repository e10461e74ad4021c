"""`bridge-bot check` as a process: before the first start, beside a running bot, and mending."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from yarl import URL

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.discord.faults import StubbedResponse
from tests.harness.connect_proxy import connect_proxy
from tests.harness.forked_process import run_forked
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback
from tests.harness.ports import free_port

CHECK_S = 60.0


class Checked:
    """What one `bridge-bot check --json` has printed."""

    def __init__(self, printed: str, errors: str, returncode: int) -> None:
        self.printed, self.errors, self.returncode = printed, errors, returncode
        self.findings: list[dict[str, Any]] = json.loads(printed)["findings"]

    @property
    def codes(self) -> set[str]:
        """The codes of the findings, but for that of the versions."""
        return {each["id"].removeprefix("bridge-bot.") for each in self.findings} - {"N602"}

    def of(self, code: str) -> dict[str, Any]:
        """The finding of that code."""
        return next(each for each in self.findings if each["id"].endswith(code))


async def run(system: Loopback, *arguments: str, **changed: str) -> tuple[str, str, int]:
    """Run `bridge-bot check`. Returns standard output, standard error and the exit code."""
    environ = {"PATH": os.environ["PATH"], **system.settings(**changed)}
    done = await asyncio.to_thread(
        run_forked, ("check", *arguments), system.folder, environ, "", CHECK_S
    )
    for secret in (system.discord.token, system.api.key):
        assert secret not in done.stdout + done.stderr
    return done.stdout, done.stderr, done.returncode


async def check(system: Loopback, *arguments: str, **changed: str) -> Checked:
    """The same with `--json`."""
    checked = Checked(*await run(system, "--json", *arguments, **changed))
    assert checked.errors == ""
    return checked


def own_sentence(folder: Path, entry: str) -> str:
    """A folder for TEXTS_DIR with one English sentence."""
    (folder / "texts" / "en").mkdir(parents=True)
    (folder / "texts" / "en" / "own.ftl").write_text(entry + "\n", "utf-8")
    return str(folder / "texts")


async def test_before_the_first_start_it_names_what_is_missing_and_mends_what_it_can(
    tmp_path: Path,
) -> None:
    """Twice mended is nothing more to mend; no database is made; without errors it ends with 0."""
    async with loopback(tmp_path, is_checked=True, migrated=False) as system:
        system.world.allowed_intents.discard("message_content")
        first = await check(system, ALLOW_USER_INSTALL="true")
        assert first.codes == {"E203", "W205", "N209", "N402", "N502"}
        assert first.returncode == 1
        assert "--fix" in first.of("E203")["hint"]

        fixed = await check(system, "--fix")
        assert fixed.codes == {"N219", "N209", "N211", "N402", "N502"}
        assert fixed.returncode == 0
        again = await check(system, "--fix")
        assert again.codes == {"N209", "N211", "N402", "N502"}
        sent = [each for each in system.discord.requests if each.method == "PATCH"]
        assert [each.route for each in sent] == ["/applications/@me"]
        assert "message_content" in system.world.allowed_intents
        assert system.api.requests == []
        assert system.discord.gateway.handshakes == []
        if not system.database.is_shared:
            assert list(tmp_path.glob("*.db*")) == []


async def test_wrong_settings_are_all_named_and_the_rest_is_looked_at_all_the_same(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, is_checked=True) as system:
        wrong = {"CHAT_API_KEY": "", "DEFAULT_LANGUAGE": "tlh", "DISCORD_TOKEN": "wrong.token.here"}
        found = await check(system, **wrong)
        assert found.codes == {"E101", "E201"}
        problems = [each["message"] for each in found.findings if each["id"].endswith("E101")]
        assert [each.split()[0] for each in problems] == ["CHAT_API_KEY", "DEFAULT_LANGUAGE"]
        assert found.returncode == 1
        assert "wrong.token" not in found.printed


async def test_beside_a_running_bot_it_tells_of_servers_answers_and_a_question_that_it_asks(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, is_checked=True) as system:
        other = system.world.channels.add(system.guild, "other")
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD, other)
        system.world.people.take_permission(other, "create_private_threads")
        system.world.people.take_permission(system.channel, "attach_files")
        options = {"QUESTIONS_PER_DAY": "1", "HEALTH_PORT": str(free_port())}
        bot = await system.start_process(**options)
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")

        system.ask("second?")
        await system.reads(system.channel, "used up all my questions")
        found = await check(system, "--ask", **options)
        runs = set() if system.database.is_shared else {"N404"}
        expected = {"E305", "W205", "W310", "W406", "N211", "N408", "N504", "N802", "N804"}
        assert found.codes == expected | runs
        assert found.returncode == 1
        assert found.of("E305")["object"] == f"Lab ({system.guild.id})"
        assert "#other" in found.of("E305")["message"]
        assert len(system.api.requests) == 2
        if runs:
            assert str(bot.process.pid) in found.of("N404")["message"]

        texts = own_sentence(tmp_path, "help-description = What you can ask here")
        table, _, _ = await run(system, "--ask", TEXTS_DIR=texts)
        assert "which is paid like any other" in table.splitlines()[0]
        assert "Discord has other commands than this version: /help\n" in table
        assert "ERROR    bridge-bot.E305" in table
        assert await bot.stop() == 0


async def test_what_fails_on_the_way_is_a_finding_and_no_traceback(tmp_path: Path) -> None:
    """Discord refuses to mend; it can't be reached; the database is none; nor is the Chat API."""
    async with loopback(tmp_path, is_checked=True) as system:
        stubbed = StubbedResponse(400, {"code": 50035, "message": "Invalid Form Body"})
        system.discord.faults.inject("PATCH", "/applications/@me", stubbed)
        refused = await check(system, "--fix")
        assert {"W218", "W205"} <= refused.codes

        broken = tmp_path / "broken.db"
        broken.write_text("this is no database, but a text that is long enough " * 10)
        away = await check(
            system,
            DISCORD_API_BASE_URL="http://127.0.0.1:9/api/v10",
            CHAT_API_BASE_URL="http://127.0.0.1:9",
            DATABASE_URL=f"sqlite+aiosqlite:///{broken}",
        )
        assert away.codes == {"E202", "E401", "E501"}

        proxy = "http://user:hunter-2-hunter@127.0.0.1:9"
        texts = own_sentence(tmp_path, "control-stop = Stop, please, and do it at once if you can")
        behind = await check(system, DISCORD_PROXY=proxy, CHAT_API_PROXY=proxy, TEXTS_DIR=texts)
        assert {"E104", "E202", "E501", "N701"} <= behind.codes
        assert "en/own.ftl: control-stop: it has up to 42" in behind.of("E104")["message"]
        assert "the proxy 127.0.0.1:9 of DISCORD_PROXY" in behind.of("E202")["message"]
        assert "the proxy 127.0.0.1:9 of CHAT_API_PROXY" in behind.of("E501")["message"]
        assert "hunter-2" not in behind.printed


async def test_it_goes_by_the_proxy_of_the_settings(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_checked=True) as system, connect_proxy() as proxy:
        found = await check(system, DISCORD_PROXY=proxy.url(), CHAT_API_PROXY=proxy.url())
        assert {"N209", "N502", "N701"} <= found.codes
        assert "E202" not in found.codes
        assert proxy.connected.keys() == {URL(system.discord.api_base_url).authority}


async def test_an_older_database_is_not_upgraded_by_it(tmp_path: Path) -> None:
    async with loopback(tmp_path, is_checked=True) as system:
        older = tmp_path / "older.db"
        with sqlite3.connect(older) as database:
            database.execute("CREATE TABLE alembic_version (version_num TEXT)")
            database.execute("INSERT INTO alembic_version VALUES ('0003')")
        found = await check(system, DATABASE_URL=f"sqlite+aiosqlite:///{older}")
        assert "N403" in found.codes
        with sqlite3.connect(older) as database:
            assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (
                "0003",
            )
