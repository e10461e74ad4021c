"""Waiting for the end of a turn whose reply is seen to be complete already."""

from __future__ import annotations

import asyncio
import contextlib

from bridge_bot.core.turns.queue import TurnQueue

ENDS_WITHIN_S = 5.0
"""How long a press waits for the end of a turn, in seconds."""


async def until_over(turns: TurnQueue, turn_id: int) -> None:
    """Wait for the end of a turn, if it ends soon: a reply and its buttons are seen a moment before
    all of that is stored.
    """
    if (turn := turns.running(turn_id)) is not None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ENDS_WITHIN_S):
                await turn.is_over.wait()
