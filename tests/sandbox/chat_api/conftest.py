"""A running stand-in of the Chat API, and a caller of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.sandbox.chat_api.caller import Caller


@pytest.fixture
async def api() -> AsyncIterator[ChatApiStandIn]:
    async with ChatApiStandIn() as running:
        yield running


@pytest.fixture
async def caller(api: ChatApiStandIn) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, api)
