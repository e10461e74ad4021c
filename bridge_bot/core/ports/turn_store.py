"""What the core needs of a store of turns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    ForeignTurn,
    KeptTurn,
    Question,
    RecentQuestion,
    Turn,
    TurnState,
    UnfinishedTurn,
)


class ReplyMessage(NamedTuple):
    """A message of a turn's reply: the channel that it is in, and the locale of who asked."""

    channel_id: int
    message_id: int
    turn_id: int
    locale: str | None


class TurnStore(Protocol):
    """Stores turns, so that they outlive a crash. Every method may raise `StoreError`.

    An unfinished turn is leased to its owner for `lease_s` seconds from now, by the clock of the
    store, which processes may share.
    """

    async def accept(self, turn: Turn, *, lease_s: int) -> Mapping[int, str] | None:
        """Store a turn as queued; None if this attempt at its question is stored already.

        Returns which turns of earlier questions of its conversation are unfinished: the owner of
        each, by its id. The question's text is kept until the turn is finished, and no longer.
        """

    async def asked_by(self, member_id: int, *, within_s: int) -> list[RecentQuestion]:
        """The questions of a member that were accepted in the last so many seconds."""

    async def claim(self, owner: str, *, lease_s: int) -> frozenset[int]:
        """Lease to `owner` the unfinished turns that are its own, and those whose lease is over.

        Returns the ids of all unfinished turns that are its own now. Of several processes that
        claim a turn at once, one gets it.
        """

    async def release(self, owner: str) -> None:
        """End the leases of an owner's unfinished turns: another process may have them now."""

    async def unfinished(self, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
        """Those of these turns that are unfinished, in the order of their questions."""

    async def foreign(
        self, owner: str, conversations: Collection[ConversationKey]
    ) -> list[ForeignTurn]:
        """The unfinished turns of these conversations that others than `owner` own."""

    async def kept(self, turn_id: int) -> KeptTurn | None:
        """What is kept of a turn; None if nothing is."""

    async def accept_again(
        self, turn: Turn, former: KeptTurn, *, lease_s: int
    ) -> Mapping[int, str] | None:
        """Store a further attempt at a question as queued, and let the messages of the former one
        be its own. None, and nothing is stored, if a later attempt or question is known already.

        Returns no turns: there are none to wait for.
        """

    async def accept_edited(
        self,
        turn: Turn,
        former: Turn,
        destination: ChannelDestination | None,
        *,
        lease_s: int,
        error: str = "",
    ) -> Mapping[int, str] | None:
        """Store a further attempt at a question that was edited as queued, and in the same step
        that the former one is stopped by that `error`. The further attempt takes its messages over;
        `destination` is stored as where they are. None, and nothing is stored, unless the former
        one is unfinished and still its owner's.

        Returns no turns: it begins where the former one has ended.
        """

    async def set_question(self, turn_id: int, text: str) -> None:
        """Store another text of a question that is still to be asked."""

    async def former_reply(self, question: Question) -> ReplyMessage | None:
        """The last message of the reply to the question before this one in its conversation."""

    async def begin(self, turn_id: int) -> None:
        """Store that a question is asked now, for the first time or once more."""

    async def requeue(self, turn_id: int) -> None:
        """Keep a turn for the next start, as if it had not been begun."""

    async def set_state(self, turn_id: int, state: TurnState, *, error: str = "") -> None:
        """Store how far a turn has come; `error` is the name of what ended it."""

    async def set_destination(self, turn_id: int, destination: ChannelDestination) -> None:
        """Store where a turn's reply goes."""

    async def set_message(self, turn_id: int, page: int, message_id: int) -> None:
        """Store which message shows a page, counted from 0, of a turn's reply."""

    async def of_messages(self, message_ids: Collection[int]) -> dict[int, int]:
        """The ids of the turns whose pages these messages show, by the id of the message."""
