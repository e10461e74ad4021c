"""BackgroundTasks: whoever starts a task through it can end all of them."""

from __future__ import annotations

import asyncio

import pytest

from bridge_bot.core.background_tasks import BackgroundTasks
from tests.harness.virtual_time import now_s, virtual_time


@virtual_time
async def test_a_task_that_has_ended_is_forgotten() -> None:
    tasks = BackgroundTasks()
    task = tasks.start(asyncio.sleep(1, "done"), name="sleeping")
    assert len(tasks) == 1
    assert await task == "done"
    await asyncio.sleep(0)
    assert len(tasks) == 0


@virtual_time
async def test_closing_waits_for_the_grace_and_then_cancels_what_is_left() -> None:
    tasks = BackgroundTasks()
    quick = tasks.start(asyncio.sleep(1), name="quick")
    slow = tasks.start(asyncio.sleep(10), name="slow")
    await tasks.close(grace_s=2)
    assert not quick.cancelled()
    assert slow.cancelled()
    assert asyncio.get_running_loop().time() == 2


@virtual_time
async def test_a_closing_that_is_cancelled_leaves_no_task_running() -> None:
    tasks = BackgroundTasks()
    slow = tasks.start(asyncio.sleep(10), name="slow")
    closing = asyncio.create_task(tasks.close(grace_s=5))
    await asyncio.sleep(1)
    closing.cancel()
    await asyncio.wait({slow})
    assert slow.cancelled()
    assert asyncio.get_running_loop().time() == 1


@virtual_time
async def test_a_task_may_close_its_own_owner() -> None:
    tasks = BackgroundTasks()
    other = tasks.start(asyncio.sleep(10), name="other")
    await tasks.start(tasks.close(), name="closing")
    assert other.cancelled()


@virtual_time
@pytest.mark.parametrize(("grace_s", "again_at_s"), [(0.0, 1.0), (5.0, 1.0), (5.0, 6.0)])
async def test_a_closing_that_is_cancelled_cancels_no_task_twice(
    grace_s: float, again_at_s: float
) -> None:
    """What a task does at its end is done to the end, whoever is in a hurry."""
    ended_at_s = list[float]()

    async def work() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(2)
            ended_at_s.append(now_s())

    tasks = BackgroundTasks()
    tasks.start(work(), name="work")
    closing = asyncio.create_task(tasks.close(grace_s))
    await asyncio.sleep(again_at_s)
    closing.cancel()
    await asyncio.wait({closing})
    await tasks.close()
    assert closing.cancelled()
    assert ended_at_s == [min(grace_s, again_at_s) + 2]
    assert len(tasks) == 0
