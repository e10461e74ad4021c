"""A process sees within seconds that the operator has paused the bot, and that it goes on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import AskingPaused, AskingResumed, Event, Operation, OperationFailed
from bridge_bot.core.policy.pause import LOOK_EVERY_S, Pause
from tests.harness.virtual_time import virtual_time


@dataclass
class Switch:
    """The operator's switch, in memory; it may fail."""

    since_s: int | None = None
    error: StoreError | None = None
    events: list[Event] = field(default_factory=list)

    async def paused_since(self) -> int | None:
        if self.error is not None:
            raise self.error
        return self.since_s


@virtual_time
async def test_a_pause_is_seen_within_10_seconds_and_so_is_its_end() -> None:
    switch = Switch()
    async with Pause(switch, switch.events.append) as pause:
        assert not await pause.found_on()
        await pause.until_over()
        assert switch.events == []
        switch.since_s = 1000
        await asyncio.sleep(9)
        assert pause.is_on
        assert switch.events == [AskingPaused(1000)]
        waiting = asyncio.create_task(pause.until_over())
        await asyncio.sleep(60)
        assert not waiting.done()
        switch.since_s = None
        await asyncio.sleep(9)
        assert waiting.done()
        assert not await pause.found_on()
        assert switch.events == [AskingPaused(1000), AskingResumed()]


@virtual_time
async def test_a_start_while_paused_says_so() -> None:
    switch = Switch(since_s=1000)
    async with Pause(switch, switch.events.append) as pause:
        assert await pause.found_on()
    assert switch.events == [AskingPaused(1000)]


@virtual_time
async def test_a_store_that_fails_changes_nothing() -> None:
    switch = Switch(since_s=1000)
    async with Pause(switch, switch.events.append) as pause:
        assert await pause.found_on()
        switch.since_s, switch.error = None, StoreError("the disk is full")
        await asyncio.sleep(10 * LOOK_EVERY_S)
        assert pause.is_on
        assert {type(each) for each in switch.events} == {AskingPaused, OperationFailed}
        [failed, *_] = [each for each in switch.events if isinstance(each, OperationFailed)]
        assert failed.operation is Operation.LOOK_WHETHER_PAUSED


@virtual_time
async def test_until_it_is_known_nothing_is_asked() -> None:
    """Nor is any question refused."""
    switch = Switch(error=StoreError("not there yet"))
    async with Pause(switch, switch.events.append) as pause:
        finding, waiting = (
            asyncio.create_task(each) for each in (pause.found_on(), pause.until_over())
        )
        await asyncio.sleep(60)
        assert not pause.is_on
        assert not finding.done()
        assert not waiting.done()
        switch.error = None
        await asyncio.sleep(LOOK_EVERY_S)
        assert not await finding
        await waiting
