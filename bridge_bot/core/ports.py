"""What the core needs of the outside: a platform, a source of answers, a store.

Protocols, so that nothing outside inherits from the core; few and narrow, so that a second chat
platform or a second answer source is an afternoon's work. Time is not among them: the core waits
by asyncio alone, and the event loop is the clock.
"""

from __future__ import annotations

import enum
from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple, Protocol

from bridge_bot.core.model import (
    AnswerEvent,
    ChatRequest,
    Conversation,
    ConversationKey,
    Destination,
    File,
    Question,
    ShownMessage,
    Turn,
    TurnState,
    UnfinishedTurn,
)


class Priority(enum.Enum):
    """What a write to the platform is for, the more urgent the earlier it stands here."""

    FIRST_TEXT = enum.auto()
    """The first text of a page: someone waits for it."""
    FINAL = enum.auto()
    """The last state of a reply, or a text in place of a hint: an edit that someone waits for."""
    INTERIM = enum.auto()
    """One of the states between, which may be skipped."""


class ExistingReply(NamedTuple):
    """The place of a reply, and the bot's own messages there that may be its pages, in order."""

    place: Destination
    messages: list[ShownMessage]


class Platform(Protocol):
    """A chat platform, as far as a reply needs one. Every method may raise `PlatformError`."""

    @property
    def name(self) -> str:
        """What people call the platform."""

    @property
    def limit_chars(self) -> int:
        """The longest message, in Unicode code points."""

    async def open(self, question: Question) -> Destination:
        """Where the answer goes: the question's thread, opened now if it has to be.

        Where no thread can be had within two seconds, not counting the wait for the platform's
        limit of all requests, the answer's place is the channel, as a reply to the question; but
        an outage in which the channel can't be written in either is waited out.
        """

    async def find(
        self, question: Question, place: Destination | None, message_ids: Collection[int] = ()
    ) -> ExistingReply:
        """Where the reply of a question that was taken up before stands, and what stands there.

        `place` is what is known of the former, `message_ids` what is known of the latter. What is
        archived is brought back, so that it can be edited; a thread that is missing is opened.
        """

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        """Add the reaction which shows that a question waits for an earlier one, or remove it.

        A courtesy: nothing is raised. Returns whether the reaction may be present now: also True
        if it could not be removed just now, or if it is not known whether it was added.
        """

    async def permit(self, place: Destination, write: Priority) -> None:
        """Return as soon as one such write in `place` may be sent; the caller sends it at once."""

    def waive(self, place: Destination) -> None:
        """An edit that was permitted is not made after all."""

    async def post(
        self,
        place: Destination,
        text: str,
        *,
        nonce: str,
        file: File | None = None,
        ping: int | None = None,
    ) -> int:
        """Send a new message and return its id. The same nonce within minutes gives the same id.

        Nobody is notified, whatever the text says, but the member whose id is `ping`: the message
        then begins with a mention of him.
        """

    async def edit(
        self, place: Destination, message_id: int, text: str, *, file: File | None = None
    ) -> None:
        """Replace the text of an own message, and what is attached to it. Notifies nobody."""

    async def delete(self, place: Destination, message_id: int) -> None:
        """Remove an own message; one that is gone already is no error."""

    async def typing(self, place: Destination) -> None:
        """Show that an answer is being prepared."""


class AnswerSource(Protocol):
    """Where answers come from."""

    def ask(self, request: ChatRequest) -> AbstractAsyncContextManager[AsyncIterator[AnswerEvent]]:
        """Ask, and get the answer as it arrives: one header, then texts, then the end.

        A source that asks again before the first text may give a second header, if it differs
        from the first; the last one counts. An answer without any text is a header and the end.
        `AnswerDelayed` may come at any point before the first text.

        Entering the context waits for nothing. All waiting is in the iteration: for the question's
        turn, for the service, and before asking again. Leaving the context, at any moment, gives
        the request up and frees its connection within a second. The iteration raises
        `AnswerError`; `AnswerBrokenOff` only after some text.
        """


class ConversationStore(Protocol):
    """What has to be known of conversations. Every method may raise `StoreError`."""

    async def get(self, key: ConversationKey) -> Conversation:
        """What is known of a conversation; of an unknown one, only its key."""

    async def key_of_message(self, message_id: int) -> ConversationKey | None:
        """The conversation in which a message is a question or a page of a reply."""

    async def set_uid(self, key: ConversationKey, conversation_uid: str | None) -> None:
        """Keep the uid that the Chat API gave this conversation in place of any before.

        None: the one before is not known to the API any more, and it gave no other.
        """

    async def set_language(self, key: ConversationKey, code: str) -> None:
        """Keep the language that was chosen for this conversation."""


class TurnStore(Protocol):
    """What has to be known of turns, also after a crash. Every method may raise `StoreError`.

    An unfinished turn is leased to its owner for `lease_s` seconds from now.
    """

    async def accept(self, turn: Turn, *, lease_s: float) -> bool:
        """Write a turn down as queued; False if this attempt at its question is known.

        The question's text is kept until the turn is finished, and no longer.
        """

    async def take_up(self, owner: str, *, lease_s: float) -> list[UnfinishedTurn]:
        """Make `owner` the owner of the turns that earlier processes left unfinished.

        Returns all unfinished turns that are now its own, in the order of their questions.
        """

    async def renew_leases(self, owner: str, *, lease_s: float) -> int:
        """Lease an owner's unfinished turns to it from now on; returns how many there are."""

    async def begin(self, turn_id: int) -> None:
        """Note that a question is asked now, for the first time or once more."""

    async def requeue(self, turn_id: int) -> None:
        """Keep a turn that was begun for the next start, as if it had not been."""

    async def set_state(self, turn_id: int, state: TurnState, *, error: str = "") -> None:
        """Note how far a turn has come; `error` is the name of what ended it."""

    async def set_destination(self, turn_id: int, destination: Destination) -> None:
        """Note where a turn's reply goes."""

    async def set_message(self, turn_id: int, page: int, message_id: int) -> None:
        """Note which message shows a page, counted from 0, of a turn's reply."""

    async def of_messages(self, message_ids: Collection[int]) -> dict[int, int]:
        """The turns whose pages these messages are known to show, by message."""


class Store(Protocol):
    """What has to outlive the process."""

    @property
    def conversations(self) -> ConversationStore:
        """The conversations."""

    @property
    def turns(self) -> TurnStore:
        """The turns, with the messages of their replies."""
