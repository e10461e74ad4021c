"""The stand-in as a whole."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.server import DiscordStandIn


async def test_waiting_in_vain_shows_what_was_said(server: DiscordStandIn) -> None:
    channel = server.world.channels.add(server.world.add_guild("Lab"), "general")
    server.world.messages.send(channel, server.world.bot, "hello")
    with pytest.raises(AssertionError, match="bridge-bot: hello"):
        await server.until(lambda: False, timeout_s=0.01)
