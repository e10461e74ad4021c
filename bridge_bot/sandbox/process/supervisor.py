"""Runs the bot as a child process, which is restarted when it ends and knows only the sandbox.

Its signals come from the supervisor alone: a session of its own keeps the terminal's Ctrl-C away,
which would otherwise reach both at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from bridge_bot.sandbox import CannotServe

QUICK_EXIT_S = 10.0
"""A program that ends sooner after its start than this will probably do so again."""
MAX_QUICK_EXITS = 3
RESTART_PAUSES_S = (0.5, 1.0, 2.0)
"""By the number of quick exits in a row."""
STOP_S = 10.0
_STDERR = 2

_INHERITED = (
    *("PATH", "HOME", "USER", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"),
    *("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "SSL_CERT_FILE", "SSL_CERT_DIR"),
    *("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"),
)


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The child's variables: these settings, and of ours where programs, files and proxies are."""
    return {name: os.environ[name] for name in _INHERITED if name in os.environ} | dict(settings)


class Supervisor:
    """Keeps a Python program (its module and arguments) running in a folder, within the context.

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
        self._tasks = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        self._running = self._tasks.create_task(self._run(), name="the bot")
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop()
        # It is not told of an error within the context, which it would wrap in a group.
        await self._tasks.__aexit__(None, None, None)

    def stop(self) -> None:
        """Ask the program to end; asked once more, it is ended at once."""
        self._running.cancel()

    async def wait(self) -> CannotServe | None:
        """Wait until it has ended for good, and return why if it was not asked to."""
        await asyncio.wait({self._running})
        return None if self._running.cancelled() else self._running.result()

    async def _run(self) -> CannotServe:
        """Run the program again and again; return why not any more if it keeps ending at once."""
        now = asyncio.get_running_loop().time
        quick_exits = 0
        while True:
            started_at_s = now()
            code = await self._run_once()
            quick_exits = quick_exits + 1 if now() - started_at_s < QUICK_EXIT_S else 0
            if quick_exits >= MAX_QUICK_EXITS:
                return CannotServe(
                    f"the bot ended {quick_exits} times right after its start, last with exit"
                    f" code {code}; why stands above"
                )
            pause_s = RESTART_PAUSES_S[quick_exits]
            self._say(f"The bot has ended with exit code {code}; it starts again in {pause_s:g} s.")
            await asyncio.sleep(pause_s)

    async def _run_once(self) -> int:
        """Run the program to its end and return its exit code."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bridge_bot.sandbox.process.ends_with_parent"),
            str(self._folder),
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
    """End a process: by SIGTERM, and after `STOP_S` or if cancelled by SIGKILL."""
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
