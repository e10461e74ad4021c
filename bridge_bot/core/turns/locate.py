"""The reply that an earlier process began: where it is, and what is shown of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ShownMessage, UnfinishedTurn
from bridge_bot.core.ports import ExistingReply
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.recorder import TurnRecorder

LOCATE_AGAIN_S = 15.0
"""How long to leave Discord alone, in seconds, when it can't tell where a reply is."""


async def locate(former: UnfinishedTurn, dependencies: Dependencies) -> ExistingReply:
    """Where the reply of a former turn goes, and which messages of the bot's there are.

    An outage is waited out, since nobody asks a second time. Other `PlatformError`s are raised.
    """
    question = former.turn.question
    while True:
        try:
            return await dependencies.platform.locate(
                question, former.destination, former.message_ids
            )
        except PlatformBusy as busy:
            dependencies.observe(OperationFailed(Operation.LOCATE_REPLY, busy, question.origin))
            await asyncio.sleep(max(busy.retry_after_s, LOCATE_AGAIN_S))


def attach_known(former: UnfinishedTurn, existing: Sequence[ShownMessage], reply: Reply) -> None:
    """Have the answer go into those existing messages that are known to be pages of the reply."""
    reply.attach_existing([message for message in existing if message.id in former.message_ids])


async def attach_all(
    former: UnfinishedTurn,
    existing: Sequence[ShownMessage],
    dependencies: Dependencies,
    reply: Reply,
    recorder: TurnRecorder,
) -> None:
    """Have the answer go into all existing messages that no other turn is known to have written.

    Raises `StoreError`; then those are attached that were known before.
    """
    attach_known(former, existing, reply)
    turn_id = former.turn.id
    turn_ids = await dependencies.store.turns.of_messages([message.id for message in existing])
    pages = [message for message in existing if turn_ids.get(message.id, turn_id) == turn_id]
    reply.attach_existing(pages)
    for page, message in enumerate(pages):
        await recorder.save_message(page, message.id)
