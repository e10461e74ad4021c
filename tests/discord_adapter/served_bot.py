"""The real connection and core, in this process, against a stand-in for Discord."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bridge_bot.core.events import Connected
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.statement import PrivacyFacts
from bridge_bot.core.votes.votes import Votes
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.connection import serve
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads
from bridge_bot.sandbox.discord.server import DiscordStandIn
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
    limiter, conversations = RateLimiter(50), core.store.conversations
    async with DiscordRest(
        token=server.token,
        api_base_url=server.api_base_url,
        user_agent=options.user_agent,
        limiter=limiter,
    ) as rest:
        dependencies = ClientDependencies(
            core.intake,
            core.turns,
            conversations,
            core.store.discord,
            limiter,
            core.events.append,
            DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time),
            FileDownloads(api_base_url=server.api_base_url, user_agent=options.user_agent),
            core.dependencies.guild_settings,
            PrivateThreads(rest, limiter, conversations),
            Privacy(
                core.dependencies.opt_outs,
                PrivacyFacts("api.example.com"),
                core.store.member_data,
            ),
            Votes(core.dependencies),
            GatewayShards(time.monotonic),
            core.handoffs,
            GonePlaces(core.store.places, core.events.append),
            GuildMembership(
                core.store.known_guilds, core.dependencies.guild_settings, core.events.append
            ),
            core.store.usage,
            operator or OperatorOptions(),
        )
        await serve(options, dependencies)


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
