"""A keyed queue keeps the order of what belongs together, and nothing else waits for it."""

from __future__ import annotations

import asyncio
from functools import partial

from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.keyed_queue import KeyedQueue
from tests.harness.virtual_time import now_s, virtual_time


class Queued:
    """A queue whose work takes a second an item, and what was done when."""

    def __init__(self) -> None:
        self.done: list[tuple[float, str]] = []
        self.events: list[Event] = []
        self.queue = KeyedQueue[str](self.events.append, operation=Operation.ANSWER_QUESTION)

    def put(self, key: str, item: str) -> None:
        self.queue.put(key, partial(self._do, item))

    async def _do(self, item: str) -> None:
        await asyncio.sleep(1)
        if item == "bad":
            raise ValueError(item)
        self.done.append((now_s(), item))


@virtual_time
async def test_items_of_a_key_are_done_in_order_and_keys_beside_each_other() -> None:
    queued = Queued()
    for key, item in (("a", "a1"), ("a", "a2"), ("b", "b1")):
        queued.put(key, item)
    await asyncio.sleep(5)
    assert queued.done == [(1.0, "a1"), (1.0, "b1"), (2.0, "a2")]


@virtual_time
async def test_waiting_counts_what_is_not_begun() -> None:
    queued = Queued()
    for item in ("1", "2", "3"):
        queued.put("a", item)
    await asyncio.sleep(0.5)
    assert queued.queue.waiting("a") == 2
    assert queued.queue.waiting("b") == 0


@virtual_time
async def test_a_failure_is_observed_and_the_queue_goes_on() -> None:
    queued = Queued()
    queued.put("a", "bad")
    queued.put("a", "good")
    await asyncio.sleep(5)
    assert [item for _, item in queued.done] == ["good"]
    (event,) = queued.events
    assert isinstance(event, OperationFailed)
    assert event.operation is Operation.ANSWER_QUESTION


@virtual_time
async def test_closing_lets_the_running_finish_and_begins_no_other() -> None:
    queued = Queued()
    queued.put("a", "a1")
    queued.put("a", "a2")
    await asyncio.sleep(0.5)
    await queued.queue.close(grace_s=5)
    assert [item for _, item in queued.done] == ["a1"]
    assert now_s() == 1.0


@virtual_time
async def test_what_comes_after_the_closing_starts_nothing() -> None:
    queued = Queued()
    await queued.queue.close(grace_s=0)
    queued.put("a", "a1")
    assert asyncio.all_tasks() == {asyncio.current_task()}
    await asyncio.sleep(5)
    assert queued.done == []


@virtual_time
async def test_closing_cancels_what_outlasts_the_grace() -> None:
    queued = Queued()
    queued.put("a", "a1")
    await asyncio.sleep(0.5)
    await queued.queue.close(grace_s=0.25)
    assert queued.done == []
    assert now_s() == 0.75


@virtual_time
async def test_an_idle_queue_leaves_nothing_behind() -> None:
    queued = Queued()
    queued.put("a", "a1")
    await asyncio.sleep(2)
    assert len(asyncio.all_tasks()) == 1


@virtual_time
async def test_a_block_comes_after_what_was_put_before() -> None:
    queued = Queued()
    queued.put("a", "before")
    with queued.queue.place_for_block("a", at_most_s=9) as is_next:
        queued.put("a", "after")
        queued.put("b", "elsewhere")
        await is_next.wait()
        assert queued.done == [(1.0, "before"), (1.0, "elsewhere")]
        await asyncio.sleep(2)
    await asyncio.sleep(5)
    assert queued.done[2:] == [(4.0, "after")]


@virtual_time
async def test_a_block_that_does_not_wait_holds_nothing_up_once_it_is_left() -> None:
    queued = Queued()
    queued.put("a", "before")
    with queued.queue.place_for_block("a", at_most_s=9) as is_next:
        await asyncio.sleep(0.5)
    assert not is_next.is_set()
    queued.put("a", "after")
    await asyncio.sleep(5)
    assert queued.done == [(1.0, "before"), (2.0, "after")]


@virtual_time
async def test_a_block_holds_others_up_for_so_long_at_the_most() -> None:
    queued = Queued()
    with queued.queue.place_for_block("a", at_most_s=3):
        queued.put("a", "after")
        await asyncio.sleep(8)
    assert queued.done == [(4.0, "after")]
    assert queued.events == []


@virtual_time
async def test_closing_ends_the_place_of_a_block() -> None:
    queued = Queued()
    with queued.queue.place_for_block("a", at_most_s=30) as is_next:
        await is_next.wait()
        await queued.queue.close(grace_s=1)
        assert now_s() == 1.0
