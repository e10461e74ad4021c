"""How a turn ends: what it counts as, and the last word that its reader gets.

No reply is left that seems to go on, and nobody is left without a word, wherever either can be
helped: where the place is lost it can't, and who deletes a message of a reply knows why it ends.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import NamedTuple

from bridge_bot.core.errors import (
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    TurnInterrupted,
    UnexpectedFault,
)
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Destination, Origin, Question, TurnState
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.notices import notice, quiet
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Desk
from bridge_bot.texts import text

LAST_WORD_S = 15.0
"""How long a turn that something else than its answer ended may take to say so, in seconds."""

POST_WITHIN_S = 3600.0
"""So long after its end, in seconds, a word may still come as a new message; later it is only
written below what stands there.
"""

STOPPING_S = 2.0
"""The same while the bot is being stopped."""

_TAKEN_AWAY = (PlaceGone, PlaceClosed, PlatformForbidden)


class LastWord(NamedTuple):
    """What is said at the end of what is shown, and whether in a new message if need be."""

    words: str
    may_post: bool = True


def known_as(failure: Exception, origin: Origin, observe: Observe) -> BridgeError:
    """The failure as one that the bot knows; a fault of this program is observed as it is."""
    causes = list(_leaves(failure))
    for cause in causes:
        if not isinstance(cause, BridgeError):
            observe(OperationFailed(Operation.ANSWER_QUESTION, failure, origin))
            return UnexpectedFault(f"a fault of this program: {type(cause).__name__}")
    return causes[0]  # type: ignore[return-value]


def state_after(error: BridgeError | None, *, begun: bool) -> TurnState:
    """What a turn is that ended so; `begun`: something of its reply was to be seen."""
    if error is None:
        return TurnState.DONE
    if isinstance(error, TurnInterrupted):
        return TurnState.QUEUED
    return TurnState.STOPPED if begun and isinstance(error, _TAKEN_AWAY) else TurnState.FAILED


def last_word(error: BridgeError) -> LastWord | None:
    """What is still to be said after an error; None where nothing can be written any more."""
    match error:
        case MessageGone():
            return LastWord("", may_post=False)
        case PlaceGone() | PlaceClosed():
            return None
        case TurnInterrupted():
            return LastWord(quiet(error.text_key), may_post=False)
        case _:
            return LastWord(notice(error))


class Ending:
    """The end of one turn by `error`.

    `place` is where its reply goes, if that was found out; else `find` tells where a last word may.
    """

    def __init__(
        self,
        question: Question,
        desk: Desk,
        reply: Reply,
        place: Destination | None,
        *,
        find: Callable[[], Awaitable[Destination]],
        error: BridgeError | None,
    ) -> None:
        self.error = error
        self._at_s = time.monotonic()
        self._question = question
        self._desk = desk
        self._reply = reply
        self._place = place
        self._find = find

    @property
    def has_to_be_told(self) -> bool:
        """Whether there is something to say that is not to be seen yet."""
        return self._word is not None

    @property
    def _word(self) -> LastWord | None:
        if self.error is None or self._reply.shown:
            return None
        return last_word(self.error)

    async def last_word(self) -> bool:
        """Say what is still to be said, if that can be done soon; False: it can only be later."""
        word = self._word
        if word is None:
            return True
        if isinstance(self.error, TurnInterrupted):
            return await self._over(self._set_aside(word), STOPPING_S)
        return await self._over(self._say(word), LAST_WORD_S)

    async def last_word_late(self) -> bool:
        """The same once more, however long it takes."""
        word = self._word
        if word is not None and time.monotonic() > self._at_s + POST_WITHIN_S:
            word = word._replace(may_post=False)
        return word is None or await self._over(self._say(word))

    async def notify(self, took_s: float) -> None:
        """Tell the asker of an answer that took long, since edits do not notify.

        As a reply to it, so that it is never taken for one of its pages.
        """
        after_s, pages = self._desk.notify_after_s, self._reply.message_ids
        if self._place is None or not pages or not after_s or took_s <= after_s:
            return
        place = Destination(self._place.channel_id, reply_to=pages[0])
        try:
            await self._desk.platform.permit(place, Priority.FIRST_TEXT)
            await self._desk.platform.post(
                place,
                text("answer-complete"),
                nonce=f"{self._question.id}.done",
                ping=self._question.asker.id,
            )
        except PlatformError as refusal:
            self._observe(Operation.NOTIFY_ASKER, refusal)

    async def _say(self, word: LastWord) -> None:
        if self._place is None:
            self._place = await self._find()
        place = self._place
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

    async def _set_aside(self, word: LastWord) -> None:
        """The next start goes on with it: below what is shown or, with nothing shown, at the
        question, it is to be seen that it does.
        """
        if self._place is not None and self._reply.message_ids:
            await self._reply.break_off(self._place, word.words, may_post=word.may_post)
        else:
            await self._desk.platform.mark(self._question, waiting=True)

    async def _over(
        self, saying: Coroutine[None, None, None], within_s: float | None = None
    ) -> bool:
        """Say it within so many seconds, and tell whether nothing is left to be tried; nothing is
        raised.

        Not by `asyncio.timeout`, which not every Python 3.11 lets fire in a cancelled task.
        """
        task = asyncio.create_task(saying, name=Operation.SAY_ENDING)
        try:
            await asyncio.wait({task}, timeout=within_s)
        finally:
            task.cancel()
            await asyncio.wait({task})
        if task.cancelled():
            return False
        failure = task.exception()
        if failure is not None and not isinstance(failure, PlatformError):
            self._observe(Operation.SAY_ENDING, failure)
        return not isinstance(failure, (PlatformBusy, PlatformForbidden))

    def _observe(self, operation: Operation, error: BaseException) -> None:
        self._desk.observe(OperationFailed(operation, error, self._question.origin))


def _leaves(failure: BaseException) -> Iterator[BaseException]:
    """The failures of a group of tasks, each by itself."""
    if isinstance(failure, BaseExceptionGroup):
        for each in failure.exceptions:
            yield from _leaves(each)
    else:
        yield failure
