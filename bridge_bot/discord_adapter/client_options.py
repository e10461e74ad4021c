"""What an operator decides about the connection to Discord."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord

from bridge_bot.proxies.connector import ProxyConnector
from bridge_bot.proxies.proxies import NO_PROXIES, Proxies

DISCORD_API_BASE_URL = discord.http.Route.BASE
"""Discord's own REST base, with the version that discord.py speaks."""


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """What an operator decides about the connection. `api_base_url` ends with the version."""

    token: str
    user_agent: str
    proxies: Proxies = NO_PROXIES
    api_base_url: str = DISCORD_API_BASE_URL
    message_content: bool = True
    allowed_guilds: frozenset[int] = frozenset()
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    catch_up_hours: float = 6.0
    allow_user_install: bool = False


def discord_py_options(options: ClientOptions) -> dict[str, Any]:
    """The arguments of discord.py's client."""
    intents = discord.Intents.none()
    intents.guilds = intents.guild_messages = intents.dm_messages = True
    intents.message_content = options.message_content
    shards: dict[str, Any] = {"shard_count": options.shard_count}
    if options.shard_ids is not None:
        shards["shard_ids"] = list(options.shard_ids)
    return {
        **shards,
        "intents": intents,
        "connector": ProxyConnector(options.proxies, limit=0),  # for REST and the gateway
        # Nothing here needs cached messages or members.
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "allowed_mentions": discord.AllowedMentions.none(),
    }
