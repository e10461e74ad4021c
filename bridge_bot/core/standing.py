"""Where a reply goes: opened now or, after a crash, found again with what stands there of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bridge_bot.core.desk import Desk
from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.events import WentWrong
from bridge_bot.core.model import Place, Question, ShownMessage, UnfinishedTurn
from bridge_bot.core.ports import Standing
from bridge_bot.core.record import Record
from bridge_bot.core.reply import Reply

FIND_AGAIN_S = 15.0
"""How long to leave Discord alone, in seconds, when it can't tell where a reply stands."""


async def find_again(former: UnfinishedTurn, desk: Desk, reply: Reply, record: Record) -> Place:
    """Where the reply of a former turn stands; the reply adopts the messages that it has there.

    An outage is waited out, since nobody asks a second time. Other `PlatformError`s are raised.
    """
    place, messages = await _standing(former, desk)
    pages = await _own(former.question, messages, desk)
    reply.adopt(pages)
    for page, message in enumerate(pages):
        await record.wrote(page, message.id)
    return place


async def _standing(former: UnfinishedTurn, desk: Desk) -> Standing:
    while True:
        try:
            return await desk.platform.find(former.question, former.place)
        except PlatformBusy as busy:
            desk.observe(WentWrong("looking for a reply from before", busy, former.question.origin))
            await asyncio.sleep(max(busy.retry_after_s, FIND_AGAIN_S))


async def _own(
    question: Question, standing: Sequence[ShownMessage], desk: Desk
) -> list[ShownMessage]:
    """Of the messages that stand there, those of this reply: no other turn is known to have
    written them.
    """
    known = await desk.store.turns_of([message.id for message in standing])
    return [message for message in standing if known.get(message.id, question.id) == question.id]
