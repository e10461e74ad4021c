"""What the core needs of a chat platform."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Destination,
    OutgoingMessage,
    Question,
    ShownMessage,
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


class TaggedThread(NamedTuple):
    """A thread, after it should get the tag of its forum that says that it is resolved.

    `tag` is the name of that tag, None where there is none; `has_tag`: the thread has it now. It
    has not where it has as many tags as the platform allows.
    """

    tag: str | None = None
    has_tag: bool = False
    is_archived: bool = False


class Platform(Protocol):
    """A chat platform, as far as a reply needs one. Every method may raise `PlatformError`."""

    @property
    def limit_chars(self) -> int:
        """The longest message, in Unicode code points."""

    async def open(
        self, question: Question, archive_after_min: int | None = None
    ) -> ChannelDestination:
        """Where the answer goes: the question's thread, opened now if it has to be. It is archived
        so many minutes after its last message; None: as its channel has it.

        Where no thread can be had within two seconds, not counting the wait for the platform's
        limit of all requests, the answer goes into the channel, as a reply to the question; but
        an outage in which the channel can't be written in either is waited out.
        """

    async def locate(
        self,
        question: Question,
        destination: ChannelDestination | None,
        message_ids: Collection[int] = (),
        archive_after_min: int | None = None,
    ) -> ExistingReply:
        """Where the reply to a question is that an earlier process began, and the bot's messages
        there. `destination` and `message_ids` are what was stored of both.

        An archived thread is brought back, so that messages in it can be edited; a thread that is
        missing is opened, as by `open`.
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

        `render` is called when the write may be sent, and what it returns is sent at once. If
        Discord refuses that as a reply, it is called again, and what it returns is posted as an
        ordinary message. None: there is nothing to write any more; then nothing is sent, and None
        is returned. Until `render` is called, the wait can be cancelled without any effect, such as
        to ask again with another priority.
        """

    async def delete(
        self, destination: Destination, message_id: int, may_send: Callable[[], bool]
    ) -> bool:
        """Remove an own message; one that is gone already is no error.

        `may_send` is called once, when the request may be sent. False: then it is not, and False is
        returned.
        """

    async def set_buttons(
        self, destination: ChannelDestination, message_id: int, buttons: tuple[Button, ...]
    ) -> None:
        """Put these buttons under an own message, in place of those that are there. Left out where
        it would hold up other requests.
        """

    def may_manage_threads(self, guild_id: int, place_id: int) -> bool:
        """Whether the bot may change the threads of a channel or forum, as far as is known now."""

    async def tag_resolved(self, thread: ChannelDestination) -> TaggedThread:
        """Give a thread the tag of its forum that says that it is resolved, if there is one. One
        that is archived stays so.
        """

    async def archive(self, thread: ChannelDestination) -> None:
        """Archive a thread: it is closed until somebody writes there."""

    async def add_resolved_reaction(self, thread: ChannelDestination, message_id: int) -> None:
        """Add a reaction to an own message which shows that it has resolved the question. A
        courtesy: nothing is raised, and it is left out where it would hold up other requests.
        """

    async def typing(self, destination: Destination) -> None:
        """Show that an answer is being prepared. Left out where it would hold up other requests,
        and for an interaction, whose response shows it by itself.
        """
