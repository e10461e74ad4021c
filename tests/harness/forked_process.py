"""Bots that are forked from a process which has imported everything already.

Most of what a start costs is importing, about a second of processor time. A forked bot is a process
of its own with the same code, settings and end. That a bot also starts by itself is shown by the
tests that start the program.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bridge_bot.cli", "bridge_bot.app", __name__])


class ForkedProcess:
    """Has of `asyncio.subprocess.Process` what the tests use."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, settings: Mapping[str, str], errors: Path
    ) -> None:
        self._process = _FORKS.Process(target=_run, args=(arguments, folder, settings, errors))
        self._ended = asyncio.Event()
        self._process.start()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._process.sentinel, self._on_end)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, which: signal.Signals) -> None:
        with suppress(ProcessLookupError):  # it has just ended
            os.kill(self.pid, which)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def _on_end(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self._ended.set()


def _run(arguments: Sequence[str], folder: Path, settings: Mapping[str, str], errors: Path) -> None:
    """Run `bridge-bot` in the forked process, and end it."""
    from bridge_bot.cli import main  # noqa: PLC0415 - this process has it already

    for number, file in ((0, os.devnull), (1, os.devnull), (2, errors)):
        os.dup2(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings)
    warnings.simplefilter("default")
    code = main(arguments)
    gc.collect()  # whatever was left behind complains now; a forked process ends without that
    sys.exit(code)
