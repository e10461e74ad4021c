"""What the core needs of the outside: a platform, a source of answers, a store.

Protocols, so that nothing outside inherits from the core; few and narrow, so that a second chat
platform or a second answer source is an afternoon's work. Time is not among them: the core waits
by asyncio alone, and the event loop is the clock.
"""

from __future__ import annotations

import enum
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple, Protocol

from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.model import (
    AnswerEvent,
    ChannelDestination,
    ChatRequest,
    Conversation,
    ConversationKey,
    Destination,
    OutgoingMessage,
    Question,
    Scope,
    ShownMessage,
    Turn,
    TurnState,
    UnfinishedTurn,
)


class Priority(enum.Enum):
    """What a write to the platform is for, from the most urgent to the least."""

    FIRST_TEXT = enum.auto()
    """A new message: someone waits for it."""
    FINAL = enum.auto()
    """The last state of a reply, or a text in place of a hint: an edit that someone waits for."""
    INTERIM = enum.auto()
    """One of the states between, which may be skipped."""


class ExistingReply(NamedTuple):
    """Where a reply goes, and the bot's own messages there that may show it already, in order."""

    destination: ChannelDestination
    messages: list[ShownMessage]


class Platform(Protocol):
    """A chat platform, as far as a reply needs one. Every method may raise `PlatformError`."""

    @property
    def limit_chars(self) -> int:
        """The longest message, in Unicode code points."""

    async def open(self, question: Question) -> ChannelDestination:
        """Where the answer goes: the question's thread, opened now if it has to be.

        Where no thread can be had within two seconds, not counting the wait for the platform's
        limit of all requests, the answer goes into the channel, as a reply to the question; but
        an outage in which the channel can't be written in either is waited out.
        """

    async def locate(
        self,
        question: Question,
        destination: ChannelDestination | None,
        message_ids: Collection[int] = (),
    ) -> ExistingReply:
        """Where the reply to a question is that an earlier process began, and the bot's messages
        there. `destination` and `message_ids` are what was stored of both.

        An archived thread is brought back, so that messages in it can be edited; a thread that is
        missing is opened.
        """

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        """Add the reaction which shows that a question waits for an earlier one, or remove it.

        A courtesy: nothing is raised. Returns whether the reaction may be present now: also True
        if it could not be removed just now, or if it is not known whether it was added.
        """

    async def write(
        self,
        destination: Destination,
        render: Callable[[], OutgoingMessage | None],
        priority: Priority,
        *,
        message_id: int | None = None,
        nonce: str = "",
    ) -> int | None:
        """Write a message as soon as the platform's limits let one be written; return its id.

        With `message_id`, that own message gets the text, and the file in place of what was
        attached to it. Otherwise a message is posted; in a channel, the same nonce within minutes
        gives the same message, whatever the text is. An interaction has no nonces: there a post
        that is repeated may be doubled.

        `render` is called once, when the write may be sent, and what it returns is sent at once.
        None: there is nothing to write any more; then nothing is sent, and None is returned. Until
        `render` is called, the wait can be cancelled without any effect, such as to ask again with
        another priority.
        """

    async def delete(self, destination: Destination, message_id: int) -> None:
        """Remove an own message; one that is gone already is no error."""

    async def typing(self, destination: Destination) -> None:
        """Show that an answer is being prepared. Left out where it would hold up other requests,
        and for an interaction, whose response shows it by itself.
        """


class Allowance(Protocol):
    """What the requests for one answer have to be allowed by: each may cost."""

    async def take(self) -> None:
        """Wait until one request may be sent, and count it. What this raises, such as
        `LimitReached`, ends the answer, and nothing is sent.
        """

    async def give_back(self) -> None:
        """Count the last request no more: nothing of it was sent."""


