"""The stage of the end-to-end tests: the real `bridge-bot run` between two stand-ins.

The process is the one that operators start: settings by environment, a database on disk, signals.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from tests.e2e.warm import WarmProcess

STOP_S = 30.0
USER_AGENT = re.compile(r"DiscordBot \(https?://\S+, \d[\w.]*\)( |$)")
"""Discord's documentation: `DiscordBot ($url, $versionNumber)`, and then what one likes."""

Process = asyncio.subprocess.Process | WarmProcess


@dataclass
class Bot:
    """A running `bridge-bot`; what it writes to standard error is in the file `errors`."""

    process: Process
    errors: Path

    async def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and return the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(with_signal)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for its end, and return the exit code."""
        async with asyncio.timeout(STOP_S):
            return await self.process.wait()

    @property
    def said(self) -> str:
        """Everything on its standard error so far."""
        return self.errors.read_text("utf-8", "replace")


@dataclass
class Stage:
    """A server with a channel and a member, both stand-ins, and any number of bot processes."""

    discord: DiscordStandIn
    api: ChatApiStandIn
    folder: Path
    guild: Guild
    channel: Channel
    ann: Member
    bots: list[Bot] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)

    @property
    def world(self) -> World:
        return self.discord.world

    @property
    def mention(self) -> str:
        return f"<@{self.world.bot.id}>"

    def settings(self, **changed: str) -> dict[str, str]:
        """The bot's environment: nothing of this process's but where programs are found."""
        own = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        settings = {
            "DISCORD_TOKEN": self.discord.token,
            "DISCORD_API_BASE_URL": self.discord.api_base_url,
            "CHAT_API_BASE_URL": self.api.base_url,
            "CHAT_API_KEY": self.api.key,
            "CHAT_BOT_UID": self.api.bot_uid,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.folder / 'bot.db'}",
            "SHUTDOWN_GRACE": "5",
        }
        return {**own, **settings, **changed}

    async def launch(self, *arguments: str, **changed: str) -> Bot:
        """Start `bridge-bot run`, or another command, with these settings changed."""
        errors = self._errors()
        settings = self.settings(**changed)
        return self._add(WarmProcess(arguments or ("run",), self.folder, settings, errors), errors)

    async def launch_cold(self, *arguments: str, **changed: str) -> Bot:
        """The same, as a program that has yet to be loaded."""
        errors = self._errors()
        with errors.open("wb") as file:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                # All warnings, such as of what was not closed or awaited; not all of "-X dev",
                # since asyncio's debug mode takes three times the processor time.
                *("-W", "default", "-m", "bridge_bot.cli"),
                *(arguments or ("run",)),
                cwd=self.folder,
                env=self.settings(**changed),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=file,
            )
        return self._add(process, errors)

    async def start(self, **changed: str) -> Bot:
        """Start the bot, and wait until it is connected."""
        bot = await self.launch(**changed)
        await self.discord.bot_ready()
        return bot

    def _errors(self) -> Path:
        file = self.folder / f"errors-{next(self._number)}.txt"
        file.touch()
        return file

    def _add(self, process: Process, errors: Path) -> Bot:
        bot = Bot(process, errors)
        self.bots.append(bot)
        return bot

    def ask(self, words: str, *, channel: Channel | None = None) -> Message:
        """Ann mentions the bot with a question."""
        return self.world.messages.send(
            channel or self.channel, self.ann, f"{self.mention} {words}"
        )

    async def thread(self, on: Message) -> Channel:
        """The thread on a message, once it is open."""
        await self.discord.until(
            lambda: any(thread.id == on.id for thread in self.world.threads.of(self.channel))
        )
        return next(thread for thread in self.world.threads.of(self.channel) if thread.id == on.id)

    def replies(self, channel: Channel) -> list[Message]:
        """What the bot said in a channel."""
        bot = self.world.bot.id
        return [each for each in self.world.messages.of(channel) if each.author.id == bot]

    async def reads(self, channel: Channel, words: str, timeout_s: float = 40.0) -> Message:
        """The bot's message in a channel that says so, once it is there."""

        def found() -> list[Message]:
            return [reply for reply in self.replies(channel) if words in reply.content]

        await self.discord.until(found, timeout_s)
        return found()[0]


@asynccontextmanager
async def stage(
    folder: Path, *, most_429s: int = 0, skips_events: bool = False, **discord_options: object
) -> AsyncIterator[Stage]:
    """The stage, cleared at the end: every bot has ended well, and asked for what it could have.

    `most_429s` is for a bot that is started again: it can't know what the one before used up.
    `skips_events` is for one that gets what nobody can read: the log has a traceback of that.
    """
    async with (
        DiscordStandIn(**discord_options) as discord,  # type: ignore[arg-type]
        ChatApiStandIn() as api,
    ):
        guild = discord.world.add_guild("Lab")
        channel = discord.world.channels.add(guild, "general")
        ann = discord.world.people.add(guild, "Ann")
        set_up = Stage(discord, api, folder, guild, channel, ann)
        try:
            yield set_up
            for bot in set_up.bots:
                if bot.process.returncode is None:
                    assert await bot.stop() == 0, bot.said
                for trouble in ("Traceback", "Task was destroyed", "left running"):
                    expected = skips_events and trouble == "Traceback"
                    assert expected or trouble not in bot.said, bot.said
                assert discord.token not in bot.said
                assert api.key not in bot.said
            assert discord.unknown_routes == []
            assert discord.gateway.sessions.start_limit.overspent == 0
            agents = {request.user_agent for request in discord.requests}
            agents |= {each.user_agent for each in discord.gateway.handshakes}
            assert all(USER_AGENT.match(agent) for agent in agents), agents
            refused = [request for request in discord.requests if request.was_429]
            assert len(refused) <= most_429s, refused
        finally:
            for bot in set_up.bots:
                if bot.process.returncode is None:
                    bot.process.kill()
                    await bot.ended()
