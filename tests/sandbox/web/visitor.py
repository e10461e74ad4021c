"""A client of the sandbox's page without a browser: it sends the same requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bridge_bot.sandbox.discord.model import Channel, Guild, Member
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from bridge_bot.sandbox.web.server import WebServer

Json = dict[str, Any]
WAIT_S = 30.0


@dataclass
class Visitor:
    """A person who has the page's address, and acts as Ann."""

    server: WebServer
    world: World
    guild: Guild
    channel: Channel
    ann: Member
    http: aiohttp.ClientSession
    socket: aiohttp.ClientWebSocketResponse | None = None
    snapshot: Json = field(default_factory=dict)
    skipped: list[Json] = field(default_factory=list)
    """Updates that came while another one was waited for."""
    last_id: int = 0

    async def enter(self) -> None:
        """Open the address, which puts the cookie into the jar."""
        async with self.http.get(self.server.address) as response:
            assert response.status == 200

    async def connect(self, *, as_member: Member | None = None) -> Json:
        """Connect, and return the snapshot."""
        query = "" if as_member is None else f"?as={as_member.id}"
        url = f"{self.server.origin}/socket{query}"
        self.socket = await self.http.ws_connect(url, compress=15)  # a browser offers it
        self.snapshot = await self.update("snapshot")
        return self.snapshot

    async def update(self, kind: str) -> Json:
        """Return the next update of that type."""
        return await self._until(lambda update: update["type"] == kind)

    async def request(self, action: str, **fields: Any) -> Json:
        """Send a request; return its answer, which may be a refusal."""
        assert self.socket is not None
        self.last_id += 1
        number = self.last_id
        await self.socket.send_json({"id": number, "action": action, **fields})
        return await self._until(lambda update: update.get("id") == number)

    async def done(self, action: str, **fields: Any) -> Json:
        """Send a request that succeeds; return its answer."""
        answer = await self.request(action, **fields)
        assert answer["type"] == "done", answer
        return answer

    async def refused(self, action: str, **fields: Any) -> str:
        """Send a request that is refused; return the reason."""
        answer = await self.request(action, **fields)
        assert answer["type"] == "refused", answer
        return str(answer["reason"])

    async def say(self, content: str, **fields: Any) -> str:
        """Write a message in the channel; return its id."""
        said = await self.done("send_message", channel=self.here, content=content, **fields)
        return str(said["message"])

    @property
    def here(self) -> str:
        return str(self.channel.id)

    async def _until(self, matches: Callable[[Json], bool]) -> Json:
        for index, update in enumerate(self.skipped):
            if matches(update):
                return self.skipped.pop(index)
        assert self.socket is not None
        async with asyncio.timeout(WAIT_S):
            while True:
                update = await self.socket.receive_json()
                if matches(update):
                    return dict(update)
                self.skipped.append(update)


@asynccontextmanager
async def visiting() -> AsyncIterator[Visitor]:
    """A stand-in with a channel and a member, its page, and a visitor who has not opened it yet."""
    jar = aiohttp.CookieJar(unsafe=True)  # the page's host is an address, not a name
    async with (
        DiscordStandIn() as discord,
        WebServer(discord, port=0) as server,
        aiohttp.ClientSession(cookie_jar=jar) as http,
    ):
        guild = discord.world.add_guild("Lab")
        channel = discord.world.channels.add(guild, "general")
        ann = discord.world.people.add(guild, "Ann")
        visitor = Visitor(server, discord.world, guild, channel, ann, http)
        yield visitor
        if visitor.socket is not None:
            await visitor.socket.close()
