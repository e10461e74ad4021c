"""The bot as a child process: it knows only the sandbox, ends with it, and is restarted if it dies.

Its signals come from its owner alone: a session of its own keeps the terminal's Ctrl-C away, which
would otherwise reach both at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from bridge_bot.sandbox import CannotServe

QUICK_DEATH_S = 10.0
GIVE_UP_AFTER = 3
STOP_S = 10.0
_STDERR = 2

_PASSED_ON = (
    *("PATH", "HOME", "USER", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"),
    *("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "SSL_CERT_FILE", "SSL_CERT_DIR"),
)


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """These settings, and of this process's environment only where programs and files are."""
    return {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | dict(settings)


class Supervisor:
    """A Python program, as its module and arguments, that is kept running in a folder.

    Its output goes to standard error. `process` is the one that runs now, if any.
    """

    def __init__(
        self,
        program: Sequence[str],
        settings: Mapping[str, str],
        folder: Path,
        say: Callable[[str], None],
    ) -> None:
        self.process: Process | None = None
        self._program = program
        self._settings = settings
        self._folder = folder
        self._say = say

    async def keep(self) -> NoReturn:
        """Run it until cancelled, again after each of its deaths.

        Cancelling gives it time to end; cancelling once more ends it at once. Raises
        `CannotServe` if it keeps dying right after its start.
        """
        quick_deaths = 0
        while True:
            began = time.monotonic()
            code = await self._live()
            quick = time.monotonic() - began < QUICK_DEATH_S
            quick_deaths = quick_deaths + 1 if quick else 0
            if quick_deaths >= GIVE_UP_AFTER:
                raise CannotServe(
                    f"the bot ended {quick_deaths} times right after its start, last with exit"
                    f" code {code}; why stands above"
                )
            pause_s = 0.5 * 2**quick_deaths
            self._say(f"The bot has ended with exit code {code}; it starts again in {pause_s:g} s.")
            await asyncio.sleep(pause_s)

    async def _live(self) -> int:
        leash = (
            sys.executable,
            "-m",
            "bridge_bot.sandbox.process.ends_with_parent",
            str(self._folder),
        )
        self.process = await asyncio.create_subprocess_exec(
            *leash,
            *self._program,
            cwd=self._folder,
            env=environment(self._settings),
            stdin=PIPE,
            stdout=_STDERR,
            start_new_session=True,
        )
        try:
            return await self.process.wait()
        finally:
            await _end(self.process)


async def _end(process: Process) -> None:
    """See a process to its end: on request, then by force."""
    if process.returncode is not None:
        return
    try:
        process.terminate()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STOP_S):
                await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
