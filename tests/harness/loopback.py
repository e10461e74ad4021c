"""The bot between two stand-ins, in a server with a channel and a member.

The bot runs in the test's own process, but for what only a process of its own can show.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bridge_bot.discord_adapter.rest.responses import request_template
from bridge_bot.instrumentation.metrics.label_values import ROUTES
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.world import World
from tests.harness import discord_openapi
from tests.harness.bot import Bot, discord_py_restored
from tests.harness.bot_process import BotProcess, forked, loaded_anew
from tests.harness.database import StoredDatabase, new_database
from tests.harness.loop_time import AcceleratedLoop

_OWN = ("PATH", "HOME", "LANG", "SSL_CERT_FILE")
"""What a process has of this one's environment."""

USER_AGENT = re.compile(r"DiscordBot \(https?://\S+, \d[\w.]*\)( |$)")
"""Discord's documentation: `DiscordBot ($url, $versionNumber)`, and then what one likes."""


@dataclass
class Loopback:
    """A server with a channel and a member, both stand-ins, and any number of bots."""

    discord: DiscordStandIn
    api: ChatApiStandIn
    folder: Path
    database: StoredDatabase
    guild: Guild
    channel: Channel
    ann: Member
    is_accelerated: bool = True
    """Whether waits are shortened while no other process takes part; see `AcceleratedLoop`."""
    leases_run_out: bool = True
    """Whether a bot that is started finds no lease of one before, as if time had passed."""
    bots: list[Bot | BotProcess] = field(default_factory=list)
    _has_run: bool = False
    _number: Iterator[int] = field(default_factory=count)

    @property
    def world(self) -> World:
        return self.discord.world

    @property
    def mention(self) -> str:
        return f"<@{self.world.bot.id}>"

    def settings(self, **changed: str) -> dict[str, str]:
        """The bot's settings, with these changed."""
        settings = {
            "DISCORD_TOKEN": self.discord.token,
            "DISCORD_API_BASE_URL": self.discord.api_base_url,
            "CHAT_API_BASE_URL": self.api.base_url,
            "CHAT_API_KEY": self.api.key,
            "CHAT_BOT_UID": self.api.bot_uid,
            "DATABASE_URL": self.database.url,
            "SHUTDOWN_GRACE": "5",
            "FIRST_ANSWER_NOTICE": "false",  # what most tests read is the answer alone
        }
        return settings | changed

    async def launch(self, **changed: str) -> Bot:
        """Start the bot, with these settings changed."""
        self._end_leases()
        alone = all(bot.returncode is not None for bot in self.bots)
        _set_accelerated(accelerated=self.is_accelerated and alone)
        bot = Bot(self.settings(**changed))
        self.bots.append(bot)
        await bot.started()
        return bot

    async def start(self, **changed: str) -> Bot:
        """Start the bot, and wait until it is connected."""
        bot = await self.launch(**changed)
        await self.discord.bot_ready()
        return bot

    async def launch_process(self, *arguments: str, **changed: str) -> BotProcess:
        """Start `bridge-bot run`, or another command, as a process."""
        self._end_leases()
        _set_accelerated(accelerated=False)
        process = forked(
            arguments or ("run",), self.folder, self._environ(**changed), self._errors()
        )
        self.bots.append(process)
        return process

    async def start_process(self, **changed: str) -> BotProcess:
        """Start `bridge-bot run` as a process, and wait until it is connected."""
        process = await self.launch_process(**changed)
        await self.discord.bot_ready()
        return process

    async def start_standby(self, **changed: str) -> BotProcess:
        """Start one more process, and wait until it has found out that another serves its shard."""
        process = await self.launch_process(**changed)
        await self.discord.until(lambda: "another process serves shard 0" in process.log)
        return process

    async def launch_program(self, **changed: str) -> BotProcess:
        """Start `bridge-bot run` as a process that has to load the program first."""
        self._end_leases()
        process = await loaded_anew(("run",), self.folder, self._environ(**changed), self._errors())
        self.bots.append(process)
        return process

    async def crash(self, process: BotProcess) -> None:
        """Kill a process, which has no time to put anything in order, nor is checked at the end."""
        await process.kill()
        self.bots.remove(process)

    def _end_leases(self) -> None:
        """Unless a bot runs that has any: as if the bot had been away for longer than a lease."""
        was_away = self._has_run and all(bot.returncode is not None for bot in self.bots)
        if was_away and self.database.is_shared and self.leases_run_out:
            self.database.execute(
                "UPDATE turns SET lease_until = 0", "UPDATE shard_leases SET lease_until = 0"
            )
        self._has_run = True

    def _environ(self, **changed: str) -> dict[str, str]:
        """A process's environment: the settings, and `_OWN`."""
        own = {name: os.environ[name] for name in _OWN if name in os.environ}
        return own | self.settings(**changed)

    def _errors(self) -> Path:
        file = self.folder / f"errors-{next(self._number)}.txt"
        file.touch()
        return file

    def ask(self, words: str, *, channel: Channel | None = None) -> Message:
        """Ann mentions the bot with a question."""
        return self.world.messages.send(
            channel or self.channel, self.ann, f"{self.mention} {words}"
        )

    async def thread(self, system: Message) -> Channel:
        """The thread on a message, once it is open."""
        await self.discord.until(
            lambda: any(thread.id == system.id for thread in self.world.threads.of(self.channel))
        )
        return next(
            thread for thread in self.world.threads.of(self.channel) if thread.id == system.id
        )

    def replies(self, channel: Channel) -> list[Message]:
        """The messages of the bot in a channel."""
        bot = self.world.bot.id
        return [each for each in self.world.messages.of(channel) if each.author.id == bot]

    async def reads(self, channel: Channel, words: str, timeout_s: float = 40.0) -> Message:
        """The bot's message in a channel that says so, once it is there."""

        def found() -> list[Message]:
            return [reply for reply in self.replies(channel) if words in reply.content]

        await self.discord.until(found, timeout_s)
        return found()[0]

    async def is_stored(self, reply: Message) -> None:
        """Wait until the bot knows this message of its own again, as in a chain of replies.

        No member could answer it before.
        """
        await self.database.until(f"SELECT 1 FROM reply_messages WHERE message_id = {reply.id}")


