"""KeyedQueue keep the order of what belongs together, and nothing else waits for it."""

from __future__ import annotations

import asyncio

from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.keyed_queue import KeyedQueue
from tests.virtual_time import now_s, virtual_time


class Work:
    """Takes a second for each item, and remembers when each was done."""

    def __init__(self) -> None:
        self.done: list[tuple[float, str]] = []
        self.events: list[Event] = []
        self.lanes: KeyedQueue[str, str] = KeyedQueue(
            self, self.events.append, operation=Operation.ANSWER_QUESTION
        )

    async def __call__(self, item: str) -> None:
        await asyncio.sleep(1)
        if item == "bad":
            raise ValueError(item)
        self.done.append((now_s(), item))


@virtual_time
async def test_items_of_a_lane_are_done_in_order_and_lanes_beside_each_other() -> None:
    work = Work()
    for key, item in (("a", "a1"), ("a", "a2"), ("b", "b1")):
        work.lanes.put(key, item)
    await asyncio.sleep(5)
    assert work.done == [(1.0, "a1"), (1.0, "b1"), (2.0, "a2")]


@virtual_time
async def test_waiting_counts_what_is_not_begun() -> None:
    work = Work()
    for item in ("1", "2", "3"):
        work.lanes.put("a", item)
    await asyncio.sleep(0.5)
    assert work.lanes.waiting("a") == 2
    assert work.lanes.waiting("b") == 0


@virtual_time
async def test_a_failure_is_observed_and_the_lane_goes_on() -> None:
    work = Work()
    work.lanes.put("a", "bad")
    work.lanes.put("a", "good")
    await asyncio.sleep(5)
    assert [item for _, item in work.done] == ["good"]
    (event,) = work.events
    assert isinstance(event, OperationFailed)
    assert event.operation is Operation.ANSWER_QUESTION


@virtual_time
async def test_closing_lets_the_running_finish_and_begins_no_other() -> None:
    work = Work()
    work.lanes.put("a", "a1")
    work.lanes.put("a", "a2")
    await asyncio.sleep(0.5)
    await work.lanes.close(grace_s=5)
    assert [item for _, item in work.done] == ["a1"]
    assert now_s() == 1.0


@virtual_time
async def test_closing_cancels_what_outlasts_the_grace() -> None:
    work = Work()
    work.lanes.put("a", "a1")
    await asyncio.sleep(0.5)
    await work.lanes.close(grace_s=0.25)
    assert work.done == []
    assert now_s() == 0.75


@virtual_time
async def test_an_idle_lane_leaves_nothing_behind() -> None:
    work = Work()
    work.lanes.put("a", "a1")
    await asyncio.sleep(2)
    assert len(asyncio.all_tasks()) == 1
