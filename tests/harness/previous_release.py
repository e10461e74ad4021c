"""The program of the previous release, out of the history: the last tag `v*` before this version,
and as long as there is none, the commit before the newest migration.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bridge_bot.store import schema
from tests.harness.bot_process import BotProcess

ROOT = Path(__file__).parents[2]

_FOLDER = TemporaryDirectory(prefix="bridge-bot-previous-")


@cache
def previous_release() -> Path:
    """A folder with that program; the test is skipped where the checkout has no such history."""
    tree = Path(_FOLDER.name)
    archive = _git("archive", "--format=tar", _previous_commit(), "bridge_bot", "migrations")
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(tree, filter="data")
    return tree


def knows_newer_tables(program: Path) -> bool:
    """Whether that program asks a newer database if it may work on it."""
    return "oldest_program" in (program / "bridge_bot/store/schema.py").read_text("utf-8")


def newest_revision(program: Path) -> str:
    """The newest revision that a program knows."""
    return max(file.name[:4] for file in (program / "migrations/versions").glob("*_*.py"))


async def start_program(
    program: Path, settings: Mapping[str, str], folder: Path, *arguments: str
) -> BotProcess:
    """Start `bridge-bot` of another program's folder, with the libraries of this one."""
    errors = folder / f"errors-of-previous-{len([*folder.glob('errors-of-previous-*')])}.txt"
    with errors.open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bridge_bot.cli", *arguments),
            cwd=folder,
            env={**settings, "PYTHONPATH": str(program)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=file,
        )
    return BotProcess(process, errors)


def _previous_commit() -> str:
    if _git("rev-parse", "--is-shallow-repository").strip() != b"false":
        pytest.skip("this checkout has no history, so no previous release: clone it whole")
    if tags := _git("tag", "--list", "v*", "--merged", "HEAD", "--sort=-version:refname").split():
        return tags[0].decode()
    [migration] = (ROOT / "migrations/versions").glob(f"{schema.revisions()[-1]}_*.py")
    added = _git("log", "--diff-filter=A", "--format=%H", "-1", "--", str(migration)).decode()
    return f"{added.strip()}^" if added.strip() else "HEAD"  # not committed yet


def _git(*arguments: str) -> bytes:
    """What git says. Skips the test where there is no git, or no repository."""
    try:
        return subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, check=True, timeout=60
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no previous release: git does not tell of one ({error})")
