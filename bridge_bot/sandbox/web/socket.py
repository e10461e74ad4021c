"""The WebSocket of one open page: to the page go a snapshot and updates, from it come requests.

A request is `{"id": 1, "action": "send_message", …}`; its answer has the same id and the type
`done`, or `refused` with a `reason`. What is sent is numbered by `seq`, so that a page knows when
it missed something.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable

from aiohttp import WSMsgType, web

from bridge_bot.sandbox.discord.errors import DiscordError, Json
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import User
from bridge_bot.sandbox.discord.world import World
from bridge_bot.sandbox.web import views
from bridge_bot.sandbox.web.actions import ACTIONS, Actor, explain
from bridge_bot.sandbox.web.feed import Feed
from bridge_bot.sandbox.web.fields import FILES_BYTES, Fields, InvalidField

_MESSAGE_BYTES = FILES_BYTES * 2
"""Base64 makes four bytes of three; the text of a message comes on top of the files."""
_MAX_QUEUED = 5000
"""So many updates wait for a browser that does not read them; then it has to connect again."""
_PING_S = 20.0
_TOO_SLOW, _NO_MEMBER = 4008, 4004


class PageSocket:
    """One page in a browser, for as long as it is connected."""

    def __init__(self, world: World, online: Callable[[], bool]) -> None:
        self._world = world
        self._online = online
        # On one machine there is nothing to win by compression. And aiohttp 3.14 compresses a large
        # frame in a thread: if the page is reloaded meanwhile, the log has a traceback of that.
        self._socket = web.WebSocketResponse(
            heartbeat=_PING_S, timeout=1.0, max_msg_size=_MESSAGE_BYTES, compress=False
        )
        self._outgoing: asyncio.Queue[Json] = asyncio.Queue()
        self._seq = 0
        self._overflowed = False

    async def serve(self, incoming: web.Request) -> web.StreamResponse:
        """Serve the page until it, or the server, closes the connection."""
        await self._socket.prepare(incoming)
        viewer = self._member_to_act_as(incoming.query.get("as", ""))
        if viewer is None:
            await self._socket.close(code=_NO_MEMBER, message=b"There is no member to act as.")
            return self._socket
        feed = Feed(Actor(self._world, viewer), self._online, self._enqueue)
        unsubscribe = self._world.subscribe(feed.on_event)
        feed.send_snapshot()
        try:
            async with asyncio.TaskGroup() as tasks:
                writer = tasks.create_task(self._write(), name="page-updates")
                async for message in self._socket:
                    if message.type is WSMsgType.TEXT:
                        self._on_request(feed, message.data)
                writer.cancel()
        finally:
            unsubscribe()
        return self._socket

    async def close(self) -> None:
        """Close the connection, since the server ends."""
        await self._socket.close(code=1001)

    def _member_to_act_as(self, wanted: str) -> User | None:
        """Return the member with the wanted id, or else the first one; None without members."""
        people = [
            member.user
            for guild in self._world.state.guilds.values()
            for member in guild.members.values()
            if not member.user.bot
        ]
        # The owner of the guilds comes last: it was not added to be played with.
        people.sort(key=lambda user: user is self._world.owner)
        return next((one for one in people if str(one.id) == wanted), people[0] if people else None)

    def _enqueue(self, update: Json) -> None:
        if self._outgoing.qsize() < _MAX_QUEUED:
            self._seq += 1
            self._outgoing.put_nowait({"seq": self._seq, **update})
        else:
            # The page would miss this update for ever, so it has to connect again.
            self._overflowed = True

    async def _write(self) -> None:
        """Send the queued updates until the connection ends."""
        with contextlib.suppress(ConnectionError):
            while True:
                update = await self._outgoing.get()
                if self._overflowed:
                    await self._socket.close(code=_TOO_SLOW)
                    return
                await self._socket.send_str(json.dumps(update, separators=(",", ":")))

    def _on_request(self, feed: Feed, text: str) -> None:
        request: Json = {}
        try:
            request = _parse(text)
            result = self._perform(feed, request)
        except (DiscordError, NotOffered, InvalidField) as error:
            self._enqueue({"type": "refused", "id": request.get("id"), "reason": explain(error)})
        else:
            self._enqueue({"type": "done", "id": request.get("id"), **result})

    def _perform(self, feed: Feed, request: Json) -> Json:
        name, fields = request.get("action"), Fields(request)
        if name == "act_as":
            return self._act_as(feed, fields)
        if name == "older":
            state, viewer = self._world.state, feed.actor.user
            channel = state.channel_for(viewer, fields.id("channel"))
            before = fields.id("before")
            return {"messages": views.messages(channel, viewer, before=before)}
        action = ACTIONS.get(name) if isinstance(name, str) else None
        if action is None:
            raise InvalidField("The page asked for something that this server does not know")
        return action(feed.actor, fields) or {}

    def _act_as(self, feed: Feed, fields: Fields) -> Json:
        user = self._world.state.users.get(fields.id("member"))
        if user is None or user.bot:
            raise InvalidField("There is no such member")
        if user is not feed.actor.user:  # or else what they began goes on
            feed.actor = Actor(self._world, user)
        feed.send_snapshot()
        return {}


def _parse(text: str) -> Json:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidField("That is no JSON") from None
    if not isinstance(request, dict):
        raise InvalidField("That is no request")
    return request
