"""Where the gateway is, and how many shards and sessions Discord grants: `GET /gateway/bot`."""

from __future__ import annotations

from typing import Any

import discord

from bridge_bot.discord_adapter import patches


async def fetch_gateway_bot(client: discord.Client) -> Any:
    """The JSON that `GET /gateway/bot` answers. Raises what a REST request of discord.py raises."""
    return await client.http.request(discord.http.Route("GET", "/gateway/bot"))


async def discover_gateway(client: discord.AutoShardedClient) -> None:
    """Have a client connect where Discord says, with as many shards as it advises.

    A number of shards that is set already is kept.
    """
    answer = await fetch_gateway_bot(client)
    patches.use_gateway(answer["url"])
    client.shard_count = client.shard_count or int(answer["shards"])
