"""A stand-in, and the real discord.py pointed at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.one_guild_lab import OneGuildLab


@pytest.fixture
async def server() -> AsyncIterator[DiscordStandIn]:
    """A running stand-in that met no unknown route."""
    async with DiscordStandIn() as running:
        yield running
        assert running.unknown_routes == []


@pytest.fixture
def redirected(server: DiscordStandIn) -> Iterator[None]:
    """discord.py talks to the stand-in."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = server.api_base_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@pytest.fixture
def intents() -> discord.Intents:
    """What a chat bot asks for."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = wanted.message_content = True
    return wanted


@pytest.fixture
def lab() -> OneGuildLab:
    """A guild with a channel, Ann, and a clock."""
    return OneGuildLab()
