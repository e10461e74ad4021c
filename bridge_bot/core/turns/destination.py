"""Where the reply of a turn goes, and the messages of it that exist from before a crash."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field, replace

from bridge_bot.core.errors import (
    BridgeError,
    PlaceGone,
    PlatformBusy,
    StoreError,
    TurnGivenUp,
    TurnInterrupted,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import (
    ChannelDestination,
    Control,
    Destination,
    ShownMessage,
    Turn,
    UnfinishedTurn,
)
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.core.votes.feedback import is_feedback_post

LOCATE_AGAIN_S = 15.0
"""How long to leave Discord alone, in seconds, when it can't tell where a reply is."""

RESPONSE_FOR_S = 14 * 60.0
"""So long after a question its answer may still begin in the responses to an interaction. Discord
takes these for 15 minutes (its documentation)."""


def _now_s() -> float:
    return asyncio.get_running_loop().time()


def _expiry_s() -> float:
    return _now_s() + RESPONSE_FOR_S


@dataclass(eq=False, repr=False, slots=True)
class ReplyDestination:
    """Finds out where the reply of a turn goes: to `place`, which is None until it is known.

    `unfinished` is what an earlier process left of the turn: then the messages of its reply are
    attached to `reply`, so that the answer goes into them. An attempt after another one begins with
    the `place` of that.
    """

    turn: Turn
    unfinished: UnfinishedTurn | None
    dependencies: Dependencies
    recorder: TurnRecorder
    reply: Reply
    place: Destination | None = None
    _expires_at_s: float = field(default_factory=_expiry_s)

    @property
    def channel_id(self) -> int:
        """Where the reply goes or, until that is known, where the question was asked."""
        place = self.place
        asked_in = self.turn.question.asked_in
        return (place if isinstance(place, ChannelDestination) else asked_in).channel_id

    async def is_own_thread(self, opening: Awaitable[Destination]) -> bool:
        """Whether the reply goes into a thread on its question, once it is known where it goes."""
        await opening
        return self.channel_id == self.turn.question.thread_on

    def reply_to(self, message_id: int) -> ChannelDestination | None:
        """Where a reply to a message of the reply goes; None where there is nothing such."""
        if not isinstance(self.place, ChannelDestination):
            return None
        return replace(self.place, reply_to=message_id)

    def raise_if_expired(self) -> None:
        """Raise `PlaceGone` if the responses to an interaction can't be written any more."""
        if self.turn.question.response is not None and _now_s() > self._expires_at_s:
            raise PlaceGone("the interaction's token has expired")

    def final_error(self, error: BridgeError | None) -> BridgeError | None:
        """What ends the turn, where the next start can't go on with it."""
        if isinstance(error, TurnInterrupted) and self.turn.question.response is not None:
            return TurnGivenUp("given-up-stopped")
        return error

    @property
    def has_messages(self) -> bool:
        """Whether anything of the reply is shown, as far as is known."""
        before = self.unfinished.message_ids if self.unfinished else ()
        return bool(self.reply.message_ids or before)

    async def open(self) -> Destination:
        """Open the thread if there has to be one, or find the existing reply.

        All existing messages are attached that no other turn is known to have written. Raises
        `PlatformError` and, with those attached that are known to be the reply's, `StoreError`.
        Where the place has no controls, the reply gets none, and in threads that the bot may manage
        one more.
        """
        if self.turn.question.response is not None:
            self.place = self.turn.question.response
            return self.place
        if self.place is not None:
            await self._settings()
            return self.place
        if self.unfinished is None:
            after_min = (await self._settings()).archive_after_min
            await self.reply.owned()
            self.place = await self.dependencies.platform.open(self.turn.question, after_min)
            self._offer_resolved()
            return self.place
        existing, self.place = await self._locate(self.unfinished)
        self._offer_resolved()
        ids = [message.id for message in existing]
        turn_ids = await self.dependencies.store.turns.of_messages(ids)
        pages = [each for each in existing if self._may_be_page(each, turn_ids.get(each.id))]
        self.reply.attach_existing(pages, await self._has_sources())
        for page, message in enumerate(pages):
            await self.recorder.save_message(page, message.id)
        return self.place

    async def _has_sources(self) -> bool:
        """Whether what is shown is an earlier attempt's answer, sources of which are kept. Not if
        the store can't tell.
        """
        is_begun = self.unfinished is None or self.unfinished.times_begun > 0
        if is_begun or self.turn.attempt == 1:
            return False
        with contextlib.suppress(StoreError):
            return await self.dependencies.store.sources.has(self.turn.id)
        return False

    def _may_be_page(self, message: ShownMessage, turn_id: int | None) -> bool:
        """Whether a message may be one of the reply, by the turn that it is known to be of."""
        if turn_id is None:
            return not is_feedback_post(message.text)
        return turn_id == self.turn.id

    async def of_notice(self) -> Destination:
        """Where a notice of the turn's end goes: where the reply goes or, where that could not be
        found out, below its known messages or beside the question. Raises `PlatformError`.
        """
        if self.place is not None:
            return self.place
        if self.unfinished is not None:
            _, self.place = await self._locate(self.unfinished)
            return self.place
        await self._settings()
        question = self.turn.question
        reply_to = question.thread_on or question.asked_in.reply_to
        self.place = question.response or replace(question.asked_in, reply_to=reply_to)
        return self.place

    async def _locate(
        self, unfinished: UnfinishedTurn
    ) -> tuple[Sequence[ShownMessage], ChannelDestination]:
        """The bot's messages where the reply is, and that place. Those that are known to be the
        reply's are attached.

        An outage is waited out, since nobody asks a second time. Other `PlatformError`s are raised.
        """
        question = self.turn.question
        after_min = (await self._settings()).archive_after_min
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

    def _offer_resolved(self) -> None:
        question = self.turn.question
        in_thread = self.channel_id != question.place_id
        may_manage = self.dependencies.platform.may_manage_threads
        if question.guild_id and in_thread and may_manage(question.guild_id, question.place_id):
            self.reply.offer(Control.RESOLVED)

    async def update_controls(self) -> None:
        """Have the reply offer what its place is set to now: that may have changed meanwhile."""
        if self.turn.question.response is None:
            await self._settings()

    async def _settings(self) -> PlaceSettings:
        """What its place is set to, or the defaults while that is not known: a thread need not wait
        for that. The reply gets the controls that this says.
        """
        question, settings = self.turn.question, self.dependencies.guild_settings
        try:
            place = await settings.place(question.guild_id, question.place_id)
        except StoreError:
            place = PlaceSettings()
        if not place.show_controls:
            self.reply.hide_controls()
        elif place.help_role_id is not None:
            self.reply.offer(Control.HELP)
        return place
