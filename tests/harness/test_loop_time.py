"""The event loop whose clock runs faster while nothing happens."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from tests.harness.loop_time import AcceleratedLoop


def running_loop() -> AcceleratedLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, AcceleratedLoop)
    return loop


async def test_what_waits_for_the_clock_is_woken_in_order_and_long_before() -> None:
    loop, woken = running_loop(), list[float]()
    loop.set_accelerated(accelerated=True)
    began_s, real_s = loop.time(), time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        for wait_s in (20.0, 10.0):
            tasks.create_task(asyncio.sleep(wait_s)).add_done_callback(
                lambda _: woken.append(loop.time() - began_s)
            )
    assert woken == [pytest.approx(10.0, abs=0.5), pytest.approx(20.0, abs=0.5)]
    assert time.monotonic() - real_s < 15.0


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux")
async def test_while_a_thread_works_the_clock_runs_as_always() -> None:
    loop = running_loop()
    loop.set_accelerated(accelerated=True)

    def work() -> float:
        began_s = time.monotonic()
        while time.monotonic() < began_s + 0.3:
            sum(range(1000))
        return time.monotonic() - began_s

    waiting = loop.create_task(asyncio.sleep(60.0))
    began_s = loop.time()
    worked_s = await asyncio.to_thread(work)
    assert loop.time() - began_s < worked_s + 1.0
    waiting.cancel()


async def test_once_it_has_started_a_process_the_clock_runs_as_always() -> None:
    loop = running_loop()
    loop.set_accelerated(accelerated=True)
    process = await asyncio.create_subprocess_exec("sleep", "0.3")
    began_s, real_s = loop.time(), time.monotonic()
    async with asyncio.timeout(60.0):
        assert await process.wait() == 0
    assert loop.time() - began_s <= time.monotonic() - real_s + 0.001


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux")
def test_it_can_run_faster_from_the_start() -> None:
    real_s = time.monotonic()
    with asyncio.Runner(loop_factory=lambda: AcceleratedLoop(accelerated=True)) as runner:
        runner.run(asyncio.sleep(20.0))
    assert time.monotonic() - real_s < 15.0


async def test_it_runs_as_always_where_no_test_asks_for_more() -> None:
    loop = running_loop()
    began_s, real_s = loop.time(), time.monotonic()
    await asyncio.sleep(0.05)
    assert loop.time() - began_s <= time.monotonic() - real_s + 0.001
