"""That the bot is typing, shown where an answer will come."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import PlatformError
from bridge_bot.core.model import Destination
from bridge_bot.core.ports import Platform

TYPING_EVERY_S = 8.0
"""Discord shows "is typing" for 10 s after each request (its documentation)."""


@contextlib.asynccontextmanager
async def typing_indicator(platform: Platform, destination: Destination) -> AsyncIterator[None]:
    """Show that the bot is typing, as long as the context lasts."""
    tasks = BackgroundTasks()
    tasks.start(_type(platform, destination), name="showing that an answer comes")
    try:
        yield
    finally:
        await tasks.close()


async def _type(platform: Platform, destination: Destination) -> None:
    while True:
        with contextlib.suppress(PlatformError):  # a courtesy; the first write will tell
            await platform.typing(destination)
        await asyncio.sleep(TYPING_EVERY_S)
