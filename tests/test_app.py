"""How the parts are built from the settings, run, and ended in order."""

from __future__ import annotations

import asyncio

from bridge_bot import app
from bridge_bot.stop_signals import Signals, ends_before_signal


async def test_the_tasks_of_this_package_that_are_left_are_named_and_no_others() -> None:
    signals: Signals = asyncio.Queue()
    other = asyncio.create_task(asyncio.sleep(3600), name="of the tests")
    ours = asyncio.create_task(ends_before_signal(other, signals), name="ours")
    await asyncio.sleep(0)
    assert app._running_tasks() == ["ours"]
    other.cancel()
    await ours
    assert app._running_tasks() == []
