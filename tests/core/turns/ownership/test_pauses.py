"""After a pause of the process it is in doubt who writes, until the next claim."""

from __future__ import annotations

import asyncio

from bridge_bot.core.turns.ownership.pauses import PAUSE_S, Pauses
from tests.core.turns.ownership.paused import stop
from tests.harness.virtual_time import virtual_time


@virtual_time
async def test_without_a_pause_it_is_always_certain_who_writes() -> None:
    pauses = Pauses()
    await asyncio.sleep(2 * PAUSE_S)
    assert pauses.is_certain(), "nobody watches yet"
    watching = asyncio.create_task(pauses.watch())
    for _ in range(5):
        await asyncio.sleep(PAUSE_S)
        assert pauses.is_certain()
    watching.cancel()


@virtual_time
async def test_after_a_pause_it_is_certain_who_writes_once_a_claim_came_after_it() -> None:
    pauses = Pauses()
    watching = asyncio.create_task(pauses.watch())
    await asyncio.sleep(0.5)
    count = pauses.count()
    stop(pauses)
    assert not pauses.is_certain()
    waiting = asyncio.create_task(pauses.certain())
    pauses.on_claim(count)  # began before the pause
    await asyncio.sleep(60)
    assert not waiting.done()
    pauses.on_claim(pauses.count())
    await waiting
    assert pauses.is_certain()
    watching.cancel()
