"""A real bot, and a bare client, at the stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.api import Api
from tests.sandbox.discord.recording_bot import RecordingBot, running


@pytest.fixture
async def bot(
    server: DiscordStandIn, redirected: None, intents: discord.Intents
) -> AsyncIterator[RecordingBot]:
    """A bot that is ready, in one guild."""
    server.world.add_guild("Lab")
    client = RecordingBot(intents)
    async with running(client, server):
        yield client


@pytest.fixture
def general(server: DiscordStandIn, bot: RecordingBot) -> Channel:
    """A channel in the guild of the bot."""
    return server.world.channels.add(next(iter(server.world.guilds.values())), "general")


@pytest.fixture
def ann(server: DiscordStandIn, bot: RecordingBot) -> Member:
    """A member of that guild."""
    return server.world.people.add(next(iter(server.world.guilds.values())), "Ann")


@pytest.fixture
async def api(server: DiscordStandIn) -> AsyncIterator[Api]:
    """A bare client, in a guild with one channel."""
    async with aiohttp.ClientSession() as http:
        yield Api(server, http)
