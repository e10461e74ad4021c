"""The bot against simcord, a model of Discord's rules by others than those who wrote our stand-in.

simcord stands in for discord.py's HTTP client and gateway in this process: what it knows of
commands, controls and permissions comes from elsewhere, so it judges ours. It has no gateway to ask
for (`GET /gateway/bot`), and it never sees the requests that the bot sends by itself: replies go to
a platform in memory. Its clock runs ahead whenever the bot waits for a timer, so that the database,
which takes real time, is used in a thread: simcord waits for those.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import discord
import simcord

from bridge_bot.core.availability import Availability
from bridge_bot.core.events import Event, Service
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.intake import Intake
from bridge_bot.core.turns.dependencies import AnswerOptions
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.discord_adapter.client import DiscordClient
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.intake.commands.tree import Commands
from bridge_bot.store.sql_store import SqlStore
from tests.discord_adapter.served_bot import client_dependencies
from tests.harness.database import StoredDatabase, new_database
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import ScriptedSource, core_on, dependencies_on


class JudgedClient(DiscordClient):
    """The bot's client, but for the gateway and what is read from there, which simcord lacks."""

    @property
    def tree(self) -> Commands:
        """Where simcord looks for the commands."""
        return self._interactions.commands

    async def setup_hook(self) -> None:
        """Register the commands, and nothing that goes on by itself: simcord waits for its end."""
        assert self.application_id is not None
        await self._command_sync.run(self.application_id)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Nothing was missed there."""

    async def on_shard_connect(self, shard_id: int) -> None:
        """Nothing was missed."""

    async def on_shard_ready(self, shard_id: int) -> None:
        """Nothing was missed."""


class _ThreadedStore:
    """A store, or one of its parts, whose methods run in the loop of another thread."""

    def __init__(self, target: object, loop: asyncio.AbstractEventLoop) -> None:
        self._target = target
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        if not inspect.iscoroutinefunction(found):
            return _ThreadedStore(found, self._loop)

        async def call(*args: Any, **options: Any) -> Any:
            def run() -> Any:
                # Without the context of the bot, by which simcord knows whose time runs ahead.
                submit = asyncio.run_coroutine_threadsafe
                work = found(*args, **options)
                return contextvars.Context().run(submit, work, self._loop).result()

            return await asyncio.get_running_loop().run_in_executor(None, run)

        return call


@contextmanager
def _loop_in_thread() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="the database")
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def _threaded_store(url: str) -> Iterator[SqlStore]:
    with _loop_in_thread() as loop:

        async def opened() -> SqlStore:
            return await SqlStore(url).__aenter__()

        store = asyncio.run_coroutine_threadsafe(opened(), loop).result()
        try:
            yield cast("SqlStore", _ThreadedStore(store, loop))
        finally:
            asyncio.run_coroutine_threadsafe(store.__aexit__(None, None, None), loop).result()


@dataclass
class JudgedBot:
    """A bot in a server of simcord's, with a channel, a member and a moderator."""

    env: simcord.Env
    intake: Intake
    platform: MemoryPlatform
    settings: KnownGuildSettings
    source: ScriptedSource
    database: StoredDatabase
    events: list[Event]
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    moderators: simcord.RoleHandle
    ann: simcord.MemberActor
    mo: simcord.MemberActor
    new_client: Callable[[], JudgedClient]

    @property
    def client(self) -> JudgedClient:
        """The bot's client."""
        return cast("JudgedClient", self.env.bot)

    async def restart(self) -> None:
        """Another process of the bot, in the same world."""
        await self.env.restart_bot(self.new_client())


@asynccontextmanager
async def judged_bot(tmp_path: Path) -> AsyncIterator[JudgedBot]:
    """A bot that simcord judges, as long as the context lasts."""
    database, events = new_database(tmp_path), list[Event]()
    source, platform = ScriptedSource(), MemoryPlatform()
    with _threaded_store(database.url) as store:
        dependencies = await dependencies_on(platform, source, store, events.append)
        turns = TurnQueue(dependencies, AnswerOptions(), FairSlots(lambda: 10))
        core = await core_on(dependencies, turns, store)
        clock = DiscordClock(steady_s=time.monotonic, machine_s=time.time)

        def new_client() -> JudgedClient:
            return JudgedClient(
                ClientOptions(token="token", user_agent="agent", shard_count=1),
                client_dependencies(core, store, clock),
                session_starts=SessionStarts(events.append),
                gateway=Availability(Service.DISCORD_GATEWAY, events.append),
                on_login=_nothing,
            )

        async with simcord.run(new_client()) as env:
            guild = env.create_guild()
            managing = discord.Permissions(manage_guild=True)
            moderators = guild.create_role("Moderators", permissions=managing)
            yield JudgedBot(
                env,
                *(core.intake, platform, dependencies.guild_settings),
                *(source, database, events),
                guild,
                guild.create_text_channel("general"),
                moderators,
                guild.add_member(env.create_user("ann")),
                guild.add_member(env.create_user("mo"), roles=[moderators]),
                new_client,
            )
        await turns.close(grace_s=0)


async def _nothing() -> None:
    """Nothing is left of a process before."""
