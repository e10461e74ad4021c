"""How a turn ends for its reader: the last word that is said below what is shown.

No reply is left that seems to go on, and nobody is left without a word, wherever either can be
helped: where the place is lost it can't, and who deletes a message of a reply knows why it ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import NamedTuple

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import (
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    TurnAbandoned,
    TurnInterrupted,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, OutgoingMessage, Turn
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.notices import notice, quiet
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.texts import Texts

LAST_WORD_S = 15.0
"""How long a turn that something else than its answer ended may take to say so, in seconds."""

STOPPING_S = 2.0
"""The same while the bot is being stopped."""

POST_WITHIN_S = 3600.0
"""How long after its end, in seconds, a word may still come as a new message; later it is only
written below what is shown.
"""


class LastWord(NamedTuple):
    """What is said at the end of what is shown, and whether in a new message if need be."""

    words: str
    may_post: bool = True


def last_word(error: BridgeError, texts: Texts) -> LastWord | None:
    """What is still to be said after an error; None where nothing can be written any more."""
    match error:
        case MessageGone():
            return LastWord("", may_post=False)
        case PlaceGone() | PlaceClosed() | TurnAbandoned():
            return None
        case TurnInterrupted():
            return LastWord(quiet(error.text_key, texts), may_post=False)
        case _:
            return LastWord(notice(error, texts))


class Ending:
    """The end of one turn by `error`, None if its answer is complete.

    `destination` is where its reply goes, if that is known; else `find` returns where a last word
    may go.
    """

    def __init__(
        self,
        turn: Turn,
        dependencies: Dependencies,
        reply: Reply,
        destination: ChannelDestination | None,
        *,
        find: Callable[[], Awaitable[ChannelDestination]],
        error: BridgeError | None,
    ) -> None:
        self.error = error
        self._turn = turn
        self._question = turn.question
        self._dependencies = dependencies
        self._texts = dependencies.texts_of(turn.question.locale)
        self._reply = reply
        self._destination = destination
        self._find = find
        self._clock = asyncio.get_running_loop()
        self._at_s = self._clock.time()
        self._tasks = BackgroundTasks()

    @property
    def has_to_be_told(self) -> bool:
        """Whether there is something to say that is not to be seen yet."""
        return self._word is not None

    @property
    def _word(self) -> LastWord | None:
        if self.error is None or self._reply.shown:
            return None
        return last_word(self.error, self._texts)

    async def last_word(self) -> bool:
        """Say what is still to be said, if that can be done soon; False: it can only be later."""
        word = self._word
        if word is None:
            return True
        if isinstance(self.error, TurnInterrupted):
            return await self._is_over(self._say_interrupted(word), STOPPING_S)
        return await self._is_over(self._say(word), LAST_WORD_S)

    async def last_word_late(self) -> bool:
        """The same once more, however long it takes."""
        word = self._word
        if word is not None and self._clock.time() > self._at_s + POST_WITHIN_S:
            word = word._replace(may_post=False)
        return word is None or await self._is_over(self._say(word))

    async def notify(self, took_s: float, *, after_s: float) -> None:
        """Tell the asker of an answer that took more than `after_s` seconds, since edits do not
        notify; 0: never.

        As a reply to it, so that it is never taken for one of its pages.
        """
        pages = self._reply.message_ids
        if self._destination is None or not pages or not after_s or took_s <= after_s:
            return
        place = ChannelDestination(self._destination.channel_id, reply_to=pages[0])
        try:
            await self._dependencies.platform.write(
                place,
                lambda: OutgoingMessage(
                    self._texts.get("answer-complete"), ping=self._question.asker.id
                ),
                Priority.FIRST_TEXT,
                nonce=f"{self._turn.id}.done",
            )
        except PlatformError as refusal:
            self._observe(Operation.NOTIFY_ASKER, refusal)

    async def _say(self, word: LastWord) -> None:
        if self._destination is None:
            self._destination = await self._find()
        place = self._destination
        if not isinstance(self.error, PlatformError):
            # What has come is shown as well, unless it is that which can't be.
            try:
                self._reply.fail(word.words)
                await self._reply.write(place)
            except PlatformBusy:
                raise
            except Exception as failure:  # noqa: BLE001 - it may be what the fault is
                self._observe(Operation.SHOW_PARTIAL_ANSWER, failure)
            else:
                return
        await self._reply.break_off(place, word.words, may_post=word.may_post)

    async def _say_interrupted(self, word: LastWord) -> None:
        """The next start goes on with it: below what is shown or, with nothing shown, at the
        question, it is to be seen that it does.
        """
        if self._destination is not None and self._reply.message_ids:
            await self._reply.break_off(self._destination, word.words, may_post=word.may_post)
        else:
            await self._dependencies.platform.set_queued_reaction(self._question, present=True)

    async def _is_over(
        self, saying: Coroutine[None, None, None], within_s: float | None = None
    ) -> bool:
        """Say it within so many seconds, and return whether nothing is left to be tried.

        Nothing is raised. Not by `asyncio.timeout`, which not every Python 3.11 lets fire in a
        cancelled task.
        """
        task = self._tasks.start(saying, name=Operation.SHOW_NOTICE)
        try:
            await asyncio.wait({task}, timeout=within_s)
        finally:
            await self._tasks.close()
        if task.cancelled():
            return False
        failure = task.exception()
        if failure is not None and not isinstance(failure, PlatformError):
            self._observe(Operation.SHOW_NOTICE, failure)
        return not isinstance(failure, (PlatformBusy, PlatformForbidden))

    def _observe(self, operation: Operation, error: BaseException) -> None:
        self._dependencies.observe(OperationFailed(operation, error, self._question.origin))
