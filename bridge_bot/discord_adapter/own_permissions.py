"""What the bot may do where, as discord.py keeps it from what the gateway tells. No request."""

from __future__ import annotations

from dataclasses import dataclass

import discord


@dataclass(eq=False, slots=True)
class OwnPermissions:
    """The bot's permissions. `client` is the present one, None before the first."""

    client: discord.Client | None = None

    def may_manage_threads(self, guild_id: int, place_id: int) -> bool:
        """Whether the bot may change the threads of a channel or forum; False if that is not known.

        A thread has the permissions of its channel (Discord's documentation, "Threads").
        """
        guild = self.client.get_guild(guild_id) if self.client is not None else None
        channel = guild.get_channel(place_id) if guild is not None else None
        if channel is None:
            return False
        permissions = channel.permissions_for(channel.guild.me)
        return permissions.view_channel and permissions.manage_threads
