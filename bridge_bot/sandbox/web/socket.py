"""The WebSocket of one open page: a snapshot, then news; and what its person does."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable

from aiohttp import WSMsgType, web

from bridge_bot.sandbox.discord.errors import DiscordError, Json
from bridge_bot.sandbox.discord.members.client import NotOffered
from bridge_bot.sandbox.discord.model import User
from bridge_bot.sandbox.discord.world import World
from bridge_bot.sandbox.web import views
from bridge_bot.sandbox.web.actions import ACTIONS, Actor, explain
from bridge_bot.sandbox.web.feed import Feed
from bridge_bot.sandbox.web.fields import FILES_BYTES, Fields, Unfit

_MESSAGE_BYTES = FILES_BYTES * 2
"""Base64 makes four bytes of three; the text of a message comes on top."""
_WAITING = 5000
"""News that may wait for a browser that does not read; after that it has to begin again."""
_PING_S = 20.0
_TOO_SLOW, _NOBODY = 4008, 4004


class PageSocket:
    """One browser page, for as long as it is connected."""

    def __init__(self, world: World, online: Callable[[], bool]) -> None:
        self._world = world
        self._online = online
        self._socket = web.WebSocketResponse(
            heartbeat=_PING_S, timeout=1.0, max_msg_size=_MESSAGE_BYTES
        )
        self._outgoing: asyncio.Queue[Json] = asyncio.Queue()
        self._seq = 0
        self._behind = False

    async def serve(self, incoming: web.Request) -> web.StreamResponse:
        """Talk with the page until one of them leaves."""
        await self._socket.prepare(incoming)
        viewer = self._viewer(incoming.query.get("as", ""))
        if viewer is None:
            await self._socket.close(code=_NOBODY, message=b"There is no member to act as.")
            return self._socket
        feed = Feed(Actor(self._world, viewer), self._online, self._put)
        unsubscribe = self._world.subscribe(feed.on)
        feed.begin()
        writer = asyncio.create_task(self._write())
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._on_request(feed, message.data)
        finally:
            unsubscribe()
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await writer
        return self._socket

    async def close(self) -> None:
        """End the connection, since the server ends."""
        await self._socket.close(code=1001)

    def _viewer(self, wanted: str) -> User | None:
        """The member that the page asks for, or else the first there is."""
        people = [
            member.user
            for guild in self._world.state.guilds.values()
            for member in guild.members.values()
            if not member.user.bot
        ]
        # The guilds' owner is nobody that was invited: only if there is no other.
        people.sort(key=lambda user: user is self._world.owner)
        return next((one for one in people if str(one.id) == wanted), people[0] if people else None)

    def _put(self, news: Json) -> None:
        if self._outgoing.qsize() < _WAITING:
            self._seq += 1
            self._outgoing.put_nowait({"seq": self._seq, **news})
        else:
            # What is lost here would be missed for ever: the page connects again and resyncs.
            self._behind = True

    async def _write(self) -> None:
        while True:
            news = await self._outgoing.get()
            if self._behind:
                await self._socket.close(code=_TOO_SLOW)
                return
            await self._socket.send_str(json.dumps(news, separators=(",", ":")))

    def _on_request(self, feed: Feed, text: str) -> None:
        request: Json = {}
        try:
            request = _parsed(text)
            result = self._carry_out(feed, request)
        except (DiscordError, NotOffered, Unfit) as error:
            self._put({"type": "refused", "id": request.get("id"), "why": explain(error)})
        else:
            self._put({"type": "done", "id": request.get("id"), **result})

    def _carry_out(self, feed: Feed, request: Json) -> Json:
        name, fields = request.get("do"), Fields(request)
        if name == "act_as":
            return self._act_as(feed, fields)
        if name == "older":
            state, viewer = self._world.state, feed.actor.user
            channel = state.channel_for(viewer, fields.id("channel"))
            before = fields.id("before")
            return {"messages": views.messages(channel, viewer, before=before)}
        action = ACTIONS.get(name) if isinstance(name, str) else None
        if action is None:
            raise Unfit("The page asked for something that this server does not know")
        return action(feed.actor, fields)

    def _act_as(self, feed: Feed, fields: Fields) -> Json:
        user = self._world.state.users.get(fields.id("member"))
        if user is None or user.bot:
            raise Unfit("There is no such member")
        feed.actor = Actor(self._world, user)
        feed.begin()
        return {}


def _parsed(text: str) -> Json:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError):
        raise Unfit("That is no JSON") from None
    if not isinstance(request, dict):
        raise Unfit("That is no request")
    return request