class AnswerSource(Protocol):
    """Where answers come from."""

    def ask(
        self, request: ChatRequest, flow: Flow, allowance: Allowance | None = None
    ) -> AbstractAsyncContextManager[AsyncIterator[AnswerEvent]]:
        """Ask, and get the answer as it arrives: one header, then texts, then the end.

        Where many wait, `flow` is what the question takes turns with others as.

        Before each request that is sent, also one that repeats another, the `allowance` is taken.

        A source that asks again before the first text may give a second header, if it differs
        from the first; the last one counts. An answer without any text is a header and the end.
        `AnswerDelayed` may come at any point before the first text.

        Entering the context waits for nothing. All waiting is in the iteration: for the question's
        turn, for the service, and before asking again. Leaving the context, at any moment, gives
        the request up and frees its connection within a second. The iteration raises
        `AnswerError`; `AnswerBrokenOff` only after some text; and what `allowance` raises.
        """


class ConversationStore(Protocol):
    """Stores conversations. Every method may raise `StoreError`."""

    async def get(self, key: ConversationKey) -> Conversation:
        """What is stored of a conversation; nothing but its key if nothing is."""

    async def key_of_message(self, message_id: int) -> ConversationKey | None:
        """The conversation in which a message is a question or a page of a reply."""

    async def set_uid(self, key: ConversationKey, conversation_uid: str | None) -> None:
        """Store the uid that the Chat API gave this conversation, in place of any before.

        None: the API does not know the one before any more, and gave no other.
        """

    async def set_language(self, key: ConversationKey, code: str) -> None:
        """Store the language that was chosen for this conversation, as a code of the Chat API."""


class TurnStore(Protocol):
    """Stores turns, so that they outlive a crash. Every method may raise `StoreError`.

    An unfinished turn is leased to its owner for `lease_s` seconds from now, by the clock of the
    store, which processes may share.
    """

    async def accept(self, turn: Turn, *, lease_s: int) -> bool:
        """Store a turn as queued; False if this attempt at its question is stored already.

        The question's text is kept until the turn is finished, and no longer.
        """

    async def claim(self, owner: str, *, lease_s: int) -> frozenset[int]:
        """Lease to `owner` the unfinished turns that are its own, and those whose lease is over.

        Returns the ids of all unfinished turns that are its own now. Of several processes that
        claim a turn at once, one gets it.
        """

    async def release(self, owner: str) -> None:
        """End the leases of an owner's unfinished turns: another process may have them now."""

    async def unfinished(self, turn_ids: Collection[int]) -> list[UnfinishedTurn]:
        """Those of these turns that are unfinished, in the order of their questions."""

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


class CountedRequest(NamedTuple):
    """What counting a request came to.

    A scope that `refused_by` names had reached its limit before, and the request does not count.
    `first_reached` are scopes that have reached their limit by it, each the first one of its kind
    on that day.
    """

    refused_by: Scope | None = None
    first_reached: tuple[Scope, ...] = ()


class RequestCountStore(Protocol):
    """Counts the requests of each day, which is counted from the Unix epoch. Every method may
    raise `StoreError`.
    """

    async def count(self, day: int, limits: Mapping[Scope, int]) -> CountedRequest:
        """Count a request in each of these scopes, or in none: if one has reached its limit.

        0: no limit. Of several processes that count at once, none exceeds a limit.
        """

    async def take_back(self, day: int, scopes: Collection[Scope]) -> None:
        """Count one request less in each of these scopes."""

    async def get(self, day: int, scopes: Collection[Scope]) -> dict[Scope, int]:
        """How many requests were counted in these scopes; those without any are left out."""

    async def forget_before(self, day: int) -> None:
        """Remove what was counted on earlier days."""


class PauseStore(Protocol):
    """The operator's switch. Every method may raise `StoreError`."""

    async def paused_since(self) -> int | None:
        """When the bot was paused, in seconds since the Unix epoch; None: it is not."""


class Store(Protocol):
    """What has to outlive the process."""

    @property
    def conversations(self) -> ConversationStore:
        """The conversations."""

    @property
    def turns(self) -> TurnStore:
        """The turns, with the messages of their replies."""

    @property
    def requests(self) -> RequestCountStore:
        """The requests of each day."""

    @property
    def pauses(self) -> PauseStore:
        """The operator's switch."""
