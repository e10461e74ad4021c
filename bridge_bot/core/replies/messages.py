"""The messages that show a reply, and how they are written.

A post carries the nonce `<turn>.<number>`, so that one which is repeated does not double.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import MessageGone, PlatformBusy, PlatformError, TurnTakenOver
from bridge_bot.core.model import (
    ChannelDestination,
    Destination,
    OutgoingMessage,
    ShownMessage,
)
from bridge_bot.core.ports import Platform, Priority
from bridge_bot.core.replies.control_row import Buttons

ATTEMPTS = 30
"""Attempts at one write before the reply is given up; with the pauses between them more than twelve
minutes, so that an outage of ten minutes costs no answer."""

BACKOFF = Backoff(first_s=0.5, longest_s=30.0)

_MAX_RETRY_AFTER_S = 300.0
_TOO_MANY_REQUESTS = 429  # the one status of a failure that may pass, but is a refusal

Render = Callable[[], OutgoingMessage | None]
"""What a message is to say when it may be written; see `Platform.write`."""


class Ownership(Protocol):
    """Whether it can be told which process writes a reply."""

    def is_certain(self) -> bool:
        """Whether it can be told now."""

    async def certain(self) -> None:
        """Wait until that can be told."""


@dataclass(eq=False, repr=False, slots=True)
class ReplyMessages:
    """The messages of one reply, in order, numbered from 0. Each write raises `PlatformError`.

    `ids` are the platform's, and `contents` what each of them says; None where that is not known.
    `on_posted` is awaited with a message's number and its id, once it is posted. Without an
    `ownership` there is no other process that could write the reply.
    """

    platform: Platform
    turn_id: int
    on_posted: Callable[[int, int], Awaitable[object]]
    ownership: Ownership | None = None
    is_disowned: bool = False
    """Whether another process writes the reply now; then each write raises `TurnTakenOver`."""
    ids: list[int] = field(default_factory=list)
    contents: list[OutgoingMessage | None] = field(default_factory=list)
    edits: int = 0
    """How many edits were made."""
    _unconfirmed: int | None = None  # the message whose post may have taken effect

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def texts(self) -> list[str]:
        """What each message says; empty where that is not known."""
        return ["" if content is None else content.text for content in self.contents]

    def attach_existing(self, messages: Sequence[ShownMessage]) -> None:
        """Take over these messages, which exist from before a crash, in place of any others."""
        self.ids[:] = [message.id for message in messages]
        self.contents[:] = [
            OutgoingMessage(message.text, buttons=None if message.has_buttons else ())
            for message in messages
        ]

    def take_over(self, former: ReplyMessages, *, with_hint: bool) -> None:
        """Take over the messages of an attempt before, which may show a hint alone.

        A post of it may be under way still: the next one has its nonce, so that it does not double.
        """
        self.turn_id = former.turn_id
        self._unconfirmed = former._unconfirmed
        self.ids[:] = former.ids
        self.contents[:] = [None] * len(former.ids) if with_hint else former.contents

    async def write(
        self, destination: Destination, number: int, render: Render, priority: Priority
    ) -> None:
        """Edit the message of that number or, if it is the next, post it.

        `render` returns what it is to say, or None: then nothing is written. Nor is it if the
        ownership is in doubt by the time that it may be sent.
        """
        await self.owned()
        is_new = number == len(self)
        is_repeated = is_new and self._unconfirmed == number
        sent: OutgoingMessage | None = None

        def rendered() -> OutgoingMessage | None:
            nonlocal sent
            sent = render() if self.may_write() else None
            if is_new and sent is not None:
                self._unconfirmed = number
                sent = replace(sent, is_silent=number > 0)  # one notification is enough
            return sent

        if number > 0 and isinstance(destination, ChannelDestination):
            destination = replace(destination, reply_to=None)  # only the first is a reply
        try:
            message_id = await self.platform.write(
                destination,
                rendered,
                priority,
                message_id=None if is_new else self.ids[number],
                nonce=f"{self.turn_id}.{number}" if is_new else "",
            )
        except PlatformError as error:
            is_refused = not error.retry_helps or error.status == _TOO_MANY_REQUESTS
            if is_new and is_refused and not is_repeated:
                self._unconfirmed = None
            raise
        if message_id is None:
            return
        if not is_new:
            self.edits += 1
            self.contents[number] = sent
            return
        self.ids.append(message_id)
        # A repeated post may return the message of an earlier one, which was sent although its
        # response never came, and with an earlier text. Of a file there is but one version.
        is_known = not is_repeated or (sent is not None and sent.file is not None)
        self.contents.append(sent if is_known else None)
        await self.on_posted(number, message_id)

    async def set_texts(
        self,
        destination: Destination,
        texts: Sequence[str | None],
        buttons: Buttons = (),
        *,
        may_post: bool = True,
    ) -> None:
        """Edit the messages to say these texts, the last one with these buttons, and post the rest
        unless no message may be posted. None leaves a message as it is.

        Those that are deleted meanwhile are left out.
        """
        for number, text in enumerate(texts):
            if text is None:
                continue
            if number == len(self) and not may_post:
                return
            row = buttons if number == len(texts) - 1 else ()
            message = OutgoingMessage(text, buttons=row, keeps_files=True)
            with contextlib.suppress(MessageGone):
                while number == len(self) or self.contents[number] != message:
                    await retry_while_busy(partial(self._show, destination, number, message))

    async def delete_last(self, destination: Destination) -> None:
        """Delete the last message."""
        await self.owned()
        # Forgotten first: the bot is told of its deletion, and this one does not end the reply.
        message_id = self.ids.pop()
        self.contents.pop()
        delete = partial(self.platform.delete, destination, message_id, self.may_write)

        async def delete_once_owned() -> None:
            await self.owned()
            while not await delete():
                await self.owned()

        await retry_while_busy(delete_once_owned)

    async def owned(self) -> None:
        """Wait until it is certain that the reply is this process's to write."""
        if self.ownership is not None:
            await self.ownership.certain()
        if self.is_disowned:
            raise TurnTakenOver("another process has taken the turn up")

    def may_write(self) -> bool:
        """Whether it is certain now."""
        is_certain = self.ownership is None or self.ownership.is_certain()
        return is_certain and not self.is_disowned

    async def _show(self, destination: Destination, number: int, message: OutgoingMessage) -> None:
        priority = Priority.FINAL if number < len(self) else Priority.FIRST_TEXT
        await self.write(destination, number, lambda: message, priority)


async def retry_while_busy(
    write: Callable[[], Awaitable[object]], *, attempts: int = ATTEMPTS
) -> None:
    """Await `write()`, again with growing pauses while it raises `PlatformBusy`.

    After so many attempts that is raised; any other error is raised at once.
    """
    for attempt in range(1, attempts):
        try:
            await write()
        except PlatformBusy as busy:
            retry_after_s = min(busy.retry_after_s, _MAX_RETRY_AFTER_S)
            await asyncio.sleep(max(BACKOFF.pause_s(attempt), retry_after_s))
        else:
            return
    await write()
