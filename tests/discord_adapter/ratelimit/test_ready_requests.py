"""How requests that wait share the limit of all of them: by priority, server and channel."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable, Mapping

import pytest

from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from tests.harness.virtual_time import now_s, virtual_time

EDIT = Route("edit", 1)
CREATE = Route("create", 1)


def spent(limiter: RateLimiter) -> None:
    """One request of this second is used up."""
    limiter.note_sent()
    limiter.answered()


async def served(
    limiter: RateLimiter, waiting: Mapping[Priority, int], most: int
) -> list[Priority]:
    """The priorities of the first `most` writes that are let through, of so many that wait."""
    order, enough = list[Priority](), asyncio.Event()

    async def wait(priority: Priority, channel: int) -> None:
        await limiter.permit(Route("edit", channel), priority)
        limiter.answered(Route("edit", channel))
        order.append(priority)
        if len(order) == most:
            enough.set()

    channels = itertools.count()
    tasks = [
        asyncio.create_task(wait(priority, next(channels)))
        for priority, count in waiting.items()
        for _ in range(count)
    ]
    await enough.wait()
    for task in tasks:
        task.cancel()
    return order[:most]


@pytest.mark.parametrize(
    ("waiting", "shares"),
    [
        ((60, 60, 60), (30, 20, 10)),
        ((60, 0, 60), (45, 0, 15)),
        ((0, 60, 60), (0, 40, 20)),
        ((0, 0, 60), (0, 0, 60)),
        ((3, 60, 60), (3, 38, 19)),
    ],
    ids=str,
)
def test_what_is_short_is_shared_and_what_one_does_not_use_passes_on(
    waiting: tuple[int, ...], shares: tuple[int, ...]
) -> None:
    """Half to first texts, a third to last states, the rest to the others, of 60 writes."""

    @virtual_time
    async def run() -> None:
        limiter = RateLimiter(10)
        for _ in range(10):
            spent(limiter)
        order = await served(limiter, dict(zip(Priority, waiting, strict=True)), 60)
        assert [order.count(priority) for priority in Priority] == [
            pytest.approx(share, abs=1) for share in shares
        ]

    run()


@virtual_time
async def test_a_priority_that_did_not_write_has_saved_nothing_up() -> None:
    limiter = RateLimiter(10)
    await served(limiter, {Priority.INTERIM: 200}, 200)
    order = await served(limiter, {Priority.FIRST_TEXT: 60, Priority.INTERIM: 60}, 40)
    assert order.count(Priority.FIRST_TEXT) == pytest.approx(30, abs=1)


@virtual_time
async def test_the_most_urgent_goes_first() -> None:
    limiter = RateLimiter(1)
    spent(limiter)
    assert await served(limiter, dict.fromkeys(reversed(Priority), 1), 3) == list(Priority)


async def order_of(
    limiter: RateLimiter, waiting: Iterable[tuple[str, int | None, int]]
) -> list[str]:
    """The order in which writes of one priority are let through, each a name, a server and a
    channel; they wait in this order.
    """
    order = list[str]()

    async def wait(name: str, guild_id: int | None, channel_id: int) -> None:
        route = Route(f"edit {name}", channel_id)  # so that no window holds it up
        await limiter.permit(route, Priority.FIRST_TEXT, guild_id)
        limiter.answered(route)
        order.append(name)

    async with asyncio.TaskGroup() as tasks:
        for each in waiting:
            tasks.create_task(wait(*each))
    return order


@pytest.mark.parametrize(
    ("waiting", "order"),
    [
        ([("a1", 1, 11), ("a2", 1, 11), ("a3", 1, 11), ("b1", 2, 21)], "a1 b1 a2 a3"),
        ([("a1", 1, 11), ("a2", 1, 11), ("a3", 1, 12), ("b1", 2, 21)], "a1 b1 a3 a2"),
        ([("d1", None, 5), ("d2", None, 5), ("e1", None, 6), ("a1", 1, 11)], "d1 a1 e1 d2"),
    ],
    ids=["servers", "channels of a server", "direct messages"],
)
def test_within_a_priority_servers_take_turns_and_then_channels(
    waiting: list[tuple[str, int | None, int]], order: str
) -> None:
    @virtual_time
    async def run() -> None:
        limiter = RateLimiter(1)
        spent(limiter)
        assert await order_of(limiter, waiting) == order.split()

    run()


@virtual_time
async def test_the_first_text_of_a_server_waits_for_no_flood_of_another() -> None:
    """Of 1,000 first texts, and of as many edits that are written again and again."""
    limiter = RateLimiter(50)
    granted = list[int]()

    async def flood(channel: int, priority: Priority) -> None:
        while True:
            route = Route("edit", channel)
            await limiter.permit(route, priority, guild_id=1)
            granted.append(channel)
            await asyncio.sleep(0.1)
            limiter.answered(route)

    floods = [
        asyncio.create_task(flood(1000 * each.value + channel, each))
        for each in Priority
        for channel in range(1000)
    ]
    await asyncio.sleep(3.5)
    before, began_s = len(granted), now_s()
    await limiter.permit(Route("thread", 7), Priority.FIRST_TEXT, guild_id=2)
    await limiter.permit(Route("create", 8), Priority.FIRST_TEXT, guild_id=2)
    assert len(granted) - before <= 60
    assert now_s() - began_s < 2.5
    for each in floods:
        each.cancel()
    await asyncio.gather(*floods, return_exceptions=True)


@virtual_time
async def test_writes_of_a_flood_that_are_cancelled_hold_up_nobody() -> None:
    limiter = RateLimiter(1)
    spent(limiter)
    flood = [
        asyncio.create_task(limiter.permit(Route("edit", channel), Priority.FINAL, guild_id=1))
        for channel in range(1000)
    ]
    await asyncio.sleep(0)
    for each in flood:
        each.cancel()
    await limiter.permit(CREATE, Priority.FINAL, guild_id=1)
    assert now_s() == pytest.approx(1.0)
    assert all(each.cancelled() for each in flood)


@virtual_time
async def test_a_write_that_is_cancelled_costs_its_server_no_turn() -> None:
    limiter = RateLimiter(1)
    spent(limiter)
    cancelled = asyncio.create_task(limiter.permit(EDIT, Priority.FIRST_TEXT, guild_id=1))
    waiting = asyncio.create_task(order_of(limiter, [("a", 1, 12), ("b", 2, 21)]))
    await asyncio.sleep(0.1)
    cancelled.cancel()
    assert await waiting == ["a", "b"]
