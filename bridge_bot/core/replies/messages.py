"""The messages that show a reply: what each of them says, and how it got there.

A write is insisted on: a failure that may pass is waited out, slower and slower. A post carries
the nonce `<turn>.<page>`, so that one which is repeated does not double.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from bridge_bot.core.errors import MessageGone, PlatformBusy
from bridge_bot.core.model import Destination, File, ShownMessage
from bridge_bot.core.ports import Platform, Priority

PATIENCE = 30
"""Attempts at one write before the reply is given up; with back-off more than twelve minutes, so
that an outage of ten minutes costs no answer."""

_LONGEST_PAUSE_S = 30.0
_LONGEST_WISH_S = 300.0  # of Discord's, to be left alone
_REFUSED = 429  # the one failure after which a post has certainly not taken effect


class Messages:
    """The messages of one reply, page by page. Each write raises `PlatformError`.

    `texts` are what they say, and `ids` what the platform calls them. `wrote` is called with a
    page's number, counted from 0, and its message's id, once it has been posted.
    """

    def __init__(
        self, platform: Platform, turn_id: int, wrote: Callable[[int, int], Awaitable[None]]
    ) -> None:
        self.ids: list[int] = []
        self.texts: list[str] = []
        self._platform = platform
        self._turn_id = turn_id
        self._wrote = wrote
        self._posting: int | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def adopt(self, messages: Sequence[ShownMessage]) -> None:
        """These stand already, from before a crash."""
        self.ids = [message.id for message in messages]
        self.texts = [message.text for message in messages]

    async def write(
        self, place: Destination, page: int, text: str, file: File | None = None
    ) -> None:
        """Have a page say this: the next one, which is posted, or one that there is."""
        if page == len(self):
            await self._post(place, page, text, file)
        else:
            await self._platform.edit(place, self.ids[page], text, file=file)
            self.texts[page] = text

    async def show(
        self, place: Destination, page: int, text: str, file: File | None = None
    ) -> None:
        """Have a page say this as soon as it may; insisted on."""

        async def write() -> None:
            stands = page < len(self)
            await self._platform.permit(place, Priority.FINAL if stands else Priority.FIRST_TEXT)
            await self.write(place, page, text, file)

        await self.insist(write)

    async def bring(
        self, place: Destination, texts: Sequence[str], *, may_post: bool = True
    ) -> None:
        """Have the pages say these texts, those that are deleted meanwhile left out."""
        for page, text in enumerate(texts):
            if page == len(self) and not may_post:
                return
            with contextlib.suppress(MessageGone):
                while page == len(self) or self.texts[page] != text:
                    await self.show(place, page, text)

    async def remove_last(self, place: Destination) -> None:
        """Delete the last one."""
        # Forgotten first: its deletion, which is heard of, is none that ends the reply.
        message_id = self.ids.pop()
        self.texts.pop()
        await self.insist(partial(self._platform.delete, place, message_id))

    async def insist(self, write: Callable[[], Awaitable[None]]) -> None:
        """Write; after a failure that may pass try again."""

        def failed(busy: PlatformBusy) -> None:
            if busy.status == _REFUSED:
                self._posting = None

        await insist(write, failed=failed)

    async def _post(self, place: Destination, page: int, text: str, file: File | None) -> None:
        where = place if page == 0 else Destination(place.channel_id)
        # A repeated post may return the message of an earlier one, which was sent although its
        # response never came, and with an earlier text: what it shows counts as unknown.
        shown = text if self._posting != page else ""
        self._posting = page
        nonce = f"{self._turn_id}.{page}"
        self.ids.append(await self._platform.post(where, text, nonce=nonce, file=file))
        self.texts.append(shown)
        await self._wrote(page, self.ids[page])


async def insist(
    write: Callable[[], Awaitable[None]],
    *,
    attempts: int = PATIENCE,
    failed: Callable[[PlatformBusy], None] | None = None,
) -> None:
    """Write; after a failure that may pass, which `failed` is told, try again.

    Raises the last `PlatformBusy` after so many attempts, and other `PlatformError`s at once.
    """
    for attempt in range(1, attempts):
        try:
            return await write()
        except PlatformBusy as busy:
            if failed is not None:
                failed(busy)
            own_pause_s = min(2.0**attempt / 4, _LONGEST_PAUSE_S)
            await asyncio.sleep(max(own_pause_s, min(busy.retry_after_s, _LONGEST_WISH_S)))
    return await write()
