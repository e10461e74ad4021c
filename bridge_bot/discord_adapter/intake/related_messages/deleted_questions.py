"""Questions whose message was deleted: their answers are given up.

PluralKit and bots like it post a member's message once more by a webhook, under another name, and
delete the original a second later. Such a copy takes the question over: the answer goes on, and its
asker stays the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import MessageGone
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.discord_adapter.rest.exceptions import platform_error

GIVEN_UP_AFTER_S = 3.0
"""How long after its deletion a question is given up; until then a copy may come."""

COPIED_WITHIN_S = 5.0
"""How long after a question a copy of it may come, in seconds."""

_REMEMBERED_S = 600.0  # for as long, a deleted message may still be about to be taken in
_MOST_REMEMBERED = 10_000


@dataclass(slots=True, eq=False)
class _RecentQuestion:
    id: int
    channel_id: int
    text: str
    until_s: float


class DeletedQuestions:
    """Ends the turns of deleted questions. Times are on the event loop's clock, in seconds."""

    def __init__(self, client: discord.Client, turns: TurnQueue, observe: Observe) -> None:
        self._client = client
        self._turns = turns
        self._observe = observe
        self._recent: list[_RecentQuestion] = []
        self._copies: dict[int, int] = {}  # by the copy of a question: that one's message
        # By message: when it was deleted. The oldest is the first.
        self._deleted: dict[int, float] = {}
        self._tasks = BackgroundTasks()
        self._looking: asyncio.Task[None] | None = None
        self._is_to_look = False

    def note_question(self, message: discord.Message) -> None:
        """A message is a question that may be asked. Its text is remembered for 5 s."""
        self._forget()
        until_s = _now_s() + COPIED_WITHIN_S
        self._recent.append(
            _RecentQuestion(message.id, message.channel.id, _words(message.content), until_s)
        )

    def note_accepted(self, question_id: int) -> None:
        """A question waits for its answer now; it may have been deleted before that."""
        at_s = self._deleted.get(question_id)
        if at_s is not None and at_s + GIVEN_UP_AFTER_S <= _now_s():
            self._turns.withdraw_questions({question_id})

    def note_copy(self, message: discord.Message) -> None:
        """A message of a webhook takes over the question that its text is contained in, if it is
        the copy of one.
        """
        text = _words(message.content)
        if message.webhook_id is None or not text:
            return
        self._forget()
        for each in self._recent:
            if each.channel_id == message.channel.id and text in each.text:
                self._recent.remove(each)
                self._copies[message.id] = each.id
                self._deleted.pop(each.id, None)
                return

    def original_of(self, message_id: int) -> int | None:
        """The question that a message has taken over as its copy, if it has."""
        return self._copies.get(message_id)

    def note_deleted(self, message_ids: Iterable[int]) -> None:
        """Messages were deleted; the turns of those that are questions are ended after 3 s."""
        self._forget()
        now_s = _now_s()
        # The original of a copy is to be deleted; who deletes the copy takes the question back.
        originals = set(self._copies.values())
        gone = {self._copies.get(each, each) for each in message_ids if each not in originals}
        self._deleted |= dict.fromkeys(gone, now_s)
        for each in self._recent:
            if each.id in gone:
                each.until_s = now_s + GIVEN_UP_AFTER_S
        if gone:
            self._tasks.start(self._give_up(gone), name="giving up deleted questions")

    def look(self) -> None:
        """Look which questions are there, of those that wait or are being answered: deletions may
        have been missed. One that is gone is given up at once. If it looks already, it looks once
        more after that, since what it has found there may have been deleted meanwhile.
        """
        self._is_to_look = True
        if self._looking is None or self._looking.done():
            self._looking = self._tasks.start(
                self._look_while_due(), name="looking for deleted questions"
            )

    async def close(self) -> None:
        """Stop waiting; what is not given up is kept with its turn."""
        await self._tasks.close()

    async def _give_up(self, message_ids: set[int]) -> None:
        await asyncio.sleep(GIVEN_UP_AFTER_S)
        self._turns.withdraw_questions(self._deleted.keys() & message_ids)

    async def _look_while_due(self) -> None:
        while self._is_to_look:
            self._is_to_look = False
            await self._look()

    async def _look(self) -> None:
        for question in self._turns.questions():
            if question.response is not None or question.has_lost_response:
                continue  # no message shows it
            channel = self._client.get_partial_messageable(question.asked_in.channel_id)
            asked_by = question.asked_in.reply_to or question.id
            try:
                await channel.fetch_message(asked_by)
            except discord.HTTPException as error:
                is_copied = question.id in self._copies.values()
                if isinstance(platform_error(error), MessageGone) and not is_copied:
                    self._turns.withdraw_questions({question.id})
            except Exception as error:  # noqa: BLE001 - the others are to be looked at
                origin = question.origin
                self._observe(OperationFailed(Operation.LOOK_UP_QUESTION, error, origin))

    def _forget(self) -> None:
        """Forget what is too old to matter."""
        now_s = _now_s()
        self._recent = [each for each in self._recent if each.until_s > now_s]
        while self._deleted:
            oldest = next(iter(self._deleted))
            is_old = self._deleted[oldest] + _REMEMBERED_S < now_s
            if not is_old and len(self._deleted) <= _MOST_REMEMBERED:
                break
            del self._deleted[oldest]
        while len(self._copies) > _MOST_REMEMBERED:
            del self._copies[next(iter(self._copies))]


def _words(text: str) -> str:
    """A text without what a bot that copies it may change: its blanks."""
    return " ".join(text.split())


def _now_s() -> float:
    return asyncio.get_running_loop().time()
