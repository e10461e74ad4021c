"""The stage of the end-to-end tests: the real `bridge-bot run` between two stand-ins.

The process is the one that operators start: settings by environment, a database on disk, signals.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bridge_bot.sandbox.answers import ChatApiStandIn
from bridge_bot.sandbox.discord_server import DiscordStandIn
from bridge_bot.sandbox.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.world import World

STOP_S = 30.0


@dataclass
class Bot:
    """A running `bridge-bot run`; what it wrote to standard error is in `log`."""

    process: asyncio.subprocess.Process
    log: bytearray = field(default_factory=bytearray)
    reading: asyncio.Task[None] | None = None

    async def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and return the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(with_signal)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for its end, and return the exit code."""
        async with asyncio.timeout(STOP_S):
            code = await self.process.wait()
            if self.reading is not None:
                await self.reading
        return code

    @property
    def said(self) -> str:
        """Everything on its standard error so far."""
        return self.log.decode()

    async def read(self) -> None:
        stream = self.process.stderr
        while stream is not None and (piece := await stream.read(4096)):
            self.log += piece


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
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            # All warnings, such as of what was not closed or awaited; not all of "-X dev", since
            # asyncio's debug mode takes three times the processor time.
            "-W",
            "default",
            "-m",
            "bridge_bot.cli",
            *(arguments or ("run",)),
            cwd=self.folder,
            env=self.settings(**changed),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        bot = Bot(process)
        bot.reading = asyncio.create_task(bot.read())
        self.bots.append(bot)
        return bot

    async def start(self, **changed: str) -> Bot:
        """Start the bot, and wait until it is connected."""
        bot = await self.launch(**changed)
        await self.discord.bot_ready()
        return bot

    def ask(self, words: str, *, channel: Channel | None = None) -> Message:
        """Ann mentions the bot with a question."""
        return self.world.say(channel or self.channel, self.ann, f"{self.mention} {words}")

    async def thread(self, on: Message) -> Channel:
        """The thread on a message, once it is open."""
        await self.discord.until(
            lambda: any(thread.id == on.id for thread in self.world.threads(self.channel))
        )
        return next(thread for thread in self.world.threads(self.channel) if thread.id == on.id)

    def replies(self, channel: Channel) -> list[Message]:
        """What the bot said in a channel."""
        bot = self.world.bot.id
        return [each for each in self.world.messages(channel) if each.author.id == bot]

    async def reads(self, channel: Channel, words: str, timeout_s: float = 40.0) -> Message:
        """The bot's message in a channel that says so, once it is there."""

        def found() -> list[Message]:
            return [reply for reply in self.replies(channel) if words in reply.content]

        await self.discord.until(found, timeout_s)
        return found()[0]


@asynccontextmanager
async def stage(
    folder: Path, *, most_429s: int = 0, **discord_options: object
) -> AsyncIterator[Stage]:
    """The stage, cleared at the end: every bot has ended well, and asked for what it could have.

    `most_429s` is for a bot that is started again: it can't know what the one before used up.
    """
    async with (
        DiscordStandIn(**discord_options) as discord,  # type: ignore[arg-type]
        ChatApiStandIn() as api,
    ):
        guild = discord.world.add_guild("Lab")
        channel = discord.world.add_channel(guild, "general")
        ann = discord.world.add_member(guild, "Ann")
        set_up = Stage(discord, api, folder, guild, channel, ann)
        try:
            yield set_up
            for bot in set_up.bots:
                if bot.process.returncode is None:
                    assert await bot.stop() == 0, bot.said
                for trouble in ("Traceback", "Task was destroyed", "left running"):
                    assert trouble not in bot.said, bot.said
                assert discord.token not in bot.said
                assert api.key not in bot.said
            assert discord.unknown_routes == []
            refused = [request for request in discord.requests if request.was_429]
            assert len(refused) <= most_429s, refused
        finally:
            for bot in set_up.bots:
                if bot.process.returncode is None:
                    bot.process.kill()
                    await bot.ended()
