"""What is to be put right is tried until it is, however long an outage lasts."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from bridge_bot.core.errors import TooMuchToRetry
from bridge_bot.core.events import Event, Operation, OperationFailed, Outlook
from bridge_bot.core.turns.retry_queue import (
    BACKOFF,
    CLOSE_WITHIN_S,
    MOST_OPERATIONS,
    RetryQueue,
)
from tests.harness.virtual_time import now_s, virtual_time


@virtual_time
async def test_it_is_tried_slower_and_slower_until_it_succeeds() -> None:
    tries: list[float] = []
    over = asyncio.Event()

    async def work() -> bool:
        tries.append(now_s())
        if now_s() > 24 * 3600:
            over.set()
        return over.is_set()

    queue = RetryQueue(list[Event]().append)
    queue.put(Operation.SHOW_NOTICE, work)
    await over.wait()
    await asyncio.sleep(2 * BACKOFF.longest_s)
    pauses = [after - before for before, after in pairwise(tries)]
    assert tries[0] == 0.0
    assert pauses[0] == BACKOFF.first_s
    assert pauses == sorted(pauses)
    assert pauses[-1] == BACKOFF.longest_s
    assert len(tries) == len(pauses) + 1 < 200


@virtual_time
async def test_a_fault_is_observed_and_closing_leaves_nothing_running() -> None:
    events: list[Event] = []

    async def fail() -> bool:
        raise ValueError("no")

    async def never() -> bool:
        return False

    queue = RetryQueue(events.append)
    queue.put(Operation.SAVE_TURN_END, fail)
    for _ in range(MOST_OPERATIONS + 10):
        queue.put(Operation.SHOW_NOTICE, never)
    before = len(asyncio.all_tasks())
    await asyncio.sleep(60)
    await queue.close()
    assert before <= MOST_OPERATIONS + 1
    assert asyncio.all_tasks() == {asyncio.current_task()}
    failed = [event for event in events if isinstance(event, OperationFailed)]
    assert [event.operation for event in failed if type(event.error) is ValueError] == [
        Operation.SAVE_TURN_END
    ]


@virtual_time
async def test_what_is_too_much_to_be_tried_is_observed_and_not_tried() -> None:
    events: list[Event] = []
    over = asyncio.Event()

    async def work() -> bool:
        return over.is_set()

    queue = RetryQueue(events.append)
    for _ in range(MOST_OPERATIONS):
        assert queue.put(Operation.SHOW_NOTICE, work)
    assert events == []
    assert not queue.put(Operation.SAVE_TURN_END, work)
    (failed,) = events
    assert isinstance(failed, OperationFailed)
    assert (failed.operation, failed.outlook) == (Operation.SAVE_TURN_END, Outlook.GIVEN_UP)
    assert isinstance(failed.error, TooMuchToRetry)
    over.set()
    await asyncio.sleep(BACKOFF.longest_s)
    assert queue.put(Operation.SAVE_TURN_END, work)
    await queue.close()


@virtual_time
async def test_closing_tries_what_waits_once_more_and_at_once() -> None:
    tries: list[float] = []

    async def work() -> bool:
        tries.append(now_s())
        return False

    queue = RetryQueue(list[Event]().append)
    queue.put(Operation.SAVE_TURN_END, work, failures=9)
    await asyncio.sleep(1)
    await queue.close()
    assert tries == [1.0]
    assert now_s() == 1.0


@virtual_time
async def test_closing_is_not_held_up_by_what_takes_long() -> None:
    queue, begun = RetryQueue(list[Event]().append), asyncio.Event()

    async def work() -> bool:
        begun.set()
        await asyncio.sleep(3600)
        return True

    queue.put(Operation.SHOW_NOTICE, work, failures=1)
    await asyncio.sleep(0)
    await queue.close()
    assert begun.is_set()
    assert now_s() == CLOSE_WITHIN_S
    assert asyncio.all_tasks() == {asyncio.current_task()}
