"""A platform in memory: what a reader sees, at every moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bridge_bot.core.errors import MessageGone, PlatformError, PlatformForbidden
from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Destination,
    File,
    OutgoingMessage,
    Question,
    ShownMessage,
)
from bridge_bot.core.ports import ExistingReply, Priority, TaggedThread
from tests.harness.virtual_time import now_s


@dataclass
class MemoryMessage:
    """One message: every state that was visible, with its time in seconds."""

    destination: Destination
    nonce: str
    states: list[tuple[float, str]]
    deleted: bool = False
    file: File | None = None
    ping: int | None = None
    ping_role: int | None = None
    is_silent: bool = False
    buttons: tuple[Button, ...] = ()

    @property
    def text(self) -> str:
        return self.states[-1][1]


@dataclass
class MemoryPlatform:
    """Keeps messages. `latency_s` passes before a write takes effect and again before it returns.

    `pace_s` is how long an interim write has to wait; `failures` are raised by the next writes, in
    order, None standing for a write that works; `lost_responses` writes take effect and fail.
    What `refuses` says of a text that is written is raised, too; `tried` has all of these.
    """

    limit_chars: int = 2000
    latency_s: float = 0.0
    pace_s: float = 0.0
    opening_s: float = 0.0
    open_error: PlatformError | None = None
    locate_errors: list[PlatformError] = field(default_factory=list)
    takes_files: bool = True
    refuses: Callable[[str], PlatformError | None] = field(default=lambda _: None)
    tried: list[str] = field(default_factory=list)
    typing_s: float = 0.0
    reaction_s: float = 0.0
    not_written: int = 0  # writes for which there was nothing to write when they might be sent
    failures: list[PlatformError | None] = field(default_factory=list)
    lost_responses: list[PlatformError] = field(default_factory=list)
    messages: dict[int, MemoryMessage] = field(default_factory=dict)
    queued: set[int] = field(default_factory=set)  # the questions with a reaction
    typed_at_s: list[float] = field(default_factory=list)
    archive_after_min: list[int | None] = field(default_factory=list)  # of each thread
    manages_threads: bool = False
    tagged: TaggedThread = field(default_factory=TaggedThread)  # what comes of tagging a thread
    tagging_error: PlatformError | None = None
    archived: list[int] = field(default_factory=list)  # the ids of threads
    resolved_by: list[int] = field(default_factory=list)  # the ids of messages with a reaction

    async def open(
        self, question: Question, archive_after_min: int | None = None
    ) -> ChannelDestination:
        self.archive_after_min.append(archive_after_min)
        await asyncio.sleep(self.opening_s)
        if self.open_error is not None:
            raise self.open_error
        return ChannelDestination(question.thread_on) if question.thread_on else question.asked_in

    async def locate(
        self,
        question: Question,
        destination: ChannelDestination | None,
        message_ids: Collection[int] = (),
        archive_after_min: int | None = None,
    ) -> ExistingReply:
        if self.locate_errors:
            raise self.locate_errors.pop(0)
        existing = [
            ShownMessage(message_id, message.text, has_buttons=bool(message.buttons))
            for message_id, message in self.messages.items()
            if not (message.deleted or message.ping or message.ping_role)
        ]
        return ExistingReply(destination or await self.open(question, archive_after_min), existing)

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        if not present:
            await asyncio.sleep(self.reaction_s)
        (self.queued.add if present else self.queued.discard)(question.id)
        return present

    async def write(
        self,
        destination: Destination,
        render: Callable[[], OutgoingMessage | None],
        priority: Priority,
        *,
        message_id: int | None = None,
        nonce: str = "",
    ) -> int | None:
        if priority is Priority.INTERIM:
            await asyncio.sleep(self.pace_s)
        message = render()
        if message is None:
            self.not_written += 1
            return None
        await self._before(message.file)
        if message_id is None:
            message_id = self._post(destination, message, nonce)
            if message_id in self.messages:
                return message_id
            self.messages[message_id] = MemoryMessage(
                destination,
                nonce,
                [(now_s(), message.text)],
                file=message.file,
                ping=message.ping,
                ping_role=message.ping_role,
                is_silent=message.is_silent,
                buttons=message.buttons or (),
            )
        else:
            self._edit(message_id, message)
        await self._after()
        return message_id

    async def delete(
        self, destination: Destination, message_id: int, may_send: Callable[[], bool]
    ) -> bool:
        await self._before()
        if not may_send():
            return False
        self.messages[message_id].deleted = True
        await self._after()
        return True

    async def set_buttons(
        self, destination: ChannelDestination, message_id: int, buttons: tuple[Button, ...]
    ) -> None:
        self.messages[message_id].buttons = buttons

    def may_manage_threads(self, guild_id: int, place_id: int) -> bool:
        return self.manages_threads

    async def tag_resolved(self, thread: ChannelDestination) -> TaggedThread:
        if self.tagging_error is not None:
            raise self.tagging_error
        return self.tagged

    async def archive(self, thread: ChannelDestination) -> None:
        self.archived.append(thread.channel_id)

    async def add_resolved_reaction(self, thread: ChannelDestination, message_id: int) -> None:
        self.resolved_by.append(message_id)

    async def typing(self, destination: Destination) -> None:
        self.typed_at_s.append(now_s())
        await asyncio.sleep(self.typing_s)

    async def post(self, destination: Destination, text: str, *, nonce: str) -> int:
        """Post a message at once, as an earlier process did."""
        message = OutgoingMessage(text)
        message_id = await self.write(
            destination, lambda: message, Priority.FIRST_TEXT, nonce=nonce
        )
        assert message_id is not None
        return message_id

    def texts(self) -> list[str]:
        """What can be read now, a text for each message."""
        return [message.text for message in self.messages.values() if not message.deleted]

    def _post(self, destination: Destination, message: OutgoingMessage, nonce: str) -> int:
        """The id of the message with that nonce, which is there already, or a new one."""
        self._check(message.text)
        if isinstance(destination, ChannelDestination):  # an interaction has no nonces
            for message_id, existing in self.messages.items():
                if existing.nonce == nonce:
                    return message_id
        return 1000 + len(self.messages)

    def _edit(self, message_id: int, message: OutgoingMessage) -> None:
        existing = self.messages[message_id]
        if existing.deleted:
            raise MessageGone("deleted")
        self._check(message.text)
        existing.states.append((now_s(), message.text))
        existing.file = message.file
        existing.buttons = message.buttons or ()

    def _check(self, text: str) -> None:
        self.tried.append(text)
        if (refusal := self.refuses(text)) is not None:
            raise refusal

    async def _before(self, file: File | None = None) -> None:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        if file is not None and not self.takes_files:
            raise PlatformForbidden("no files here")
        if self.failures and (failure := self.failures.pop(0)) is not None:
            raise failure

    async def _after(self) -> None:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        if self.lost_responses:
            raise self.lost_responses.pop(0)
