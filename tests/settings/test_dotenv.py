"""The file `.env`: what is read, what is a problem and what a warning."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from bridge_bot.settings import RunSettings
from bridge_bot.settings.reading import read
from tests.harness.settings import REQUIRED, refused, write


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_file_from_any_system_is_read(dotenv: Path, ends: str) -> None:
    lines = ["\ufeffMAX_PAGES=3", "CHAT_API_KEY='a$b${HOME}'", "'CHAT_BOT_UID'=\"u\"", ""]
    lines += ["DISCORD_TOKEN=t", "CHAT_API_BASE_URL=https://a.example", ""]
    dotenv.write_bytes(ends.join(lines).encode())
    settings, _ = read(RunSettings, dotenv)
    assert settings.answers.max_pages == 3
    assert settings.chat_api.key.reveal() == "a$b${HOME}"
    assert settings.chat_api.bot_uid == "u"


def test_a_missing_file_is_no_problem_and_an_unreadable_one_is_a_sentence(dotenv: Path) -> None:
    os.environ |= REQUIRED
    assert read(RunSettings, dotenv)[1] == []
    dotenv.write_bytes(b"CHAT_API_KEY=\xe4")
    assert refused(dotenv) == [f"{dotenv} is not UTF-8 text; save it as UTF-8."]
    dotenv.unlink()
    dotenv.mkdir()
    assert refused(dotenv) == [f"{dotenv} cannot be read: Is a directory."]


@pytest.mark.parametrize(
    "line",
    ["ALLOWED_GUILDS 1", "ALLOWED_GUILDS: 1", "ALLOWED_GUILDS", "export ALLOWED_GUILDS", "=1",
     "set ALLOWED_GUILDS=1", 'ALLOWED_GUILDS="1', "ALLOWED_GUILDS='1' 2", "hunter2", "hunter 2"],
)  # fmt: skip
def test_a_line_that_sets_nothing_stops_the_start_and_is_not_repeated(
    dotenv: Path, line: str
) -> None:
    write(dotenv, "", line, "# it")
    assert refused(dotenv) == [f"{dotenv}, line 6: this is not NAME=value."]


def test_a_setting_that_stands_twice_stops_the_start(dotenv: Path) -> None:
    """The second, which is often empty, would win."""
    write(dotenv, "ALLOWED_GUILDS=613425648685547541", "OTHER=1", "OTHER=2", "ALLOWED_GUILDS=")
    assert refused(dotenv) == [f"{dotenv}, line 8: ALLOWED_GUILDS stands in line 5 too; leave one."]


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("name", ["NOTE", "DATABASE_URL"])
def test_a_setting_inside_of_a_quote_that_was_not_closed_stops_the_start(
    dotenv: Path, name: str, quote: str
) -> None:
    write(dotenv, f"{name}={quote}sqlite:///x", "ALLOWED_GUILDS=613425648685547541", f"A=1{quote}")
    assert refused(dotenv) == [
        f"{dotenv}, line 5: a quote begins that ends only behind ALLOWED_GUILDS; close it."
    ]


def test_what_is_in_the_file_for_other_programs_is_a_warning_by_its_lines(dotenv: Path) -> None:
    """By no name, since a secret that was put on a line of its own can look like one."""
    write(dotenv, "COMPOSE_PROJECT_NAME=bots", "", "MTIzNDU2Nzg5=")
    [warning] = read(RunSettings, dotenv)[1]
    assert warning.endswith("has no effect: line 5, 7")
    assert "MTIz" not in warning


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_may_read_or_change_is_a_warning_with_the_cure(
    dotenv: Path, mode: int
) -> None:
    write(dotenv)
    dotenv.chmod(mode)
    [warning] = read(RunSettings, dotenv)[1]
    assert warning.endswith(f": chmod 600 {dotenv}")
    subprocess.run(warning.rpartition(": ")[2], shell=True, check=True)
    assert read(RunSettings, dotenv)[1] == []
