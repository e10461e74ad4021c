"""Settings of a server that are changed in the store, as another process changes them."""

from __future__ import annotations

from bridge_bot.core.guild_settings.values import SettingChange, SettingName, SettingValue
from bridge_bot.sandbox.discord.model import Channel, Guild
from bridge_bot.store.sql_store import SqlStore
from tests.harness.loopback import Loopback

MODERATOR = 9


async def set_in_store(
    system: Loopback,
    name: SettingName,
    value: SettingValue | None,
    channel: Channel | None = None,
    guild: Guild | None = None,
) -> None:
    """Set something for the server of the tests or for another one, or for a channel there."""
    channel_id, guild_id = channel.id if channel else 0, (guild or system.guild).id
    change = SettingChange(guild_id, channel_id, name, value, MODERATOR)
    async with SqlStore(system.database.url) as store:
        await store.guild_settings.change(change, None)
