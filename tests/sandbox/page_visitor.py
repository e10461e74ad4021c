"""A visitor of the page without a browser: the same requests, by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bridge_bot.sandbox.discord.model import Channel, Guild, Member
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from bridge_bot.sandbox.web.server import Page

Json = dict[str, Any]
WAIT_S = 5.0


@dataclass
class Visitor:
    """Somebody who has the page's address."""

    page: Page
    world: World
    guild: Guild
    channel: Channel
    ann: Member
    http: aiohttp.ClientSession
    socket: aiohttp.ClientWebSocketResponse | None = None
    snapshot: Json = field(default_factory=dict)
    seen: list[Json] = field(default_factory=list)
    """All that came and was not waited for."""
    asked: int = 0

    async def enter(self) -> None:
        """Open the address: the cookie is in the jar then."""
        async with self.http.get(self.page.address) as response:
            assert response.status == 200

    async def connect(self, *, as_member: Member | None = None) -> Json:
        """Connect, and return the snapshot."""
        asked = "" if as_member is None else f"?as={as_member.id}"
        self.socket = await self.http.ws_connect(f"{self.page.origin}/socket{asked}")
        self.snapshot = await self.news("snapshot")
        return self.snapshot

    async def news(self, kind: str) -> Json:
        """The next news of that kind."""
        return await self._until(lambda news: news["type"] == kind)

    async def ask(self, what: str, **fields: Any) -> Json:
        """Have the server do something; its answer, which may be a refusal."""
        assert self.socket is not None
        self.asked += 1
        number = self.asked
        await self.socket.send_json({"id": number, "do": what, **fields})
        return await self._until(lambda news: news.get("id") == number)

    async def done(self, what: str, **fields: Any) -> Json:
        """Have the server do something that it does."""
        answer = await self.ask(what, **fields)
        assert answer["type"] == "done", answer
        return answer

    async def refused(self, what: str, **fields: Any) -> str:
        """Why the server does not do something."""
        answer = await self.ask(what, **fields)
        assert answer["type"] == "refused", answer
        return str(answer["why"])

    async def say(self, content: str, **fields: Any) -> str:
        """Say something in the channel; the message's id."""
        said = await self.done("say", channel=self.here, content=content, **fields)
        return str(said["message"])

    @property
    def here(self) -> str:
        return str(self.channel.id)

    async def _until(self, fits: Any) -> Json:
        for index, news in enumerate(self.seen):
            if fits(news):
                return self.seen.pop(index)
        assert self.socket is not None
        async with asyncio.timeout(WAIT_S):
            while True:
                news = await self.socket.receive_json()
                if fits(news):
                    return dict(news)
                self.seen.append(news)


@asynccontextmanager
async def visiting() -> AsyncIterator[Visitor]:
    """A world with a channel and a member, its page, and somebody who is about to open it."""
    jar = aiohttp.CookieJar(unsafe=True)  # the page's host is an address, not a name
    async with (
        DiscordStandIn() as discord,
        Page(discord, port=0) as page,
        aiohttp.ClientSession(cookie_jar=jar) as http,
    ):
        guild = discord.world.add_guild("Lab")
        channel = discord.world.channels.add(guild, "general")
        ann = discord.world.people.add(guild, "Ann")
        visitor = Visitor(page, discord.world, guild, channel, ann, http)
        yield visitor
        if visitor.socket is not None:
            await visitor.socket.close()
