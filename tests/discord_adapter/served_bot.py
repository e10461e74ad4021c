"""The real connection and core, in this process, against a stand-in for Discord."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from bridge_bot.core.core import Core
from bridge_bot.core.events import Connected
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.connection import serve
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.gateway.shard_claims import ShardClaims
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.store.sql_store import SqlStore
from tests.harness.running_core import RunningCore


async def serve_bot(
    server: DiscordStandIn,
    core: RunningCore,
    *,
    token: str | None = None,
    operator: OperatorOptions | None = None,
) -> None:
    """Stay connected until cancelled, as `serve` does; with another token if one is given."""
    options = ClientOptions(
        token=token or server.token,
        user_agent="DiscordBot (https://example.org, 1)",
        api_base_url=server.api_base_url,
    )
    limiter = RateLimiter(50)
    async with DiscordRest(
        token=server.token,
        api_base_url=server.api_base_url,
        user_agent=options.user_agent,
        limiter=limiter,
    ) as rest:
        clock = DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)
        dependencies = replace(
            client_dependencies(core.core, core.store, clock),
            limiter=limiter,
            downloads=FileDownloads(
                api_base_url=server.api_base_url, user_agent=options.user_agent
            ),
            private_threads=PrivateThreads(rest, limiter, core.store.conversations),
            operator=operator or OperatorOptions(),
        )
        await serve(options, dependencies)


def client_dependencies(core: Core, store: SqlStore, clock: DiscordClock) -> ClientDependencies:
    """What a client works with that neither opens private threads nor reads files."""
    parts, shards = core.dependencies, GatewayShards(time.monotonic)
    return ClientDependencies(
        *(core, store.discord, RateLimiter(50), clock),
        FileDownloads(api_base_url="https://discord.example/api", user_agent="agent"),
        unopened_private_threads(store.conversations),
        shards,
        GonePlaces(store.places, parts.observe),
        GuildMembership(store.known_guilds, parts.guild_settings, parts.observe),
        ShardClaims(None, shards, parts.observe),
    )


def unopened_private_threads(conversations: ConversationStore) -> PrivateThreads:
    """Those of a client that opens none."""
    limiter = RateLimiter(50)
    rest = DiscordRest(token="", api_base_url="", user_agent="", limiter=limiter)
    return PrivateThreads(rest, limiter, conversations)


@asynccontextmanager
async def served_bot(
    server: DiscordStandIn, core: RunningCore, operator: OperatorOptions | None = None
) -> AsyncIterator[None]:
    """A bot that is connected, as long as the context lasts."""
    serving = asyncio.create_task(serve_bot(server, core, operator=operator))
    try:
        await server.bot_ready()
        await server.until(lambda: any(isinstance(each, Connected) for each in core.events))
        yield
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
