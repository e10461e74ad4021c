"""The bot in the test's own process and event loop: `app.run`, with settings given as values.

It speaks to the stand-ins over sockets and keeps its database on disk like any other. What only a
process of its own has (exit codes, standard error, signals that kill) is in `bot_process`.
"""

from __future__ import annotations

import asyncio
import gc
import io
import logging
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType

import discord

import bridge_bot
from bridge_bot import app, sandbox
from bridge_bot.core.errors import BridgeError
from bridge_bot.instrumentation import log
from bridge_bot.instrumentation.logging import log_handler, set_levels
from bridge_bot.settings import RunSettings, load, secrets

STOP_S = 30.0

_STOP = signal.SIGUSR1  # nothing else uses it, and pytest keeps those that end a process
_LEFT_RUNNING = "left running: %s"
_running: list[Bot] = []


class Bot:
    """A running bot. Make it inside of the event loop, and await `started` next."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        assert not _running, "discord.py knows one Discord a process: start the other as a process"
        self._log = io.StringIO()
        signal.signal(_STOP, signal.SIG_IGN)  # it would end the tests before the bot minds it
        _running.append(self)
        self._task = asyncio.create_task(self._run(load(RunSettings, settings)), name="the bot")
        self._task.add_done_callback(lambda _: _running.remove(self))

    async def started(self) -> None:
        """Wait until it minds being asked to stop."""
        await asyncio.sleep(0)

    @property
    def log(self) -> str:
        """Its log so far."""
        return self._log.getvalue()

    @property
    def returncode(self) -> int | None:
        """0 if it has ended well, 1 if by an error, None while it runs."""
        if not self._task.done():
            return None
        return 1 if self._task.cancelled() else self._task.result()

    def ask_to_stop(self) -> None:
        """What SIGTERM does to the program: running answers get their grace."""
        if self.returncode is None:
            signal.raise_signal(_STOP)

    async def stop(self) -> int:
        """Ask it to stop, wait for its end, and return its exit code."""
        self.ask_to_stop()
        return await self.ended()

    async def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        async with asyncio.timeout(STOP_S):
            return await asyncio.shield(self._task)

    async def kill(self) -> None:
        """End it at the end of a test that has failed."""
        self._task.cancel()
        await asyncio.wait({self._task}, timeout=STOP_S)

    async def _run(self, settings: RunSettings) -> int:
        with self._logs(settings):
            try:
                await app.run(settings, [_STOP])
            except BridgeError as error:
                log.critical("%s", error)
                return 1
            except Exception as error:  # noqa: BLE001 - as a process, it would end by it
                log.critical("bridge-bot ends: %s", type(error).__name__, exc_info=error)
                return 1
            finally:
                if left := _tasks_of(Path(bridge_bot.__file__), but_of=Path(sandbox.__file__)):
                    log.warning(_LEFT_RUNNING, ", ".join(task.get_name() for task in left))
                await _end(_tasks_of(Path(discord.__file__)))
                _end_heartbeats()
                gc.collect()  # whatever was left behind complains now
                _keep_what_is_loaded()
        return 0

    @contextmanager
    def _logs(self, settings: RunSettings) -> Iterator[None]:
        """Write the log as the program does, and leave logging as it was before."""
        handler = log_handler(self._log, settings.log.format, secrets(settings))
        # The program counts the stand-ins' tasks too where they share a loop; `_run` does not.
        handler.addFilter(lambda record: record.msg != _LEFT_RUNNING or record.module != "app")
        loggers = [logging.getLogger(name) for name in ("bridge_bot", "discord")]
        levels = [logger.level for logger in loggers]
        root = logging.getLogger()
        root.addHandler(handler)
        set_levels(settings.log.level)
        try:
            yield
        finally:
            root.removeHandler(handler)
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


def _tasks_of(package: Path, *, but_of: Path | None = None) -> list[asyncio.Task[object]]:
    """The running tasks whose code is in a package, but for those in a part of it."""

    def is_of(code: CodeType | None, init: Path) -> bool:
        return code is not None and Path(code.co_filename).is_relative_to(init.parent)

    tasks = asyncio.all_tasks()
    codes = {task: getattr(task.get_coro(), "cr_code", None) for task in tasks}
    return [
        task
        for task, code in codes.items()
        if is_of(code, package) and not (but_of and is_of(code, but_of))
    ]


@cache
def _keep_what_is_loaded() -> None:
    """Spare the collector what the first bot of this process has loaded: half of all there is."""
    gc.freeze()


async def _end(tasks: list[asyncio.Task[object]]) -> None:
    """Cancel what discord.py 2.7.1 leaves running, as the end of an event loop does."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _end_heartbeats() -> None:
    """End the threads that discord.py 2.7.1 leaves running where a connection was not made whole.

    They would need the event loop once more, which may be another test's.
    """
    for thread in threading.enumerate():
        if isinstance(thread, discord.gateway.KeepAliveHandler):
            thread.stop()


@contextmanager
def discord_py_restored() -> Iterator[None]:
    """Undo at the end what the bot has changed in discord.py: other tests use it as it comes."""
    owners = (discord.http.Route, discord.shard, discord.gateway.DiscordWebSocket)
    former = [dict(vars(owner)) for owner in owners]
    try:
        yield
    finally:
        for owner, attributes in zip(owners, former, strict=True):
            for name, value in attributes.items():
                if vars(owner)[name] is not value:
                    setattr(owner, name, value)
