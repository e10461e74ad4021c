"""A visitor of the page, before and after opening it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.web.visitor import Visitor, visiting


@pytest.fixture
async def stranger() -> AsyncIterator[Visitor]:
    """Somebody at the page's door."""
    async with visiting() as visitor:
        yield visitor


@pytest.fixture
async def visitor(stranger: Visitor) -> Visitor:
    """Somebody who is in, connected as Ann."""
    await stranger.enter()
    await stranger.connect()
    return stranger
