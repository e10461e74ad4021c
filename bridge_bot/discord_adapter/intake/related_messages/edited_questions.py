"""Questions whose message was edited, while they wait or are being answered.

Discord tells of a message's update also where a thread is opened on it, its links are resolved or
it is pinned. Only one that its author has edited says when that was (Discord's documentation of
`edited_timestamp`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.core import Core
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import IncomingQuestion
from bridge_bot.core.question_edits import QuestionEdits
from bridge_bot.discord_adapter.intake.addressing import Addressed, is_by_member
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.controls.question_reader import QuestionReader
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import guild_id_of
from bridge_bot.discord_adapter.intake.parsing import member_of, parse_message

SETTLED_AFTER_S = 1.0
"""So long after an edit, in seconds, it counts: who mends a slip may see the next one at once. By
then most messages that were just sent have been taken in, too."""

_MOST_REMEMBERED = 1000


class EditedQuestions:
    """Adds an event handler to a client, which hands the new texts of questions on.

    An edit that takes the question away, such as by removing the mention that it needs, is none.
    `original_of` returns the question that a message has taken over as its copy: then an edit of
    the copy is one of that member's, see `DeletedQuestions`.
    """

    def __init__(
        self, core: Core, context: IntakeContext, original_of: Callable[[int], int | None]
    ) -> None:
        self._client = context.client
        self._edits = QuestionEdits(core.intake, core.turns)
        self._reader = QuestionReader(context.client, context.quoted)
        self._membership = context.membership
        self._places = context.places
        self._original_of = original_of
        self._observe = core.dependencies.observe
        self._newest: dict[int, discord.Message] = {}  # what was edited just now, by its id
        self._taken: dict[int, datetime] = {}  # of questions under way: their last edit
        # What was edited and is not under way: it may be about to be taken in. By the id of the
        # question: the message's channel and id, not its text. The oldest is the first.
        self._early: dict[int, tuple[discord.abc.Messageable, int]] = {}
        self._tasks = BackgroundTasks()
        self._is_closing = False
        context.client.event(self.on_raw_message_edit)
        context.when_accepted.append(self.note_accepted)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """A message was updated; it need not be a question, nor be edited."""
        message, me = event.message, self._client.user
        if message.edited_at is None or self._taken.get(message.id) == message.edited_at:
            return
        if me is None or self._is_closing:
            return
        if not is_by_member(message, me) and self._original_of(message.id) is None:
            return
        is_waited_for = message.id in self._newest
        self._newest[message.id] = message
        if not is_waited_for:
            self._tasks.start(self._take_settled(message.id), name="taking an edit in")

    def note_accepted(self, question_id: int) -> None:
        """A question waits for its answer now; it may have been edited before that."""
        edited = self._early.pop(question_id, None)
        if edited is not None and not self._is_closing:
            self._tasks.start(self._take_early(*edited), name="taking an early edit in")

    async def close(self) -> None:
        """Take no more edits in."""
        self._is_closing = True
        await self._tasks.close()

    async def _take_early(self, channel: discord.abc.Messageable, message_id: int) -> None:
        """Take in as it is now what was edited before its question was accepted."""
        try:
            message = await channel.fetch_message(message_id)
        except Exception as error:  # noqa: BLE001 - as below
            self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error))
            return
        if message.id not in self._newest:
            self._newest[message.id] = message
            await self._take_settled(message.id, settled=message)

    async def _take_settled(self, message_id: int, settled: discord.Message | None = None) -> None:
        """Take a message's newest text in, once it has not changed for a second, or at once if it
        is `settled`; also what comes while that is done.
        """
        taken: discord.Message | None = None
        try:
            while taken is not (newest := self._newest[message_id]):
                if newest is not settled:
                    await asyncio.sleep(SETTLED_AFTER_S)
                if newest is self._newest[message_id]:
                    taken = newest
                    await self._take(newest)
        except Exception as error:  # noqa: BLE001 - the answer goes on as it was
            self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error))
        finally:
            del self._newest[message_id]

    async def _take(self, message: discord.Message) -> None:
        original_id, me = self._original_of(message.id), self._client.user
        turn = self._edits.turns.asked_by(original_id or message.id)
        if turn is None:
            self._note_early(original_id or message.id, message)
        if turn is None or me is None or message.edited_at is None:
            return
        former, guild_id = turn.question, guild_id_of(message)
        if former.guild_id != guild_id:
            return  # it came before its server
        self._note_taken(message.id, message.edited_at)
        place = await self._places.settings(guild_id, message.channel)
        sees_content = self._places.sees_content
        parsed = parse_message(message, me, place.served, sees_content=sees_content)
        if parsed.addressed is Addressed.NO:
            return
        asker = member_of(message.author) if original_id is None else former.asker
        asked = replace(former, asker=asker, note="")
        asked = await self._edits.intake.languages.of_question(asked)
        question = await self._reader.whole(asked, message, me)
        is_asked = await self._edits.take(
            IncomingQuestion(
                question,
                guild_ids=await self._membership.guild_ids_of(question.asker.id, guild_id),
                asked_at_s=message.edited_at.timestamp(),
                is_to_all=parsed.addressed in (Addressed.TO_ALL, Addressed.IN_POST),
                find_role_ids=None if original_id else self._membership.role_finder(message),
            )
        )
        if is_asked and former.asked_in.channel_id != message.channel.id:  # in a private thread
            shown = replace(question, text=parsed.text or question.text)
            await self._places.show_edited(shown, files=parsed.attachments, link=message.jump_url)

    def _note_early(self, question_id: int, message: discord.Message) -> None:
        self._early.pop(question_id, None)
        self._early[question_id] = message.channel, message.id
        if len(self._early) > _MOST_REMEMBERED:
            del self._early[next(iter(self._early))]

    def _note_taken(self, message_id: int, edited_at: datetime) -> None:
        under_way = self._edits.turns.asked_by
        self._taken = {id_: at for id_, at in self._taken.items() if under_way(id_)}
        self._taken[message_id] = edited_at
