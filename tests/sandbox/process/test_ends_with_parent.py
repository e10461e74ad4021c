"""A program that ends with its parent."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest

END_S = 20.0

WAITING = """
import sys, time
print("up", *sys.argv[1:], flush=True)
time.sleep(600)
"""


async def start(program: str, folder: Path, tmp_path: Path) -> Process:
    """Start a program below `tmp_path`, with `folder` as what goes with it."""
    folder.mkdir()
    (tmp_path / "program.py").write_text(program)
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bridge_bot.sandbox.process.ends_with_parent"),
        *(str(folder), "program", "one", "two"),
        env={"PYTHONPATH": f"{Path(__file__).parents[3]}:{tmp_path}"},
        stdin=PIPE,
        stdout=PIPE,
    )


async def test_when_its_standard_input_closes_it_is_killed_and_its_folder_removed(
    tmp_path: Path,
) -> None:
    """As the system does however the parent ends."""
    folder = tmp_path / "folder"
    process = await start(WAITING, folder, tmp_path)
    assert process.stdin is not None
    assert process.stdout is not None
    async with asyncio.timeout(END_S):
        assert await process.stdout.readline() == b"up one two\n"
        assert folder.exists()
        process.stdin.close()
        assert await process.wait() == -signal.SIGKILL
    assert not folder.exists()


@pytest.mark.parametrize(("program", "code"), [("", 0), ("raise SystemExit(3)", 3)])
async def test_a_program_that_ends_by_itself_keeps_its_exit_code_and_folder(
    tmp_path: Path, program: str, code: int
) -> None:
    process = await start(program, tmp_path / "folder", tmp_path)
    async with asyncio.timeout(END_S):
        assert await process.wait() == code
    assert (tmp_path / "folder").exists()
    assert process.stdin is not None
    process.stdin.close()
