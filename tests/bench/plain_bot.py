"""A plain bot to compare with: what one writes with discord.py and aiohttp in an afternoon.

On a mention it opens a thread, asks the Chat API, posts the beginning of the answer and brings
its messages up to date once a second, in pieces of 2,000 characters. Limits are discord.py's
business. Run as `python -m tests.bench.plain_bot`; the environment says where everything is.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import aiohttp
import discord
import yarl

LIMIT = 2000
EVERY_S = 1.0
DELIMITER = b"645130146e8d07b175fd8b1d5682d520"

Sent = TypeVar("Sent")


class PlainBot(discord.Client):
    """Answers every mention."""

    def __init__(self, api: aiohttp.ClientSession) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self._api = api

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention."""
        if message.author.bot or self.user is None or self.user not in message.mentions:
            return
        question = message.content.replace(self.user.mention, "").strip()
        thread = await _insist(message.create_thread, name=question[:100])
        answer = [""]
        reading = asyncio.create_task(self._read(question, answer))
        shown: list[discord.Message] = []
        over = False
        while not over:
            await asyncio.wait({reading}, timeout=EVERY_S if shown else 0.05)
            over = reading.done()
            await _show(answer[0], shown, thread)

    async def _read(self, question: str, answer: list[str]) -> None:
        url = "{CHAT_API_BASE_URL}/api/v1/backend/chatbot/{CHAT_BOT_UID}/chat".format(**os.environ)
        body = {"q": question, "language": "auto", "stream": True}
        async with self._api.post(url, json=body) as response:
            received = b""
            async for data in response.content.iter_any():
                received += data
                text = received.partition(DELIMITER)[2]
                answer[0] = text.decode("utf-8", "ignore")  # half a character may stand at the end


async def _show(text: str, shown: list[discord.Message], thread: discord.Thread) -> None:
    for number, page in enumerate(_pages(text)):
        if number == len(shown):
            shown.append(await _insist(thread.send, content=page))
        elif shown[number].content != page:
            shown[number] = await _insist(shown[number].edit, content=page)


def _pages(text: str) -> Iterator[str]:
    while len(text) > LIMIT:
        cut = text.rfind(" ", 0, LIMIT) + 1 or LIMIT
        yield text[:cut].strip()
        text = text[cut:]
    if text.strip():
        yield text.strip()


async def _insist(send: Callable[..., Awaitable[Sent]], **said: str) -> Sent:
    while True:
        # discord.py waits and tries again by itself, five times; with many streams that is not
        # enough to end any answer.
        with contextlib.suppress(discord.HTTPException):
            return await send(**said)


async def main() -> None:
    """Run until killed."""
    discord.http.Route.BASE = os.environ["DISCORD_API_BASE_URL"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    async with (
        aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {os.environ['CHAT_API_KEY']}"},
            connector=aiohttp.TCPConnector(limit=0),  # else 100 streams at the most
            timeout=aiohttp.ClientTimeout(total=None),  # else five minutes at the most
        ) as api,
        PlainBot(api) as bot,
    ):
        await bot.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
