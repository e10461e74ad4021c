"""What runs until a signal comes, and how it is ended."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine

import pytest
from typing_extensions import override

from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.stop_signals import _CANCEL_AGAIN_S, Signals, serve_until_signal
from tests.harness.virtual_time import now_s, virtual_time

GRACE_S = 20.0


class FakeTurns(TurnQueue):
    """Running answers that take so many seconds, and when they were ended with which grace."""

    def __init__(self, take_s: float = 0.0) -> None:
        self.take_s = take_s
        self.closed: list[tuple[float, float]] = []

    @override
    async def close(self, grace_s: float) -> None:
        self.closed.append((now_s(), grace_s))
        await asyncio.sleep(min(self.take_s, grace_s))


async def lasts(seconds: float, error: Exception | None = None) -> None:
    """A connection that ends by itself, perhaps by an error."""
    await asyncio.sleep(seconds)
    if error is not None:
        raise error


async def swallows(cancellations: int) -> None:
    """A connection that goes on after so many cancellations."""
    for _ in range(cancellations):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            continue
    await asyncio.sleep(3600)


async def served(
    connection: Coroutine[None, None, None], turns: TurnQueue, *signals_at_s: float
) -> float:
    """Serve while signals come at these times; returns when it has ended, in seconds."""
    signals: Signals = asyncio.Queue()
    for at_s in signals_at_s:
        asyncio.get_running_loop().call_later(at_s, signals.put_nowait, signal.SIGTERM)
    await serve_until_signal(connection, turns, signals, grace_s=GRACE_S, on_stopping=lambda: None)
    return now_s()


@virtual_time
async def test_after_a_signal_running_answers_get_their_grace() -> None:
    turns = FakeTurns(take_s=5.0)
    assert await served(lasts(3600), turns, 2.0) == 7.0
    assert turns.closed == [(2.0, GRACE_S), (7.0, 0)]


@virtual_time
async def test_a_second_signal_ends_the_grace() -> None:
    turns = FakeTurns(take_s=600.0)
    assert await served(lasts(3600), turns, 2.0, 3.0) == 3.0
    assert turns.closed == [(2.0, GRACE_S), (3.0, 0)]


@virtual_time
async def test_a_connection_that_ends_by_an_error_ends_the_answers_and_raises_it() -> None:
    turns = FakeTurns()
    with pytest.raises(OSError, match="refused"):
        await served(lasts(4.0, OSError("refused")), turns)
    assert turns.closed == [(4.0, 0)]


@virtual_time
async def test_a_connection_that_fails_while_answers_end_raises_its_error_after_them() -> None:
    turns = FakeTurns(take_s=5.0)
    with pytest.raises(OSError, match="refused"):
        await served(lasts(4.0, OSError("refused")), turns, 2.0)
    assert turns.closed == [(2.0, GRACE_S), (7.0, 0)]


@virtual_time
async def test_a_connection_closes_to_its_end() -> None:
    """What is being taken in gets a second there, and each shard says goodbye."""
    closed_at_s = list[float]()

    async def connection() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(4.0)
            closed_at_s.append(now_s())

    assert await served(connection(), FakeTurns(), 1.0) == 5.0
    assert closed_at_s == [5.0]


@virtual_time
async def test_a_connection_that_swallows_a_cancellation_is_cancelled_again() -> None:
    """As discord.py does while it connects again."""
    assert await served(swallows(2), FakeTurns(), 1.0) == 1.0 + 2 * _CANCEL_AGAIN_S
    assert asyncio.all_tasks() == {asyncio.current_task()}
