"""`bridge-bot chat` as a process: in a pipe, or on a terminal with a person who reads and types."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.forked_process import run_forked

WAIT_S = 20.0
Process = asyncio.subprocess.Process


def settings(api: ChatApiStandIn) -> dict[str, str]:
    """The environment: no variable of Discord's, and none of this process's but the path."""
    return {
        "PATH": os.environ["PATH"],
        "SSL_CERT_FILE": os.devnull,  # to load all authorities takes a tenth of a second
        "CHAT_API_BASE_URL": api.base_url,
        "CHAT_API_KEY": api.key,
        "CHAT_BOT_UID": api.bot_uid,
    }


async def start(
    environment: dict[str, str],
    folder: Path,
    *arguments: str,
    stdin: int = asyncio.subprocess.PIPE,
    stdout: int = asyncio.subprocess.PIPE,
) -> Process:
    """Start `bridge-bot chat` in a folder, with these variables and no others."""
    # All warnings, such as of what was not closed or awaited; not all of "-X dev", since asyncio's
    # debug mode has a line for each step that a busy machine makes slow.
    warnings = ("-W", "default")
    command = (sys.executable, *warnings, "-m", "bridge_bot.cli", "chat", *arguments)
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env=environment,
        stdin=stdin,
        stdout=stdout,
        stderr=asyncio.subprocess.PIPE,
    )


async def piped(
    api: ChatApiStandIn, folder: Path, questions: str, *arguments: str, **changed: str
) -> tuple[str, str, int]:
    """Ask the lines of `questions`. Returns standard output, standard error and the exit code."""
    result = await asyncio.to_thread(
        run_forked, ("chat", *arguments), folder, {**settings(api), **changed}, questions, WAIT_S
    )
    assert "Traceback" not in result.stderr
    return result.stdout, result.stderr, result.returncode


async def reads(stream: asyncio.StreamReader | None, words: str) -> str:
    """All that comes up to these words and with them, once they are there."""
    assert stream is not None
    async with asyncio.timeout(WAIT_S):
        return (await stream.readuntil(words.encode())).decode()


async def interrupt(process: Process) -> None:
    """Press Ctrl-C once the program waits for a line: Python would see a signal that comes between
    the prompt and the read only when the read is over.
    """
    state = Path(f"/proc/{process.pid}/stat")
    async with asyncio.timeout(WAIT_S):
        while state.read_text().rpartition(")")[2].split()[0] != "S":  # noqa: ASYNC110 - it sleeps
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGINT)


class Person:
    """Who sits at the terminal: reads its screen and types."""

    def __init__(self, descriptor: int) -> None:
        self.screen = asyncio.StreamReader()
        self._descriptor = descriptor

    def type(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())


@asynccontextmanager
async def terminal() -> AsyncIterator[tuple[Person, int]]:
    """A terminal that shows what is written as it is: who sits there, and its end for a program."""
    of_person, of_program = pty.openpty()
    mode = termios.tcgetattr(of_program)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(of_program, termios.TCSANOW, mode)
    person = Person(of_person)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(person.screen), os.fdopen(of_person, "r+b", 0)
    )
    try:
        yield person, of_program
    finally:
        transport.close()
        os.close(of_program)
