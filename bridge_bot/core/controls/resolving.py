"""Marks the thread of an answer as resolved: what a press on *Resolved* does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.controls.until_over import until_over
from bridge_bot.core.errors import (
    BridgeError,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
    StoreError,
)
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.model import ChannelDestination, KeptTurn
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import Platform, TaggedThread
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.core.turns.queue import TurnQueue

Tell = Callable[[Refusal], Awaitable[object]]
"""Tells something to who pressed, and to nobody else."""

_MOST_TAG_CHARS = 50  # of a tag's name Discord takes 20 (its documentation, "Forum Tag Object")


@dataclass(frozen=True, slots=True)
class Resolving:
    """Gives a thread its forum's tag for what is resolved, and archives it if its server has set
    that.

    Where neither is to be done, a reaction shows all readers which answer resolved it.
    """

    turns: TurnQueue
    platform: Platform
    guild_settings: KnownGuildSettings
    observe: Observe

    async def resolve(self, turn_id: int, presser: Presser, tell: Tell) -> None:
        """Mark the thread of a turn's reply, and tell who pressed what was done, or why nothing."""
        await until_over(self.turns, turn_id)  # then it is known which messages show the answer
        try:
            kept = await self.turns.store.kept(turn_id)
        except StoreError as error:
            await tell(Refusal(error.text_key))
            return
        thread = _thread_of(kept) if kept is not None else None
        if kept is None or thread is None:  # no other place offers it: a press is forged
            await tell(Refusal("control-forgotten"))
        elif not presser.may_resolve(kept.asker_ids, kept.channel_id):
            await tell(Refusal("control-not-yours-to-resolve"))
        else:
            await self._resolve(kept, thread, tell)

    async def _resolve(self, kept: KeptTurn, thread: ChannelDestination, tell: Tell) -> None:
        question = kept.turn.question
        try:
            place = await self.guild_settings.place(question.guild_id, question.place_id)
            if place.archive_resolved and self.turns.is_answering(
                thread.channel_id, besides=kept.turn.id
            ):
                await tell(Refusal("control-resolved-answering"))  # it would be cut
                return
            tagged = await self.platform.tag_resolved(thread)
            archives = place.archive_resolved and not tagged.is_archived
            if not (archives or tagged.tag or tagged.is_archived) and kept.message_ids:
                await self.platform.add_resolved_reaction(thread, kept.message_ids[-1])
            # First: a message in an archived thread could bring it back.
            await tell(_done(tagged, archives=archives))
            if archives:
                await self.platform.archive(thread)
        except (PlatformError, StoreError) as error:
            self.observe(OperationFailed(Operation.RESOLVE_THREAD, error, question.origin))
            await tell(_refusal_by(error))


def _thread_of(kept: KeptTurn) -> ChannelDestination | None:
    """The thread that a reply stands in; None where it stands in no thread."""
    question, place = kept.turn.question, kept.destination
    if place is None or question.guild_id is None or place.channel_id == question.place_id:
        return None
    return ChannelDestination(place.channel_id, guild_id=question.guild_id)


def _done(tagged: TaggedThread, *, archives: bool) -> Refusal:
    """What is said of what was done."""
    closes = "yes" if archives else "no"
    if tagged.tag is None:
        return Refusal("control-resolved-done", {"closes": closes})
    key = "control-resolved-tagged" if tagged.has_tag else "control-resolved-full"
    args = {"tag": as_plain_text(tagged.tag, _MOST_TAG_CHARS), "closes": closes}
    return Refusal(key, args)


def _refusal_by(error: BridgeError) -> Refusal:
    match error:
        case PlatformForbidden():
            return Refusal("control-resolved-forbidden")
        case PlaceGone() | PlaceClosed():
            return Refusal("control-resolved-gone")
        case PlatformError():
            return Refusal("control-resolved-failed")
        case _:
            return Refusal(error.text_key)
