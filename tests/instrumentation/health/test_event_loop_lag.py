"""When the event loop counts as stuck."""

from __future__ import annotations

import asyncio
import time

from bridge_bot.instrumentation.health.event_loop_lag import MEASURED_EVERY_S, EventLoopLag


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_a_loop_is_stuck_once_it_was_late_for_half_a_minute() -> None:
    clock, measured = Clock(), list[float]()
    lag = EventLoopLag(clock)
    lag.observers.append(measured.append)
    for lag_s in (2.0,) * 15:
        clock.now_s += MEASURED_EVERY_S + lag_s
        lag.measured(lag_s)
    assert measured == [2.0] * 15
    assert not lag.is_turning
    lag.measured(0.9)
    assert lag.is_turning


def test_one_long_delay_is_none() -> None:
    """Such as that of a process that was stopped for an hour."""
    clock = Clock()
    lag = EventLoopLag(clock)
    clock.now_s += 3600.0
    lag.measured(3600.0)
    assert lag.is_turning
    assert lag.last_s == 3600.0


async def test_what_keeps_the_loop_busy_is_measured() -> None:
    lag = EventLoopLag(asyncio.get_running_loop().time)
    measured, came = list[float](), asyncio.Event()
    lag.observers += [measured.append, lambda _: came.set()]
    measuring = asyncio.create_task(lag.measure())
    await asyncio.sleep(0)
    time.sleep(MEASURED_EVERY_S + 0.1)  # noqa: ASYNC251 - it is what is measured
    await came.wait()
    measuring.cancel()
    assert 0.09 < measured[0] < 5.0
