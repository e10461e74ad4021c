"""A message that could not be taken in is not lost: it is tried again, and found after a start.

The real connection and store, in this process, so that the pauses between attempts can be short.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge_bot.core.backoff import Backoff
from bridge_bot.discord_adapter.backfill import shard
from bridge_bot.discord_adapter.intake import message_handler
from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.served_bot import served_bot
from tests.harness.running_core import RunningCore, running_core

FORBIDDEN_BY_AN_EDGE = StubbedResponse(403, "<html>Access denied</html>")
ALWAYS = 1_000_000


@dataclass
class Connected:
    """A stand-in with a server, and what the bot is made of."""

    discord: DiscordStandIn
    core: RunningCore
    guild: Guild
    channel: Channel
    ann: Member

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        """The bot, as long as the context lasts."""
        self.core.restart()
        try:
            async with served_bot(self.discord, self.core):
                yield
        finally:
            await self.core.turns.close(grace_s=5)
            self.core.events.clear()

    def unknown_thread(self) -> Channel:
        """A thread in which the bot has to look what it is: it is told of its messages alone."""
        thread = self.discord.world.threads.start(self.ann, self.channel, "aside")
        self.discord.world.threads.archive(thread)
        return thread

    def ask(self, words: str, channel: Channel) -> Message:
        """Ann mentions the bot there, and Discord does not tell that the thread is back."""
        if channel.thread is not None:
            channel.thread.archived = False
        return self.discord.world.messages.send(
            channel, self.ann, f"<@{self.discord.world.bot.id}> {words}"
        )

    def asked(self) -> list[str]:
        return [request.question for request in self.core.source.requests]

    async def stored_watermark(self) -> int:
        """The watermark in the store."""
        return await self.core.store.discord.watermark(0) or 0


@pytest.fixture
async def connected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Connected]:
    monkeypatch.setattr(message_handler, "PAUSES_S", (0.01,))
    monkeypatch.setattr(shard, "RETRY", Backoff(first_s=0.2, longest_s=0.2))
    async with DiscordStandIn() as server, running_core(tmp_path) as core:
        guild = server.world.add_guild("Lab")
        channel = server.world.channels.add(guild, "general")
        yield Connected(server, core, guild, channel, server.world.people.add(guild, "Ann"))
        assert server.unknown_routes == []


async def test_a_failed_message_is_tried_again_in_the_running_process_and_holds_no_other_up(
    connected: Connected,
) -> None:
    thread = connected.unknown_thread()
    async with connected.bot():
        lookup = rf"/channels/{thread.id}"
        connected.discord.faults.inject("GET", lookup, FORBIDDEN_BY_AN_EDGE, ALWAYS)
        connected.ask("hidden?", thread)
        connected.ask("elsewhere?", connected.channel)
        tries = 5  # more than are made while its channel waits
        await connected.discord.until(
            lambda: sum(each.path == lookup for each in connected.discord.requests) >= tries
        )
        await connected.discord.until(lambda: connected.asked() == ["elsewhere?"])
        connected.discord.faults.clear()
        await connected.discord.until(lambda: len(connected.asked()) == 2)
    assert connected.asked() == ["elsewhere?", "hidden?"]


async def test_a_failed_message_keeps_the_watermark_before_it_and_is_read_after_the_next_start(
    connected: Connected,
) -> None:
    thread = connected.unknown_thread()
    async with connected.bot():
        lookup = rf"/channels/{thread.id}"
        connected.discord.faults.inject("GET", lookup, FORBIDDEN_BY_AN_EDGE, ALWAYS)
        hidden = connected.ask("hidden?", thread)
        connected.ask("elsewhere?", connected.channel)
        await connected.discord.until(lambda: connected.asked() == ["elsewhere?"])
    assert await connected.stored_watermark() < hidden.id
    connected.discord.faults.clear()
    async with connected.bot():
        await connected.discord.until(lambda: len(connected.asked()) == 2)
    assert connected.asked() == ["elsewhere?", "hidden?"]


@pytest.mark.slow
async def test_more_failed_messages_than_are_kept_are_all_answered_once(
    connected: Connected,
) -> None:
    thread = connected.unknown_thread()
    numbers = range(230)
    async with connected.bot():
        lookup = rf"/channels/{thread.id}"
        connected.discord.faults.inject("GET", lookup, FORBIDDEN_BY_AN_EDGE, ALWAYS)
        for number in numbers:
            connected.ask(f"{number:03}?", thread)
        await connected.discord.until(
            lambda: sum(each.path == lookup for each in connected.discord.requests) >= len(numbers)
        )
        connected.discord.faults.clear()
        await connected.discord.until(lambda: len(connected.asked()) >= len(numbers), 60.0)
    assert sorted(connected.asked()) == [f"{number:03}?" for number in numbers]


async def test_a_message_of_a_server_that_discord_has_not_sent_yet_waits_for_it(
    connected: Connected,
) -> None:
    """One that is in no list of servers either: the bot has just been invited there."""
    world = connected.discord.world
    async with connected.bot():
        invited = world.add_guild("Annex", with_bot=False)
        there = world.channels.add(invited, "lobby")
        for user in (connected.ann.user, world.bot):
            world.people.add(invited, user)
        connected.ask("too early?", there)
        connected.ask("elsewhere?", connected.channel)
        await connected.discord.until(lambda: connected.asked() == ["elsewhere?"])
        (session,) = connected.discord.gateway.connected
        session.dispatch("GUILD_CREATE", objects.guild_event(invited, world.bot))
        await connected.discord.until(lambda: len(connected.asked()) == 2)
    assert connected.asked() == ["elsewhere?", "too early?"]
