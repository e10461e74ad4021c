"""Commands as discord.py hands them over: their order, their language, what Discord is told.

The real connection and store, in this process. What each command does, as members see it, is
told in `test_ask.py`, `test_language.py` and `test_refusals.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.core.policy.policy import Policy
from bridge_bot.discord_adapter.intake.commands.tree import COMMAND_NAMES
from bridge_bot.sandbox.discord.errors import discord_error
from bridge_bot.sandbox.discord.faults import Stall, StubbedResponse
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.served_bot import served_bot
from tests.harness.english import text
from tests.harness.own_texts import own_texts
from tests.harness.running_core import RunningCore, running_core

CALLBACK = r"/interactions/\d+/.+/callback"


@dataclass
class Connected:
    """A bot that is connected to a stand-in, with Ann in a channel."""

    discord: DiscordStandIn
    core: RunningCore
    channel: Channel
    ann: Member

    def say(self, words: str, channel: Channel) -> None:
        mention = f"<@{self.discord.world.bot.id}>"
        self.discord.world.messages.send(channel, self.ann, f"{mention} {words}")

    def use(self, words: str, channel: Channel, locale: str = "en-US") -> Interaction:
        options = {"question": words}
        return self.discord.world.commands.use(channel, self.ann, "ask", options, locale=locale)

    async def asked(self, count: int) -> list[str]:
        """The questions that the Chat API got, once there are so many."""
        requests = self.core.source.requests
        await self.discord.until(lambda: len(requests) >= count)
        return [request.question for request in requests]

    def unknown_thread(self) -> Channel:
        """A thread of which the bot knows nothing, so that it looks up what it is."""
        thread = self.discord.world.threads.start(self.ann, self.channel, "aside")
        self.discord.world.threads.archive(thread)
        assert thread.thread is not None
        thread.thread.archived = False  # and Discord does not tell that it is back
        return thread


@asynccontextmanager
async def connected(
    tmp_path: Path, policy: Policy | None = None, **options: Any
) -> AsyncIterator[Connected]:
    async with (
        DiscordStandIn() as server,
        running_core(tmp_path, policy=policy, **options) as core,
    ):
        guild = server.world.add_guild("Lab")
        channel = server.world.channels.add(guild, "general")
        async with served_bot(server, core):
            yield Connected(server, core, channel, server.world.people.add(guild, "Ann"))
        assert server.unknown_routes == []


async def test_a_command_is_asked_after_a_message_that_came_before_it(tmp_path: Path) -> None:
    async with connected(tmp_path) as on:
        thread, lookup = on.unknown_thread(), Stall()
        on.discord.faults.inject("GET", rf"/channels/{thread.id}", lookup)
        on.say("first?", thread)
        await lookup.held.wait()
        used = on.use("second?", thread)
        asyncio.get_running_loop().call_later(0.2, lookup.release)
        assert await on.asked(2) == ["first?", "second?"]
        assert used.acknowledged_at is not None


async def test_a_command_that_waits_for_its_turn_is_taken_in_when_the_bot_stops(
    tmp_path: Path,
) -> None:
    async with connected(tmp_path) as on:
        thread, lookup = on.unknown_thread(), Stall()
        on.discord.faults.inject("GET", rf"/channels/{thread.id}", lookup)
        on.say("first?", thread)
        await lookup.held.wait()
        used = on.use("second?", thread)
        await on.discord.until(
            lambda: any(task.get_name() == "a command" for task in asyncio.all_tasks())
        )
    assert used.acknowledged_at is not None
    assert [request.question for request in on.core.source.requests] == ["second?"]


async def test_a_message_is_asked_after_a_command_that_came_before_it(tmp_path: Path) -> None:
    async with connected(tmp_path) as on:
        direct, response = on.discord.world.channels.open_dm(on.ann), Stall()
        on.discord.faults.inject("POST", CALLBACK, response)
        on.use("first?", direct)
        on.discord.world.messages.send(direct, on.ann, "second?")
        await response.held.wait()
        asyncio.get_running_loop().call_later(0.2, response.release)
        assert await on.asked(2) == ["first?", "second?"]


async def test_commands_of_a_channel_are_asked_in_their_order(tmp_path: Path) -> None:
    async with connected(tmp_path) as on:
        direct, response = on.discord.world.channels.open_dm(on.ann), Stall()
        on.discord.faults.inject("POST", CALLBACK, response)
        on.use("first?", direct)
        on.use("second?", direct)
        await response.held.wait()
        asyncio.get_running_loop().call_later(0.2, response.release)
        assert await on.asked(2) == ["first?", "second?"]


async def test_a_command_goes_ahead_before_its_time_runs_out(tmp_path: Path) -> None:
    """Discord gives it 3 s, however long the messages before it take."""
    async with connected(tmp_path) as on:
        thread, lookup = on.unknown_thread(), Stall()
        on.discord.faults.inject("GET", rf"/channels/{thread.id}", lookup)
        on.say("hidden?", thread)
        await lookup.held.wait()
        used = on.use("first?", thread)
        assert await on.asked(1) == ["first?"]
        assert used.acknowledged_at is not None
        assert used.acknowledged_at - used.at < 3.0
        lookup.release()
        assert await on.asked(2) == ["first?", "hidden?"]


async def test_a_question_that_could_not_be_shown_does_not_count(tmp_path: Path) -> None:
    async with connected(tmp_path, Policy(questions_per_minute=1)) as on:
        refused = discord_error(50013)
        on.discord.faults.inject("POST", CALLBACK, StubbedResponse(refused.status, refused.body()))
        on.use("unseen?", on.channel)
        await on.discord.until(
            lambda: any(request.path.endswith("/callback") for request in on.discord.requests)
        )
        on.use("seen?", on.channel)
        assert await on.asked(1) == ["seen?"]
        third = on.use("once more?", on.channel)
        await on.discord.until(lambda: third.responses)
        told = text("refused-too-many", limit=1, seconds=60).partition(";")[0]
        assert third.responses[0].content.startswith(told)
        assert third.responses[0].ephemeral


@pytest.mark.parametrize(("locale", "words"), [("nl", "Hier niet."), ("fi", text("refused-guild"))])
async def test_a_refusal_is_told_in_the_language_in_which_its_member_uses_discord(
    tmp_path: Path, locale: str, words: str
) -> None:
    policy = Policy(allowed_guilds=frozenset({1}))
    with own_texts(tmp_path / "texts", {"nl": "refused-guild = Hier niet.\n"}):
        async with connected(tmp_path, policy) as on:
            used = on.use("why?", on.channel, locale)
            await on.discord.until(lambda: used.responses)
            assert used.responses[0].content == words


async def test_discord_is_told_the_commands_in_english_and_only_once(tmp_path: Path) -> None:
    async with connected(tmp_path) as on:
        told = {
            command["name"]: command["description"]
            for command in on.discord.world.commands.registered()
        }
        assert told == {
            "ask": text("ask-description"),
            text("about-name"): "",
            "doctor": text("doctor-description"),
            "help": text("help-description"),
            "new": text("new-description"),
            "handoff": text("handoff-description"),
            "resume": text("resume-description"),
            "language": text("language-description"),
            "privacy": text("privacy-description"),
            "forget": text("forget-description"),
            "export": text("export-description"),
            "settings": text("settings-description"),
            "usage": text("usage-description"),
        }
        assert told.keys() == COMMAND_NAMES
        synced = [request for request in on.discord.requests if request.method == "PUT"]
        assert len(synced) == 1
