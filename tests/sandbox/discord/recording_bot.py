"""A bot made with the real discord.py that records what it receives."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import discord
from discord import app_commands

from bridge_bot.sandbox.discord.server import DiscordStandIn


class RecordingBot(discord.AutoShardedClient):
    """Records the messages it receives and what it learns to be deleted."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.01)
        self.tree = app_commands.CommandTree(self)
        self.received: list[discord.Message] = []
        self.resumed = 0
        self.lost: list[str] = []

    async def on_message(self, message: discord.Message) -> None:
        self.received.append(message)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self.lost.append(f"message {event.message_id}")

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self.lost += [f"message {each}" for each in sorted(event.message_ids)]

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        self.lost.append(f"thread {event.thread_id}")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self.lost.append(f"channel {channel.id}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.lost.append(f"guild {guild.id}")

    async def on_resumed(self) -> None:
        self.resumed += 1


@contextlib.asynccontextmanager
async def running(bot: RecordingBot, server: DiscordStandIn) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(bot.start(server.token))
        await server.bot_ready()
        await bot.wait_until_ready()
        yield
        await bot.close()
