"""The tests of the Chat API's client wait for no pause and no timeout."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import pytest

from tests.harness.loop_time import IdleSkippingLoop, SkippingLoop

RUNNING_CLOCK = "running clock"
"""For a test that resolves a name, which takes its time in a thread: it is marked with
`pytest.mark.asyncio(loop_factories=[RUNNING_CLOCK])`."""


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The event loop of each test: one that skips waits, unless the test asks for the other."""
    mark = item.get_closest_marker("asyncio")
    if mark is not None and mark.kwargs.get("loop_factories"):
        return {RUNNING_CLOCK: SkippingLoop}
    return {"skipping waits": IdleSkippingLoop}
