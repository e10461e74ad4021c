"""Notifies who asked that a long answer is complete, since edits notify nobody."""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, OutgoingMessage, Turn
from bridge_bot.core.ports import Platform, Priority


async def notify_asker(
    platform: Platform,
    turn: Turn,
    answer: ChannelDestination,
    text: str,
    observe: Observe,
    *,
    may_write: Callable[[], bool],
) -> None:
    """Post this text and mention who asked, unless it may not be written by then. A failure is
    observed.

    It is a reply to the answer, so that it is never taken for one of its pages.
    """
    try:
        await platform.write(
            answer,
            lambda: OutgoingMessage(text, ping=turn.question.asker.id) if may_write() else None,
            Priority.FIRST_TEXT,
            nonce=f"{turn.id}.done",
        )
    except PlatformError as error:
        observe(OperationFailed(Operation.NOTIFY_ASKER, error, turn.question.origin))
