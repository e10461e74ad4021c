"""`bridge-bot` in processes that are forked from one which has imported everything already.

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
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.harness.preloaded"])


class ForkedProcess:
    """Has of `asyncio.subprocess.Process` what the tests use."""

    def __init__(
        self, arguments: Sequence[str], folder: Path, settings: Mapping[str, str], errors: Path
    ) -> None:
        null = Path(os.devnull)
        self._process = _FORKS.Process(
            target=_run, args=(arguments, folder, settings, (null, null, errors))
        )
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


def run_forked(
    arguments: Sequence[str],
    folder: Path,
    environ: Mapping[str, str],
    stdin: str = "",
    timeout_s: float = 60.0,
) -> subprocess.CompletedProcess[str]:
    """Run `bridge-bot` to its end in a forked process, as `subprocess.run` does in a new one."""
    return _run_to_end(_run, (arguments, folder, environ), stdin, timeout_s)


def run_source(
    source: str, *arguments: str, timeout_s: float = 60.0
) -> subprocess.CompletedProcess[str]:
    """Run Python source to its end in a forked process, as `python -c` does in a new one."""
    return _run_to_end(_run_source, (source, arguments), "", timeout_s)


def _run_to_end(
    target: Callable[..., None], given: tuple[object, ...], stdin: str, timeout_s: float
) -> subprocess.CompletedProcess[str]:
    """Run a function in a forked process, with what is given and the files of its streams."""
    with TemporaryDirectory() as streams:
        files = tuple(Path(streams, name) for name in ("stdin", "stdout", "stderr"))
        files[0].write_text(stdin, "utf-8")
        process = _FORKS.Process(target=target, args=(*given, files))
        process.start()
        process.join(timeout_s)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(f"{given[0]} has not ended within {timeout_s} s")
        _, stdout, stderr = (file.read_text("utf-8") if file.exists() else "" for file in files)
        return subprocess.CompletedProcess([], process.exitcode, stdout, stderr)


def _run(
    arguments: Sequence[str], folder: Path, environ: Mapping[str, str], streams: Sequence[Path]
) -> None:
    """Run `bridge-bot` in the forked process, with these three files as its standard streams, and
    end it.
    """
    from bridge_bot.cli import main  # noqa: PLC0415 - this process has it already

    _use_streams(streams, environ.get("PYTHONIOENCODING"))
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    warnings.simplefilter("default")
    code = main(arguments)
    gc.collect()  # whatever was left behind complains now; a forked process ends without that
    sys.exit(code)


def _run_source(source: str, arguments: Sequence[str], streams: Sequence[Path]) -> None:
    """Run the source in the forked process."""
    _use_streams(streams, None)
    sys.argv = ["-c", *arguments]
    exec(source, {"__name__": "__main__"})


def _use_streams(files: Sequence[Path], encoding: str | None) -> None:
    """Make these three files the standard streams of the process."""
    for number, file in enumerate(files):
        os.dup2(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), number)
    sys.stdin = os.fdopen(0, encoding=encoding)
    sys.stdout = os.fdopen(1, "w", encoding=encoding)
    sys.stderr = os.fdopen(2, "w", 1, encoding, "backslashreplace")
