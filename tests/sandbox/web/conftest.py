"""A visitor of the page, before and after opening it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.web.visitor import Visitor, visiting


@pytest.fixture
async def stranger() -> AsyncIterator[Visitor]:
    """Somebody who has not opened the page yet."""
    async with visiting() as visitor:
        yield visitor


@pytest.fixture
async def visitor(stranger: Visitor) -> Visitor:
    """Somebody who has opened the page and is connected as Ann."""
    await stranger.enter()
    await stranger.connect()
    return stranger
