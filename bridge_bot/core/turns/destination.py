"""Where the reply of a turn goes, and the messages of it that exist from before a crash."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bridge_bot.core.errors import PlatformBusy, StoreError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, ShownMessage, Turn, UnfinishedTurn
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.recorder import TurnRecorder

LOCATE_AGAIN_S = 15.0
"""How long to leave Discord alone, in seconds, when it can't tell where a reply is."""


@dataclass(eq=False, repr=False, slots=True)
class ReplyDestination:
    """Finds out where the reply of a turn goes: into `channel`, which is None until it is known.

    `unfinished` is what an earlier process left of the turn: then the messages of its reply are
    attached to `reply`, so that the answer goes into them.
    """

    turn: Turn
    unfinished: UnfinishedTurn | None
    dependencies: Dependencies
    recorder: TurnRecorder
    reply: Reply
    channel: ChannelDestination | None = None

    @property
    def has_messages(self) -> bool:
        """Whether anything of the reply is shown, as far as is known."""
        before = self.unfinished.message_ids if self.unfinished else ()
        return bool(self.reply.message_ids or before)

    async def open(self) -> ChannelDestination:
        """Open the thread if there has to be one, or find the existing reply.

        All existing messages are attached that no other turn is known to have written. Raises
        `PlatformError` and, with those attached that are known to be the reply's, `StoreError`.
        """
        if self.unfinished is None:
            after_min = await self._archive_after_min()
            self.channel = await self.dependencies.platform.open(self.turn.question, after_min)
            return self.channel
        existing, self.channel = await self._locate(self.unfinished)
        ids = [message.id for message in existing]
        turn_ids = await self.dependencies.store.turns.of_messages(ids)
        pages = [each for each in existing if turn_ids.get(each.id, self.turn.id) == self.turn.id]
        self.reply.attach_existing(pages)
        for page, message in enumerate(pages):
            await self.recorder.save_message(page, message.id)
        return self.channel

    async def of_notice(self) -> ChannelDestination:
        """Where a notice of the turn's end goes: where the reply goes or, where that could not be
        found out, below its known messages or beside the question. Raises `PlatformError`.
        """
        if self.channel is not None:
            return self.channel
        if self.unfinished is not None:
            _, self.channel = await self._locate(self.unfinished)
            return self.channel
        question = self.turn.question
        reply_to = question.thread_on or question.asked_in.reply_to
        self.channel = replace(question.asked_in, reply_to=reply_to)
        return self.channel

    async def _locate(
        self, unfinished: UnfinishedTurn
    ) -> tuple[Sequence[ShownMessage], ChannelDestination]:
        """The bot's messages where the reply is, and that place. Those that are known to be the
        reply's are attached.

        An outage is waited out, since nobody asks a second time. Other `PlatformError`s are raised.
        """
        question = self.turn.question
        after_min = await self._archive_after_min()
        while True:
            try:
                destination, existing = await self.dependencies.platform.locate(
                    question, unfinished.destination, unfinished.message_ids, after_min
                )
            except PlatformBusy as busy:
                self.dependencies.observe(
                    OperationFailed(Operation.LOCATE_REPLY, busy, question.origin)
                )
                await asyncio.sleep(max(busy.retry_after_s, LOCATE_AGAIN_S))
            else:
                known = [each for each in existing if each.id in unfinished.message_ids]
                self.reply.attach_existing(known)
                return existing, destination

    async def _archive_after_min(self) -> int | None:
        """When a thread is archived that is opened now; None: as its channel has it."""
        question, settings = self.turn.question, self.dependencies.guild_settings
        try:
            place = await settings.place(question.guild_id, question.place_id)
        except StoreError:  # not known yet; a thread need not wait for that
            return None
        return place.archive_after_min
