"""Discord as the core's `Platform`: the few routes by which a reply is written.

They are our own, over aiohttp, because discord.py's limiter sleeps inside calls that have already
succeeded (discord.py 2.7.1), which would hold the newest text back.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from bridge_bot.core.errors import PlaceClosed, PlaceGone, PlatformBusy, PlatformError
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Destination,
    InteractionDestination,
    OutgoingMessage,
    Question,
)
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.message_bodies import edited_message, new_message, rows_of
from bridge_bot.discord_adapter.rest.message_routes import message_route
from bridge_bot.discord_adapter.rest.reply_location import ReplyLocation
from bridge_bot.discord_adapter.rest.responses import id_of
from bridge_bot.discord_adapter.rest.threads.creation import TYPING_TIMEOUT_S, ThreadCreation
from bridge_bot.discord_adapter.rest.threads.opening import ThreadOpening
from bridge_bot.discord_adapter.rest.threads.resolution import ThreadResolution

SHOWN_WITHIN_S = 5.0
"""So many answers are under way at most as Discord's bot-wide limit lets be written to within so
many seconds: words that can't be shown soon need not be asked for yet."""

LEAST_ANSWERS = 10
"""But always so many, however low that limit is."""

_QUEUED = quote("⏳")

_FORBIDDEN_FOR_S = 3600.0
"""For so long no reaction is tried where it was forbidden; the permission may be given later."""

# Discord's JSON error codes (its documentation), as far as one status has several meanings.
_NOT_PERMITTED = (50001, 50013)
_NO_REPLY_WITHOUT_HISTORY = 160002


class DiscordPlatform:
    """Implements the core's `Platform` by Discord's REST API.

    `shards` are told of the messages that are posted in servers, and so have to come back by them.
    """

    limit_chars: Final = 2000
    """Of a message (Discord's documentation), in code points (discord-api-docs#1315)."""

    def __init__(
        self,
        rest: DiscordRest,
        limiter: RateLimiter,
        own_permissions: OwnPermissions,
        shards: GatewayShards | None = None,
    ) -> None:
        self._rest = rest
        self._limiter = limiter
        self._shards = shards
        # Channels where the bot may not react: until when that is believed, on the loop's clock.
        self._without_reactions: dict[int, float] = {}
        self.open = ThreadOpening(ThreadCreation(rest, limiter)).open
        self.locate = ReplyLocation(rest, self.open).locate
        self.may_manage_threads = own_permissions.may_manage_threads
        resolution = ThreadResolution(rest, limiter)
        self.tag_resolved, self.archive = resolution.tag_resolved, resolution.archive
        self.add_resolved_reaction = resolution.add_resolved_reaction

    @property
    def most_answers(self) -> int:
        """How many answers may be under way at once, by what Discord's limit is now."""
        per_second = self._limiter.requests_per_second
        return max(int(per_second * SHOWN_WITHIN_S), LEAST_ANSWERS)

    async def set_queued_reaction(self, question: Question, *, present: bool) -> bool:
        """See `Platform.set_queued_reaction`. In a channel where adding was forbidden it is not
        tried again for an hour; removing needs no permission.
        """
        channel_id = question.asked_in.channel_id
        if question.response is not None or question.has_lost_response:
            return False  # the interaction shows that it is being answered
        now_s = asyncio.get_running_loop().time()
        if present and self._without_reactions.get(channel_id, now_s) > now_s:
            return False
        message_id = question.asked_in.reply_to or question.id
        path = f"/channels/{channel_id}/messages/{message_id}/reactions/{_QUEUED}/@me"
        route = Route("reaction", channel_id)
        try:
            await self._limiter.permit(route, Priority.FINAL, question.guild_id)
            await self._rest.send("PUT" if present else "DELETE", path, route)
        except PlatformBusy:
            return True
        except PlatformError as error:
            # Any other refusal is about this message, such as its author having blocked the bot.
            if present and error.code in _NOT_PERMITTED:
                self._without_reactions[channel_id] = now_s + _FORBIDDEN_FOR_S
            # While the bot is timed out it may not even remove its own.
            return not present and error.code in _NOT_PERMITTED
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
        """See `Platform.write`."""
        is_new = message_id is None
        method = "POST" if is_new else "PATCH"
        path, route = message_route(method, destination, message_id)
        guild_id = _guild_id(destination)
        message = await self._rendered(route, priority, guild_id, render)
        if message is None:
            return None
        body = new_message(destination, message, nonce=nonce) if is_new else edited_message(message)
        try:
            written = await self._rest.send(method, path, route, body, message.file)
        except PlatformError as error:
            if not is_new or error.code != _NO_REPLY_WITHOUT_HISTORY:
                raise
            message = await self._rendered(route, priority, guild_id, render)
            if message is None:
                return None
            body = new_message(destination, message, nonce=nonce)
            body.pop("message_reference", None)
            written = await self._rest.send(method, path, route, body, message.file)
        written_id = id_of(written)
        if is_new and guild_id is not None and self._shards is not None:
            self._shards.message_posted(guild_id, written_id)
        return written_id

    async def _rendered(
        self,
        route: Route,
        priority: Priority,
        guild_id: int | None,
        render: Callable[[], OutgoingMessage | None],
    ) -> OutgoingMessage | None:
        """What `render` returns once the request may be sent. None: then it is not sent."""
        await self._limiter.permit(route, priority, guild_id)
        message = None
        try:
            message = render()
        finally:
            if message is None:
                self._limiter.give_back(route)
        return message

    async def delete(
        self, destination: Destination, message_id: int, may_send: Callable[[], bool]
    ) -> bool:
        """See `Platform.delete`."""
        path, route = message_route("DELETE", destination, message_id)
        await self._limiter.permit(route, Priority.FINAL, _guild_id(destination))
        if not may_send():
            self._limiter.give_back(route)
            return False
        with contextlib.suppress(PlaceGone):
            await self._rest.send("DELETE", path, route)
        return True

    async def set_buttons(
        self, destination: ChannelDestination, message_id: int, buttons: tuple[Button, ...]
    ) -> None:
        """See `Platform.set_buttons`."""
        path, route = message_route("PATCH", destination, message_id)
        if self._limiter.try_permit(route):
            with contextlib.suppress(PlaceGone, PlaceClosed):
                await self._rest.send("PATCH", path, route, {"components": rows_of(buttons)})

    async def typing(self, destination: Destination) -> None:
        """See `Platform.typing`."""
        if isinstance(destination, InteractionDestination):
            return
        route = Route("typing", destination.channel_id)
        if not self._limiter.try_permit(route):
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TYPING_TIMEOUT_S):
                await self._rest.send("POST", f"/channels/{destination.channel_id}/typing", route)


def _guild_id(destination: Destination) -> int | None:
    """The server that a destination is in, as far as that matters: requests of an interaction do
    not wait for the limit that servers share.
    """
    return None if isinstance(destination, InteractionDestination) else destination.guild_id
