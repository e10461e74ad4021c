"""The stand-in as a whole."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.snowflakes import snowflake_time


async def test_waiting_in_vain_shows_what_was_said(server: DiscordStandIn) -> None:
    channel = server.world.channels.add(server.world.add_guild("Lab"), "general")
    server.world.messages.send(channel, server.world.bot, "hello")
    with pytest.raises(AssertionError, match="bridge-bot: hello"):
        await server.until(lambda: False, timeout_s=0.01)


async def test_time_that_passes_archives_threads_and_shows_in_ids(server: DiscordStandIn) -> None:
    world = server.world
    channel = world.channels.add(world.add_guild("Lab"), "general")
    thread = world.threads.start(world.bot, channel, "t")
    archived = []
    for hours in (23, 1):
        server.advance(hours * 3600)
        archived.append(thread.archived)
    assert archived == [False, True]
    later = world.messages.send(channel, world.bot, "hello")
    assert snowflake_time(later.id) - snowflake_time(thread.id) >= 24 * 3600
