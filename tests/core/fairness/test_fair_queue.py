"""In a fair queue servers take turns, then the channels of each; a channel keeps its order."""

from __future__ import annotations

import random

import pytest

from bridge_bot.core.fairness.fair_queue import FairQueue, Flow


def queue_of(*items: str) -> FairQueue[str]:
    """A queue of these items; `A1x` is put there for channel 1 of the server A."""
    queue = FairQueue[str]()
    for item in items:
        queue.put(flow_of(item), item)
    return queue


def flow_of(item: str) -> Flow:
    return Flow(ord(item[0]), int(item[1]))


def popped(queue: FairQueue[str]) -> list[str]:
    items = []
    while queue:
        items.append(queue.pop())
    return items


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ("", ""),
        ("A1a A1b A1c", "A1a A1b A1c"),
        ("A1a A1b A1c B1a", "A1a B1a A1b A1c"),
        ("A1a A1b A2a A1c", "A1a A2a A1b A1c"),
        ("A1a A1b A2a A2b B1a B1b B1c", "A1a B1a A2a B1b A1b B1c A2b"),
        ("A1a A2a A3a B1a C1a C1b", "A1a B1a C1a A2a C1b A3a"),
    ],
)
def test_servers_take_turns_and_then_their_channels(items: str, order: str) -> None:
    assert popped(queue_of(*items.split())) == order.split()


def test_whoever_comes_waits_for_one_of_each_other_server() -> None:
    queue = queue_of(*(f"A{number % 9}" for number in range(1000)), "B1a", "B1b")
    queue.pop()
    queue.put(Flow(ord("C"), 1), "C1")
    assert [queue.pop() for _ in range(3)] == ["B1a", "A1", "C1"]


def test_a_server_whose_turn_came_goes_behind_all_others_also_when_it_comes_again() -> None:
    queue = queue_of("A1a", "B1a", "C1a")
    order = []
    for again in ("A1b", "B1b", "C1b"):
        order.append(queue.pop())
        queue.put(flow_of(again), again)
    assert order + popped(queue) == ["A1a", "B1a", "C1a", "A1b", "B1b", "C1b"]


def test_what_is_removed_does_not_come_and_nothing_else_goes_with_it() -> None:
    queue = queue_of("A1a", "A1b", "B1a")
    assert queue.remove(flow_of("A1a"), "A1a")
    assert not queue.remove(flow_of("A1a"), "A1a")
    assert not queue.remove(Flow(1, 1), "Z1")
    assert queue.remove(flow_of("B1a"), "B1a")
    assert popped(queue) == ["A1b"]


def test_nothing_is_lost_doubled_or_reordered_within_a_channel() -> None:
    """However items are put, popped, removed and moved."""
    chance = random.Random(7)
    queues = FairQueue[tuple[Flow, int]](), FairQueue[tuple[Flow, int]]()
    waiting = set[tuple[Flow, int]]()
    last = dict[Flow, int]()
    for number in range(5000):
        flow = Flow(chance.randrange(5), chance.randrange(4))
        queue = queues[flow.server_id % 2]
        match chance.randrange(5):
            case 0 | 1:
                queue.put(flow, (flow, number))
                waiting.add((flow, number))
            case 2 | 3 if queue:
                came, which = queue.pop()
                waiting.remove((came, which))
                assert which > last.get(came, -1)
                last[came] = which
            case 4 if waiting:
                gone = chance.choice(sorted(waiting))
                assert queues[gone[0].server_id % 2].remove(gone[0], gone)
                waiting.remove(gone)
    left = queues[0]
    for server_id in range(5):
        queues[1].move_server(server_id, left)
    assert not queues[1]
    rest = []
    while left:
        rest.append(left.pop())
    assert set(rest) == waiting
    assert len(rest) == len(waiting)


def test_all_direct_messages_together_are_one_server() -> None:
    """However many members write directly, a server waits for one of them at a time."""
    queue: FairQueue[str] = FairQueue()
    for channel_id in (71, 72, 73):
        queue.put(Flow.of(None, channel_id), f"direct {channel_id}")
    for number in (1, 2):
        queue.put(Flow.of(5, 50), f"guild {number}")
    turns = [queue.pop() for _ in range(5)]
    assert turns == ["direct 71", "guild 1", "direct 72", "guild 2", "direct 73"]
