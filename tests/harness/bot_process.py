"""The bot as operators start it: a process, with settings by environment, standard error, signals.

For what only a process has: crashes, exit codes, memory, the command line. Everything else is
quicker to test with `tests.harness.bot`.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.harness.forked_process import ForkedProcess

STOP_S = 30.0

Process = asyncio.subprocess.Process | ForkedProcess


@dataclass
class BotProcess:
    """A running `bridge-bot`; what it writes to standard error is in the file `errors`."""

    process: Process
    errors: Path

    @property
    def log(self) -> str:
        """Everything on its standard error so far."""
        return self.errors.read_text("utf-8", "replace")

    @property
    def returncode(self) -> int | None:
        """Its exit code, None while it runs."""
        return self.process.returncode

    async def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, wait for its end, and return the exit code."""
        if self.returncode is None:
            self.process.send_signal(with_signal)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for its end, and return the exit code."""
        async with asyncio.timeout(STOP_S):
            return await self.process.wait()

    async def kill(self) -> None:
        """End it at once."""
        if self.returncode is None:
            self.process.kill()
        await self.ended()


def forked(
    arguments: Sequence[str], folder: Path, settings: Mapping[str, str], errors: Path
) -> BotProcess:
    """Start `bridge-bot` in a process that has the program loaded already."""
    return BotProcess(ForkedProcess(arguments, folder, settings, errors), errors)


async def loaded_anew(
    arguments: Sequence[str], folder: Path, settings: Mapping[str, str], errors: Path
) -> BotProcess:
    """Start `bridge-bot` as operators do, by a new Python process."""
    with errors.open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            # All warnings, such as of what was not closed or awaited; not all of "-X dev",
            # since asyncio's debug mode takes three times the processor time.
            *("-W", "default", "-m", "bridge_bot.cli"),
            *arguments,
            cwd=folder,
            env=dict(settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=file,
        )
    return BotProcess(process, errors)