@asynccontextmanager
async def loopback(
    folder: Path,
    *,
    most_429s: int = 0,
    skips_events: bool = False,
    is_checked: bool = False,
    migrated: bool = True,
    is_accelerated: bool = True,
    **discord_options: object,
) -> AsyncIterator[Loopback]:
    """Both stand-ins; at the end every bot ends well, and has asked for what it could have.

    `most_429s` is for a bot that is started again: it can't know what the one before used up.
    `skips_events` is for one that gets what nobody can read: the log has a traceback of that.
    `is_checked` is for `bridge-bot check`, which sends what no running bot does.
    Without `migrated` there is no database before the bot makes one.
    `is_accelerated` is not for a test with a process, such as a browser, that this does not start,
    nor for one that locks the database: who waits for the lock sleeps, which looks like nothing.
    """
    database = new_database(folder, migrated=migrated)
    is_accelerated = is_accelerated and not (is_checked or database.is_shared)
    _set_accelerated(accelerated=is_accelerated)
    with discord_py_restored():
        async with (
            DiscordStandIn(**discord_options) as discord,  # type: ignore[arg-type]
            ChatApiStandIn() as api,
        ):
            guild = discord.world.add_guild("Lab")
            channel = discord.world.channels.add(guild, "general")
            ann = discord.world.people.add(guild, "Ann")
            system = Loopback(discord, api, folder, database, guild, channel, ann, is_accelerated)
            try:
                yield system
                await _end_well(system, skips_events=skips_events, is_checked=is_checked)
                refused = [request for request in discord.requests if request.was_429]
                assert len(refused) <= most_429s, refused
            finally:
                for bot in system.bots:
                    await bot.kill()


async def _end_well(system: Loopback, *, skips_events: bool, is_checked: bool) -> None:
    """Stop the bots, and check what they have said and asked for."""
    for bot in system.bots:
        if bot.returncode is None:
            assert await bot.stop() == 0, bot.log
        for trouble in ("Traceback", "Task was destroyed", "left running"):
            expected = skips_events and trouble == "Traceback"
            assert expected or trouble not in bot.log, bot.log
        assert system.discord.token not in bot.log
        assert system.api.key not in bot.log
    assert system.discord.unknown_routes == []
    assert system.discord.gateway.sessions.start_limit.overspent == 0
    templates = {request_template(each.method, each.path) for each in system.discord.requests}
    # The metrics would name others "other", as they do for an id that is none.
    assert skips_events or is_checked or templates <= set(ROUTES)
    agents = {request.user_agent for request in system.discord.requests}
    agents |= {each.user_agent for each in system.discord.gateway.handshakes}
    assert all(USER_AGENT.match(agent) for agent in agents), agents
    if described := discord_openapi.description():
        assert [fault for each in system.discord.requests for fault in described.faults(each)] == []


def _set_accelerated(*, accelerated: bool) -> None:
    """Let the clock run faster or as always, if this loop can do both."""
    loop = asyncio.get_running_loop()
    if isinstance(loop, AcceleratedLoop):
        loop.set_accelerated(accelerated=accelerated)
