"""The wheel, installed with its dependencies where no checkout is near: it has all it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

# What they need is built and installed once.
pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).parents[1]
START_S = 60.0

QUESTION = """
import asyncio
from bridge_bot.sandbox.serve import sandbox

async def main():
    async with sandbox(("bridge_bot", "run"), port=0) as running:
        discord = running.discord
        await discord.bot_ready(60)
        (guild,) = discord.world.guilds.values()
        channel = next(iter(guild.channels.values()))
        ada = next(member for member in guild.members.values() if member.user.name == "Ada")
        mention = f"<@{discord.world.bot.id}>"
        discord.world.messages.send(channel, ada, f"{mention} how do I connect it to my server?")

        def answers():
            return [
                message.content
                for thread in discord.world.threads.of(channel)
                for message in discord.world.messages.of(thread)
                if message.author is discord.world.bot
            ]

        wanted = "Create the application"
        await discord.until(lambda: any(wanted in words for words in answers()), 60)

asyncio.run(main())
"""


def run(*command: str | Path, folder: Path) -> str:
    """What a command says on standard output; it must succeed."""
    ended = subprocess.run(
        [str(each) for each in command],
        cwd=folder,
        env=outside(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def outside() -> dict[str, str]:
    """This environment without what would lead Python back into the checkout."""
    return {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    options = ("--no-deps", "--no-build-isolation", "-w", folder)
    run(sys.executable, "-m", "pip", "wheel", *options, ROOT, folder=folder)
    (built,) = folder.glob("bridge_bot-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment that holds nothing but the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("outside")
    run(sys.executable, "-m", "venv", folder / "venv", folder=folder)
    python = folder / "venv/bin/python"
    install = (python, "-m", "pip", "install", "--no-compile")
    run(*install, "--require-hashes", "-r", ROOT / "requirements.lock", folder=folder)
    run(*install, "--no-deps", "--no-index", wheel, folder=folder)
    return python.parent


def test_the_wheel_holds_the_migrations_and_the_documentation(wheel: Path) -> None:
    """And neither tests nor anything outside of the package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md")]
    for file in documents:
        assert f"bridge_bot/documentation/{file.relative_to(ROOT).as_posix()}" in names
    for file in (ROOT / "migrations").rglob("*.py"):
        assert f"bridge_bot/{file.relative_to(ROOT).as_posix()}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"bridge_bot"}


def test_the_installed_bot_migrates_a_database(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "bridge-bot", "migrate", folder=tmp_path)
    assert (tmp_path / "bridge_bot.db").is_file()


def test_without_its_extra_a_url_of_postgresql_is_refused_with_what_to_install(
    installed: Path, tmp_path: Path
) -> None:
    ended = subprocess.run(
        [installed / "bridge-bot", "migrate"],
        cwd=tmp_path,
        env=outside() | {"DATABASE_URL": "postgresql+asyncpg://me:secret@127.0.0.1/db"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "bridge-bot[postgres]" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "secret" not in ended.stderr


def test_the_installed_sandbox_serves_its_page(installed: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [installed / "bridge-bot", "sandbox", "--port", "0"],
        cwd=tmp_path,
        env=outside(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            with urllib.request.urlopen(address, timeout=START_S) as page:
                assert page.status == 200
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(START_S) == 0


def test_the_installed_product_answers_from_its_documentation(
    installed: Path, tmp_path: Path
) -> None:
    """Through a thread, as a member sees it; the script fails if the answer does not come."""
    run(installed / "python", "-c", QUESTION, folder=tmp_path)
