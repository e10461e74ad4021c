"""Event loops whose clock a test does not have to wait for, though their sockets are real.

See `virtual_time.py` for code that waits by asyncio alone, without sockets or threads.
"""

from __future__ import annotations

import asyncio
import functools
import os
import re
import selectors
import threading
from collections import defaultdict
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, ParamSpec

P = ParamSpec("P")

IDLE_S = 0.02
"""Nothing has come by a socket for so long, in real seconds, so nothing will: on the loopback
interface what was sent is there at once."""

ACCELERATION = 20.0
"""How many times as fast the clock of a `AcceleratedLoop` runs at most."""

BUSY_S = 0.005
"""What is under way in this process goes on within so many real seconds, mostly."""

_THREADS = "/proc/self/task"
_WORKS = re.compile(rb"\) [RD] ")  # the state, behind the name: runs or is to run, waits for a disk

STUCK_S = 10.0
"""Nothing has happened for so long, in real seconds, and there is no timer: nothing ever will."""


class _IdleSelector(selectors.DefaultSelector):
    skipped_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout <= 0:
            return super().select(0)
        ready = super().select(STUCK_S if timeout is None else IDLE_S)
        if not ready:
            if timeout is None:
                raise RuntimeError("everything waits, and nothing will ever happen")
            self.skipped_s += timeout
        return ready


class IdleSkippingLoop(asyncio.SelectorEventLoop):
    """Its clock stands still while anything happens on a socket, and jumps to the next timer as
    soon as nothing does. It begins at 0, in seconds.

    Both ends of a connection have to be in the loop. What takes its time in a thread, such as
    resolving a name or a database, has no place in it.
    """

    def __init__(self) -> None:
        self._idle_selector = _IdleSelector()
        super().__init__(self._idle_selector)

    def time(self) -> float:
        return self._idle_selector.skipped_s


class _AcceleratedSelector(selectors.DefaultSelector):
    is_accelerated = False
    skipped_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if not self.is_accelerated or timeout is None or timeout <= BUSY_S:
            return super().select(timeout)
        ready = super().select(BUSY_S)
        if not ready and not _other_threads_work():
            self.skipped_s += min(timeout, BUSY_S * ACCELERATION) - BUSY_S
        return ready


def _other_threads_work() -> bool:
    """Whether another thread of this process runs, is about to, or waits for a disk."""
    own = str(threading.get_native_id())
    # It is asked often, and without a `Path` it takes half the time.
    return any(
        thread != own and _WORKS.search(_stat(thread))
        for thread in os.listdir(_THREADS)  # noqa: PTH208
    )


def _stat(thread: str) -> bytes:
    """What Linux tells of a thread; empty if it has ended."""
    try:
        file = os.open(f"{_THREADS}/{thread}/stat", os.O_RDONLY)
    except OSError:
        return b""
    try:
        return os.read(file, 1024)
    except OSError:
        return b""
    finally:
        os.close(file)


class AcceleratedLoop(asyncio.SelectorEventLoop):
    """Its clock runs as always or, once accelerated, faster while nothing happens.

    So a test need not sit through what its bot waits for. Nothing happens: no socket has anything,
    and no other thread works, such as that of a database. What another process does is not seen, so
    with one, such as a database server, the clock is to run as always. It does so by itself once
    the loop has started a process.
    """

    def __init__(self, *, accelerated: bool = False) -> None:
        self._accelerated_selector = _AcceleratedSelector()
        super().__init__(self._accelerated_selector)
        self.set_accelerated(accelerated=accelerated)

    def time(self) -> float:
        return super().time() + self._accelerated_selector.skipped_s

    def set_accelerated(self, *, accelerated: bool) -> None:
        """Let the clock run faster while nothing happens, or as always, as it does but on Linux."""
        self._accelerated_selector.is_accelerated = accelerated and Path(_THREADS).is_dir()

    async def subprocess_exec(self, *args: Any, **more: Any) -> Any:
        self.set_accelerated(accelerated=False)
        return await super().subprocess_exec(*args, **more)


class SkippingLoop(asyncio.SelectorEventLoop):
    """Its clock runs as always, and a test can set it forward. Threads may be used in it."""

    def __init__(self) -> None:
        self._skipped_s = 0.0
        self._started: defaultdict[float, asyncio.Event] = defaultdict(asyncio.Event)
        super().__init__()

    def time(self) -> float:
        return super().time() + self._skipped_s

    def skip(self, by_s: float) -> None:
        """Set the clock forward, so that what waits for that time is woken."""
        self._skipped_s += by_s

    def call_later(  # type: ignore[override]
        self, delay: float, callback: Callable[..., object], *args: Any, **more: Any
    ) -> asyncio.TimerHandle:
        self._started[delay].set()
        return super().call_later(delay, callback, *args, **more)

    async def timer_of(self, delay_s: float) -> None:
        """Wait until a timer of exactly that delay was started."""
        await self._started[delay_s].wait()


def skipping_loop() -> SkippingLoop:
    """The running loop, in a test `with_skipping_loop`."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SkippingLoop)
    return loop


def with_skipping_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Have an async test run in a `SkippingLoop`."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=SkippingLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run
