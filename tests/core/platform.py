"""A platform in memory: what a reader sees, at every moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bridge_bot.core.errors import MessageGone, PlatformError, PlatformForbidden
from bridge_bot.core.model import Destination, File, Question, ShownMessage
from bridge_bot.core.ports import ExistingReply, Priority
from tests.virtual_time import now_s


@dataclass
class Shown:
    """One message: every state that was visible, with its time in seconds."""

    place: Destination
    nonce: str
    states: list[tuple[float, str]]
    deleted: bool = False
    file: File | None = None
    ping: int | None = None

    @property
    def text(self) -> str:
        return self.states[-1][1]


@dataclass
class MemoryPlatform:
    """Keeps messages. `latency_s` passes before a write takes effect and again before it returns.

    `pace_s` is how long a `NEXT` write has to wait; `failures` are raised by the next writes, in
    order, None standing for a write that works; `lost_responses` writes take effect and fail.
    What `refuses` says of a text that is written is raised, too; `tried` has all of these.
    """

    name: str = "Memory"
    limit_chars: int = 2000
    latency_s: float = 0.0
    pace_s: float = 0.0
    opening_s: float = 0.0
    open_error: PlatformError | None = None
    find_errors: list[PlatformError] = field(default_factory=list)
    takes_files: bool = True
    refuses: Callable[[str], PlatformError | None] = field(default=lambda _: None)
    tried: list[str] = field(default_factory=list)
    typing_s: float = 0.0
    marking_s: float = 0.0
    waived: int = 0
    failures: list[PlatformError | None] = field(default_factory=list)
    lost_responses: list[PlatformError] = field(default_factory=list)
    messages: dict[int, Shown] = field(default_factory=dict)
    waiting: set[int] = field(default_factory=set)
    typed_at_s: list[float] = field(default_factory=list)

    async def open(self, question: Question) -> Destination:
        await asyncio.sleep(self.opening_s)
        if self.open_error is not None:
            raise self.open_error
        return Destination(question.thread_on) if question.thread_on else question.place

    async def find(
        self, question: Question, place: Destination | None, message_ids: Collection[int] = ()
    ) -> ExistingReply:
        if self.find_errors:
            raise self.find_errors.pop(0)
        standing = [
            ShownMessage(message_id, shown.text)
            for message_id, shown in self.messages.items()
            if not (shown.deleted or shown.ping)
        ]
        return ExistingReply(place or await self.open(question), standing)

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        if not present:
            await asyncio.sleep(self.marking_s)
        (self.waiting.add if present else self.waiting.discard)(question.id)
        return present

    async def permit(self, place: Destination, write: Priority) -> None:
        if write is Priority.INTERIM:
            await asyncio.sleep(self.pace_s)

    def waive(self, place: Destination) -> None:
        self.waived += 1

    async def post(
        self,
        place: Destination,
        text: str,
        *,
        nonce: str,
        file: File | None = None,
        ping: int | None = None,
    ) -> int:
        await self._travel(file)
        self._look_at(text)
        for message_id, shown in self.messages.items():
            if shown.nonce == nonce:
                return message_id
        message_id = 1000 + len(self.messages)
        self.messages[message_id] = Shown(place, nonce, [(now_s(), text)], file=file, ping=ping)
        await self._return()
        return message_id

    async def edit(
        self, place: Destination, message_id: int, text: str, *, file: File | None = None
    ) -> None:
        await self._travel(file)
        if self.messages[message_id].deleted:
            raise MessageGone("deleted")
        self._look_at(text)
        self.messages[message_id].states.append((now_s(), text))
        self.messages[message_id].file = file
        await self._return()

    async def delete(self, place: Destination, message_id: int) -> None:
        await self._travel()
        self.messages[message_id].deleted = True
        await self._return()

    async def typing(self, place: Destination) -> None:
        self.typed_at_s.append(now_s())
        await asyncio.sleep(self.typing_s)

    def texts(self) -> list[str]:
        """What can be read now, a text for each message."""
        return [shown.text for shown in self.messages.values() if not shown.deleted]

    def _look_at(self, text: str) -> None:
        self.tried.append(text)
        if (refusal := self.refuses(text)) is not None:
            raise refusal

    async def _travel(self, file: File | None = None) -> None:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        if file is not None and not self.takes_files:
            raise PlatformForbidden("no files here")
        if self.failures and (failure := self.failures.pop(0)) is not None:
            raise failure

    async def _return(self) -> None:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        if self.lost_responses:
            raise self.lost_responses.pop(0)
