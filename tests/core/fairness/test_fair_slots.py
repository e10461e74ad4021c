"""Slots go to servers in turn, and a tenth of them to those that hold none."""

from __future__ import annotations

import asyncio
import random

import pytest

from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.fairness.fair_slots import LOOK_EVERY_S, FairSlots, HeldSlot
from tests.harness.virtual_time import virtual_time


class Takers:
    """Tasks that take slots, by the names of their flows: `A1` is channel 1 of the server A."""

    def __init__(self, most: int, *, shared: bool = True) -> None:
        self.most = most
        self.slots = FairSlots(lambda: self.most, is_shared=lambda: shared)
        self.held: list[str] = []
        """In the order in which they got their slots."""
        self.tasks: list[tuple[str, asyncio.Task[None]]] = []

    async def take(self, *names: str) -> None:
        for name in names:
            self.tasks.append((name, asyncio.create_task(self._take(name))))
            await settled()

    async def give_back(self, name: str) -> None:
        self.held.remove(name)
        self.slots.give_back(flow_of(name))
        await settled()

    async def cancel(self, name: str) -> None:
        for of, task in self.tasks:
            if of == name:
                task.cancel()
        await settled()

    async def _take(self, name: str) -> None:
        await self.slots.take(flow_of(name))
        self.held.append(name)


def flow_of(name: str) -> Flow:
    return Flow(ord(name[0]), int(name[1:]))


async def settled() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("most", "shared", "held"),
    [(100, True, 90), (100, False, 100), (10, True, 9), (5, True, 4), (2, True, 1), (1, True, 1)],
)
def test_where_others_may_come_a_server_leaves_a_tenth_and_at_least_one(
    most: int, shared: bool, held: int
) -> None:
    @virtual_time
    async def run() -> None:
        takers = Takers(most, shared=shared)
        await takers.take(*(f"A{number}" for number in range(2 * most)))
        assert len(takers.held) == held
        assert takers.slots.must_wait(flow_of("A1"))
        assert takers.slots.must_wait(flow_of("B1")) is (held == most)
        await takers.take("B1")
        assert ("B1" in takers.held) is (held < most)

    run()


@virtual_time
async def test_what_is_kept_is_for_servers_that_hold_none() -> None:
    takers = Takers(20)
    await takers.take(*(f"A{number}" for number in range(30)))
    await takers.take("B1", "B2", "C1", "D1")
    assert takers.held[18:] == ["B1", "C1"]
    await takers.give_back("A1")
    assert takers.held[-1] == "D1"


@virtual_time
async def test_servers_take_turns_and_then_their_channels() -> None:
    takers = Takers(4, shared=False)
    await takers.take("A1", "A2", "B1", "B2")
    await takers.take("A3", "A3", "A4", "B3", "B4")
    for name in ("A1", "B1", "A2", "B2"):
        await takers.give_back(name)
    assert takers.held == ["A3", "B3", "A4", "B4"]


@virtual_time
async def test_a_server_that_holds_none_goes_first() -> None:
    takers = Takers(2, shared=False)
    await takers.take("A1", "A2", "A3", "A4", "B1", "C1")
    for name in ("A1", "A2", "B1"):
        await takers.give_back(name)
    assert takers.held == ["C1", "A3"]


@virtual_time
async def test_who_is_cancelled_holds_up_nobody_and_keeps_no_slot() -> None:
    takers = Takers(2, shared=False)
    await takers.take("A1", "A2", "A3", "A4")
    await takers.cancel("A3")
    await takers.give_back("A1")
    assert takers.held == ["A2", "A4"]


@virtual_time
async def test_who_is_cancelled_as_the_slot_comes_gives_it_back() -> None:
    takers = Takers(1)
    await takers.take("A1", "A2", "A3")
    takers.slots.give_back(flow_of("A1"))  # to A2, which has not yet been told
    await takers.cancel("A2")
    assert takers.held == ["A1", "A3"]


@virtual_time
async def test_a_limit_that_falls_takes_nothing_away_and_one_that_rises_is_used() -> None:
    takers = Takers(3, shared=False)
    await takers.take("A1", "A2", "A3", "A4", "A5")
    takers.most = 2
    await takers.give_back("A1")
    assert takers.held == ["A2", "A3"]
    takers.most = 4
    await takers.give_back("A2")
    assert takers.held == ["A3", "A4", "A5"]


@virtual_time
async def test_a_limit_that_rises_is_used_though_no_slot_is_given_back() -> None:
    takers = Takers(1, shared=False)
    await takers.take("A1", "A2", "A3")
    await asyncio.sleep(10 * LOOK_EVERY_S)
    assert takers.held == ["A1"]
    takers.most = 3
    await asyncio.sleep(LOOK_EVERY_S)
    await settled()
    assert takers.held == ["A1", "A2", "A3"]


@virtual_time
async def test_a_held_slot_is_given_back_once_and_not_if_it_was_never_there() -> None:
    slots = FairSlots(lambda: 1)
    one, other = (HeldSlot(slots, flow_of(name)) for name in ("A1", "B1"))
    other.give_back()
    await one.take()
    assert (one.is_held, other.must_wait) == (True, True)
    waiting = asyncio.create_task(other.take())
    await settled()
    assert (other.is_waiting, other.is_held) == (True, False)
    one.give_back()
    one.give_back()
    await waiting
    assert (other.is_waiting, other.is_held) == (False, True)
    assert one.must_wait


@virtual_time
async def test_a_slot_that_was_waited_for_in_vain_is_not_held() -> None:
    slots = FairSlots(lambda: 1)
    one, other = (HeldSlot(slots, flow_of(name)) for name in ("A1", "B1"))
    await one.take()
    waiting = asyncio.create_task(other.take())
    await settled()
    one.give_back()  # to the other, which has not yet been told
    waiting.cancel()
    await settled()
    assert (other.is_waiting, other.is_held, other.must_wait) == (False, False, False)


@pytest.mark.parametrize("seed", range(5))
def test_slots_are_neither_lost_nor_given_beyond_their_number(seed: int) -> None:
    """Whatever is taken, given back and cancelled; in the end everybody has had one."""

    @virtual_time
    async def run() -> None:
        chance, takers = random.Random(seed), Takers(7)
        for number in range(400):
            match chance.randrange(3):
                case 0:
                    await takers.take(f"{chance.choice('ABC')}{number}")
                case 1 if takers.held:
                    await takers.give_back(chance.choice(takers.held))
                case 2 if takers.tasks:
                    _, task = chance.choice(takers.tasks)
                    if not task.done():
                        task.cancel()
            assert len(takers.held) <= takers.most
        await settled()
        while takers.held:
            await takers.give_back(takers.held[0])
        assert all(task.done() for _, task in takers.tasks)
        await takers.take(*(f"{server}9" for server in "ABCDEFG"))
        assert len(takers.held) == takers.most

    run()
