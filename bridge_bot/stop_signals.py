"""The signals that end the bot, and what runs until one comes."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager

from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.instrumentation import log

Signals = asyncio.Queue[signal.Signals]

_CANCEL_AGAIN_S = 5.0
"""In seconds; longer than a connection takes to close, which another cancellation would cut."""


async def serve_until_signal(
    serving: Coroutine[None, None, None],
    turns: TurnQueue,
    signals: Signals,
    *,
    grace_s: float,
    on_stopping: Callable[[], None],
) -> None:
    """Serve until a signal comes; then running answers get `grace_s` seconds.

    A second signal ends the grace at once.
    """
    async with task_of(serving, name="connection to Discord") as connection:
        try:
            if await ends_before_signal(connection, signals):
                return
            log.info("stopping; running answers get %g s", grace_s)
            on_stopping()
            async with asyncio.TaskGroup() as group:
                closing = group.create_task(turns.close(grace_s), name="running answers")
                if not await ends_before_signal(closing, signals):
                    closing.cancel()
        finally:
            # Also where the connection has ended by itself: what is running needs the parts around.
            await turns.close(grace_s=0)


@asynccontextmanager
async def task_of(
    work: Coroutine[None, None, None], *, name: str
) -> AsyncIterator[asyncio.Task[None]]:
    """Run `work` as a task until the `async with` block is left; then cancel it, and wait until it
    has ended. Raises what it raised, unless it was cancelled.

    A task group would raise a group of that, and cancel it once only. discord.py 2.7.1 swallows a
    cancellation that meets it while it connects again, so one may not be enough.
    """
    task = asyncio.create_task(work, name=name)
    try:
        yield task
    finally:
        while not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=_CANCEL_AGAIN_S)
        if not task.cancelled():
            task.result()


async def ends_before_signal(task: asyncio.Task[None], signals: Signals) -> bool:
    """Wait for a task or the next signal, and return whether the task came first.

    A signal that comes at the same moment is left to whoever waits for the next one.
    """
    async with asyncio.TaskGroup() as group:
        signal_task = group.create_task(signals.get(), name="signal")
        await asyncio.wait({task, signal_task}, return_when=asyncio.FIRST_COMPLETED)
        signal_task.cancel()
    if task.done() and not signal_task.cancelled():
        signals.put_nowait(signal_task.result())
    return task.done()


@contextmanager
def signals_of(stops: Collection[signal.Signals]) -> Iterator[Signals]:
    """A queue of those of the signals `stops` that the process gets, in their order."""
    loop = asyncio.get_running_loop()
    signals: Signals = asyncio.Queue()
    for each in stops:
        loop.add_signal_handler(each, signals.put_nowait, each)
    try:
        yield signals
    finally:
        # One more, while the process ends, must not make a failure of it: also not while a signal
        # has neither the loop's handler any more nor the one that ignores it.
        signal.pthread_sigmask(signal.SIG_BLOCK, stops)
        for each in stops:
            loop.remove_signal_handler(each)
            signal.signal(each, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stops)
