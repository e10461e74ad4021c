"""Messages that discord.py dispatches before it knows their server or channel.

Discord may send a message before the GUILD_CREATE of its server. discord.py 2.7.1 then gives it no
server, as if it were a direct message, or one without channels.
"""

from __future__ import annotations

import discord


def guild_id_of(message: discord.Message) -> int | None:
    """The id of the server that a message was sent in, None for a direct message."""
    if message.guild is not None:
        return message.guild.id
    channel = message.channel
    return channel.guild_id if isinstance(channel, discord.PartialMessageable) else None


def is_guild_missing(message: discord.Message) -> bool:
    """Whether a message's server is unavailable: not sent yet, or out of order."""
    if message.guild is None:
        return guild_id_of(message) is not None
    return message.guild.unavailable


def fill_in_guild(message: discord.Message, client: discord.Client) -> None:
    """Set a message's server and channel if the client knows them by now."""
    guild_id = guild_id_of(message)
    if guild_id is None or not isinstance(message.channel, discord.PartialMessageable):
        return
    guild = client.get_guild(guild_id)
    if guild is None or guild.unavailable:
        return
    message.guild = guild
    roles = (guild.get_role(role_id) for role_id in message.raw_role_mentions)
    message.role_mentions = [role for role in roles if role is not None]
    channel = guild.get_channel_or_thread(message.channel.id)
    if isinstance(channel, discord.abc.Messageable):
        message.channel = channel
