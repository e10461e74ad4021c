"""discord.py's client and its objects without a connection, made of payloads written by hand."""

from __future__ import annotations

from typing import Any

import aiohttp
import discord

from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.discord_adapter.patches import State

BOT_ID = 1
GUILD_ID = 1000
ANN_ID = 2

Payload = dict[str, Any]


def offline_client(*, shard_count: int | None = None) -> discord.AutoShardedClient:
    """A client that is logged in as the bot, as far as its cache knows."""
    intents = discord.Intents.none()
    intents.guilds = intents.guild_messages = intents.message_content = True
    client = discord.AutoShardedClient(intents=intents, shard_count=shard_count)
    state = state_of(client)
    state.user = discord.ClientUser(state=state, data=user(BOT_ID))  # type: ignore[arg-type]
    return client


async def nothing_set(guild_id: int) -> GuildSettings:
    """What a server has set that has never set anything."""
    return GuildSettings(guild_id)


class OfflineSocket(aiohttp.ClientWebSocketResponse):
    """A WebSocket that leads nowhere, and the code with which it was closed."""

    def __init__(self) -> None:
        self.sent_close_code: int | None = None

    async def send_str(self, data: str, compress: int | None = None) -> None:
        pass

    async def close(self, *, code: int = 1000, message: bytes = b"") -> bool:
        self.sent_close_code = code
        return True


def state_of(client: discord.AutoShardedClient) -> State:
    """The client's cache and parsers."""
    return client._connection


def add_guild(client: discord.AutoShardedClient, payload: Payload) -> discord.Guild:
    """Have the client know a server by the data of its GUILD_CREATE."""
    state_of(client)._get_create_guild(payload)
    found = client.get_guild(int(payload["id"]))
    assert found is not None
    return found


class _Response:
    """What discord.py's exceptions keep of a response."""

    reason = "no"

    def __init__(self, status: int) -> None:
        self.status = status


def http_error(status: int, body: object) -> discord.HTTPException:
    """What discord.py raises for that response."""
    kinds = {403: discord.Forbidden, 404: discord.NotFound}
    kind = discord.DiscordServerError if status >= 500 else kinds.get(status, discord.HTTPException)
    return kind(_Response(status), body)  # type: ignore[arg-type]


def user(user_id: int) -> Payload:
    return {"id": str(user_id), "username": "u", "discriminator": "0", "avatar": None}


def guild(*channels: Payload, threads: tuple[Payload, ...] = (), **changes: Any) -> Payload:
    """The data of a GUILD_CREATE with these channels and active threads."""
    everyone = {
        "id": str(GUILD_ID),
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(discord.Permissions.all().value),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    bot: Payload = {"user": user(BOT_ID), "roles": [], "joined_at": "2026-11-03T10:00:00+00:00"}
    return {
        "id": str(GUILD_ID),
        "name": "Lab",
        "owner_id": str(ANN_ID),
        "unavailable": False,
        "member_count": 2,
        "roles": [everyone],
        "members": [bot | {"deaf": False, "mute": False, "flags": 0}],
        "channels": list(channels),
        "threads": list(threads),
        "emojis": [],
        "stickers": [],
        "features": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "system_channel_flags": 0,
        "icon": None,
        "afk_timeout": 0,
    } | changes


def channel(
    channel_id: int,
    last_message_id: int | None = None,
    kind: discord.ChannelType = discord.ChannelType.text,
) -> Payload:
    return {
        "id": str(channel_id),
        "guild_id": str(GUILD_ID),
        "type": kind.value,
        "name": f"channel-{channel_id}",
        "position": 0,
        "permission_overwrites": [],
        "last_message_id": None if last_message_id is None else str(last_message_id),
        "bitrate": 64_000,
        "user_limit": 0,
    }


def thread(
    thread_id: int, parent_id: int, last_message_id: int | None = None, *, owner_id: int = BOT_ID
) -> Payload:
    return {
        "id": str(thread_id),
        "guild_id": str(GUILD_ID),
        "parent_id": str(parent_id),
        "owner_id": str(owner_id),
        "type": discord.ChannelType.public_thread.value,
        "name": f"thread-{thread_id}",
        "message_count": 1,
        "member_count": 1,
        "last_message_id": None if last_message_id is None else str(last_message_id),
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2026-11-03T10:00:00+00:00",
            "locked": False,
        },
    }


def message(message_id: int, channel_id: int, **changes: Any) -> Payload:
    """The data of a MESSAGE_CREATE, of Ann's, in the server."""
    return {
        "id": str(message_id),
        "channel_id": str(channel_id),
        "guild_id": str(GUILD_ID),
        "author": user(ANN_ID),
        "content": "why?",
        "timestamp": "2026-11-03T10:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
    } | changes
