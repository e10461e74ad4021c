"""A bare client of Discord's REST API with the bot's token, in a guild with one channel."""

from __future__ import annotations

import io
import json as json_module
from typing import Any

import aiohttp

from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.server import DiscordStandIn


class Api:
    """A bare client with the bot's token."""

    def __init__(self, server: DiscordStandIn, http: aiohttp.ClientSession) -> None:
        self.server = server
        self.http = http
        self.guild = server.world.add_guild("Lab")
        self.channel: Channel = server.world.channels.add(self.guild, "general")

    async def call(
        self, method: str, path: str, json: Any = None, *, data: aiohttp.FormData | None = None
    ) -> tuple[aiohttp.ClientResponse, Any]:
        headers = {"Authorization": f"Bot {self.server.token}"}
        url = self.server.api_base_url + path
        async with self.http.request(
            method, url, json=json, data=data, headers=headers
        ) as response:
            if response.headers.get("Content-Type") == "application/json":
                return response, await response.json()
            return response, await response.text()

    async def send(self, content: str) -> tuple[aiohttp.ClientResponse, Any]:
        return await self.call(
            "POST", f"/channels/{self.channel.id}/messages", {"content": content}
        )

    def said(self) -> list[str]:
        return [message.content for message in self.server.world.messages.of(self.channel)]


def form(body: Any, *files: tuple[str, str, bytes]) -> aiohttp.FormData:
    """A body beside files, each of which has a name, a type and its bytes."""
    made = aiohttp.FormData()
    made.add_field("payload_json", json_module.dumps(body), content_type="application/json")
    for index, (name, kind, data) in enumerate(files):
        made.add_field(f"files[{index}]", io.BytesIO(data), filename=name, content_type=kind)
    return made
