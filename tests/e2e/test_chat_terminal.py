"""`bridge-bot chat` on a terminal: control characters, Ctrl-C and Ctrl-D."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.chat_process import WAIT_S, interrupt, reads, settings, start, terminal
from tests.harness.english import text

pytestmark = pytest.mark.sqlite  # the terminal's chat has no database

DANGEROUS = "a\x1b[2Jb\x9bc\rd\x07\te\n"


@pytest.mark.parametrize("is_terminal", [True, False])
async def test_control_characters_do_not_reach_a_terminal(
    tmp_path: Path, is_terminal: bool
) -> None:
    """A pipe gets the answer as it is."""
    async with ChatApiStandIn() as api, terminal() as (person, descriptor):
        api.script(Script(DANGEROUS))
        stdout = descriptor if is_terminal else asyncio.subprocess.PIPE
        process = await start(settings(api), tmp_path, stdout=stdout)
        assert process.stdin is not None
        process.stdin.write(b"Why?\n")
        process.stdin.close()
        shown = await reads(person.screen if is_terminal else process.stdout, "e\n")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 0
    assert shown == (r"a\x1b[2Jb\x9bc\x0dd\x07" + "\te\n" if is_terminal else DANGEROUS)


async def test_ctrl_c_ends_the_answer_and_twice_the_program(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api, terminal() as (person, descriptor):
        api.script(
            Script(
                chunks=[(0.0, "first words")], fault=ConnectionFault.STALL, fault_after_bytes=10_000
            ),
            Script("Fine."),
        )
        process = await start(settings(api), tmp_path, stdin=descriptor)
        await reads(process.stderr, "> ")
        person.type("One?\n")
        await reads(process.stdout, "first words")
        process.send_signal(signal.SIGINT)
        await reads(process.stderr, text("chat-stopped") + "\n> ")
        await asyncio.wait_for(api.requests[0].over.wait(), WAIT_S)
        person.type("Two?\n")
        assert await reads(process.stdout, "Fine.\n") == "\nFine.\n"
        await reads(process.stderr, "> ")
        await interrupt(process)
        await reads(process.stderr, text("chat-leave") + "\n> ")
        await interrupt(process)
        assert "--conversation=" in await reads(process.stderr, "\n")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 130


async def test_ctrl_c_at_once_again_is_no_stack_trace(tmp_path: Path) -> None:
    """A key that is held or hit twice: the second comes while the answer is being ended."""
    async with ChatApiStandIn() as api, terminal() as (person, descriptor):
        api.script(
            Script(chunks=[(0.0, "words")], fault=ConnectionFault.STALL, fault_after_bytes=10_000)
        )
        process = await start(settings(api), tmp_path, stdin=descriptor)
        await reads(process.stderr, "> ")
        person.type("One?\n")
        await reads(process.stdout, "words")
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        person.type("\x04")
        assert process.stderr is not None
        async with asyncio.timeout(WAIT_S):
            errors = (await process.stderr.read()).decode()
            assert await process.wait() in (0, 130)
    assert "KeyboardInterrupt" not in errors
    assert "Traceback" not in errors


async def test_ctrl_d_ends_the_program(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api, terminal() as (person, descriptor):
        process = await start(settings(api), tmp_path, stdin=descriptor)
        await reads(process.stderr, "> ")
        person.type("\x04")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 0
        assert api.requests == []
