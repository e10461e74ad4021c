"""The notice that says why a turn ended before its answer was complete.

A reply that has ended must not look as if it went on: so its cursor is removed, and its reader is
told why it ends. There are two exceptions. Where the channel is lost nothing can be written. And
if a message of the reply was deleted, the cursor is removed without a notice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import (
    AskerOptedOut,
    BridgeError,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    QuestionDeleted,
    TurnAbandoned,
    TurnInterrupted,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import Question
from bridge_bot.core.replies.notices import notice, subtext
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.destination import ReplyDestination
from bridge_bot.texts import Texts

NOTICE_WITHIN_S = 15.0
"""How long showing a notice may hold up the end of its turn, in seconds."""

STOP_WITHIN_S = 2.0
"""The same while the bot is being stopped."""

POST_WITHIN_S = 3600.0
"""How long after the end of its turn, in seconds, a notice may still come as a new message; later
it is only written below what is shown.
"""


def _now_s() -> float:
    return asyncio.get_running_loop().time()


@dataclass(eq=False, repr=False, slots=True)
class EndingNotice:
    """The notice of one turn that was ended by `error`; None: its answer is complete."""

    question: Question
    texts: Texts
    dependencies: Dependencies
    reply: Reply
    destination: ReplyDestination
    error: BridgeError | None
    _ended_at_s: float = field(default_factory=_now_s)
    _tasks: BackgroundTasks = field(default_factory=BackgroundTasks)

    @property
    def is_due(self) -> bool:
        """Whether the reply has still to be ended, with a notice or by removing its cursor alone.

        Where its place is lost nothing can be written any more. And whoever forbids that their
        messages are read, or has deleted the question, is told nothing, where nothing is shown of
        the answer.
        """
        error = self.error
        is_unasked = isinstance(error, AskerOptedOut | QuestionDeleted)
        if is_unasked and not self.destination.has_messages:
            return False
        place_lost = isinstance(error, (PlaceGone, PlaceClosed, TurnAbandoned))
        if error is None or (place_lost and not isinstance(error, MessageGone)):
            return False
        return not self.reply.shown

    async def show(self, within_s: float | None = None) -> bool:
        """Show the notice if it is due, within so many seconds; None: however long it takes.

        Returns whether nothing is left to be tried. Raises nothing: a fault is observed.
        """
        error = self.error
        if error is None or not self.is_due:
            return True
        # Not by `asyncio.timeout`, which not every Python 3.11 lets fire in a cancelled task.
        task = self._tasks.start(self._write(error), name=Operation.SHOW_NOTICE)
        try:
            await asyncio.wait({task}, timeout=within_s)
        finally:
            await self._tasks.close()
        if task.cancelled():
            return False
        failure = task.exception()
        if not isinstance(failure, PlatformError):
            if failure is not None:
                self._observe(Operation.SHOW_NOTICE, failure)
            return True
        # What is forbidden may be permitted later, such as after a time-out of the bot's.
        return not (failure.retry_helps or isinstance(failure, PlatformForbidden))

    async def _write(self, error: BridgeError) -> None:
        if isinstance(error, TurnInterrupted):
            await self._write_interrupted(error)
            return
        destination = await self.destination.of_notice()
        text = "" if isinstance(error, MessageGone) else notice(error, self.texts)
        if not isinstance(error, PlatformError):
            # What has come is shown as well, unless it is that which can't be.
            try:
                self.reply.fail(text)
                await self.reply.write(destination)
            except PlatformBusy:
                raise
            except Exception as failure:  # noqa: BLE001 - it may be what the fault is
                self._observe(Operation.SHOW_PARTIAL_ANSWER, failure)
            else:
                return
        is_late = _now_s() > self._ended_at_s + POST_WITHIN_S
        await self.reply.break_off(destination, text, may_post=bool(text) and not is_late)

    async def _write_interrupted(self, error: TurnInterrupted) -> None:
        """Say that the next start goes on with the answer: below what is shown or, with nothing
        shown, by the reaction on the question.
        """
        place = self.destination.place
        if place is not None and self.reply.message_ids:
            text = subtext(error.text_key, self.texts)
            await self.reply.break_off(place, text, may_post=False, with_controls=False)
        else:
            await self.dependencies.platform.set_queued_reaction(self.question, present=True)

    def _observe(self, operation: Operation, error: BaseException) -> None:
        self.dependencies.observe(OperationFailed(operation, error, self.question.origin))
