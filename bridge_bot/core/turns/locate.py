"""Where a reply goes: opened now or, after a crash, found again with what stands there of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ShownMessage, UnfinishedTurn
from bridge_bot.core.ports import ExistingReply
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Desk
from bridge_bot.core.turns.recorder import TurnRecorder

FIND_AGAIN_S = 15.0
"""How long to leave Discord alone, in seconds, when it can't tell where a reply stands."""


async def locate(former: UnfinishedTurn, desk: Desk) -> ExistingReply:
    """Where the reply of a former turn stands, and which messages of the bot's there are.

    An outage is waited out, since nobody asks a second time. Other `PlatformError`s are raised.
    """
    while True:
        try:
            return await desk.platform.find(former.question, former.place, former.message_ids)
        except PlatformBusy as busy:
            desk.observe(OperationFailed(Operation.LOCATE_REPLY, busy, former.question.origin))
            await asyncio.sleep(max(busy.retry_after_s, FIND_AGAIN_S))


async def adopt_pages(
    former: UnfinishedTurn,
    standing: Sequence[ShownMessage],
    desk: Desk,
    reply: Reply,
    record: TurnRecorder,
) -> None:
    """Have the reply adopt the messages that it has there: no other turn is known to have written
    them. Raises `StoreError`; then it has adopted those that were known before.
    """
    reply.adopt([message for message in standing if message.id in former.message_ids])
    known = await desk.store.turns_of([message.id for message in standing])
    turn_id = former.question.id
    pages = [message for message in standing if known.get(message.id, turn_id) == turn_id]
    reply.adopt(pages)
    for page, message in enumerate(pages):
        await record.wrote(page, message.id)
