"""To Discord: the few routes by which a reply is written, behind the core's `Platform` port.

They are our own, over aiohttp, because discord.py's limiter sleeps inside calls that have
already succeeded (discord.py 2.7.1), which would hold the newest text back. Opening a thread is
one of them too: it must never be waited for longer than two seconds, and a 429 on it, which can
last minutes, has to be known at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection, Mapping
from typing import Any, Final
from urllib.parse import quote

from bridge_bot.core.errors import PlaceGone, PlatformBusy, PlatformError, TextRefused
from bridge_bot.core.model import Destination, File, Question, ShownMessage
from bridge_bot.core.ports import ExistingReply, Priority
from bridge_bot.discord_adapter.intake.thread_names import thread_name
from bridge_bot.discord_adapter.ratelimit.limiter import CREATE, EDIT, RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.message_bodies import (
    SUPPRESS_EMBEDS,
    edited_message,
    new_message,
)
from bridge_bot.discord_adapter.rest.message_history import Written, written
from bridge_bot.discord_adapter.rest.responses import TOO_MANY
from bridge_bot.texts import Texts

MESSAGE_CHARS: Final = 2000
"""The longest message (Discord's documentation), in code points (discord-api-docs#1315)."""

THREAD_PATIENCE_S = 2.0
"""After this long without a thread, the answer goes into the channel."""

TYPING_TIMEOUT_S = 2.0

_OPEN_AGAIN_S = 0.2
_OUTAGE_S = 2.0

# Discord's JSON error codes (its documentation), as far as one status has several meanings.
_WAITING = quote("⏳")
_BATCH = 100  # messages of one request for a channel's history
_MOST_BATCHES = 5

_NOT_PERMITTED = (50001, 50013)
_THREAD_EXISTS = 160004
_NO_REPLY_WITHOUT_HISTORY = 160002


class DiscordPlatform:
    """Discord as a platform for replies."""

    name = "Discord"
    limit_chars = MESSAGE_CHARS

    def __init__(self, rest: DiscordRest, budget: RateLimiter) -> None:
        self._rest = rest
        self._budget = budget
        self._me: int | None = None
        self._unmarked: set[int] = set()  # channels where the bot may not react

    async def open(self, question: Question) -> Destination:
        """See `Platform.open`. No request is sent where a thread is known to be out of reach."""
        if question.thread_on is None:
            return question.place
        channel_id, message_id = question.place.channel_id, question.thread_on
        beside = Destination(channel_id, reply_to=message_id)
        route = Route("thread", channel_id)
        if self._budget.ready_in_s(route) > THREAD_PATIENCE_S:
            return beside
        while True:
            try:
                return Destination(await self._open_thread(question, message_id))
            except TimeoutError:
                # Should the thread appear all the same, it is the same conversation: its id is the
                # question's, as is the key of a reply chain.
                if await self._takes_writes(channel_id):
                    return beside
            except PlatformError as error:
                # One message has one thread, with its id (Discord's documentation).
                return Destination(message_id) if error.code == _THREAD_EXISTS else beside
            await asyncio.sleep(max(_OUTAGE_S, self._budget.ready_in_s(route)))

    async def _open_thread(self, question: Question, message_id: int) -> int:
        """Open it, and return its id; after a fault that may pass try again, since it may even be
        open already. A name that is refused is tried once more as one that says nothing.

        Raises `TimeoutError` once it has taken `THREAD_PATIENCE_S`, without the wait for the limit
        of all requests.
        """
        channel_id = question.place.channel_id
        path = f"/channels/{channel_id}/messages/{message_id}/threads"
        route, clock = Route("thread", channel_id), asyncio.get_running_loop()
        name = thread_name(question.text)
        neutral = Texts.of(question.locale).get("thread-name-neutral")
        left_s, pause_s = THREAD_PATIENCE_S, _OPEN_AGAIN_S
        while 0 < left_s > self._budget.ready_in_s(route):
            await self._budget.permit(route, Priority.FIRST_TEXT)
            began_s = clock.time()
            try:
                async with asyncio.timeout(left_s):
                    return _id(await self._rest.send("POST", path, route, {"name": name}))
            except PlatformBusy as busy:
                if busy.status == TOO_MANY and self._budget.ready_in_s(route):
                    raise
                await asyncio.sleep(pause_s)
                pause_s *= 2
            except TextRefused:
                if name == neutral:
                    raise
                name = neutral
            left_s -= clock.time() - began_s
        raise TimeoutError

    async def _takes_writes(self, channel_id: int) -> bool:
        """Whether the channel can be written in while its threads can't be opened: where Discord
        takes nothing at all, an answer gains nothing by going there.
        """
        route = Route("typing", channel_id)
        await self._budget.permit(route, Priority.FIRST_TEXT)
        try:
            async with asyncio.timeout(TYPING_TIMEOUT_S):
                await self._rest.send("POST", f"/channels/{channel_id}/typing", route)
        except (PlatformBusy, TimeoutError):
            return False
        except PlatformError:
            return True
        return True

    async def find(
        self, question: Question, place: Destination | None, message_ids: Collection[int] = ()
    ) -> ExistingReply:
        """See `Platform.find`. A thread's own messages are all candidates, in a channel those
        after the question; answers to commands and replies to other messages are none.
        """
        own_thread = question.thread_on
        if own_thread is not None and (place is None or place.channel_id == own_thread):
            place = Destination(own_thread) if await self._stands(own_thread) else place
        if place is None:
            place = await self.open(question)
        if place.channel_id != own_thread:
            await self._stands(place.channel_id)
        me = await self._own_id()
        after = 0 if place.channel_id == question.thread_on else question.id
        allowed_references = {place.reply_to, None}
        found = {
            each.shown.id: each.shown
            for each in await self._messages(place.channel_id, after)
            if each.author_id == me and each.by_author and each.replies_to in allowed_references
        }
        for message_id in set(message_ids) - found.keys():
            text = await self._own_text(place.channel_id, message_id)
            if text is not None:
                found[message_id] = ShownMessage(message_id, text)
        return ExistingReply(place, [found[message_id] for message_id in sorted(found)])

    async def _own_text(self, channel_id: int, message_id: int) -> str | None:
        """What an own message says; None if it is gone.

        Without Read Message History, Discord lists no messages and shows none, but the response
        to an edit has the whole of it. This one changes nothing: previews are off already.
        """
        path = f"/channels/{channel_id}/messages/{message_id}"
        body = {"flags": SUPPRESS_EMBEDS}
        try:
            message = await self._rest.insist("PATCH", path, Route(EDIT, channel_id), body)
        except PlaceGone:
            return None
        _id(message)
        return str(message.get("content", ""))

    async def _stands(self, channel_id: int) -> bool:
        """Whether a channel or thread exists. A thread that is archived is brought back, since
        editing in an archived one fails; whoever may write there may do that (Discord's
        documentation).
        """
        path = f"/channels/{channel_id}"
        try:
            channel = await self._rest.insist("GET", path, Route("channel", channel_id))
            _id(channel)
            state = channel.get("thread_metadata")
            if isinstance(state, dict) and state.get("archived"):
                route = Route("channel edit", channel_id)
                await self._rest.insist("PATCH", path, route, {"archived": False})
        except PlaceGone:
            return False
        return True

    async def _messages(self, channel_id: int, after: int) -> list[Written]:
        """What was written in a channel after a message, oldest first; of at most 500."""
        found: list[Written] = []
        for _ in range(_MOST_BATCHES):
            path = f"/channels/{channel_id}/messages?after={after}&limit={_BATCH}"
            batch = await self._rest.insist("GET", path, Route("read", channel_id))
            messages = written(batch)
            found += messages
            if len(batch["items"]) < _BATCH or not messages:
                break
            after = messages[-1].shown.id
        return found

    async def _own_id(self) -> int:
        if self._me is None:
            self._me = _id(await self._rest.insist("GET", "/users/@me", Route("me", 0)))
        return self._me

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        """See `Platform.set_queued_reaction`. Not added again where that is forbidden; to remove it
        needs no permission.
        """
        channel_id = question.place.channel_id
        if present and channel_id in self._unmarked:
            return False
        message_id = question.place.reply_to or question.id
        path = f"/channels/{channel_id}/messages/{message_id}/reactions/{_WAITING}/@me"
        route = Route("reaction", channel_id)
        try:
            await self._budget.permit(route, Priority.FINAL)
            await self._rest.send("PUT" if present else "DELETE", path, route)
        except PlatformBusy:
            return True
        except PlatformError as error:
            # Any other refusal is about this message, such as its author having blocked the bot.
            if present and error.code in _NOT_PERMITTED:
                self._unmarked.add(channel_id)
            # While the bot is in time-out it may not even take its own off.
            return not present and error.code in _NOT_PERMITTED
        return present

    async def permit(self, place: Destination, write: Priority) -> None:
        """See `Platform.permit`."""
        action = CREATE if write is Priority.FIRST_TEXT else EDIT
        await self._budget.permit(Route(action, place.channel_id), write)

    def waive(self, place: Destination) -> None:
        """See `Platform.waive`."""
        self._budget.give_back(Route(EDIT, place.channel_id))

    async def post(
        self,
        place: Destination,
        text: str,
        *,
        nonce: str,
        file: File | None = None,
        ping: int | None = None,
    ) -> int:
        """See `Platform.post`."""
        body = new_message(place, text, nonce=nonce, ping=ping)
        path, route = f"/channels/{place.channel_id}/messages", Route(CREATE, place.channel_id)
        try:
            message = await self._rest.send("POST", path, route, body, file)
        except PlatformError as error:
            if error.code != _NO_REPLY_WITHOUT_HISTORY:
                raise
            del body["message_reference"]
            await self._budget.permit(route, Priority.FIRST_TEXT)
            message = await self._rest.send("POST", path, route, body, file)
        return _id(message)

    async def edit(
        self, place: Destination, message_id: int, text: str, *, file: File | None = None
    ) -> None:
        """See `Platform.edit`."""
        path = f"/channels/{place.channel_id}/messages/{message_id}"
        body = edited_message(text, file)
        _id(await self._rest.send("PATCH", path, Route(EDIT, place.channel_id), body, file))

    async def delete(self, place: Destination, message_id: int) -> None:
        """See `Platform.delete`."""
        route = Route("delete", place.channel_id)
        await self._budget.permit(route, Priority.FINAL)
        with contextlib.suppress(PlaceGone):
            await self._rest.send(
                "DELETE", f"/channels/{place.channel_id}/messages/{message_id}", route
            )

    async def typing(self, place: Destination) -> None:
        """See `Platform.typing`. Left out where the budget has nothing to spare."""
        route = Route("typing", place.channel_id)
        if not self._budget.spend_spare(route):
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TYPING_TIMEOUT_S):
                await self._rest.send("POST", f"/channels/{place.channel_id}/typing", route)


def _id(made: Mapping[str, Any]) -> int:
    """The id of what was made. A response without one is not Discord's."""
    try:
        return int(made["id"])
    except (KeyError, TypeError, ValueError):
        raise PlatformBusy("a response without an id") from None
